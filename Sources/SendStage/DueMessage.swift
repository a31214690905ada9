import LeadModel
import Sequencing
import Store

/// A planned message and the enrolment that it belongs to.
struct DueMessage {
  let id: Int64
  let enrolment: Int64
  let entity: Int64
  let sequence: String
  let enrolledAt: Timestamp
  let step: Int
  let channel: Channel
  let dueAt: Timestamp
  let messageID: String
  /// What the plan says so far; nil for a gate that this version does not know.
  let decision: GateDecision?

  /// - Returns: nil when the message is no longer planned.
  static func read(_ id: Int64, in database: Database) throws -> DueMessage? {
    let message = try database.query("send-message").first(.int(id)) { row in
      row.text(8) == "planned"
        ? DueMessage(
          id: id, enrolment: row.int(0), entity: row.int(1), sequence: row.text(2),
          enrolledAt: Timestamp(seconds: row.int(3)), step: Int(row.int(4)),
          channel: Channel(rawValue: row.text(5)) ?? .any,
          dueAt: Timestamp(seconds: row.int(6)), messageID: row.text(7),
          decision: Gate(rawValue: row.text(9)).map { GateDecision($0, row.text(10)) }) : nil
    }
    return message ?? nil
  }
}

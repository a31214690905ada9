import LeadModel
import Sequencing
import StageKit
import Store

extension SendWork {
  /// The end of a message that was handed over.
  enum End {
    case sent
    case failed(String)
    case inDoubt(String)
  }

  /// Writes down how a hand-over ended.
  func settle(
    _ id: Int64, enrolment: Int64, as end: End, messageID: String = ""
  ) throws {
    let query = try context.database.query("send-settle")
    switch end {
    case .sent:
      try query.run(.text("sent"), .text(Gate.allowed.rawValue), .text(""), .int(id))
      count(.updated, message: id, scope: Scope.handling)
      tally.sent += 1
    case .failed(let reason):
      try query.run(.text("failed"), .text(Gate.refused.rawValue), .text(reason), .int(id))
      count(.rejected, message: id, scope: Scope.handling)
      tally.failed += 1
      try context.record(SendFinding.refused(message: id, reply: reason), sourceRow: nil)
    case .inDoubt(let reason):
      try query.run(.text("in_doubt"), .text(Gate.interrupted.rawValue), .text(reason), .int(id))
      count(.rejected, message: id, scope: Scope.handling)
      tally.inDoubt += 1
      try context.record(
        SendFinding.inDoubt(message: id, messageID: messageID, reason: reason), sourceRow: nil)
      context.log.warning(
        SendFinding.inDoubtCode, "message \(id) is in doubt: \(messageID)")
    }
    try complete(enrolment)
  }

  /// Puts a message back that was surely not handed over.
  func release(_ id: Int64, _ decision: GateDecision) throws {
    try context.database.query("send-release").run(
      .text(decision.gate.rawValue), .text(decision.detail), .int(id))
  }

  func decide(_ id: Int64, state: String, _ decision: GateDecision) throws {
    try context.database.query("send-decide").run(
      .text(state), .text(decision.gate.rawValue), .text(decision.detail), .int(id))
  }

  /// Closes an enrolment when nothing of it is still to come.
  func complete(_ enrolment: Int64) throws {
    try context.database.query("send-complete").run(.int(enrolment))
  }
}

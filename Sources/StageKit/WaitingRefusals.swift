import LeadModel
import StageKit
import Store

/// What may say that somebody is not to be written to, and does not count yet because an earlier stage
/// has not come to it: a night that was cut short, or a file that was ingested by hand.
struct WaitingRefusals {
  let context: StageContext

  /// Kinds of rows that may hold refusals.
  private static let kinds: [RecordKind] = [.suppression, .consent, .engagement, .contact, .lead]

  /// - Throws: `StageFailure`, when something waits: whoever it is about would be written to.
  func check() throws {
    var waiting: [String] = []
    for kind in Self.kinds {
      let name = SQLValue.text(kind.rawValue)
      let count = try context.database.query("send-waiting-rows").first(name) { $0.int(0) } ?? 0
      if count > 0 { waiting.append("\(kind.rawValue) \(count)") }
    }
    if !waiting.isEmpty {
      throw refusal("rows wait for validate (\(waiting.joined(separator: ", ")))", next: "validate")
    }
    let leads = try context.database.query("send-waiting-leads").first { $0.int(0) } ?? 0
    if leads > 0 {
      throw refusal("\(leads) leads that refuse messages wait for dedupe", next: "dedupe")
    }
  }

  private func refusal(_ found: String, next stage: String) -> StageFailure {
    StageFailure(
      .gateFailed,
      "\(found), and what they refuse does not count yet: nothing is sent. Run "
        + "'leadmill-\(stage) --workspace \(context.workspace.root)' and the stages after it, or finish "
        + "the night with 'leadmill run --resume'; --plan-only shows what would be due")
  }
}

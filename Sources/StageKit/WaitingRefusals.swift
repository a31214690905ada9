import LeadModel
import Store

/// What may say that somebody is not to be written to, and does not count yet because an earlier stage
/// has not come to it: a night that was cut short, or a file that was ingested by hand.
package struct WaitingRefusals {
  private let context: StageContext
  /// What the stage does not do.
  private let withheld: String
  /// How to see what it would do.
  private let preview: String

  /// `withheld` as `nothing is sent`, `preview` the option that shows what would be done.
  package init(context: StageContext, withheld: String, preview: String) {
    self.context = context
    self.withheld = withheld
    self.preview = preview
  }

  /// Kinds of rows that may hold refusals.
  private static let kinds: [RecordKind] = [.suppression, .consent, .engagement, .contact, .lead]

  /// - Throws: `StageFailure`, when something waits: whoever it is about would be written to.
  package func check() throws {
    var waiting: [String] = []
    for kind in Self.kinds {
      let name = SQLValue.text(kind.rawValue)
      let count = try context.database.query("ledger-waiting-rows").first(name) { $0.int(0) } ?? 0
      if count > 0 { waiting.append("\(kind.rawValue) \(count)") }
    }
    if !waiting.isEmpty {
      throw refusal("rows wait for validate (\(waiting.joined(separator: ", ")))", next: "validate")
    }
    let leads = try context.database.query("ledger-waiting-leads").first { $0.int(0) } ?? 0
    if leads > 0 {
      throw refusal("\(leads) leads that refuse messages wait for dedupe", next: "dedupe")
    }
  }

  private func refusal(_ found: String, next stage: String) -> StageFailure {
    StageFailure(
      .gateFailed,
      "\(found), and what they refuse does not count yet: \(withheld). Run "
        + "'leadmill-\(stage) --workspace \(context.workspace.root)' and the stages after it, or finish "
        + "the night with 'leadmill run --resume'; \(preview) shows what would be done")
  }
}

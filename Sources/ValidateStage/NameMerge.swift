import LeadModel
import Store

/// The whole name of a person of whom an update brought only a part.
enum NameMerge {
  private static let contact = columns(of: .contact)
  private static let user = columns(of: .user)

  /// Joins given and family name where the record has both and no whole name.
  static func settle(_ merged: inout [SQLValue], kind: RecordKind) {
    switch kind {
    case .lead: join(&merged, LeadRules.fullName, LeadRules.firstName, LeadRules.lastName)
    case .contact: join(&merged, contact.full, contact.first, contact.last)
    case .user: join(&merged, user.full, user.first, user.last)
    default: break
    }
  }

  private static func columns(of plan: TablePlan) -> (full: Int, first: Int, last: Int) {
    (plan.column("full_name"), plan.column("first_name"), plan.column("last_name"))
  }

  private static func join(_ values: inout [SQLValue], _ full: Int, _ first: Int, _ last: Int) {
    guard values[full] == .null, case .text(let given) = values[first],
      case .text(let family) = values[last]
    else { return }
    values[full] = .text("\(given) \(family)")
  }
}

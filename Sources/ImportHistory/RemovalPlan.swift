package import LeadModel

/// How records of one kind are taken out of their table: what hangs on them, and what is never taken
/// back.
package struct RemovalPlan: Sendable {
  /// What depends on records of a kind beyond their own row.
  enum Dependants: Sendable {
    case none
    /// Entities, links, keys, sequences, tasks.
    case entities
    /// Keys of accounts, and the entities that took facts from them.
    case accountKeys
    /// Keys of contacts, and whom they are.
    case contactLinks
    /// What escalation did with a task.
    case taskEvents
    /// Entities of the addresses that the records name, which these stages look at again.
    case people([String])
  }

  package let kind: RecordKind
  let dependants: Dependants
  /// Whether some records are opt-outs, which stay; the query says which.
  package let holdsRights: Bool

  package var table: String { kind.rawValue }

  private init(_ kind: RecordKind, _ dependants: Dependants = .none, holdsRights: Bool = false) {
    self.kind = kind
    self.dependants = dependants
    self.holdsRights = holdsRights
  }

  private static let plans: [RemovalPlan] = [
    RemovalPlan(.lead, .entities),
    RemovalPlan(.account, .accountKeys),
    RemovalPlan(.contact, .contactLinks),
    RemovalPlan(.task, .taskEvents),
    RemovalPlan(.activity, .people(["govern", "escalate"])),
    RemovalPlan(.engagement, .people(["score", "govern", "escalate"]), holdsRights: true),
    RemovalPlan(.consent, .people(["govern", "escalate"]), holdsRights: true),
    RemovalPlan(.suppression, holdsRights: true),
  ]

  /// A kind without a plan of its own has nothing that hangs on its records.
  package static func of(_ kind: RecordKind) -> RemovalPlan {
    plans.first { $0.kind == kind } ?? RemovalPlan(kind)
  }
}

import Governance
import LeadModel
import StageKit
import Store

/// Reads what policies look at in an entity.
struct PersonLoader {
  let context: StageContext

  /// - Returns: nil when there is no such entity (any more).
  func load(_ entity: Int64) throws -> GovernedPerson? {
    let asOf = SQLValue.int(context.asOf.seconds)
    let query = try context.database.query("govern-person")
    let found = try query.first(.int(entity), asOf) { row in
      (
        country: row.optionalText(0), email: row.optionalText(1),
        own: ConsentStatement(
          channels: [.any], decision: ConsentDecision(rawValue: row.text(2)) ?? .notAsked,
          at: row.optionalInt(3).map(Timestamp.init(seconds:)),
          expiresAt: row.optionalInt(9 + PolicyDefinition.provenanceFields.count)
            .map(Timestamp.init(seconds:))),
        lastActivity: max(row.int(4), row.int(5), row.int(6)), leadCount: row.int(7),
        isErased: row.int(8) != 0,
        filled: Set(
          PolicyDefinition.provenanceFields.enumerated()
            .filter { row.int(9 + $0.offset) != 0 }.map(\.element))
      )
    }
    guard let found else { return nil }
    var lastActivity = found.lastActivity
    if found.leadCount > 1 {
      let joined = try context.database.query("govern-joined-activity").first(.int(entity), asOf) {
        $0.int(0)
      }
      lastActivity = max(lastActivity, joined ?? 0)
    }
    var consent = [found.own]
    if let email = found.email {
      try context.database.query("govern-consent").rows(.text(email)) { row in
        consent.append(
          ConsentStatement(
            channels: Channel.list(row.text(0)),
            decision: ConsentDecision(rawValue: row.text(1)) ?? .withdrawn,
            at: Timestamp(seconds: row.int(2)),
            expiresAt: row.optionalInt(3).map(Timestamp.init(seconds:))))
      }
    }
    return GovernedPerson(
      country: found.country, hasEmail: found.email != nil, consent: consent,
      filledFields: found.filled, lastActivityAt: Timestamp(seconds: lastActivity),
      isErased: found.isErased)
  }
}

import Bytes
import LeadModel
import StageKit
import Store

/// Whether the law of a person's country lets somebody call her for marketing.
struct CallConsent {
  let law: MarketingLaw
  let context: StageContext

  /// What is asked for and missing: `DE asks for opt_in before calls (UWG s. 7)`; nil where she may be
  /// called. Somebody written to in the own domain of her company is a business; consents that one of
  /// her leads or a record gives count, but not by a number that others have too.
  func missing(of entity: Int64) throws -> String? {
    let person = try context.database.query("escalate-call-consent").first(
      .int(entity), .int(context.asOf.seconds)
    ) { row in
      (
        country: row.optionalText(0), email: row.optionalText(1), domain: row.optionalText(2),
        phone: row.optionalText(3), isGranted: row.int(4) != 0, isGrantedByNumber: row.int(5) != 0
      )
    }
    guard let person,
      let rule = law.rule(country: person.country, channel: .phone, on: context.asOf.date)
    else { return nil }
    let demand = rule.demand(isBusiness: Self.isIn(person.domain, person.email))
    guard demand >= .optIn, !person.isGranted else { return nil }
    if person.isGrantedByNumber, let phone = person.phone, try !isShared(phone) { return nil }
    return "\(person.country ?? "an unknown country") asks for \(demand.rawValue) before calls "
      + "(\(rule.source)), and none is on record"
  }

  private static func isIn(_ domain: String?, _ email: String?) -> Bool {
    guard let domain, let email = email?.lowercased() else { return false }
    return email.hasSuffix("@" + domain) || email.hasSuffix("." + domain)
  }

  private func isShared(_ phone: String) throws -> Bool {
    let count = try context.database.query("escalate-people-of-phone").first(
      .int(KeyHash.phone(phone)), .text(phone)
    ) { $0.int(0) }
    return count ?? 0 > 1
  }
}

/// Where an enriched value comes from, as the store names it.
package enum ValueSource: UInt8, CaseIterable, Sendable {
  case none, given, phone, postcode, region, country, account, emailDomain, website

  /// The store's name; empty for a value that is absent.
  package var name: StaticString {
    switch self {
    case .none: ""
    case .given: "given"
    case .phone: "phone"
    case .postcode: "postcode"
    case .region: "region"
    case .country: "country"
    case .account: "account"
    case .emailDomain: "email_domain"
    case .website: "website"
    }
  }
}

/// What linkage compares of a record, normalised for comparison.
package enum LinkField: Int, CaseIterable, Sendable {
  case givenName, familyName
  /// Day of birth as `yyyymmdd`.
  case bornOn
  /// The mailbox as its provider reads it, and its two sides; the local part of a role address
  /// (`info@`) is left out, for it says nothing about a person.
  case mailbox, localPart
  /// Digits of the E.164 number.
  case phone
  /// Name without its legal form.
  case company
  case street, city, postcode, region
  case jobTitle
  /// The domain that the company registered: of its web site, else of the address. Providers that
  /// give anybody an address have none.
  case domain

  /// The name in the model file.
  package var name: String {
    switch self {
    case .givenName: "given_name"
    case .familyName: "family_name"
    case .bornOn: "born_on"
    case .localPart: "local_part"
    case .jobTitle: "job_title"
    case .mailbox, .phone, .company, .street, .city, .postcode, .region, .domain:
      "\(self)"
    }
  }
}

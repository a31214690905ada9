/// Groups of countries that a policy can name instead of listing them.
package enum CountryGroup: String, CaseIterable, Sendable {
  /// The member states of the European Union.
  case eu = "EU"
  /// The EU with Iceland, Liechtenstein and Norway, where the GDPR applies by the EEA agreement.
  case eea = "EEA"

  /// ISO 3166-1 alpha-2 codes.
  package var countries: Set<String> {
    switch self {
    case .eu:
      [
        "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT",
        "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
      ]
    case .eea: CountryGroup.eu.countries.union(["IS", "LI", "NO"])
    }
  }

  /// The countries behind a name: a group's, or the country of that ISO code (`UK` means `GB`).
  ///
  /// - Returns: nil when the name is neither a group nor two capital letters.
  package static func countries(named name: String) -> Set<String>? {
    if let group = CountryGroup(rawValue: name) { return group.countries }
    if name == "UK" { return ["GB"] }
    guard name.utf8.count == 2, name.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
    return [name]
  }
}

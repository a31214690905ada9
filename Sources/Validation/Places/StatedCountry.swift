import Bytes
package import LeadModel

/// What else a record says about its country.
package enum StatedCountry {
  /// The country whose ending a mail domain has; nil for `com` and for endings that are used all
  /// over the world.
  package static func ofDomain(_ address: UnsafeBufferPointer<UInt8>) -> CountryCode? {
    let count = address.count
    guard count > 3, address[count - 3] == UInt8(ascii: "."),
      let code = CountryCode(address[count - 2], address[count - 1])
    else { return InternationalEndings.country(address) }
    if code == unitedKingdomEnding { return unitedKingdom }
    return CountryTable.isAssigned(code) && !generic.contains(code) ? code : nil
  }

  /// Whether two countries are one in numbering or by ties of state: Jersey and the United Kingdom.
  package static func isKin(_ left: CountryCode, _ right: CountryCode) -> Bool {
    left == right || (families[left] ?? left) == (families[right] ?? right)
  }

  /// Whether two countries are one by ties of state. Canada and the United States, which share their
  /// numbers, are not.
  package static func isSameState(_ left: CountryCode, _ right: CountryCode) -> Bool {
    left == right || left != canada && right != canada && isKin(left, right)
  }

  private static let canada = CountryCode("CA")
  private static let unitedKingdomEnding = CountryCode("UK")
  private static let unitedKingdom = CountryCode("GB")

  private static let generic: Set<CountryCode> = Set(
    [
      "AC", "IO", "CO", "AI", "TV", "ME", "CC", "WS", "FM", "LY", "GG", "TO", "SH", "IM", "IS",
      "AM",
      "AG", "GL", "LA", "VC", "SC", "MS", "NU", "TK", "ML", "GA", "CF", "GQ", "BZ", "MN", "ST",
    ].compactMap { CountryCode($0) })

  private static let families: [CountryCode: CountryCode] = {
    let rows = [
      "GB GG JE IM GI", "FR GP MQ GF RE YT PM BL MF NC PF MC", "US PR VI GU AS MP UM CA", "NO SJ",
      "FI AX", "DK FO GL", "NL CW AW BQ SX", "CH LI", "IT SM VA", "ES AD", "AU CX CC NF", "MA EH",
      "RU KZ", "CN HK MO",
    ]
    var families: [CountryCode: CountryCode] = [:]
    for row in rows {
      let codes = row.split(separator: " ").compactMap { CountryCode($0) }
      for code in codes { families[code] = codes.first }
    }
    return families
  }()
}

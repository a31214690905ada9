import Bytes
import LeadModel

/// What the sampled texts of a column mean: more than their form, less than a proof.
struct ValueMeaning: Sendable {
  /// Shares of the sampled values, 0 to 1.
  private(set) var countries = 0.0
  private(set) var countryCodes = 0.0
  private(set) var givenNames = 0.0
  private(set) var fullNames = 0.0
  private(set) var companies = 0.0
  private(set) var salutations = 0.0
  private(set) var currencies = 0.0
  private(set) var languages = 0.0
  private(set) var postcodes = 0.0
  private(set) var socialURLs = 0.0
  /// Whether its web addresses are different pages of one site, as those are where people signed up.
  private(set) var isOneSite = false
  private(set) var longTexts = 0.0
  /// Letters only, as names of persons are.
  private(set) var words = 0.0
  /// Positions in companies: `Head of Sales`, `Geschäftsführer`.
  private(set) var jobs = 0.0
  /// States that records are in: `active`, `neu`, `fermé`.
  private(set) var statuses = 0.0
  /// What is said of consent beside yes and no.
  private(set) var consents = 0.0
  /// Numbers and ranges of numbers: `120`, `11-50 employees`, `> 500`.
  private(set) var numbers = 0.0
  /// Days of years before there were records of leads.
  private(set) var oldYears = 0.0

  init(_ sample: [String]) {
    guard !sample.isEmpty else { return }
    let one = 1 / Double(sample.count)
    var company = CompanyName()
    isOneSite = Self.areOfOneSite(sample)
    for value in sample {
      let words = value.split(separator: " ")
      if value.utf8.count == 2, CountryTable.find(value.uppercased()) != nil {
        countryCodes += one
      }
      if CountryTable.find(value) != nil { countries += one }
      let folded = TextFold.words(of: value)
      if folded.split(separator: " ").contains(where: { Names.isJobWord($0) }) { jobs += one }
      if Names.statuses.contains(folded) { statuses += one }
      if Names.consents.contains(folded) { consents += one }
      if isName(words) {
        self.words += one
        let isGiven = words.first.map { Names.given.contains(TextFold.words(of: String($0))) }
        if isGiven == true, words.count == 1 { givenNames += one }
        if words.count > 1, isGiven == true || endsWithGiven(words) { fullNames += one }
      }
      company.read(value)
      if company.legalForm != nil { companies += one }
      if Names.salutations.contains(folded) { salutations += one }
      if Names.currencies.contains(value.uppercased()) { currencies += one }
      if Names.languages.contains(folded) { languages += one }
      if Self.isPostcode(value) { postcodes += one }
      if Self.isSocial(value) { socialURLs += one }
      if words.count >= 6 { longTexts += one }
      if Self.isNumber(value) { numbers += one }
      if let year = Self.year(value), year < Self.firstYearOfRecords { oldYears += one }
    }
  }

  private func isName(_ words: [Substring]) -> Bool {
    (1...5).contains(words.count)
      && words.allSatisfy { word in
        word.unicodeScalars.allSatisfy {
          $0.properties.isAlphabetic || $0 == "-" || $0 == "'" || $0 == "." || $0 == ","
            || $0 == "’"
        }
      }
  }

  /// `Schmidt, Anna`.
  private func endsWithGiven(_ words: [Substring]) -> Bool {
    guard words.first?.last == ",", let last = words.last else { return false }
    return Names.given.contains(TextFold.words(of: String(last)))
  }

  /// No file of leads that is sent today tells when a record came to be before it.
  private static let firstYearOfRecords = 1990

  private static func isNumber(_ value: String) -> Bool {
    value.utf8.first { ASCII.isDigit($0) || ASCII.isLetter($0) }.map(ASCII.isDigit) ?? false
  }

  /// The first number of four digits that may be a year; nil: there is none.
  private static func year(_ value: String) -> Int? {
    value.utf8.split(omittingEmptySubsequences: true) { !ASCII.isDigit($0) }
      .lazy.filter { $0.count == 4 }
      .compactMap { Int(Substring($0)) }
      .first { (1850...2100).contains($0) }
  }

  private static func isSocial(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    return Names.socialHosts.contains { host in
      let host = host.utf8
      guard bytes.count >= host.count else { return false }
      return (0...(bytes.count - host.count)).contains { bytes[$0...].starts(with: host) }
    }
  }

  /// Two pages of one site may be two firms of a group; three different ones tell.
  private static func areOfOneSite(_ sample: [String]) -> Bool {
    guard sample.count >= 3, let first = host(of: sample[0]) else { return false }
    return sample.dropFirst().allSatisfy { host(of: $0) == first }
  }

  /// The host of a whole web address, small and without `www.`; nil: it is none.
  private static func host(of value: String) -> String? {
    guard let scheme = value.firstRange(of: "://") else { return nil }
    let host = value[scheme.upperBound...].prefix { !"/?#:".contains($0) }.lowercased()
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  /// The forms of postal codes, `9` a digit and `A` a letter: those of Europe and the Americas, and
  /// what else has such a form. A country's letters before it (`D-50667`) may stand.
  private static func isPostcode(_ value: String) -> Bool {
    guard (4...11).contains(value.utf8.count) else { return false }
    var form = ""
    for byte in value.utf8 {
      switch byte {
      case _ where ASCII.isDigit(byte): form += "9"
      case _ where ASCII.isLetter(byte): form += "A"
      case UInt8(ascii: "-"), UInt8(ascii: " "): form += byte == 32 ? " " : "-"
      default: return false
      }
    }
    if postcodeForms.contains(form) { return true }
    guard let dash = form.firstIndex(of: "-"), form[..<dash].allSatisfy({ $0 == "A" }) else {
      return false
    }
    return form[..<dash].count <= 2
      && postcodeForms.contains(String(form[form.index(after: dash)...]))
  }

  /// Source: the formats that the Universal Postal Union lists by country.
  private static let postcodeForms: Set<String> = [
    "9999", "99999", "999999", "9999999", "99999999", "99999-9999", "999999999", "999 99", "99 999",
    "99-999", "999-999", "999-9999", "9999-999", "99999-999", "9999 AA", "9999AA", "A9 9AA",
    "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA", "A99AA", "A999AA", "AA99AA", "AA999AA",
    "A9A9AA", "AA9A9AA", "A9A 9A9", "A9A9A9", "A99 A999", "A99A999", "A99 AA99", "A99AA99",
    "A99 9A99", "A99 99A9", "A99 AA9A", "A9A AA99", "A999", "A9999AAA", "AAA 9999", "AA9999",
  ]
}

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
  private(set) var longTexts = 0.0

  init(_ sample: [String]) {
    guard !sample.isEmpty else { return }
    let one = 1 / Double(sample.count)
    var company = CompanyName()
    for value in sample {
      let words = value.split(separator: " ")
      if value.utf8.count == 2, CountryTable.find(value.uppercased()) != nil {
        countryCodes += one
      }
      if CountryTable.find(value) != nil { countries += one }
      if isName(words) {
        let isGiven = words.first.map { Names.given.contains(TextFold.words(of: String($0))) }
        if isGiven == true, words.count == 1 { givenNames += one }
        if words.count > 1, isGiven == true || endsWithGiven(words) { fullNames += one }
      }
      company.read(value)
      if company.legalForm != nil { companies += one }
      if Names.salutations.contains(TextFold.words(of: value)) { salutations += one }
      if Names.currencies.contains(value.uppercased()) { currencies += one }
      if Names.languages.contains(TextFold.words(of: value)) { languages += one }
      if Self.isPostcode(value) { postcodes += one }
      if Self.isSocial(value) { socialURLs += one }
      if words.count >= 6 { longTexts += one }
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

  private static func isSocial(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    return Names.socialHosts.contains { host in
      let host = host.utf8
      guard bytes.count >= host.count else { return false }
      return (0...(bytes.count - host.count)).contains { bytes[$0...].starts(with: host) }
    }
  }

  /// The forms of postal codes in Europe and the Americas: digits, or letters and digits in turn.
  private static func isPostcode(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    guard (4...10).contains(bytes.count) else { return false }
    let digits = bytes.count(where: ASCII.isDigit)
    let letters = bytes.count(where: ASCII.isLetter)
    let marks = bytes.count - digits - letters
    guard marks <= 1, digits >= 2 else { return false }
    if letters == 0 { return digits == 4 || digits == 5 || digits == 8 || digits == 9 }
    let isDutch = digits == 4 && letters == 2 && bytes.prefix(4).allSatisfy(ASCII.isDigit)
    let isBritish = letters >= 3 && digits <= 3 && ASCII.isLetter(bytes[0])
    return isDutch || isBritish
  }
}

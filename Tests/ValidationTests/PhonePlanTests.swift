import CPhone
import CPhoneReference
import Foundation
import LeadModel
import LeadmillTestSupport
import Testing

/// Our reading of numbers against libphonenumber: the library itself, and the examples of its newest
/// metadata.
struct PhonePlanTests {
  /// Real prefixes of many plans; the digits behind them are drawn. The packaged metadata are years
  /// old: only plans that have not changed since are here, Tests/Validation/phones compares the rest.
  private static let stems: [(code: String, region: String, digits: [String])] = [
    ("1", "US", ["212555", "800555", "900555", "500555"]), ("1", "CA", ["613555", "416555"]),
    ("1", "JM", ["876555", "658555"]),
    ("44", "GB", ["20794", "7400", "800", "909", "1481", "7781"]),
    ("49", "DE", ["3023125", "1514", "800", "900", "700"]),
    ("33", "FR", ["1990", "612", "800", "89"]),
    ("39", "IT", ["0669", "347", "800", "199"]), ("7", "RU", ["495", "916", "800"]),
    ("7", "KZ", ["727", "701"]), ("61", "AU", ["2555", "412", "1800", "1300", "145"]),
    ("47", "NO", ["21", "800"]), ("47", "SJ", ["79"]), ("358", "FI", ["40", "800"]),
    ("358", "AX", ["18"]), ("55", "BR", ["11961", "1123", "800"]),
    ("54", "AR", ["9223"]),
    ("91", "IN", ["98", "80", "1800"]),
    ("86", "CN", ["138"]), ("81", "JP", ["3", "90", "120"]),
    ("31", "NL", ["20", "6", "800", "97"]), ("41", "CH", ["44", "76", "900"]),
    ("43", "AT", ["1", "664", "720"]), ("48", "PL", ["22", "51", "70"]),
    ("290", "SH", ["5"]),
    ("800", "US", ["1234"]), ("599", "CW", ["9"]), ("599", "BQ", ["7"]),
  ]

  private func verdict(
    _ text: String, _ region: String?,
    _ examine: (
      UnsafePointer<CChar>?, Int, UnsafePointer<CChar>?, UnsafeMutablePointer<leadmill_phone>?
    )
      -> Void
  ) -> String {
    var result = leadmill_phone()
    if let region {
      examine(text, text.utf8.count, region, &result)
    } else {
      examine(text, text.utf8.count, nil, &result)
    }
    let e164 = withUnsafeBytes(of: &result.e164) {
      String(decoding: $0.prefix(Int(result.e164_length)), as: UTF8.self)
    }
    let found = withUnsafeBytes(of: &result.region) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    return "\(result.outcome) \(result.type) \(result.extension_length) \(e164) \(found)"
  }

  @Test("our reading of a number is libphonenumber's: outcome, type, region and E.164")
  func agreesWithTheLibrary() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(seed: seed)
    var validCount = 0
    for _ in 0..<6_000 {
      let stem = Self.stems[Int.random(in: 0..<Self.stems.count, using: &random)]
      var digits = stem.digits[Int.random(in: 0..<stem.digits.count, using: &random)]
      let length = Int.random(in: 6...11, using: &random)
      while digits.count < length { digits += String(Int.random(in: 0...9, using: &random)) }
      let spelling = Int.random(in: 0...9, using: &random)
      var text = spelling < 6 ? "+\(stem.code)\(digits)" : digits
      if spelling == 6 { text = "0" + text }
      if spelling == 7 { text = stem.code + text }
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let offset = Int.random(in: 1..<text.count, using: &random)
        let separator = [" ", "-", ".", "(", ") ", "/", " x"].randomElement(using: &random) ?? " "
        text.insert(contentsOf: separator, at: text.index(text.startIndex, offsetBy: offset))
      }
      let region = spelling == 0 ? nil : stem.region
      let ours = verdict(text, region, leadmill_phone_examine)
      let theirs = verdict(text, region, leadmill_phone_examine_by_library)
      #expect(ours == theirs, "\(text) in \(region ?? "no region"), seed \(seed)")
      if ours.hasPrefix("\(LEADMILL_PHONE_VALID.rawValue) ") { validCount += 1 }
    }
    // The comparison means something only when a good part of the numbers are real ones.
    #expect(validCount > 1_000, "seed \(seed)")
  }

  @Test(
    "every example of the newest metadata, of all regions and types, gets the verdict it has there")
  func agreesWithTheExamples() throws {
    let path = "\(RepositoryPaths.fixtures)/phone-examples.tsv"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count > 1_000)
    #expect(
      lines[0].contains(" \(String(cString: leadmill_phone_plans_version())):"),
      "the examples are those of the metadata that the plans were made from")
    for line in lines.dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let region = cells[0].isEmpty ? nil : cells[0]
      let expected = "\(cells[2]) \(cells[3]) \(cells[6].count) \(cells[5]) \(cells[4])"
      #expect(verdict(cells[1], region, leadmill_phone_examine) == expected, "\(line)")
    }
  }

  @Test(
    "spellings at the edges are read as the library reads them",
    arguments: [
      "", "+", "+1", "+0", "++4420", "0", "(", ")", "+44", "+44 0", "+999 123 4567", "+1 (",
      "911", "+1234567890123456789", "+44 20 7946 0018 ext. 5", "1-800-FLOWERS", "+(44)2079460018",
    ])
  func edges(text: String) {
    for region in [nil, "GB", "US", "ZZ", "gb"] {
      #expect(
        verdict(text, region, leadmill_phone_examine)
          == verdict(text, region, leadmill_phone_examine_by_library))
    }
  }
}

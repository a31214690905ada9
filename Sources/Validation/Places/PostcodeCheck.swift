import Bytes
package import LeadModel

/// Whether a postcode has the shape that its country uses.
package enum PostcodeCheck {
  package enum Verdict: Equatable, Sendable {
    case fits
    /// The shape that was expected, and the code that a lost leading zero would explain.
    case differs(expected: String, suggestion: String?)
  }

  /// Shapes of the Universal Postal Union's addressing guides: 9 a digit, A a letter, anything else
  /// itself. Spaces and hyphens in the input are not compared.
  private static let shapes: [CountryCode: [String]] = {
    let rows = [
      "DE 99999", "FR 99999", "ES 99999", "IT 99999", "FI 99999", "AT 9999", "CH 9999", "LI 9999",
      "BE 9999", "LU 9999", "DK 9999", "NO 9999", "HU 9999", "SI 9999", "BG 9999", "AU 9999",
      "NZ 9999", "US 99999 999999999", "NL 9999AA", "PL 99999", "PT 9999999 9999", "CZ 99999",
      "SK 99999", "SE 99999", "GR 99999", "TR 99999", "CA A9A9A9", "JP 9999999", "BR 99999999",
      "MX 99999", "IN 999999", "CN 999999", "RU 999999", "SG 999999", "ZA 9999",
      "GB A99AA A999AA AA99AA AA999AA A9A9AA AA9A9AA",
    ]
    var shapes: [CountryCode: [String]] = [:]
    for row in rows {
      let words = row.split(separator: " ").map(String.init)
      if let code = CountryCode(words[0]) { shapes[code] = Array(words.dropFirst()) }
    }
    return shapes
  }()

  package static func check(
    _ postcode: UnsafeBufferPointer<UInt8>, country: CountryCode
  ) -> Verdict {
    guard let expected = shapes[country] else { return .fits }
    // Codes are short: sixteen bytes hold every shape and more.
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { compact in
      var count = prefixLength(of: postcode, country: country)
      var kept = 0
      while count < postcode.count {
        let byte = postcode[count]
        count += 1
        if byte == 32 || byte == UInt8(ascii: "-") { continue }
        guard kept < 16 else { return .differs(expected: expected[0], suggestion: nil) }
        compact[kept] = ASCII.uppercased(byte)
        kept += 1
      }
      let code = UnsafeBufferPointer(rebasing: compact[..<kept])
      for shape in expected where fits(code, shape) { return .fits }
      return .differs(
        expected: expected.joined(separator: " or "), suggestion: restored(code, expected[0]))
    }
  }

  /// `D-10115` carries its country's letter before the code.
  private static func prefixLength(
    of postcode: UnsafeBufferPointer<UInt8>, country: CountryCode
  ) -> Int {
    guard let dash = postcode.prefix(4).firstIndex(of: UInt8(ascii: "-")), dash > 0,
      postcode[..<dash].allSatisfy(ASCII.isLetter),
      ASCII.uppercased(postcode[0]) == country.first
    else { return 0 }
    return dash + 1
  }

  private static func fits(_ code: UnsafeBufferPointer<UInt8>, _ shape: String) -> Bool {
    let shape = shape.utf8
    guard code.count == shape.count else { return false }
    return zip(code, shape).allSatisfy { byte, wanted in
      wanted == UInt8(ascii: "9") ? ASCII.isDigit(byte) : ASCII.isLetter(byte)
    }
  }

  /// A code of digits one short of its shape lost its leading zero in a spreadsheet.
  private static func restored(_ code: UnsafeBufferPointer<UInt8>, _ shape: String) -> String? {
    guard shape.utf8.allSatisfy({ $0 == UInt8(ascii: "9") }), code.count == shape.utf8.count - 1,
      code.allSatisfy(ASCII.isDigit)
    else { return nil }
    return "0" + String(decoding: code, as: UTF8.self)
  }
}

import Bytes

/// Postcodes as people write them: `PLZ 10115`, `C.P. 06600`, `〒100-0001`, `ΤΚ 475 48`, in the digits
/// of another script, or with the `CEDEX` of French companies.
enum PostcodeSpelling {
  /// The code without what stands around it, in capital letters and digits of ASCII.
  ///
  /// - Returns: nil when nothing else is written there.
  static func code(in text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard let plain = ascii(text) else { return nil }
    var code = plain[...]
    if let word = words.first(where: { code.starts(with: $0.utf8) }) {
      let rest = code.dropFirst(word.utf8.count)
      // "CPX" is no abbreviation with a code behind it.
      if let next = rest.first, !ASCII.isLetter(next) {
        code = rest.drop { $0 == 32 || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
      }
    }
    if let end = code.firstRange(of: Array(" CEDEX".utf8)),
      code[end.upperBound...].allSatisfy({ $0 == 32 || ASCII.isDigit($0) })
    {
      code = code[..<end.lowerBound]
    }
    return code.elementsEqual(text) || code.isEmpty ? nil : Array(code)
  }

  /// Abbreviations and words for a postcode; longer ones before what they begin with.
  private static let words = [
    "POSTLEITZAHL", "POSTAL CODE", "POSTCODE", "ZIP CODE", "ZIPCODE", "ZIP", "PLZ", "C.P", "CP",
    "CEP", "CAP", "T.K", "TK", "PIN CODE", "PINCODE", "PIN", "NPA",
  ]

  /// Digits of every script and letters of double width as those of ASCII, dashes as hyphens.
  private static func ascii(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var plain: [UInt8] = []
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0..<0x80: plain.append(ASCII.uppercased(UInt8(scalar.value)))
      case 0x3012, 0x200E, 0x200F, 0xFEFF: continue
      case 0x2010...0x2015, 0x2212, 0xFF0D, 0x30FC: plain.append(UInt8(ascii: "-"))
      case 0xA0, 0x2009, 0x202F, 0x3000: plain.append(32)
      case 0x3A4, 0x3C4: plain.append(UInt8(ascii: "T"))
      case 0x39A, 0x3BA: plain.append(UInt8(ascii: "K"))
      case 0xFF21...0xFF3A: plain.append(UInt8(scalar.value - 0xFF21) + 65)
      case 0xFF41...0xFF5A: plain.append(UInt8(scalar.value - 0xFF41) + 65)
      default:
        guard scalar.properties.numericType == .decimal,
          let value = scalar.properties.numericValue
        else { return nil }
        plain.append(UInt8(value) + 48)
      }
    }
    return plain
  }
}

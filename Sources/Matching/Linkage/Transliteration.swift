/// Folded Cyrillic and Greek letters in Latin ones, so that `Петров` meets `Petrov`.
///
/// - Source: the romanization systems of BGN/PCGN for Russian (1947) and Ukrainian (2019) without
///   marks, and ELOT 743 for Greek.
enum Transliteration {
  /// Rewrites a text in UTF-8; letters of other scripts stay.
  static func toLatin(_ text: inout [UInt8]) {
    guard text.contains(where: { $0 >= 0x80 }) else { return }
    var latin: [UInt8] = []
    var last: UInt32 = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x430...0x44F: append(cyrillic[Int(scalar.value - 0x430)], to: &latin)
      case 0x454: append("ye", to: &latin)
      case 0x456, 0x457: append("i", to: &latin)
      case 0x491: append("g", to: &latin)
      // The digraphs of upsilon.
      case 0x3C5 where last == 0x3BF: append("u", to: &latin)
      case 0x3C5 where last == 0x3B1 || last == 0x3B5: append("v", to: &latin)
      case 0x3B1...0x3C9: append(greek[Int(scalar.value - 0x3B1)], to: &latin)
      default: latin.append(contentsOf: Array(String(scalar).utf8))
      }
      last = scalar.value
    }
    text = latin
  }

  private static func append(_ letters: StaticString, to text: inout [UInt8]) {
    letters.withUTF8Buffer { text.append(contentsOf: $0) }
  }

  /// а to я.
  private static let cyrillic: [StaticString] = [
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t",
    "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
  ]

  /// α to ω, both forms of sigma.
  private static let greek: [StaticString] = [
    "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s",
    "t", "y", "f", "ch", "ps", "o",
  ]
}

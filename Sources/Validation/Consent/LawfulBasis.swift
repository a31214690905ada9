import Bytes

/// The lawful basis that a cell names by its place in the law: `Art. 6 Abs. 1 lit. f DSGVO`, `6(1)(f)`.
package enum LawfulBasis {
  /// The basis, as the vocabulary has it; nil for any other text.
  ///
  /// - Source: GDPR Article 6(1) (a) to (f).
  package static func article(_ text: String) -> String? {
    guard text.utf8.count <= longest else { return nil }
    var parts: [String] = []
    for word in TextFold.words(of: text).split(separator: " ") {
      // Figures and letters may stand together: `Art6(1)f`, `1f`.
      var rest = word
      while let first = rest.utf8.first {
        let part = rest.prefix {
          $0.isASCII && ASCII.isDigit($0.asciiValue ?? 0) == ASCII.isDigit(first)
        }
        guard !part.isEmpty else { return nil }
        if !fillers.contains(String(part)) { parts.append(String(part)) }
        rest = rest.dropFirst(part.count)
      }
    }
    guard let letter = parts.popLast(), letter.utf8.count == 1, let byte = letter.utf8.first,
      (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte), places.contains(parts)
    else { return nil }
    return Vocabulary.lawfulBasis.values[Int(byte - UInt8(ascii: "a"))]
  }

  /// In bytes.
  private static let longest = 128
  /// Article and paragraph, the second also with its sentence.
  private static let places: Set<[String]> = [["6", "1"], ["6", "1", "1"]]

  /// Words around the figures in the languages of forms; `s` is the sentence of German law.
  private static let fillers: Set<String> = [
    "art", "article", "artikel", "articulo", "articolo", "artigo", "abs", "absatz", "s", "satz",
    "lit", "litera", "letter", "buchstabe", "lettre", "letra", "lettera", "sub", "onder",
    "onderdeel", "point", "punkt", "para", "par", "paragraph", "paragraphe", "paragrafo",
    "apartado",
    "comma", "lid", "no", "n", "gdpr", "dsgvo", "ds", "gvo", "rgpd", "avg", "uk", "eu", "du", "de",
    "del", "di", "da", "do", "der", "des",
  ]
}

import Bytes

/// A header taken apart into folded words.
struct HeaderWords: Sendable, Equatable {
  /// Lower case, without accents and punctuation.
  let words: [String]
  /// The number that counts repeats of a column: `Phone 2`, `E-mail 1 - Value`; nil: none.
  let ordinal: Int?

  /// Longer headers are questions of a form; what follows says nothing more.
  private static let maximumLength = 160

  init(_ header: String) {
    let folded = TextFold.words(of: Self.spaced(header))
    var words: [String] = []
    var ordinal: Int?
    for word in folded.split(separator: " ") {
      if let number = Int(word), !word.hasPrefix("00") {
        // The last one counts; years and sizes do not, and thousands are a unit.
        if (0...99).contains(number) { ordinal = number } else { words.append(String(word)) }
      } else {
        words.append(String(word))
      }
    }
    self.words = words
    self.ordinal = ordinal
  }

  /// The words without one that they begin with; all of them where nothing would be left.
  func without(_ first: String) -> HeaderWords {
    guard words.count > 1, words[0] == first else { return self }
    return HeaderWords(words: Array(words.dropFirst()), ordinal: ordinal)
  }

  private init(words: [String], ordinal: Int?) {
    self.words = words
    self.ordinal = ordinal
  }

  /// Parts words that are written together: `firstName`, `IDNumber`, `Address1`, `utm_source`.
  private static func spaced(_ header: String) -> String {
    let scalars = Array(header.unicodeScalars.prefix(maximumLength))
    var output = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "#", "№":
        output.append(contentsOf: " number ".unicodeScalars)
        continue
      case "°", "º", "_", "\u{FEFF}":
        output.append(" ")
        continue
      case "&":
        output.append(contentsOf: " and ".unicodeScalars)
        continue
      case "'", "’":
        if endsWithArticle(scalars[..<index]) { output.append(" ") }
        continue
      default: break
      }
      if index > 0, isBoundary(scalars, index) { output.append(" ") }
      output.append(scalar)
    }
    return String(output)
  }

  /// Whether the last word is a shortened article or preposition: `ID d'inscription`, `sede
  /// dell'azienda`. Other marks stand inside a word.
  private static func endsWithArticle(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let word = scalars.reversed().prefix(longestArticle + 1).prefix { $0.properties.isAlphabetic }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: word.reversed())
    return articles.contains(String(text).lowercased())
  }

  private static let articles: Set<String> = ["d", "l", "un", "dell"]
  private static let longestArticle = 4

  private static func isBoundary(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    let (before, here) = (scalars[index - 1], scalars[index])
    if isDigit(before) != isDigit(here) { return isLetterOrDigit(before) && isLetterOrDigit(here) }
    guard isUpper(here) else { return false }
    if isLower(before) { return true }
    // "IDNumber": the last capital begins the next word, unless the word is all capitals.
    return isUpper(before) && index + 1 < scalars.count && isLower(scalars[index + 1])
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || scalar.properties.isAlphabetic
  }

  private static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("A"..."Z").contains(scalar) : scalar.properties.isUppercase
  }

  private static func isLower(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("a"..."z").contains(scalar) : scalar.properties.isLowercase
  }
}

import Bytes

/// The words of headers in all languages, and what they mean.
struct Vocabulary: Sendable {
  /// One thing that a word means.
  struct Meaning: Sendable, Hashable {
    let terms: TermSet
    /// Languages in which it does, as bits of their raw values.
    var languages: UInt8
    /// Whether it means something else as often.
    let isWeak: Bool
    /// Whether it is a word of other things as well, so that it makes nothing sure.
    var isVague = false
  }

  /// By the word's letters and digits without spaces.
  private(set) var meanings: [String: [Meaning]] = [:]
  /// Most words of a phrase.
  static let longestPhrase = 6

  static let standard: Vocabulary = {
    var vocabulary = Vocabulary()
    vocabulary.meanings.reserveCapacity(6_000)
    for language in Language.allCases { vocabulary.add(language) }
    return vocabulary
  }()

  private mutating func add(_ language: Language) {
    var table = language.table
    let bit: UInt8 = 1 << UInt8(language.rawValue)
    table.withUTF8 { bytes in
      for line in bytes.split(separator: 10) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
        let terms = TermSet(
          line[..<colon].split(separator: UInt8(ascii: "+")).compactMap {
            Term(rawValue: String(decoding: $0, as: UTF8.self).filter { $0 != " " })
          })
        for word in line[(colon + 1)...].split(separator: UInt8(ascii: "|")) {
          let marks = word.suffix(2)
          let isWeak = marks.contains(UInt8(ascii: "?"))
          let isFurther = marks.contains(UInt8(ascii: "*"))
          let isVague = marks.contains(UInt8(ascii: "~"))
          let key = word.filter { ASCII.isLetter($0) || ASCII.isDigit($0) }
          add(
            String(decoding: key, as: UTF8.self),
            Meaning(terms: terms, languages: bit, isWeak: isWeak, isVague: isVague),
            isFurther: isFurther)
        }
      }
    }
  }

  private mutating func add(_ key: String, _ meaning: Meaning, isFurther: Bool) {
    guard var known = meanings[key] else {
      meanings[key] = [meaning]
      return
    }
    if let index = known.firstIndex(where: {
      $0.terms == meaning.terms && $0.isWeak == meaning.isWeak && $0.isVague == meaning.isVague
    }) {
      known[index].languages |= meaning.languages
    } else if isFurther || !known.contains(where: { $0.languages & meaning.languages != 0 }) {
      known.append(meaning)
    }
    meanings[key] = known
  }

  /// The meanings of a word or phrase, given as its letters and digits; also with the umlauts
  /// that are spelt as two letters.
  func find(_ key: String) -> [Meaning] {
    if let found = meanings[key] { return found }
    guard key.contains("ae") || key.contains("oe") || key.contains("ue") else { return [] }
    var letters = Array(key.utf8)
    var index = 0
    while index + 1 < letters.count {
      let isVowel = [UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "u")]
        .contains(letters[index])
      if isVowel, letters[index + 1] == UInt8(ascii: "e") { letters.remove(at: index + 1) }
      index += 1
    }
    return meanings[String(decoding: letters, as: UTF8.self)] ?? []
  }

  /// The known word that a misspelt one is one edit away from; nil when it is none, or several.
  func nearest(to key: String) -> String? {
    guard key.utf8.count >= 6, let first = key.utf8.first else { return nil }
    var found: String?
    for word in meanings.keys where word.utf8.first == first {
      guard abs(word.utf8.count - key.utf8.count) <= 1, Self.isOneEdit(word, key) else { continue }
      if let known = found, meanings[known] != meanings[word] { return nil }
      found = min(word, found ?? word)
    }
    return found
  }

  /// Whether one insertion, deletion, substitution or swap of neighbours makes one of the other.
  static func isOneEdit(_ left: String, _ right: String) -> Bool {
    let (short, long) = left.utf8.count <= right.utf8.count ? (left, right) : (right, left)
    let (a, b) = (Array(short.utf8), Array(long.utf8))
    var start = 0
    while start < a.count, a[start] == b[start] { start += 1 }
    var end = 0
    while end < a.count - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    let (restA, restB) = (a.count - start - end, b.count - start - end)
    if restA == 2, restB == 2 { return a[start] == b[start + 1] && a[start + 1] == b[start] }
    return restA <= 1 && restB <= 1
  }
}

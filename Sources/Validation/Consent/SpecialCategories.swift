import Bytes

/// Finds words in free text that tell of what needs special protection: health, religion, trade
/// union, politics, ethnic origin, sexual orientation. It says which, never the text.
///
/// - Source: GDPR Article 9(1).
package struct SpecialCategories: Sendable {
  private struct Entry: Sendable {
    let words: [UInt8]
    /// Whether it is the beginning of a word.
    let isStem: Bool
    /// nil: a phrase in which such words tell nothing of anybody.
    let category: Int?
  }

  /// Categories, in the order of the file.
  package let names: [String]
  private var entries: [[Entry]] = []
  /// Where the entries are that begin with two bytes, -1 for none: most words end here.
  private var starts: [Int32] = []
  /// Longer texts are looked at up to here, in bytes.
  private static let longest = 1 << 16

  /// Words are compared folded; one that ends in `*` stands for all that begin with it. `harmless` are
  /// phrases in which the words tell nothing of anybody, as `Tropic of Cancer`.
  package init(
    _ categories: [(name: String, words: [String])] = [], harmless: [String] = []
  ) {
    names = categories.map(\.name)
    guard !categories.isEmpty else { return }
    starts = Array(repeating: -1, count: 1 << 16)
    // Phrases come first, so that the words in them are passed over.
    for phrase in harmless { add(phrase, category: nil) }
    for (category, entry) in categories.enumerated() {
      for word in entry.words { add(word, category: category) }
    }
  }

  private mutating func add(_ word: String, category: Int?) {
    let words = Array(TextFold.words(of: word).utf8)
    guard words.count > 1 else { return }
    let key = Int(words[0]) << 8 | Int(words[1])
    if starts[key] < 0 {
      starts[key] = Int32(entries.count)
      entries.append([])
    }
    entries[Int(starts[key])].append(
      Entry(words: words, isStem: word.hasSuffix("*"), category: category))
  }

  package var isEmpty: Bool { entries.isEmpty }

  /// Bits of the categories that a text seems to tell of; the scratch is overwritten.
  package func categories(
    in text: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8]
  ) -> UInt64 {
    guard !entries.isEmpty, text.count > 1 else { return 0 }
    scratch.removeAll(keepingCapacity: true)
    TextFold.appendWords(
      of: UnsafeBufferPointer(rebasing: text.prefix(Self.longest)), to: &scratch)
    return scratch.withUnsafeBufferPointer { folded in
      var found: UInt64 = 0
      var isStart = true
      // Where the last harmless phrase ends.
      var harmlessEnd = 0
      for index in 0..<max(0, folded.count - 1) {
        if isStart {
          let place = starts[Int(folded[index]) << 8 | Int(folded[index + 1])]
          if place >= 0 {
            for entry in entries[Int(place)] where Self.stands(entry, in: folded, at: index) {
              if let category = entry.category {
                if index + entry.words.count > harmlessEnd {
                  found |= 1 << UInt64(min(category, 63))
                }
              } else {
                harmlessEnd = max(harmlessEnd, index + entry.words.count)
              }
            }
          }
        }
        isStart = folded[index] == 32
      }
      return found
    }
  }

  private static func stands(
    _ entry: Entry, in text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Bool {
    let end = start + entry.words.count
    guard end <= text.count else { return false }
    for offset in 0..<entry.words.count where text[start + offset] != entry.words[offset] {
      return false
    }
    return entry.isStem || end == text.count || text[end] == 32
  }

  /// The names of categories, as a message lists them.
  package func listed(_ bits: UInt64) -> String {
    names.enumerated().filter { bits & 1 << UInt64(min($0.offset, 63)) != 0 }.map(\.element)
      .joined(separator: ", ")
  }
}

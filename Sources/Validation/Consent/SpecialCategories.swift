import Bytes

/// Finds words in free text that tell of what needs special protection: health, religion, trade
/// union, politics, ethnic origin, sexual orientation. It says which, never the text.
///
/// - Source: GDPR Article 9(1).
package struct SpecialCategories: Sendable {
  /// A word, or a phrase, among the letters of all of them.
  private struct Entry: Sendable {
    let start: Int
    let count: Int
    /// Its first eight letters, and which bits of them count.
    let head: UInt64
    let mask: UInt64
    /// Whether it is the beginning of a word.
    let isStem: Bool
    /// -1: a phrase in which such words tell nothing of anybody.
    let category: Int
  }

  /// Categories, in the order of the file.
  package let names: [String]
  private var letters: [UInt8] = []
  /// Those that begin with the same two bytes stand together.
  private var entries: [Entry] = []
  /// By two bytes, where the entries begin that begin with them; the next ones end there.
  private var firsts: [Int32] = []
  /// Longer texts are looked at up to here, in bytes.
  private static let longest = 1 << 16

  /// Words are compared folded; one that ends in `*` stands for all that begin with it. `harmless` are
  /// phrases in which the words tell nothing of anybody, as `Tropic of Cancer`.
  package init(
    _ categories: [(name: String, words: [String])] = [], harmless: [String] = []
  ) {
    names = categories.map(\.name)
    guard !categories.isEmpty else { return }
    // Phrases come first, so that the words in them are passed over.
    var found = harmless.compactMap { add($0, category: -1) }
    for (category, entry) in categories.enumerated() {
      found += entry.words.compactMap { add($0, category: category) }
    }
    firsts = Array(repeating: 0, count: (1 << 16) + 1)
    for entry in found { firsts[key(entry) + 1] += 1 }
    for key in 1..<firsts.count { firsts[key] += firsts[key - 1] }
    var places = firsts
    let spare = Entry(start: 0, count: 0, head: 0, mask: 0, isStem: false, category: -1)
    entries = Array(repeating: spare, count: found.count)
    for entry in found {
      let key = key(entry)
      entries[Int(places[key])] = entry
      places[key] += 1
    }
  }

  private func key(_ entry: Entry) -> Int {
    Int(letters[entry.start]) << 8 | Int(letters[entry.start + 1])
  }

  private mutating func add(_ word: String, category: Int) -> Entry? {
    let words = Array(TextFold.words(of: word).utf8)
    guard words.count > 1 else { return nil }
    defer { letters += words }
    let head = words.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Entry(
      start: letters.count, count: words.count, head: head,
      mask: words.count < 8 ? (1 << (8 * UInt64(words.count))) - 1 : .max,
      isStem: word.hasSuffix("*"), category: category)
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
      letters.withUnsafeBufferPointer { letters in
        firsts.withUnsafeBufferPointer { firsts in
          entries.withUnsafeBufferPointer { Self.found(in: folded, $0, firsts, letters) }
        }
      }
    }
  }

  private static func found(
    in folded: UnsafeBufferPointer<UInt8>, _ entries: UnsafeBufferPointer<Entry>,
    _ firsts: UnsafeBufferPointer<Int32>, _ letters: UnsafeBufferPointer<UInt8>
  ) -> UInt64 {
    var found: UInt64 = 0
    var isStart = true
    // Where the last harmless phrase ends.
    var harmlessEnd = 0
    for index in 0..<max(0, folded.count - 1) {
      if isStart {
        let key = Int(folded[index]) << 8 | Int(folded[index + 1])
        let head = Self.head(of: folded, at: index)
        for place in Int(firsts[key])..<Int(firsts[key + 1]) {
          let entry = entries[place]
          guard head & entry.mask == entry.head, stands(entry, letters, in: folded, at: index)
          else { continue }
          if entry.category < 0 {
            harmlessEnd = max(harmlessEnd, index + entry.count)
          } else if index + entry.count > harmlessEnd {
            found |= 1 << UInt64(min(entry.category, 63))
          }
        }
      }
      isStart = folded[index] == 32
    }
    return found
  }

  /// Eight letters, the first in the lowest byte; zeros behind the last.
  private static func head(of text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt64 {
    let raw = UnsafeRawBufferPointer(text)
    if index + 8 <= text.count {
      return UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
    return text[index...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func stands(
    _ entry: Entry, _ letters: UnsafeBufferPointer<UInt8>,
    in text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Bool {
    let end = start + entry.count
    guard end <= text.count else { return false }
    for offset in 0..<entry.count where text[start + offset] != letters[entry.start + offset] {
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

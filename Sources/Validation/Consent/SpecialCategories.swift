import Bytes

/// Finds words in free text that tell of what needs special protection: health, genes, religion,
/// politics and the like. It says which, never the text.
///
/// - Source: GDPR Articles 9(1) and 10.
package struct SpecialCategories: Sendable {
  /// Categories, in the order of the file.
  package let names: [String]
  private let index: Deferred<SpecialWords>

  /// Words are compared folded; one of three letters or more that ends in `*` stands for all that
  /// begin with it, and `{votes|voted} green` for each choice. `harmless` are phrases in which the
  /// words tell nothing of anybody, as `Tropic of Cancer`.
  package init(
    _ categories: [(name: String, words: [String])] = [], harmless: [String] = []
  ) {
    names = categories.map(\.name)
    index = Deferred { SpecialWords(categories.map(\.words), harmless: harmless) }
  }

  package var isEmpty: Bool { names.isEmpty }

  /// Bits of the categories that a text seems to tell of; the scratch is overwritten.
  package func categories(
    in text: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8]
  ) -> UInt64 {
    guard !isEmpty, text.count > 1 else { return 0 }
    return index.value.categories(in: text, scratch: &scratch)
  }

  /// The names of categories, as a message lists them.
  package func listed(_ bits: UInt64) -> String {
    names.enumerated().filter { bits & 1 << UInt64(min($0.offset, 63)) != 0 }.map(\.element)
      .joined(separator: ", ")
  }
}

/// The words of all categories, found by their first letters.
struct SpecialWords: Sendable {
  /// Words among the letters of all of them.
  private struct Piece: Sendable {
    let start: Int
    let count: Int
    /// Whether it is the beginning of a word.
    let isStem: Bool
  }

  /// How a phrase begins, and what has to follow.
  private struct Entry: Sendable {
    let piece: Piece
    /// Its first eight letters, and which bits of them count.
    let head: UInt64
    let mask: UInt64
    /// The position of what follows in `tails`, -1 for nothing.
    let tail: Int
    /// -1: a phrase in which such words tell nothing of anybody.
    let category: Int

    var key: Int { piece.count < 5 ? SpecialWords.shortKey(head) : SpecialWords.longKey(head) }
  }

  /// What follows the beginning of a phrase: one of several pieces after another.
  private typealias Tail = [[Piece]]

  private var letters: [UInt8] = []
  /// Those of the same key stand together.
  private var entries: [Entry] = []
  private var tails: [Tail] = []
  /// By key, where its entries begin; the next one's end there.
  private var firsts: [Int32] = []
  /// Longer texts are looked at up to here, in bytes: a spreadsheet's cell holds as many letters.
  private static let longest = 1 << 15

  /// `categories`: the words of each; `harmless`: phrases in which they tell nothing.
  init(_ categories: [[String]], harmless: [String]) {
    // Phrases come first, so that the words in them are passed over.
    var found = harmless.flatMap { add($0, category: -1) }
    for (category, words) in categories.enumerated() {
      found += words.flatMap { add($0, category: category) }
    }
    firsts = Array(repeating: 0, count: (1 << 16) + 1)
    for entry in found { firsts[entry.key + 1] += 1 }
    for key in 1..<firsts.count { firsts[key] += firsts[key - 1] }
    var places = firsts
    let spare = Entry(
      piece: Piece(start: 0, count: 0, isStem: false), head: 0, mask: 0, tail: -1, category: -1)
    entries = Array(repeating: spare, count: found.count)
    for entry in found {
      let key = entry.key
      entries[Int(places[key])] = entry
      places[key] += 1
    }
  }

  /// A number of 16 bits for the first three of eight letters; a blank follows a word of two.
  private static func shortKey(_ head: UInt64) -> Int {
    var first = UInt32(truncatingIfNeeded: head) & 0xFF_FFFF
    if first < 1 << 16 { first |= 32 << 16 }
    return Int((first &* 0x9E37_79B1) >> 16)
  }

  /// The same for the first five, of phrases that have as many: the first three of many are alike.
  private static func longKey(_ head: UInt64) -> Int {
    Int(((head & 0xFF_FFFF_FFFF) &* 0x9E37_79B9_7F4A_7C15) >> 48)
  }

  /// Takes up a phrase: an entry for each way in which it may begin.
  private mutating func add(_ phrase: String, category: Int) -> [Entry] {
    let parts = Self.parts(of: phrase)
    var tails: [Int: Int] = [:]
    return add(parts[...], category, &tails)
  }

  private mutating func add(
    _ parts: ArraySlice<[String]>, _ category: Int, _ known: inout [Int: Int]
  ) -> [Entry] {
    guard let first = parts.first else { return [] }
    let rest = parts.dropFirst()
    return first.flatMap { choice -> [Entry] in
      let words = TextFold.words(of: choice)
      // Nothing, one letter, or a word as frequent as `is` is found by what follows it.
      if words.utf8.count < 4, let next = rest.first, !choice.hasSuffix("*") {
        let joined = words.isEmpty ? next : next.map { "\(words) \($0)" }
        return add([joined] + rest.dropFirst(), category, &known)
      }
      if words.utf8.count < 2 { return [] }
      let piece = piece(choice)
      if known[rest.count] == nil {
        known[rest.count] = rest.isEmpty ? -1 : tails.count
        if !rest.isEmpty { tails.append(rest.map { part in part.map { self.piece($0) } }) }
      }
      let head = words.utf8.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return [
        Entry(
          piece: piece, head: head,
          mask: piece.count < 8 ? (1 << (8 * UInt64(piece.count))) - 1 : .max,
          tail: known[rest.count] ?? -1, category: category)
      ]
    }
  }

  private mutating func piece(_ words: String) -> Piece {
    let folded = TextFold.words(of: words).utf8
    defer { letters += folded }
    return Piece(start: letters.count, count: folded.count, isStem: words.hasSuffix("*"))
  }

  /// The parts of a phrase, each with its choices: `{a|b} c` has two. An empty choice may be left out.
  private static func parts(of phrase: String) -> [[String]] {
    var parts: [[String]] = []
    var rest = phrase[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if !rest[..<open].allSatisfy(\.isWhitespace) { parts.append([String(rest[..<open])]) }
      parts.append(
        rest[rest.index(after: open)..<close].split(
          separator: "|", omittingEmptySubsequences: false
        ).map(String.init))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.allSatisfy(\.isWhitespace) { parts.append([String(rest)]) }
    return parts
  }

  /// Bits of the categories that a text seems to tell of; the scratch is overwritten.
  func categories(in text: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8]) -> UInt64 {
    scratch.removeAll(keepingCapacity: true)
    TextFold.appendWords(
      of: UnsafeBufferPointer(rebasing: text.prefix(Self.longest)), to: &scratch)
    return scratch.withUnsafeBufferPointer { folded in
      letters.withUnsafeBufferPointer { letters in
        firsts.withUnsafeBufferPointer { firsts in
          entries.withUnsafeBufferPointer {
            Self.found(in: folded, $0, firsts, letters, tails)
          }
        }
      }
    }
  }

  private static func found(
    in folded: UnsafeBufferPointer<UInt8>, _ entries: UnsafeBufferPointer<Entry>,
    _ firsts: UnsafeBufferPointer<Int32>, _ letters: UnsafeBufferPointer<UInt8>, _ tails: [Tail]
  ) -> UInt64 {
    var found: UInt64 = 0
    var isStart = true
    // Where the last harmless phrase ends.
    var harmlessEnd = 0
    func look(_ head: UInt64, _ key: Int, _ isHarmless: Bool, at index: Int) {
      for place in Int(firsts[key])..<Int(firsts[key + 1]) {
        let entry = entries[place]
        guard head & entry.mask == entry.head, (entry.category < 0) == isHarmless,
          let beginning = end(of: entry.piece, letters, in: folded, at: index),
          let end = entry.tail < 0
            ? beginning : end(of: tails[entry.tail][...], letters, in: folded, at: beginning)
        else { continue }
        if isHarmless {
          harmlessEnd = max(harmlessEnd, end)
        } else if end > harmlessEnd {
          found |= 1 << UInt64(min(entry.category, 63))
        }
      }
    }
    for index in 0..<max(0, folded.count - 1) {
      if isStart {
        let head = Self.head(of: folded, at: index)
        // Harmless phrases first: words of theirs tell nothing.
        for isHarmless in [true, false] {
          look(head, Self.longKey(head), isHarmless, at: index)
          look(head, Self.shortKey(head), isHarmless, at: index)
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

  /// Where words end that begin at an index; nil where they do not stand there.
  private static func end(
    of piece: Piece, _ letters: UnsafeBufferPointer<UInt8>,
    in text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Int? {
    var end = start + piece.count
    guard end <= text.count else { return nil }
    for offset in 0..<piece.count where text[start + offset] != letters[piece.start + offset] {
      return nil
    }
    if piece.isStem {
      while end < text.count, text[end] != 32 { end += 1 }
    }
    return end == text.count || text[end] == 32 ? end : nil
  }

  /// The same of one piece of each part, behind words that end at an index.
  private static func end(
    of tail: ArraySlice<[Piece]>, _ letters: UnsafeBufferPointer<UInt8>,
    in text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Int? {
    guard let part = tail.first else { return start }
    for piece in part {
      if piece.count == 0 {
        if let end = end(of: tail.dropFirst(), letters, in: text, at: start) { return end }
      } else if start < text.count,
        let next = end(of: piece, letters, in: text, at: start + 1),
        let end = end(of: tail.dropFirst(), letters, in: text, at: next)
      {
        return end
      }
    }
    return nil
  }
}

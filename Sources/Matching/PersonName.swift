import Bytes

/// Names of persons, normalised for comparison.
///
/// `Dr. Müller, Hans-Peter` and `hans peter MUELLER` both read `hans peter muller`. Titles and
/// single initials between first and last word go; `ae`, `oe`, `ue` count as their umlauts.
struct PersonName: Sendable {
  /// The whole name: words in spoken order.
  private(set) var full: [UInt8] = []
  /// Family name and first initial, for the question whether two names agree.
  private(set) var agreement: [UInt8] = []
  private var words: [Range<Int>] = []
  private var scratch: [UInt8] = []

  /// Words that are no part of a name, folded.
  private static let titles: Set<UInt64> = Set(
    [
      "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "herr", "hr", "frau", "fr", "mme", "mlle",
      "monsieur", "madame", "sr", "sra", "senor", "senora", "sig", "dott", "ing", "dipl", "mag",
      "phd", "mba", "jr", "ii", "iii",
    ].map { Hash64.of($0) })

  /// Reads a name from its two parts, or from the full name when a part is missing.
  mutating func read(
    full fullName: UnsafeBufferPointer<UInt8>, first: UnsafeBufferPointer<UInt8>,
    last: UnsafeBufferPointer<UInt8>
  ) {
    scratch.removeAll(keepingCapacity: true)
    full.removeAll(keepingCapacity: true)
    agreement.removeAll(keepingCapacity: true)
    if fullName.isEmpty || !first.isEmpty && !last.isEmpty {
      append(first)
      append(last)
    } else if let comma = fullName.firstIndex(of: UInt8(ascii: ",")) {
      append(UnsafeBufferPointer(rebasing: fullName[(comma + 1)...]))
      append(UnsafeBufferPointer(rebasing: fullName[..<comma]))
    } else {
      append(fullName)
    }
    collapseDigraphs(&scratch)
    findWords()
    write()
  }

  private mutating func append(_ part: UnsafeBufferPointer<UInt8>) {
    guard !part.isEmpty else { return }
    if !scratch.isEmpty, scratch.last != 32 { scratch.append(32) }
    TextFold.appendWords(of: part, to: &scratch)
  }

  private mutating func findWords() {
    words.removeAll(keepingCapacity: true)
    var start = 0
    for index in 0...scratch.count where index == scratch.count || scratch[index] == 32 {
      if index > start, !isTitle(start..<index) { words.append(start..<index) }
      start = index + 1
    }
  }

  private func isTitle(_ word: Range<Int>) -> Bool {
    guard word.count <= 8 else { return false }
    return scratch.withUnsafeBufferPointer {
      Self.titles.contains(Hash64.of(UnsafeBufferPointer(rebasing: $0[word])))
    }
  }

  private mutating func write() {
    guard let first = words.first, let last = words.last else { return }
    for (index, word) in words.enumerated() {
      // An initial between the names is given by some forms and not by others.
      if word.count == 1, index > 0, index < words.count - 1 { continue }
      if !full.isEmpty { full.append(32) }
      full.append(contentsOf: scratch[word])
    }
    agreement.append(contentsOf: scratch[last])
    if words.count > 1 {
      agreement.append(32)
      agreement.append(scratch[first.lowerBound])
    }
  }

  /// Whether the name has at least two words: what a company key needs to mean one person.
  var isWhole: Bool { words.count > 1 }
}

/// Writes `ae`, `oe`, `ue` as `a`, `o`, `u`, as folding does with `ä`, `ö`, `ü`: both spellings of
/// a German name become one.
func collapseDigraphs(_ text: inout [UInt8]) {
  var written = 0
  for index in text.indices {
    let byte = text[index]
    if byte == UInt8(ascii: "e"), index > 0 {
      let before = text[index - 1]
      if before == UInt8(ascii: "a") || before == UInt8(ascii: "o") || before == UInt8(ascii: "u") {
        continue
      }
    }
    text[written] = byte
    written += 1
  }
  text.removeLast(text.count - written)
}

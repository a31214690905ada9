import Bytes

/// Parts a whole name into given and family name where that is safe.
package enum NameReader {
  package struct Parts: Equatable {
    package let first: Range<Int>
    package let last: Range<Int>
  }

  private static let titles = WordSet([
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "prof", "prof.", "herr", "frau",
    "m.", "mme", "mme.", "monsieur", "madame", "sr.", "sra.", "dipl.-ing.", "ing.",
  ])

  /// The ranges of the given and the family name in a name without spaces at its ends; nil for a
  /// single word. `Last, First` is understood, a title in front is left out, and everything behind
  /// the first word counts as the family name.
  package static func parts(of name: UnsafeBufferPointer<UInt8>) -> Parts? {
    if let comma = name.firstIndex(of: UInt8(ascii: ",")) {
      let last = trimmed(name, 0..<comma)
      let first = trimmed(name, (comma + 1)..<name.count)
      return first.isEmpty || last.isEmpty ? nil : Parts(first: first, last: last)
    }
    var start = 0
    var space = nextSpace(name, from: start)
    while space < name.count,
      titles.contains(UnsafeBufferPointer(rebasing: name[start..<space]))
    {
      start = space + 1
      space = nextSpace(name, from: start)
    }
    guard space < name.count, space > start else { return nil }
    let last = trimmed(name, (space + 1)..<name.count)
    return last.isEmpty ? nil : Parts(first: start..<space, last: last)
  }

  private static func nextSpace(_ name: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < name.count, name[index] != 32 { index += 1 }
    return index
  }

  private static func trimmed(
    _ name: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Range<Int> {
    var range = range
    while let first = range.first, ASCII.isSpace(name[first]) { range.removeFirst() }
    while let last = range.last, ASCII.isSpace(name[last]) { range.removeLast() }
    return range
  }
}

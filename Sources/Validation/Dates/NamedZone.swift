import Bytes

/// A time that has the name of its time zone behind it: `2026-01-05T10:00:00[Europe/Berlin]`, or
/// the name behind a space.
///
/// - Source: RFC 9557 (suffixes in brackets; those with `=` say nothing of the zone).
package struct NamedZone {
  /// The cell without it.
  package let time: UnsafeBufferPointer<UInt8>
  /// As it is written; nil where the brackets name none.
  package let name: String?

  /// nil where nothing behind the time looks like a name of a zone.
  package init?(_ cell: UnsafeBufferPointer<UInt8>) {
    let text = ASCII.trimmed(cell)
    guard text.count <= DateWording.longest else { return nil }
    let start: Int
    if text.last == UInt8(ascii: "]") {
      guard let bracket = text.firstIndex(of: UInt8(ascii: "[")) else { return nil }
      start = bracket
      let suffixes = text[(bracket + 1)..<(text.count - 1)].split(
        separator: UInt8(ascii: "]"), omittingEmptySubsequences: false)
      let words = suffixes.enumerated().map { position, suffix in
        // Each but the first begins with its own bracket; `!` marks what must be understood.
        suffix.dropFirst(position == 0 || suffix.first != UInt8(ascii: "[") ? 0 : 1)
          .drop { $0 == UInt8(ascii: "!") }
      }
      guard words.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isOfSuffix) }) else { return nil }
      name = words.first { !$0.contains(UInt8(ascii: "=")) }.map {
        String(decoding: $0, as: UTF8.self)
      }
    } else {
      guard let space = text.lastIndex(of: 32) else { return nil }
      start = space
      let word = text[(space + 1)...]
      guard Self.isName(word) else { return nil }
      name = String(decoding: word, as: UTF8.self)
    }
    time = ASCII.trimmed(UnsafeBufferPointer(rebasing: text[..<start]))
    guard !time.isEmpty else { return nil }
  }

  private static func isOfSuffix(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || "_+-/=:.".utf8.contains(byte)
  }

  /// `Europe/Berlin`, `PST8PDT`, `XYZ`: a path, or capitals, perhaps with figures.
  private static func isName(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard (2...64).contains(word.count), let first = word.first, (65...90).contains(first) else {
      return false
    }
    if word.contains(UInt8(ascii: "/")) {
      return word.allSatisfy { $0 != UInt8(ascii: "=") && Self.isOfSuffix($0) }
    }
    return word.count <= 9 && word.allSatisfy { (65...90).contains($0) || ASCII.isDigit($0) }
  }
}

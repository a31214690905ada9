import Bytes

/// A pattern over folded words: `head of *` matches `Head of Sales`, `*director*` matches
/// `Managing Director`, `cfo` only `CFO`.
///
/// `*` stands for any text, also none; all other characters for themselves, without case and
/// diacritics.
package struct WordPattern: Sendable {
  /// What stands between the stars, folded.
  private let pieces: [[UInt8]]

  package init(_ pattern: String) {
    pieces = pattern.split(separator: "*", omittingEmptySubsequences: false).map { piece in
      let words = Array(TextFold.words(of: String(piece)).utf8)
      guard !words.isEmpty else { return [] }
      // A space beside a star is part of what must be there: "head of *" is not "head office".
      return (piece.first == " " ? [32] : []) + words + (piece.last == " " ? [32] : [])
    }
  }

  package func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = pieces.first, let last = pieces.last else { return text.isEmpty }
    guard pieces.count > 1 else { return text.elementsEqual(first) }
    guard text.count >= first.count + last.count, text.starts(with: first),
      UnsafeBufferPointer(rebasing: text.suffix(last.count)).elementsEqual(last)
    else { return false }
    var start = first.count
    let end = text.count - last.count
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let found = Self.find(piece, in: text, from: start, to: end) else { return false }
      start = found + piece.count
    }
    return true
  }

  private static func find(
    _ piece: [UInt8], in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    guard start + piece.count <= end else { return nil }
    for position in start...(end - piece.count)
    where text[position] == piece[0] {
      if UnsafeBufferPointer(rebasing: text[position..<position + piece.count])
        .elementsEqual(piece)
      {
        return position
      }
    }
    return nil
  }
}

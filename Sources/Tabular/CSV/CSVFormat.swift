/// The bytes that structure a CSV text.
struct CSVFormat: Equatable, Sendable {
  /// One byte or several; never empty.
  var delimiter: [UInt8]
  /// nil: cells are never quoted.
  var quote: UInt8?
  var escape: QuoteEscape = .doubled
  /// Whether the ASCII record separator ends a row, rather than CR, LF or both.
  var endsWithRS = false
  /// Whether the table is drawn: lines of dashes between rows, cells padded with spaces.
  var isDrawn = false

  /// Whether libcsv reads exactly this: one delimiter byte, quotes doubled, lines.
  var fitsLibCSV: Bool {
    delimiter.count == 1 && (quote == nil || escape == .doubled) && !endsWithRS
      && delimiter[0] < 0x80 && !isDrawn
  }

  func isLineEnd(_ byte: UInt8) -> Bool {
    endsWithRS ? byte == 0x1E : byte == 10 || byte == 13
  }

  /// Length of the line end at a position; 0 when there is none. CR LF is one.
  func lineEndLength(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int {
    guard position < text.count, isLineEnd(text[position]) else { return 0 }
    return text[position] == 13 && position + 1 < text.count && text[position + 1] == 10 ? 2 : 1
  }

  /// Length of the delimiter at a position; 0 when there is none.
  func delimiterLength(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int {
    guard position < text.count, text[position] == delimiter[0] else { return 0 }
    if delimiter.count == 1 { return 1 }
    guard position + delimiter.count <= text.count else { return 0 }
    for offset in 1..<delimiter.count where text[position + offset] != delimiter[offset] {
      return 0
    }
    return delimiter.count
  }

  /// The first line end from a position on, or the end of the text.
  func lineEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start
    while position < text.count, !isLineEnd(text[position]) { position += 1 }
    return position
  }
}

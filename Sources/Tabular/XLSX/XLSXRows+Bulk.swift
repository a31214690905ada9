import Glibc

/// Cells spelled as nearly all programs spell them, read without an event for each element.
extension XLSXRows {
  /// Takes whole cells from a window that begins with a `<` inside of a row.
  ///
  /// - Returns: bytes taken. It stops before a cell with anything unusual: another attribute, a
  ///   formula, rich text, a comment, or an end that is not in the window.
  mutating func takeCells(_ window: UnsafeBufferPointer<UInt8>) -> Int {
    guard isRowNumbered, let start = window.baseAddress else { return 0 }
    let end = start + window.count
    var taken = start
    while failure == nil, let next = takeCell(taken, end) { taken = next }
    return taken - start
  }

  /// - Returns: where the next element begins; nil when the cell was not taken.
  @inline(__always)
  private mutating func takeCell(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    guard spells(start, "<c r=\"") else { return nil }
    var cursor = start + 6
    var column = 0
    while cursor.pointee &- 65 < 26, column < 1 << 15 {
      column = column * 26 + Int(cursor.pointee - 64)
      cursor += 1
    }
    let digits = cursor
    while cursor.pointee &- 48 < 10 { cursor += 1 }
    guard column > 0, column <= XLSXCellRange.maximumColumn + 1, cursor > digits,
      cursor.pointee == UInt8(ascii: "\"")
    else { return nil }
    cursor += 1
    var style = -1
    var kind: XLSXCell.Kind?
    while cursor.pointee == UInt8(ascii: " ") {
      if style < 0, spells(cursor, " s=\"") {
        cursor += 4
        style = 0
        while cursor.pointee &- 48 < 10, style < 1 << 40 {
          style = style * 10 + Int(cursor.pointee - 48)
          cursor += 1
        }
      } else if kind == nil, spells(cursor, " t=\"") {
        cursor += 4
        kind = Self.takeKind(&cursor)
        guard kind != nil else { return nil }
      } else {
        return nil
      }
      guard cursor.pointee == UInt8(ascii: "\"") else { return nil }
      cursor += 1
    }
    let isInline = kind == .inline
    if spells(cursor, "/>") {
      beginCell(column: column - 1, row: nil)
      return cursor + 2
    }
    if isInline {
      if spells(cursor, "><is><t>") {
        cursor += 8
      } else if spells(cursor, "><is><t xml:space=\"preserve\">") {
        cursor += 29
      } else {
        return nil
      }
    } else {
      guard spells(cursor, "><v>") else { return nil }
      cursor += 4
    }
    guard let text = XMLPlainText(cursor, end) else { return nil }
    let isClosed = isInline ? spells(text.end, "</t></is></c>") : spells(text.end, "</v></c>")
    guard isClosed, text.end - cursor <= environment.limits.cellBytes else { return nil }
    beginCell(column: column - 1, row: nil)
    if text.needsDecoding {
      guard putDecoded(cursor, text, kind ?? .number, max(0, style)) else { return nil }
    } else {
      put(
        UnsafeBufferPointer(start: cursor, count: text.end - cursor), kind: kind ?? .number,
        style: max(0, style))
    }
    return text.end + (isInline ? 13 : 8)
  }

  /// The kind in `t`, before its closing quote.
  @inline(__always)
  private static func takeKind(_ cursor: inout UnsafePointer<UInt8>) -> XLSXCell.Kind? {
    let first = cursor.pointee
    if cursor[1] == UInt8(ascii: "\"") {
      cursor += 1
      switch first {
      case UInt8(ascii: "s"): return .shared
      case UInt8(ascii: "n"): return .number
      case UInt8(ascii: "b"): return .boolean
      case UInt8(ascii: "e"): return .error
      case UInt8(ascii: "d"): return .isoDate
      default: return nil
      }
    }
    if spells(cursor, "inlineStr") {
      cursor += 9
      return .inline
    }
    if spells(cursor, "str") {
      cursor += 3
      return .string
    }
    return nil
  }

  /// - Returns: false when a reference is wrong, which the scanner will say.
  private mutating func putDecoded(
    _ start: UnsafePointer<UInt8>, _ text: XMLPlainText, _ kind: XLSXCell.Kind, _ style: Int
  ) -> Bool {
    let count = text.end - start
    var decoded: [UInt8]? = [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
      written = buffer.baseAddress.flatMap { XMLText.decode(start, text.end, to: $0) } ?? -1
      if written < 0 { written = 0 }
    }
    if text.hasReference, decoded?.isEmpty == true { decoded = nil }
    guard var bytes = decoded else { return false }
    if kind == .string || kind == .inline { XLSXEscapes.decode(&bytes, from: 0) }
    bytes.withUnsafeBufferPointer { put($0, kind: kind, style: style) }
    return true
  }
}

/// Whether bytes spell a text; the zeros behind a window end the comparison.
@inline(__always)
func spells(_ bytes: UnsafePointer<UInt8>, _ text: StaticString) -> Bool {
  memcmp(bytes, text.utf8Start, text.utf8CodeUnitCount) == 0
}

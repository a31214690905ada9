/// Character data from a place to the next `<`, looked through once.
struct XMLPlainText {
  let end: UnsafePointer<UInt8>
  private(set) var hasReference = false
  /// A carriage return.
  private(set) var hasReturn = false
  /// `_x`, which may begin an escape.
  private(set) var mayHaveEscape = false

  /// Whether the bytes are not yet the text.
  var needsDecoding: Bool { hasReference || hasReturn || mayHaveEscape }

  /// - Returns: nil when there is no `<` before `end`, or something that is not allowed.
  @inline(__always)
  init?(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) {
    var cursor = start
    while true {
      cursor = XMLText.plainEnd(cursor, end)
      guard cursor < end else { return nil }
      switch cursor.pointee {
      case UInt8(ascii: "<"):
        self.end = cursor
        return
      case UInt8(ascii: "_"):
        if cursor[1] == UInt8(ascii: "x") { mayHaveEscape = true }
        cursor += 1
      case UInt8(ascii: "&"):
        hasReference = true
        cursor += 1
      case UInt8(ascii: "]"):
        if cursor[1] == UInt8(ascii: "]"), cursor[2] == UInt8(ascii: ">") { return nil }
        cursor += 1
      case 9, 10: cursor += 1
      case 13:
        hasReturn = true
        cursor += 1
      default:
        let length = cursor.pointee < 0x80 ? 0 : XMLText.wideLength(cursor, end)
        guard length > 0 else { return nil }
        cursor += length
      }
    }
  }
}

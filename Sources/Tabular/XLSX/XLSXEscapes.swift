import Glibc

/// The `_xHHHH_` spelling of characters that XML cannot carry.
///
/// - Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
enum XLSXEscapes {
  /// Whether there is a `_` that may begin an escape.
  static func mayHaveEscape(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress else { return false }
    return memchr(base, 0x5F, text.count) != nil
  }

  /// Replaces the escapes in the last part of a buffer.
  static func decode(_ bytes: inout [UInt8], from start: Int) {
    guard var from = firstEscape(bytes, from: start) else { return }
    var output = Array(bytes[start..<from])
    while from < bytes.count {
      guard let unit = escape(bytes, at: from) else {
        output.append(bytes[from])
        from += 1
        continue
      }
      from += 7
      if unit & 0xFC00 == 0xD800, let low = escape(bytes, at: from), low & 0xFC00 == 0xDC00 {
        from += 7
        append(0x10000 + UInt32(unit - 0xD800) << 10 + UInt32(low - 0xDC00), to: &output)
      } else {
        append(UInt32(unit), to: &output)
      }
    }
    bytes.removeSubrange(start...)
    bytes.append(contentsOf: output)
  }

  private static func append(_ value: UInt32, to output: inout [UInt8]) {
    output.append(contentsOf: String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
  }

  private static func firstEscape(_ bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 7 <= bytes.count {
      if bytes[index] == UInt8(ascii: "_"), escape(bytes, at: index) != nil { return index }
      index += 1
    }
    return nil
  }

  private static func escape(_ bytes: [UInt8], at index: Int) -> UInt16? {
    guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"),
      bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt16 = 0
    for byte in bytes[index + 2..<index + 6] {
      switch byte {
      case 48...57: value = value << 4 | UInt16(byte - 48)
      case 65...70: value = value << 4 | UInt16(byte - 55)
      case 97...102: value = value << 4 | UInt16(byte - 87)
      default: return nil
      }
    }
    return value
  }
}

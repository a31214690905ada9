/// Character data of XML, byte by byte.
///
/// - Source: XML 1.0 (5th edition), 2.2 Characters, 2.11 End-of-Line Handling, 4.1 References.
enum XMLText {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The first byte that is more than itself: `<`, `&`, `]`, `_`, a control character, or one from
  /// 0x80 up; `end` when there is none. At least eight bytes from `end` on can be read, and the
  /// first of them is zero.
  @inline(__always)
  static func plainEnd(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    var cursor = start
    while cursor < end {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(cursor).loadUnaligned(as: UInt64.self))
      // Bit 7 of each byte that is below 0x20, equal to one of the marks, or has it set already.
      // A borrow can reach into higher bytes only from one that is marked itself.
      let marked =
        (word &- ones &* 0x20) | zeros(word ^ (ones &* 0x3C)) | zeros(word ^ (ones &* 0x26))
        | zeros(word ^ (ones &* 0x5D)) | zeros(word ^ (ones &* 0x5F)) | word
      let bits = marked & highs
      if bits != 0 {
        let found = cursor + bits.trailingZeroBitCount >> 3
        return found < end ? found : end
      }
      cursor += 8
    }
    return end
  }

  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- ones) & ~word
  }

  /// The length of the character that begins with a byte from 0x80 up.
  ///
  /// - Returns: 0 when it is none of UTF-8 or of XML: overlong, a surrogate, U+FFFE, U+FFFF, beyond
  ///   U+10FFFF, or not whole before `end`.
  static func wideLength(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int {
    let left = end - start
    let lead = start.pointee
    func follows(_ index: Int) -> Bool { start[index] & 0xC0 == 0x80 }
    if lead < 0xC2 { return 0 }
    if lead < 0xE0 { return left >= 2 && follows(1) ? 2 : 0 }
    if lead < 0xF0 {
      guard left >= 3, follows(1), follows(2) else { return 0 }
      if lead == 0xE0, start[1] < 0xA0 { return 0 }
      if lead == 0xED, start[1] >= 0xA0 { return 0 }
      if lead == 0xEF, start[1] == 0xBF, start[2] >= 0xBE { return 0 }
      return 3
    }
    guard lead < 0xF5, left >= 4, follows(1), follows(2), follows(3) else { return 0 }
    if lead == 0xF0, start[1] < 0x90 { return 0 }
    if lead == 0xF4, start[1] >= 0x90 { return 0 }
    return 4
  }

  /// Whether a character that is cut off by `end` may go on behind it.
  static func isCutOff(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Bool {
    let lead = start.pointee
    let length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1
    return length > end - start
  }

  /// What a reference such as `&amp;` or `&#x41;` stands for.
  ///
  /// - Parameter body: what is between `&` and `;`.
  /// - Returns: nil for an entity that is not predefined and for characters that XML does not have.
  static func reference(_ body: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    guard let first = body.first else { return nil }
    if first == UInt8(ascii: "#") { return character(body) }
    if equal(body, "amp") { return "&" }
    if equal(body, "lt") { return "<" }
    if equal(body, "gt") { return ">" }
    if equal(body, "quot") { return "\"" }
    if equal(body, "apos") { return "'" }
    return nil
  }

  private static func character(_ body: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    let isHex = body.count > 1 && body[1] == UInt8(ascii: "x")
    let digits = body.dropFirst(isHex ? 2 : 1)
    guard !digits.isEmpty else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      let digit: UInt8
      switch byte {
      case 48...57: digit = byte - 48
      case 65...70 where isHex: digit = byte - 55
      case 97...102 where isHex: digit = byte - 87
      default: return nil
      }
      value = value * (isHex ? 16 : 10) + UInt32(digit)
      if value > 0x10_FFFF { return nil }
    }
    let isControl = value < 0x20 && value != 9 && value != 10 && value != 13
    if isControl || value == 0xFFFE || value == 0xFFFF { return nil }
    return Unicode.Scalar(value)
  }

  private static func equal(_ left: UnsafeBufferPointer<UInt8>, _ right: StaticString) -> Bool {
    guard left.count == right.utf8CodeUnitCount else { return false }
    for index in 0..<left.count where left[index] != right.utf8Start[index] { return false }
    return true
  }

  /// Writes a character as UTF-8; four bytes at most.
  ///
  /// - Returns: bytes written.
  static func write(_ scalar: Unicode.Scalar, to output: UnsafeMutablePointer<UInt8>) -> Int {
    var count = 0
    for unit in UTF8.encode(scalar) ?? UTF8.EncodedScalar() {
      output[count] = unit
      count += 1
    }
    return count
  }

  /// Writes a passage without markup with its references replaced and its line ends made one; never
  /// more bytes than it has.
  ///
  /// - Returns: bytes written; nil when a reference is wrong.
  static func decode(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>,
    to output: UnsafeMutablePointer<UInt8>
  ) -> Int? {
    var cursor = start
    var written = output
    while cursor < end {
      let byte = cursor.pointee
      if byte == UInt8(ascii: "&") {
        var close = cursor + 1
        while close < end, close.pointee != UInt8(ascii: ";") { close += 1 }
        let body = UnsafeBufferPointer(start: cursor + 1, count: close - cursor - 1)
        guard close < end, let scalar = reference(body) else { return nil }
        written += write(scalar, to: written)
        cursor = close + 1
      } else if byte == 13 {
        written.pointee = 10
        written += 1
        cursor += 1
        if cursor < end, cursor.pointee == 10 { cursor += 1 }
      } else {
        written.pointee = byte
        written += 1
        cursor += 1
      }
    }
    return written - output
  }
}

internal import Glibc

/// Classes and folding of ASCII bytes; bytes from 0x80 up belong to no class and never change.
///
/// Public, though nobody outside of the package sees it: of a type that is not, the compiler
/// inlines nothing in other modules, and these are called for every byte.
public enum ASCII {
  /// Where a byte first stands, found many bytes at a time; nil where it does not.
  package static func position(of byte: UInt8, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = text.baseAddress, let hit = memchr(base, Int32(byte), text.count) else {
      return nil
    }
    return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
  }

  /// Where a text first stands among bytes; nil where it does not.
  package static func position(of part: String, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    var part = part
    return part.withUTF8 { part in
      guard let first = part.first else { return 0 }
      var start = 0
      while start + part.count <= text.count,
        let hit = position(of: first, in: UnsafeBufferPointer(rebasing: text[start...]))
      {
        start += hit
        if text[start...].starts(with: part) { return start }
        start += 1
      }
      return nil
    }
  }

  /// Whether two spaces stand on end somewhere; it may be said where none do.
  package static func mayHaveTwoSpaces(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(text)
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    var index = 0
    // Eight bytes at a time; the last of them is looked at again as the first of the next.
    while index + 8 <= text.count {
      let others = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ ones &* 32
      let spaces = (others &- ones) & ~others & highs
      if spaces & spaces << 8 != 0 { return true }
      index += 7
    }
    while index + 1 < text.count {
      if text[index] == 32, text[index + 1] == 32 { return true }
      index += 1
    }
    return false
  }

  @inlinable
  package static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  @inlinable
  package static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }

  /// What a hexadecimal digit stands for.
  @inlinable
  package static func hexDigit(_ byte: UInt8) -> UInt8? {
    if isDigit(byte) { return byte - 48 }
    let lower = byte | 0x20
    return lower &- 97 < 6 ? lower - 87 : nil
  }

  /// Space, tab, line feed, vertical tab, form feed, carriage return.
  @inlinable
  package static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte &- 9 < 5 }

  @inlinable
  package static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 65 < 26 ? byte | 0x20 : byte
  }

  @inlinable
  package static func uppercased(_ byte: UInt8) -> UInt8 {
    byte &- 97 < 26 ? byte & 0xDF : byte
  }

  /// The part without ASCII white space at either end; it shares the original's memory.
  @inlinable
  package static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = bytes.count
    if end > longRun, isSpace(bytes[0]) || isSpace(bytes[end - 1]) {
      (start, end) = blanksSkipped(bytes)
    }
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// Cells of so many bytes may begin or end with blanks by the thousand.
  @usableFromInline static let longRun = 256

  /// What is left without blanks at either end, looked at eight at a time: up to seven are left over.
  @usableFromInline
  static func blanksSkipped(_ bytes: UnsafeBufferPointer<UInt8>) -> (start: Int, end: Int) {
    let raw = UnsafeRawBufferPointer(bytes)
    var (start, end) = (0, bytes.count)
    while start + 8 <= end,
      areSpaces(raw.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    {
      start += 8
    }
    while end - 8 >= start,
      areSpaces(raw.loadUnaligned(fromByteOffset: end - 8, as: UInt64.self))
    {
      end -= 8
    }
    return (start, end)
  }

  /// Whether each of eight bytes is white space, as `isSpace` has it.
  private static func areSpaces(_ bytes: UInt64) -> Bool {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let low = bytes & ~highs
    // The high bit of each byte: from 9 on, from 14 on, other than a space.
    let (from9, from14) = (low &+ ones &* 119, low &+ ones &* 114)
    let other = (low ^ ones &* 32) &+ ones &* 127
    return (from9 & ~from14 | ~other) & ~bytes & highs == highs
  }

  /// Whether bytes are those of a text.
  package static func equal(_ left: UnsafeBufferPointer<UInt8>, _ right: String) -> Bool {
    var right = right
    return right.withUTF8 { right in
      guard right.count == left.count else { return false }
      guard let one = left.baseAddress, let other = right.baseAddress else { return true }
      return memcmp(one, other, right.count) == 0
    }
  }

  @inlinable
  package static func equal(
    _ left: UnsafeBufferPointer<UInt8>, _ right: StaticString
  ) -> Bool {
    guard left.count == right.utf8CodeUnitCount else { return false }
    for index in 0..<left.count where left[index] != right.utf8Start[index] { return false }
    return true
  }
}

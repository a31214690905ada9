/// Counts what in a stream of bytes is well-formed UTF-8, across the borders of its chunks.
///
/// - Source: Unicode 15, table 3-7 (well-formed UTF-8 byte sequences).
struct UTF8Scan {
  /// Well-formed sequences of more than one byte.
  private(set) var sequences = 0
  /// Bytes that belong to no well-formed sequence.
  private(set) var invalidBytes = 0
  /// Bytes from 0x80 up.
  private(set) var highBytes = 0

  private var needed = 0
  private var pending = 0
  private var low: UInt8 = 0x80
  private var high: UInt8 = 0xBF

  var isValid: Bool { invalidBytes == 0 }

  /// - Returns: offset of the first byte from 0x80 up in this chunk.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = Self.firstHighByte(bytes, from: 0) else {
      if needed > 0 { breakOff() }
      return nil
    }
    if needed > 0, first > 0 { breakOff() }
    var index = first
    while index < bytes.count {
      take(bytes[index])
      index += 1
      if needed == 0, index < bytes.count, bytes[index] < 0x80 {
        index = Self.firstHighByte(bytes, from: index) ?? bytes.count
      }
    }
    return first
  }

  mutating func finish() {
    if needed > 0 { breakOff() }
  }

  private mutating func take(_ byte: UInt8) {
    if byte >= 0x80 { highBytes += 1 }
    if needed > 0 {
      if byte >= low, byte <= high {
        pending += 1
        needed -= 1
        low = 0x80
        high = 0xBF
        if needed == 0 {
          sequences += 1
          pending = 0
        }
        return
      }
      breakOff()
    }
    switch byte {
    case 0..<0x80: break
    case 0xC2...0xDF: begin(1, 0x80, 0xBF)
    case 0xE0: begin(2, 0xA0, 0xBF)
    case 0xED: begin(2, 0x80, 0x9F)
    case 0xE1...0xEF: begin(2, 0x80, 0xBF)
    case 0xF0: begin(3, 0x90, 0xBF)
    case 0xF1...0xF3: begin(3, 0x80, 0xBF)
    case 0xF4: begin(3, 0x80, 0x8F)
    default: invalidBytes += 1
    }
  }

  private mutating func begin(_ count: Int, _ low: UInt8, _ high: UInt8) {
    needed = count
    pending = 1
    self.low = low
    self.high = high
  }

  private mutating func breakOff() {
    invalidBytes += pending
    pending = 0
    needed = 0
    low = 0x80
    high = 0xBF
  }

  /// Skips ASCII eight bytes at a time.
  private static func firstHighByte(_ bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var index = from
    while index + 8 <= bytes.count {
      let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 { break }
      index += 8
    }
    while index < bytes.count {
      if bytes[index] >= 0x80 { return index }
      index += 1
    }
    return nil
  }
}

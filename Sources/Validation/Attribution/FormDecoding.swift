import Bytes

/// Decoding of values in the query of a web address, exactly once.
package enum FormDecoding {
  /// What was wrong with a value.
  package struct Faults: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A `%` without two hexadecimal digits after it; it was kept as it stands.
    package static let brokenEscape = Faults(rawValue: 1)
    /// The bytes are no UTF-8; those that are none were taken as Latin-1.
    package static let notUTF8 = Faults(rawValue: 2)
    /// What is decoded is encoded still: the value was encoded twice.
    package static let encodedTwice = Faults(rawValue: 4)
  }

  /// Appends the decoded value: `+` is a space, `%41` an `A`.
  ///
  /// - Source: WHATWG URL, application/x-www-form-urlencoded parsing; RFC 3986 section 2.1.
  package static func decode(
    _ value: UnsafeBufferPointer<UInt8>, plusIsSpace: Bool = true, to output: inout [UInt8]
  ) -> Faults {
    var faults: Faults = []
    var hasHighByte = false
    let start = output.count
    var index = 0
    while index < value.count {
      let byte = value[index]
      if byte == UInt8(ascii: "+"), plusIsSpace {
        output.append(32)
      } else if byte == UInt8(ascii: "%") {
        if let decoded = escape(value, at: index) {
          output.append(decoded)
          hasHighByte = hasHighByte || decoded >= 0x80
          index += 2
        } else {
          faults.insert(.brokenEscape)
          output.append(byte)
        }
      } else {
        output.append(byte)
        hasHighByte = hasHighByte || byte >= 0x80
      }
      index += 1
    }
    if hasHighByte, repair(&output, from: start) { faults.insert(.notUTF8) }
    let isEncoded = output.withUnsafeBufferPointer {
      hasEscape(UnsafeBufferPointer(rebasing: $0[start...]))
    }
    // A broken escape may look like a whole one only by what was decoded behind it.
    if isEncoded { faults.insert(.encodedTwice) }
    return faults
  }

  /// Whether a text has an escape in it. A sign of percent is none: `20%de descuento` has a number
  /// before it, and `%de` stands for no text.
  package static func hasEscape(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index + 2 < text.count {
      if text[index] == UInt8(ascii: "%"), let byte = escape(text, at: index),
        byte < 0x80 || !isPercentage(text, at: index) || isCharacter(text, at: index, byte)
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// The text without any escape, however often it was encoded; nil when that is no text.
  package static func whole(_ text: String) -> String? {
    var current = Array(text.utf8)
    for _ in 0..<8 {
      var next: [UInt8] = []
      let faults = current.withUnsafeBufferPointer { decode($0, plusIsSpace: false, to: &next) }
      if faults.contains(.notUTF8) { return nil }
      if !faults.contains(.encodedTwice) { return String(decoding: next, as: UTF8.self) }
      current = next
    }
    return nil
  }

  /// Whether a number stands before a `%`.
  private static func isPercentage(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let last = text[..<index].last { $0 != 32 }
    return last.map(ASCII.isDigit) ?? false
  }

  /// Whether an escape of a byte beyond ASCII begins a character of UTF-8, and the next one goes on.
  private static func isCharacter(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, _ byte: UInt8
  ) -> Bool {
    guard (0xC2...0xF4).contains(byte), index + 5 < text.count,
      text[index + 3] == UInt8(ascii: "%"), let next = escape(text, at: index + 3)
    else { return false }
    return next & 0xC0 == 0x80
  }

  private static func escape(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt8? {
    guard index + 2 < text.count, let high = ASCII.hexDigit(text[index + 1]),
      let low = ASCII.hexDigit(text[index + 2])
    else { return nil }
    return high << 4 | low
  }

  /// Makes text of bytes that are none: old links have Latin-1 in their escapes.
  ///
  /// - Returns: whether there was something to repair.
  private static func repair(_ output: inout [UInt8], from start: Int) -> Bool {
    let text = String(decoding: output[start...], as: UTF8.self)
    if text.utf8.elementsEqual(output[start...]) { return false }
    var repaired: [UInt8] = []
    var index = start
    while index < output.count {
      let length = characterLength(output, at: index)
      if length > 0 {
        repaired.append(contentsOf: output[index..<(index + length)])
      } else {
        repaired.append(0xC0 | output[index] >> 6)
        repaired.append(0x80 | output[index] & 0x3F)
      }
      index += max(length, 1)
    }
    output.replaceSubrange(start..., with: repaired)
    return true
  }

  /// How many bytes the character has that begins at an index; 0 where none does.
  private static func characterLength(_ bytes: [UInt8], at index: Int) -> Int {
    let length =
      switch bytes[index] {
      case ..<0x80: 1
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 0
      }
    guard length > 1 else { return length }
    guard index + length <= bytes.count else { return 0 }
    let character = String(validating: bytes[index..<(index + length)], as: UTF8.self)
    return character == nil ? 0 : length
  }
}

/// A character beyond ASCII that stands for a digit, a plus or nothing in a telephone number.
struct ForeignCharacter {
  /// The digit or plus that is meant; nil for a separator.
  let meant: UInt8?
  /// Its length in bytes.
  let count: Int
  /// Whether it is a hyphen, a dash or a minus.
  private(set) var isDash = false

  /// Nil for any other character.
  init?(_ text: Slice<UnsafeBufferPointer<UInt8>>, at index: Int) {
    let first = text[index]
    guard index + 1 < text.endIndex else { return nil }
    let second = text[index + 1]
    if first < 0xE0 {
      count = 2
      switch (first, second) {
      // No-break space, soft hyphen, middle dot.
      case (0xC2, 0xA0), (0xC2, 0xAD), (0xC2, 0xB7): meant = nil
      default:
        guard let digit = Self.digit(text, at: index, count: 2) else { return nil }
        meant = digit
      }
      return
    }
    guard first < 0xF0 else {
      guard let digit = Self.digit(text, at: index, count: 4) else { return nil }
      (meant, count) = (digit, 4)
      return
    }
    guard index + 2 < text.endIndex else { return nil }
    let third = text[index + 2]
    count = 3
    switch (first, second, third) {
    // Dots that follow each other hide digits.
    case (0xE2, 0x80, 0xA2)
    where text[(index + 3)...].starts(with: [0xE2, 0x80, 0xA2]): return nil
    case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92), (0xEF, 0xBC, 0x8D):
      meant = nil
      isDash = true
    // Spaces of all widths, marks of writing direction, dots between.
    case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA2), (0xE2, 0x8B, 0x85), (0xE3, 0x83, 0xBB),
      (0xE2, 0x80, 0xAA...0xAF), (0xE2, 0x81, 0xA0...0xA9),
      (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF), (0xEF, 0xBC, 0x8E),
      (0xEF, 0xBC, 0x88...0x89):
      meant = nil
    case (0xEF, 0xBC, 0x8B): meant = UInt8(ascii: "+")
    default:
      guard let digit = Self.digit(text, at: index, count: 3) else { return nil }
      meant = digit
    }
  }

  /// The digit that a character of any script is, as libphonenumber reads them; nil for others.
  private static func digit(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, at index: Int, count: Int
  ) -> UInt8? {
    guard index + count <= text.endIndex else { return nil }
    var value = UInt32(text[index]) & (0xFF >> (UInt32(count) + 1))
    for byte in text[(index + 1)..<(index + count)] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard let properties = Unicode.Scalar(value)?.properties, properties.numericType == .decimal
    else { return nil }
    return properties.numericValue.map { 48 + UInt8($0) }
  }
}

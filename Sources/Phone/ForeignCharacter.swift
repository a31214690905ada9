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
      case (0xD9, 0xA0...0xA9): meant = second - 0xA0 + 48  // Arabic digits
      case (0xDB, 0xB0...0xB9): meant = second - 0xB0 + 48  // Persian and Urdu digits
      default: return nil
      }
      return
    }
    guard first < 0xF0, index + 2 < text.endIndex else { return nil }
    let third = text[index + 2]
    count = 3
    switch (first, second, third) {
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
    case (0xEF, 0xBC, 0x90...0x99): meant = third - 0x90 + 48  // digits of full width
    default: return nil
    }
  }
}

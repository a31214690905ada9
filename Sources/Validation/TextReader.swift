import Bytes

/// Brings free text into one form: no white space at its ends, single spaces inside.
package enum TextReader {
  /// Appends the text with every run of white space (line breaks, tabs and no-break spaces too) as
  /// one space, and without control characters.
  package static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    let text = ASCII.trimmed(text)
    if isClean(text) {
      output.append(contentsOf: text)
      return
    }
    let start = output.count
    var pendingSpace = false
    // Where a stretch began that stays as it is; -1 outside of one.
    var run = -1
    var index = 0
    while index < text.count {
      let length = leftOut(text, at: index, isInRun: run >= 0, &pendingSpace)
      if length == 0 {
        if run < 0 {
          if pendingSpace, output.count > start { output.append(32) }
          pendingSpace = false
          run = index
        }
        index += 1
        continue
      }
      if run >= 0 {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[run..<index]))
        run = -1
      }
      index += length
    }
    if run >= 0 { output.append(contentsOf: UnsafeBufferPointer(rebasing: text[run...])) }
  }

  /// Bytes that are left out from an index on, and whether they stand for a space; 0 for none.
  @inline(__always)
  private static func leftOut(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, isInRun: Bool, _ isSpace: inout Bool
  ) -> Int {
    let byte = text[index]
    if byte > 32, byte < 127 || byte > 127 && byte < 0xC2 || byte > 0xC2 && byte < 0xE2 { return 0 }
    if byte == 32 {
      // A single space between two letters.
      if isInRun, index + 1 < text.count, text[index + 1] > 32, text[index + 1] < 127 { return 0 }
      isSpace = true
      return 1
    }
    if byte &- 9 < 5 {
      isSpace = true
      return 1
    }
    if byte < 32 || byte == 127 { return 1 }
    if byte == 0xC2 {
      guard index + 1 < text.count else { return 0 }
      // The no-break space, the line break of mainframes, and the soft hyphen.
      guard text[index + 1] == 0xA0 || text[index + 1] == 0x85 || text[index + 1] == 0xAD else {
        return 0
      }
      isSpace = isSpace || text[index + 1] != 0xAD
      return 2
    }
    guard let space = invisible(text, at: index) else { return 0 }
    isSpace = isSpace || space
    return 3
  }

  /// Spaces of other widths, and characters of three bytes that have no width and change nothing:
  /// whether it is a space, nil for others.
  private static func invisible(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Bool? {
    guard index + 2 < text.count else { return nil }
    switch (text[index], text[index + 1], text[index + 2]) {
    // U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return true
    // U+200B, marks of direction, U+2060 to U+2064, U+FEFF
    case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0x8E), (0xE2, 0x80, 0x8F), (0xE2, 0x80, 0xAA...0xAE),
      (0xE2, 0x81, 0xA0...0xA4), (0xE2, 0x81, 0xA6...0xA9), (0xEF, 0xBB, 0xBF):
      return false
    default: return nil
    }
  }

  /// Appends a text of several lines, each brought into that form; empty lines stay where there is
  /// text on both sides, one for many. Lines end as in any system, and are told apart by LF alone.
  package static func appendLines(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    let start = output.count
    var breaks = 0
    var index = 0
    while index < text.count {
      let end = text[index...].firstIndex { $0 == 10 || $0 == 13 } ?? text.count
      let before = output.count
      if before > start { output.append(contentsOf: repeatElement(10, count: breaks)) }
      let lineStart = output.count
      append(UnsafeBufferPointer(rebasing: text[index..<end]), to: &output)
      if output.count == lineStart {
        output.removeLast(lineStart - before)
        breaks = min(2, breaks + 1)
      } else {
        breaks = 1
      }
      let isPair = end + 1 < text.count && text[end] == 13 && text[end + 1] == 10
      index = end + (isPair ? 2 : 1)
    }
  }

  /// Whether a text is in that form already, or nearly certainly: false may be said of one that is.
  package static func isClean(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    if text.count >= 8, let base = UnsafeRawPointer(text.baseAddress) {
      // Eight bytes at a time. A space at both sides of a border is seen by the next look, which
      // begins with the last byte of this one.
      while index + 8 <= text.count {
        if mayNeedCleaning(base.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
          return isCleanByByte(text)
        }
        index += 7
      }
    }
    return isCleanByByte(UnsafeBufferPointer(rebasing: text[index...]))
  }

  private static func isCleanByByte(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in text {
      if byte < 32 || byte == 127 || byte == 0xC2 || (byte == 32 && previous == 32)
        || byte == 0xE2 || byte == 0xEF || (byte == 0x80 && previous == 0x80)
      {
        return false
      }
      previous = byte
    }
    return true
  }

  /// Whether one of eight bytes is a control character or one that begins a space or a character
  /// without width, or two spaces may be on end.
  private static func mayNeedCleaning(_ bytes: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs = ones << 7
    func hasZero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }
    let controls = (bytes &- ones &* 32) & ~bytes & highs
    let spaces = hasZero(bytes ^ ones &* 32)
    var found = controls | hasZero(bytes ^ ones &* 127) | (spaces & spaces << 8)
    if bytes & highs != 0 {
      for first: UInt64 in [0xC2, 0xE2, 0xE3, 0xEF] { found |= hasZero(bytes ^ ones &* first) }
    }
    return found != 0
  }
}

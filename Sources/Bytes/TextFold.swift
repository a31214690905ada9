/// Folding of names for comparison: lower case, no diacritics, no punctuation, single spaces.
///
/// Latin letters lose their marks (`é` to `e`, `ß` to `ss`, `æ` to `ae`), Greek and Cyrillic ones
/// their case; other scripts stay as they are. `&` and `+` become the word `and`; apostrophes
/// vanish; the points of an abbreviation vanish (`S.p.A.` to `spa`), all other marks part words.
package enum TextFold {
  /// Appends the folded words of a UTF-8 text, separated by single spaces.
  package static func appendWords(
    of text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) {
    var writer = WordWriter(start: output.count)
    if text.count > 256 { output.reserveCapacity(output.count + text.count) }
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x80 {
        appendScalar(of: text, &index, &writer, to: &output)
      } else {
        appendASCII(byte, at: index, of: text, &writer, to: &output)
        index += 1
      }
    }
    if let last = output.last, last == 32, output.count > writer.start { output.removeLast() }
  }

  /// The folded words of a text.
  package static func words(of text: String) -> String {
    var text = text
    var output: [UInt8] = []
    text.withUTF8 { appendWords(of: $0, to: &output) }
    return String(decoding: output, as: UTF8.self)
  }

  /// Where words end: the output so far, and the length of the word being written.
  private struct WordWriter {
    let start: Int
    /// Letters since the last break or the last point of an abbreviation.
    var segmentLength = 0

    @inline(__always)
    mutating func letter(_ byte: UInt8, to output: inout [UInt8]) {
      output.append(byte)
      segmentLength += 1
    }

    @inline(__always)
    mutating func breakWord(_ output: inout [UInt8]) {
      segmentLength = 0
      if output.count > start, output[output.count - 1] != 32 { output.append(32) }
    }
  }

  @inline(__always)
  private static func appendASCII(
    _ byte: UInt8, at index: Int, of text: UnsafeBufferPointer<UInt8>, _ writer: inout WordWriter,
    to output: inout [UInt8]
  ) {
    if ASCII.isLetter(byte) {
      writer.letter(byte | 0x20, to: &output)
    } else if ASCII.isDigit(byte) {
      writer.letter(byte, to: &output)
    } else if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "+") {
      writer.breakWord(&output)
      for letter in "and ".utf8 { output.append(letter) }
    } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") {
      return
    } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/"), writer.segmentLength == 1,
      isSingleLetter(at: index + 1, of: text)
    {
      // The points of "S.p.A." and the stroke of "A/S" part letters, not words.
      writer.segmentLength = 0
    } else {
      writer.breakWord(&output)
    }
  }

  private static func isSingleLetter(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index < text.count, ASCII.isLetter(text[index]) else { return false }
    guard index + 1 < text.count else { return true }
    let next = text[index + 1]
    return !ASCII.isLetter(next) && !ASCII.isDigit(next) && next < 0x80
  }

  private static func appendScalar(
    of text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ writer: inout WordWriter,
    to output: inout [UInt8]
  ) {
    let start = index
    if text[start] < 0xC0 {
      // It begins no character, and counts as itself.
      writer.letter(text[start], to: &output)
      index += 1
      return
    }
    let scalar = decode(text, &index)
    switch fold(scalar) {
    case .letters(let folded):
      for byte in 0..<folded.utf8CodeUnitCount {
        writer.letter(folded.utf8Start[byte], to: &output)
      }
    case .scalar(let lower):
      output.append(contentsOf: Unicode.UTF8.encode(lower) ?? .encodedReplacementCharacter)
      writer.segmentLength += 1
    case .asIs:
      for index in start..<index { output.append(text[index]) }
      writer.segmentLength += 1
    case .nothing: break
    case .space: writer.breakWord(&output)
    }
  }

  /// Reads one scalar; a byte that starts none counts as itself.
  private static func decode(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int
  ) -> UInt32 {
    let lead = text[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    guard length > 1, index + length <= text.count else {
      index += 1
      return 0xFFFD
    }
    var value = UInt32(lead) & (0xFF >> (UInt32(length) + 1))
    for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
    index += length
    return value
  }
}

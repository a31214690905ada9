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
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte == 32 || byte &- 9 < 5 {
        pendingSpace = true
        continue
      }
      if byte == 0xC2, index < text.count, text[index] == 0xA0 {
        pendingSpace = true
        index += 1
        continue
      }
      if byte < 32 || byte == 127 { continue }
      if pendingSpace, output.count > start { output.append(32) }
      pendingSpace = false
      output.append(byte)
    }
  }

  private static func isClean(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in text {
      if byte < 32 || byte == 127 || byte == 0xC2 || (byte == 32 && previous == 32) { return false }
      previous = byte
    }
    return true
  }
}

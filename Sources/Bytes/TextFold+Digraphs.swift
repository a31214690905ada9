extension TextFold {
  /// Writes `ae`, `oe`, `ue` as `a`, `o`, `u`, as folding does with `ä`, `ö`, `ü`: both spellings of
  /// a German name become one.
  package static func collapseDigraphs(_ text: inout [UInt8], from start: Int = 0) {
    var written = start
    for index in start..<text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "e"), index > start {
        let before = text[index - 1]
        if before == UInt8(ascii: "a") || before == UInt8(ascii: "o") || before == UInt8(ascii: "u")
        {
          continue
        }
      }
      text[written] = byte
      written += 1
    }
    text.removeLast(text.count - written)
  }
}

import Glibc

/// Text that is not a JSON array of strings.
package struct CellJSONError: Error, Equatable {
  /// Offset of the first byte that does not fit, from 0.
  package let byteOffset: Int
  package let expected: String
}

/// The cells of one row as a JSON array of strings (RFC 8259), as the store keeps source rows.
package enum CellJSON {
  /// Appends a row of a batch as `["a","b"]`. Bytes that are not UTF-8 are kept as they are.
  package static func append(row: Int, of batch: CellBatch, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "["))
    batch.withBytes { bytes in
      for column in 0..<batch.cellCount(row) {
        if column > 0 { output.append(UInt8(ascii: ",")) }
        appendQuoted(UnsafeBufferPointer(rebasing: bytes[batch.range(row, column)]), to: &output)
      }
    }
    output.append(UInt8(ascii: "]"))
  }

  package static func encode(_ cells: [String]) -> String {
    var output: [UInt8] = [UInt8(ascii: "[")]
    for (index, cell) in cells.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      var cell = cell
      cell.withUTF8 { appendQuoted($0, to: &output) }
    }
    output.append(UInt8(ascii: "]"))
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends one JSON string, quotes included.
  package static func appendQuoted(
    _ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) {
    output.append(UInt8(ascii: "\""))
    var start = 0
    for index in 0..<text.count {
      let byte = text[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        continue
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      appendEscape(of: byte, to: &output)
      start = index + 1
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    output.append(UInt8(ascii: "\""))
  }

  private static func appendEscape(of byte: UInt8, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x0A: output.append(UInt8(ascii: "n"))
    case 0x0D: output.append(UInt8(ascii: "r"))
    case 0x09: output.append(UInt8(ascii: "t"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(byte)
    default:
      let digits = Array("0123456789abcdef".utf8)
      output.append(contentsOf: "u00".utf8)
      output.append(digits[Int(byte >> 4)])
      output.append(digits[Int(byte & 15)])
    }
  }

  /// Appends the cells of a JSON array to a batch as one row.
  ///
  /// - Throws: `CellJSONError` for anything but an array of strings; the batch is left without the
  ///   broken row.
  package static func decode(
    _ json: UnsafeBufferPointer<UInt8>, into batch: inout CellBatch, number: Int
  ) throws(CellJSONError) {
    // Nearly every row is without an escape.
    if ASCII.position(of: UInt8(ascii: "\\"), in: json) == nil, batch.appendUnescaped(json) {
      batch.endRow(number: number)
      return
    }
    var index = 0
    do throws(CellJSONError) {
      try expect(UInt8(ascii: "["), "'['", json, &index)
      if index < json.count, json[index] == UInt8(ascii: "]") {
        index += 1
      } else {
        while true {
          try decodeString(json, &index, into: &batch)
          if index < json.count, json[index] == UInt8(ascii: ",") {
            index += 1
          } else {
            try expect(UInt8(ascii: "]"), "',' or ']'", json, &index)
            break
          }
        }
      }
      guard index == json.count else {
        throw CellJSONError(byteOffset: index, expected: "the end")
      }
    } catch {
      batch.discardOpenRow()
      throw error
    }
    batch.endRow(number: number)
  }

  package static func decode(_ json: String) throws(CellJSONError) -> [String] {
    var batch = CellBatch()
    let bytes = Array(json.utf8)
    let failure: CellJSONError? = bytes.withUnsafeBufferPointer { buffer in
      do throws(CellJSONError) {
        try decode(buffer, into: &batch, number: 1)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
    return batch.strings(0)
  }

  private static func expect(
    _ byte: UInt8, _ name: String, _ json: UnsafeBufferPointer<UInt8>, _ index: inout Int
  ) throws(CellJSONError) {
    guard index < json.count, json[index] == byte else {
      throw CellJSONError(byteOffset: index, expected: name)
    }
    index += 1
  }

  private static func decodeString(
    _ json: UnsafeBufferPointer<UInt8>, _ index: inout Int, into batch: inout CellBatch
  ) throws(CellJSONError) {
    try expect(UInt8(ascii: "\""), "'\"'", json, &index)
    let start = index
    // No escape up to the end of the cell, as in nearly all cells: the library finds both bytes.
    if index < json.count, let base = json.baseAddress {
      let end = memchr(base + index, 0x22, json.count - index)
      let length = end.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) - index } ?? 0
      if end != nil, length == 0 || memchr(base + index, 0x5C, length) == nil {
        index += length
        batch.appendCell(UnsafeBufferPointer(rebasing: json[start..<index]))
        index += 1
        return
      }
    }
    index = start
    var text = GrowingBytes()
    defer { text.deallocate() }
    try decodeEscaped(json, &index, into: &text)
    batch.appendCell(text.bytes)
  }

  /// A string that has an escape in it, to its closing quote.
  private static func decodeEscaped(
    _ json: UnsafeBufferPointer<UInt8>, _ index: inout Int, into text: inout GrowingBytes
  ) throws(CellJSONError) {
    while index < json.count {
      let start = index
      while index < json.count, json[index] != UInt8(ascii: "\""), json[index] != UInt8(ascii: "\\")
      {
        index += 1
      }
      if index > start { text.append(UnsafeBufferPointer(rebasing: json[start..<index])) }
      guard index < json.count else { break }
      let byte = json[index]
      index += 1
      if byte == UInt8(ascii: "\"") { return }
      guard index < json.count else { break }
      let escape = json[index]
      index += 1
      switch escape {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape)
      case UInt8(ascii: "u"):
        if let byte = control(json, at: index) {
          text.append(byte)
          index += 4
          continue
        }
        let scalar = try decodeUnicode(json, &index)
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { text.append(byte) }
      default: throw CellJSONError(byteOffset: index - 1, expected: "an escape of RFC 8259")
      }
    }
    throw CellJSONError(byteOffset: json.count, expected: "'\"'")
  }

  /// The control character of an escape as `appendEscape` writes it, behind its `u`; nil for others.
  @inline(__always)
  private static func control(
    _ json: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> UInt8? {
    guard index + 4 <= json.count else { return nil }
    let (high, low) = (json[index + 2], json[index + 3])
    guard json[index] == UInt8(ascii: "0"), json[index + 1] == UInt8(ascii: "0"),
      high | 1 == UInt8(ascii: "1"), let digit = ASCII.hexDigit(low)
    else { return nil }
    return (high & 1) << 4 | digit
  }

  private static func decodeUnicode(
    _ json: UnsafeBufferPointer<UInt8>, _ index: inout Int
  ) throws(CellJSONError) -> Unicode.Scalar {
    let high = try decodeHex(json, &index)
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard high < 0xDC00, index + 1 < json.count, json[index] == UInt8(ascii: "\\"),
      json[index + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    index += 2
    let low = try decodeHex(json, &index)
    guard (0xDC00...0xDFFF).contains(low) else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  private static func decodeHex(
    _ json: UnsafeBufferPointer<UInt8>, _ index: inout Int
  ) throws(CellJSONError) -> UInt32 {
    var value: UInt32 = 0
    for offset in index..<index + 4 {
      guard offset < json.count, let digit = ASCII.hexDigit(json[offset]) else {
        throw CellJSONError(byteOffset: index, expected: "four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
    }
    index += 4
    return value
  }
}

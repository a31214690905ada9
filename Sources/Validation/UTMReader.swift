import Bytes

/// Reads UTM parameters out of the query of a landing page's address.
package enum UTMReader {
  /// Appends the decoded value of a query parameter to the output. Names such as `utm_source` are
  /// compared without case.
  ///
  /// - Returns: whether the parameter is there and not empty.
  package static func append(
    _ name: StaticString, of url: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) -> Bool {
    guard var index = url.firstIndex(of: UInt8(ascii: "?")) else { return false }
    let length = name.utf8CodeUnitCount
    while index < url.count, url[index] != UInt8(ascii: "#") {
      index += 1
      let end = endOfPair(url, from: index)
      if end - index > length + 1, url[index + length] == UInt8(ascii: "="),
        matches(url, at: index, name)
      {
        decode(UnsafeBufferPointer(rebasing: url[(index + length + 1)..<end]), to: &output)
        return true
      }
      index = end
    }
    return false
  }

  /// Appends a UTM value in the form that is compared: trimmed, ASCII letters in lower case.
  ///
  /// - Returns: whether the value came in another form.
  package static func normalise(
    _ value: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) -> Bool {
    let trimmed = ASCII.trimmed(value)
    var differs = trimmed.count != value.count
    for byte in trimmed {
      let lower = ASCII.lowercased(byte)
      differs = differs || lower != byte
      output.append(lower)
    }
    return differs
  }

  private static func endOfPair(_ url: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < url.count, url[index] != UInt8(ascii: "&"), url[index] != UInt8(ascii: "#") {
      index += 1
    }
    return index
  }

  private static func matches(
    _ url: UnsafeBufferPointer<UInt8>, at start: Int, _ name: StaticString
  ) -> Bool {
    for offset in 0..<name.utf8CodeUnitCount
    where ASCII.lowercased(url[start + offset]) != name.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Form decoding: `+` is a space, `%41` an `A`; a broken escape is kept as it stands.
  private static func decode(_ value: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var index = 0
    while index < value.count {
      let byte = value[index]
      if byte == UInt8(ascii: "+") {
        output.append(32)
      } else if byte == UInt8(ascii: "%"), index + 2 < value.count,
        let high = hexDigit(value[index + 1]), let low = hexDigit(value[index + 2])
      {
        output.append(high << 4 | low)
        index += 2
      } else {
        output.append(byte)
      }
      index += 1
    }
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    if ASCII.isDigit(byte) { return byte - 48 }
    let lower = byte | 0x20
    return (97...102).contains(lower) ? lower - 87 : nil
  }
}

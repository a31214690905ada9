extension CivilDate {
  /// Reads `2026-11-02`, nothing before or after.
  package init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension Timestamp {
  /// Reads RFC 3339: a date alone (midnight UTC), or date and time with `Z`, an offset, or nothing
  /// (UTC); the separator is `T` or a space; seconds and their fraction may be absent.
  ///
  /// - Source: RFC 3339 section 5.6. A leap second (`:60`) is taken as the second after it.
  package init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, let date = CivilDate(iso: String(text.prefix(10))) else { return nil }
    if bytes.count == 10 {
      self.init(date)
      return
    }
    guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t") || bytes[10] == 32
    else { return nil }
    var reader = DigitReader(bytes: bytes, index: 11)
    guard let hour = reader.number(width: 2), hour < 24, reader.skip(":"),
      let minute = reader.number(width: 2), minute < 60
    else { return nil }
    var second = 0
    if reader.skip(":") {
      guard let read = reader.number(width: 2), read <= 60 else { return nil }
      second = read
      if reader.skip(".") {
        guard reader.skipDigits() > 0 else { return nil }
      }
    }
    guard let offset = reader.offsetSeconds(), reader.atEnd else { return nil }
    self.init(date, hour: hour, minute: minute, second: second)
    seconds -= offset
  }
}

private struct DigitReader {
  let bytes: [UInt8]
  var index: Int

  var atEnd: Bool { index == bytes.count }

  mutating func number(width: Int) -> Int? {
    guard index + width <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[index..<index + width] {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    index += width
    return value
  }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  mutating func skipDigits() -> Int {
    let start = index
    while index < bytes.count, (48...57).contains(bytes[index]) { index += 1 }
    return index - start
  }

  /// `Z`, `+02:00`, `+0200` or nothing.
  mutating func offsetSeconds() -> Int64? {
    if atEnd || skip("Z") || skip("z") { return 0 }
    let sign: Int64
    if skip("+") {
      sign = 1
    } else if skip("-") {
      sign = -1
    } else {
      return nil
    }
    guard let hours = number(width: 2), hours < 24 else { return nil }
    _ = skip(":")
    guard let minutes = number(width: 2), minutes < 60 else { return nil }
    return sign * Int64(hours * 3600 + minutes * 60)
  }
}

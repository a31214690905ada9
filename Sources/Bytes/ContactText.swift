/// Finds the e-mail addresses and telephone numbers in a text that may be anything: a title, a note, a
/// cell of a table that nobody asked for.
package enum ContactText {
  /// Whether a text is, or has in it, an e-mail address or a telephone number, or is the hash of one.
  /// Days, times and amounts are none.
  package static func hasOne(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = ASCII.trimmed(cell)
    return hasAddress(text) || hasNumber(text) || isHash(text)
  }

  /// Whether a text is one address, number or hash, and nothing else.
  package static func isOne(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = ASCII.trimmed(cell)
    if isHash(text) { return true }
    if hasAddress(text) {
      return !text.contains(where: { ASCII.isSpace($0) || marks.contains($0) })
    }
    return hasNumber(text) && !text.contains(where: { ASCII.isLetter($0) || $0 >= 0x80 })
  }

  /// What parts cells, and the addresses in one.
  private static let marks = Array(",;|\"".utf8)

  // MARK: Addresses

  /// Something, an at sign, and letters with a dot between them.
  private static func hasAddress(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while let at = text[start...].firstIndex(of: UInt8(ascii: "@")) {
      start = at + 1
      guard at > 0, isOfAddress(text[at - 1]) else { continue }
      let domain = text[start...].prefix { isOfAddress($0) }
      guard let dot = domain.firstIndex(of: UInt8(ascii: ".")), dot > domain.startIndex else {
        continue
      }
      if domain[(dot + 1)...].count(where: { $0 != UInt8(ascii: ".") }) >= 2 { return true }
    }
    return false
  }

  private static func isOfAddress(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
  }

  /// Lengths of MD5, SHA-1 and SHA-256 in hexadecimal digits.
  private static let hashLengths = [32, 40, 64]

  private static func isHash(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    hashLengths.contains(text.count)
      && text.allSatisfy { ASCII.isDigit($0) || ($0 | 0x20) &- 97 < 6 }
  }

  // MARK: Numbers

  /// Digits of an international number.
  ///
  /// - Source: ITU-T E.164, 6.2: at most 15; shorter ones than 8 are hardly ever dialled from abroad.
  private static let internationalDigits = 8...15
  /// Digits of a number with the prefix of long-distance calls.
  private static let trunkDigits = 9...14
  /// Digits of a bare number that is more likely one of the telephone than an amount.
  private static let bareDigits = 10...15

  private static func hasNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      guard isOfNumber(text[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < text.count, isOfNumber(text[end]) { end += 1 }
      let follows = index > 0 && (ASCII.isLetter(text[index - 1]) || text[index - 1] >= 0x80)
      let isWhole = index == 0 && end == text.count
      // Digits right behind letters are part of a code: DE89 3704 0044.
      if !follows || !ASCII.isDigit(text[index]),
        isNumber(Array(text[index..<end]), isWhole: isWhole)
      {
        return true
      }
      index = end
    }
    return false
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || [32, 40, 41, 43, 45, 46, 47].contains(byte)
  }

  /// Whether a run of digits and the signs between them is a number that can be called.
  private static func isNumber(_ run: [UInt8], isWhole: Bool) -> Bool {
    let words = run.split { $0 == 32 }.filter { $0.contains(where: ASCII.isDigit) }
    return words.split(whereSeparator: isDay).contains { words in
      let digits = words.joined().filter(ASCII.isDigit)
      guard let first = words.first?.first(where: { $0 != 40 && $0 != 46 && $0 != 45 }) else {
        return false
      }
      if first == UInt8(ascii: "+") { return internationalDigits.contains(digits.count) }
      let groups = words.flatMap { $0.split { !ASCII.isDigit($0) } }.map(\.count)
      if groups == [3, 3, 4] || groups == [1, 3, 3, 4] { return true }
      if digits.first == 48 { return trunkDigits.contains(digits.count) }
      return isWhole && groups.count == 1 && bareDigits.contains(digits.count)
        && !isTime(digits)
    }
  }

  /// Whether a word is a day: `2026-11-21`, `21.11.26`, `11/2026`, `20261121`.
  private static func isDay(_ word: ArraySlice<UInt8>) -> Bool {
    let groups = word.split { !ASCII.isDigit($0) }.map { Array($0) }
    switch (groups.count, groups.first?.count ?? 0, groups.last?.count ?? 0) {
    case (2...3, 4, 1...2): return isYear(groups[0])
    case (2...3, 1...2, 4): return isYear(groups[groups.count - 1])
    case (3, 1...2, 2): return groups[1].count <= 2
    case (1, 8, 8): return isYear(groups[0].prefix(4)) || isYear(groups[0].suffix(4))
    default: return false
    }
  }

  /// Whether digits are a day and the time on it, written together.
  private static func isTime(_ digits: [UInt8]) -> Bool {
    [12, 14].contains(digits.count) && isYear(digits.prefix(4))
  }

  private static func isYear(_ digits: some Sequence<UInt8>) -> Bool {
    (1900...2099).contains(digits.reduce(0) { $0 * 10 + Int($1 - 48) })
  }
}

extension CellBatch {
  /// Whether a cell of the row, from a column on, has an e-mail address or a telephone number in it.
  package func hasContact(_ row: Int, from first: Int = 0) -> Bool {
    (min(first, cellCount(row))..<cellCount(row)).contains {
      withCell(row, $0, ContactText.hasOne)
    }
  }

  /// Whether the only cell of the row that has anything in it is an address or a number.
  package func isContact(_ row: Int) -> Bool {
    let filled = (0..<cellCount(row)).filter { !range(row, $0).isEmpty }
    return filled.count == 1 && withCell(row, filled[0], ContactText.isOne)
  }
}

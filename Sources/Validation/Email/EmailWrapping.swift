import Bytes

/// What people and mail programs put around an address in a cell.
enum EmailWrapping {
  /// The first bare address of the cell: behind a name, in angle brackets, behind `mailto:`, out of
  /// a link of Markdown, before other addresses.
  ///
  /// - Returns: the address, and whether it is the one of a link, whose escapes are still to be decoded.
  /// - Source: RFC 5322 section 3.4 (`name-addr`), RFC 6068 (`mailto`).
  static func unwrap(
    _ cell: UnsafeBufferPointer<UInt8>, notes: inout EmailReader.Notes
  ) -> (address: UnsafeBufferPointer<UInt8>, isLink: Bool) {
    var text = ASCII.trimmed(cell)
    if let address = SourceRoute.removed(from: text) {
      text = address
      notes.insert(.unwrapped)
    }
    if let separator = firstSeparator(text) {
      let first = ASCII.trimmed(UnsafeBufferPointer(rebasing: text[..<separator]))
      let rest = ASCII.trimmed(UnsafeBufferPointer(rebasing: text[(separator + 1)...]))
      if rest.contains(UInt8(ascii: "@")) {
        notes.insert(.firstOfSeveral)
        text = first
      } else if rest.isEmpty {
        text = first
      }
    }
    if text.last == UInt8(ascii: ">"), let open = openBracket(text) {
      text = ASCII.trimmed(UnsafeBufferPointer(rebasing: text[(open + 1)..<(text.count - 1)]))
      text = SourceRoute.removed(from: text) ?? text
      notes.insert(.unwrapped)
    } else if text.last == UInt8(ascii: ")"), let open = linkTarget(text) {
      text = UnsafeBufferPointer(rebasing: text[open..<(text.count - 1)])
      notes.insert(.unwrapped)
    }
    let isLink = text.count > 7 && hasPrefix(text, "mailto:")
    if isLink {
      // Two strokes belong to links to pages, and no address begins with them.
      let isLikePage = hasPrefix(text, "mailto://")
      text = UnsafeBufferPointer(rebasing: text[(isLikePage ? 9 : 7)...])
      if let query = text.firstIndex(of: UInt8(ascii: "?")),
        text[..<query].contains(UInt8(ascii: "@")) || text[..<query].contains(UInt8(ascii: "%"))
      {
        text = UnsafeBufferPointer(rebasing: text[..<query])
      }
      text = ASCII.trimmed(text)
      notes.insert(.unwrapped)
    }
    return (text, isLink)
  }

  /// The address of a link with its escapes decoded once; nil where it has none that can be.
  ///
  /// - Source: RFC 6068 section 2, RFC 3986 section 2.1.
  static func decoded(_ link: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard link.contains(UInt8(ascii: "%")) else { return nil }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(link.count)
    var index = 0
    while index < link.count {
      if link[index] == UInt8(ascii: "%"), index + 2 < link.count,
        let high = ASCII.hexDigit(link[index + 1]), let low = ASCII.hexDigit(link[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(link[index])
        index += 1
      }
    }
    return decoded
  }

  /// The parts of a cell between which addresses are divided: the whole, where it holds one.
  static func parts(of cell: UnsafeBufferPointer<UInt8>) -> [UnsafeBufferPointer<UInt8>] {
    var parts: [UnsafeBufferPointer<UInt8>] = []
    var rest = ASCII.trimmed(cell)
    rest = SourceRoute.removed(from: rest) ?? rest
    while let separator = firstSeparator(rest) {
      parts.append(ASCII.trimmed(UnsafeBufferPointer(rebasing: rest[..<separator])))
      rest = ASCII.trimmed(UnsafeBufferPointer(rebasing: rest[(separator + 1)...]))
    }
    return rest.isEmpty ? parts : parts + [rest]
  }

  /// Where a second address may follow. A sign inside quotation marks does not count.
  private static func firstSeparator(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var isQuoted = false
    var sawAt = false
    var isEscaped = false
    for index in 0..<text.count {
      switch text[index] {
      case UInt8(ascii: "\\"):
        isEscaped = isQuoted && !isEscaped
        continue
      case UInt8(ascii: "\""): if !isEscaped { isQuoted.toggle() }
      case UInt8(ascii: "@"): if !isQuoted { sawAt = true }
      case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|"), 10:
        if sawAt && !isQuoted { return index }
      case 32, 9, UInt8(ascii: "/"):
        // Between addresses, not between an address and its brackets or what else follows.
        if sawAt && !isQuoted && isBetweenAddresses(text, at: index) { return index }
      default: break
      }
      isEscaped = false
    }
    return nil
  }

  /// Whether a whole address ends before a sign and the next begins after it.
  private static func isBetweenAddresses(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool
  {
    guard index > 0, index + 1 < text.count, isDomainText(text[index - 1]) else { return false }
    var rest = ASCII.trimmed(UnsafeBufferPointer(rebasing: text[(index + 1)...].prefix(320)))
    // A sign or a short word between the two, as "/" or "and".
    if let space = rest.prefix(5).firstIndex(where: ASCII.isSpace),
      !rest[..<space].contains(UInt8(ascii: "@"))
    {
      rest = ASCII.trimmed(UnsafeBufferPointer(rebasing: rest[(space + 1)...]))
    }
    var sawDot = false
    for before in text[..<index].reversed() {
      if before == UInt8(ascii: "@") { break }
      if before == UInt8(ascii: ".") {
        sawDot = true
      } else if !isDomainText(before) {
        return false
      }
    }
    guard sawDot, let at = rest.firstIndex(of: UInt8(ascii: "@")), at > 0 else { return false }
    let word = ASCII.trimmed(UnsafeBufferPointer(rebasing: rest[..<at]))
    return word.allSatisfy { $0 > 32 && $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: "<") }
  }

  private static func isDomainText(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "-") || byte >= 0x80
  }

  /// Where the brackets around the address open: the last such sign outside quotation marks, which
  /// a display name and a quoted local part may hold.
  private static func openBracket(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var open: Int?
    var isQuoted = false
    var isEscaped = false
    for index in 0..<text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "\""), !isEscaped { isQuoted.toggle() }
      if byte == UInt8(ascii: "<"), !isQuoted { open = index }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return open
  }

  /// Where the target starts in `[text](mailto:ann@example.com)`.
  private static func linkTarget(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard text.first == UInt8(ascii: "["), let open = text.lastIndex(of: UInt8(ascii: "(")),
      open > 0, text[open - 1] == UInt8(ascii: "]"),
      hasPrefix(UnsafeBufferPointer(rebasing: text[(open + 1)...]), "mailto:")
    else { return nil }
    return open + 1
  }

  private static func hasPrefix(
    _ text: UnsafeBufferPointer<UInt8>, _ prefix: StaticString
  ) -> Bool {
    guard text.count >= prefix.utf8CodeUnitCount else { return false }
    for index in 0..<prefix.utf8CodeUnitCount
    where ASCII.lowercased(text[index]) != prefix.utf8Start[index] { return false }
    return true
  }
}

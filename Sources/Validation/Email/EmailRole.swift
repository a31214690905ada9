import Bytes

/// Addresses that stand for a function, as `info@`.
package struct EmailRole: Sendable {
  /// Names that belong to a role by themselves, with or without their marks.
  private let words: WordSet
  /// Those that a place or a product may stand behind, as in `info.berlin`.
  private let beginnings: WordSet

  package init(_ words: [String] = [], beginnings: [String] = []) {
    self.words = WordSet(words)
    self.beginnings = WordSet(beginnings)
  }

  /// Whether a name is a role's, also with a tag, a number, a country, other marks, several roles
  /// or a place: `info+fair`, `sales2`, `sales.de`, `uk-sales`, `no_reply`, `sales-team`,
  /// `office.vienna`.
  package func isRole(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var local = name
    if let tag = local.firstIndex(of: UInt8(ascii: "+")), tag > 0 {
      local = UnsafeBufferPointer(rebasing: local[..<tag])
    }
    if isWord(local) { return true }
    guard local.count <= Self.longest, let mark = local.firstIndex(where: Self.isMark), mark > 0
    else { return false }
    let first = UnsafeBufferPointer(rebasing: local[..<mark])
    if beginnings.contains(first) { return true }
    var start = 0
    var areRoles = true
    while start < local.count {
      let end = local[start...].firstIndex(where: Self.isMark) ?? local.count
      let part = UnsafeBufferPointer(rebasing: local[start..<end])
      // A country: "customercare.de", "uk.sales"; numbers: "info-24".
      let isBeside = part.count == 2 && start > 0 || part.allSatisfy(ASCII.isDigit)
      if !isBeside, !isWord(part) { areRoles = false }
      start = end + 1
    }
    if areRoles, !first.allSatisfy(ASCII.isDigit) { return true }
    if mark == 2, first.allSatisfy(ASCII.isLetter) {
      let rest = UnsafeBufferPointer(rebasing: local[(mark + 1)...])
      if beginnings.contains(rest) { return true }
    }
    return isJoined(local)
  }

  /// Bytes of the longest name of a role with marks.
  private static let longest = 40

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  /// Whether a word is a role's, also with a number of one or two digits behind it.
  private func isWord(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    if words.contains(word) { return true }
    guard let last = word.last, ASCII.isDigit(last), word.count > 3 else { return false }
    let digits = ASCII.isDigit(word[word.count - 2]) ? 2 : 1
    return words.contains(UnsafeBufferPointer(rebasing: word[..<(word.count - digits)]))
  }

  /// Whether a name is a role's without its marks: `no_reply`.
  private func isJoined(_ local: UnsafeBufferPointer<UInt8>) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longest) { joined in
      var count = 0
      for byte in local where !Self.isMark(byte) {
        joined.initializeElement(at: count, to: byte)
        count += 1
      }
      return words.contains(UnsafeBufferPointer(rebasing: joined[..<count]))
    }
  }
}

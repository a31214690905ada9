import Bytes

extension EmailReader {
  /// All addresses of a cell, in its order and in lower case, each once.
  ///
  /// For what must miss nobody: it looks for them also where `read` sees no list, and takes the
  /// address that is suggested for one with a fault.
  ///
  /// With `joins`, two words before the `@` may be one name: `j oe@example.com`.
  package mutating func addresses(
    in cell: UnsafeBufferPointer<UInt8>, policy: ValidationPolicy, joins: Bool = false
  ) -> [String] {
    guard let plain = EmailBlanks.plain(cell) else { return addresses(of: cell, policy, joins) }
    return plain.withUnsafeBufferPointer { addresses(of: $0, policy, joins) }
  }

  private mutating func addresses(
    of cell: UnsafeBufferPointer<UInt8>, _ policy: ValidationPolicy, _ joins: Bool
  ) -> [String] {
    var found: [String] = []
    for part in EmailWrapping.parts(of: cell) {
      if let address = address(part) {
        found.append(address)
        continue
      }
      let count = found.count
      for word in part.split(whereSeparator: Self.isBetweenWords)
      where word.contains(UInt8(ascii: "@")) {
        if let address = address(UnsafeBufferPointer(rebasing: word)) { found.append(address) }
      }
      if joins, let joined = joined(part) { found.append(joined) }
      if found.count == count,
        let meant = EmailSuggestion.of(part, policy: policy, reader: &self)
      {
        found.append(meant.lowercased())
      }
    }
    // A comma within an address divides it in two.
    if found.isEmpty, let meant = EmailSuggestion.of(cell, policy: policy, reader: &self) {
      found.append(meant.lowercased())
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// The address that two words before the `@` make without the blank between them.
  private mutating func joined(_ part: UnsafeBufferPointer<UInt8>) -> String? {
    guard part.count <= 254, let at = part.firstIndex(of: UInt8(ascii: "@")) else { return nil }
    let words = part[..<at].split(whereSeparator: ASCII.isSpace)
    guard words.count == 2, !part[..<at].contains(where: { Self.isBetweenWords($0) && $0 > 32 })
    else { return nil }
    let domain = part[at...].prefix { !ASCII.isSpace($0) }
    return (Array(words.joined()) + domain).withUnsafeBufferPointer { address($0) }
  }

  private mutating func address(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard text.contains(UInt8(ascii: "@")) else { return nil }
    var output: [UInt8] = []
    guard (try? read(text, into: &output)) != nil else { return nil }
    return String(decoding: output.map(ASCII.lowercased), as: UTF8.self)
  }

  private static func isBetweenWords(_ byte: UInt8) -> Bool {
    byte <= 32 || ";,|/<>()[]{}\"'=:".utf8.contains(byte)
  }
}

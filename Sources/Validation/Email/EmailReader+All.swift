import Bytes

extension EmailReader {
  /// All addresses of a cell, in its order and in lower case, each once.
  ///
  /// For what must miss nobody: it looks for them also where `read` sees no list, and takes the
  /// address that is suggested for one with a fault.
  package mutating func addresses(
    in cell: UnsafeBufferPointer<UInt8>, policy: ValidationPolicy
  ) -> [String] {
    guard let plain = EmailBlanks.plain(cell) else { return addresses(of: cell, policy) }
    return plain.withUnsafeBufferPointer { addresses(of: $0, policy) }
  }

  private mutating func addresses(
    of cell: UnsafeBufferPointer<UInt8>, _ policy: ValidationPolicy
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

import Bytes

extension EmailReader {
  /// All addresses of a cell, in its order and in lower case, each once.
  ///
  /// For what must miss nobody: it looks for them also where `read` sees no list.
  package mutating func addresses(in cell: UnsafeBufferPointer<UInt8>) -> [String] {
    var found: [String] = []
    for part in EmailWrapping.parts(of: cell) where part.contains(UInt8(ascii: "@")) {
      if let address = address(part) {
        found.append(address)
        continue
      }
      for word in part.split(whereSeparator: Self.isBetweenWords)
      where word.contains(UInt8(ascii: "@")) {
        if let address = address(UnsafeBufferPointer(rebasing: word)) { found.append(address) }
      }
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }
  }

  private mutating func address(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    var output: [UInt8] = []
    guard (try? read(text, into: &output)) != nil else { return nil }
    return String(decoding: output.map(ASCII.lowercased), as: UTF8.self)
  }

  private static func isBetweenWords(_ byte: UInt8) -> Bool {
    byte <= 32 || ";,|/<>()[]{}\"'=:".utf8.contains(byte)
  }
}

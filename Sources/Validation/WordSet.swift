import Bytes

/// Words compared without ASCII case, found by hash.
package struct WordSet: Sendable {
  private let hashes: HashTable
  private var longest = 0
  /// How long words are that start with each byte, a bit for each length; the last is for all that are
  /// longer. Most cells are told apart by that alone.
  private var lengths = [UInt32](repeating: 0, count: 256)

  package init(_ words: [String] = []) {
    var hashes: [UInt64] = []
    for word in words {
      let lower = Array(word.utf8.map(ASCII.lowercased))
      longest = max(longest, lower.count)
      if let first = lower.first {
        lengths[Int(first)] |= Self.length(lower.count)
        lengths[Int(ASCII.uppercased(first))] |= Self.length(lower.count)
      }
      hashes.append(lower.withUnsafeBufferPointer { Hash64.of($0) })
    }
    self.hashes = HashTable(hashes)
  }

  private static func length(_ count: Int) -> UInt32 { 1 << UInt32(min(count, 31)) }

  package func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = word.first, lengths[Int(first)] & Self.length(word.count) != 0,
      word.count <= longest
    else { return false }
    return hashes.contains(Self.hash(word))
  }

  /// Hash of a word in lower case.
  static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count) { lower in
      for index in 0..<word.count { lower[index] = ASCII.lowercased(word[index]) }
      return Hash64.of(UnsafeBufferPointer(lower))
    }
  }
}

/// Words and what stands for each, compared without ASCII case.
package struct WordMap: Sendable {
  private let hashes: HashTable
  /// What the words stand for, in their order.
  private let targets: [String]
  /// What words stand for, each once, sorted.
  package let values: [String]

  package init(_ entries: [(word: String, target: String)] = []) {
    values = Set(entries.map(\.target)).sorted()
    // Of a word that is there twice the last one counts.
    let entries = entries.reversed()
    targets = entries.map(\.target)
    hashes = HashTable(
      entries.map { entry in
        var word = entry.word
        return word.withUTF8 { WordSet.hash($0) }
      })
  }

  package var isEmpty: Bool { targets.isEmpty }

  package func target(of word: UnsafeBufferPointer<UInt8>) -> String? {
    hashes.position(of: WordSet.hash(word)).map { targets[$0] }
  }
}

import Bytes

/// Words compared without ASCII case, found by hash.
package struct WordSet: Sendable {
  private var hashes: Set<UInt64> = []
  private var longest = 0
  /// Whether a word starts with each byte: most cells are told apart by that alone.
  private var starts = [Bool](repeating: false, count: 256)

  package init(_ words: [String] = []) {
    for word in words {
      let lower = Array(word.utf8.map(ASCII.lowercased))
      longest = max(longest, lower.count)
      if let first = lower.first {
        starts[Int(first)] = true
        starts[Int(ASCII.uppercased(first))] = true
      }
      hashes.insert(lower.withUnsafeBufferPointer { Hash64.of($0) })
    }
  }

  package func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = word.first, word.count <= longest, starts[Int(first)] else { return false }
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
  private var targets: [UInt64: String] = [:]
  /// What words stand for, each once, sorted.
  package let values: [String]

  package init(_ entries: [(word: String, target: String)] = []) {
    values = Set(entries.map(\.target)).sorted()
    for entry in entries {
      var word = entry.word
      targets[word.withUTF8 { WordSet.hash($0) }] = entry.target
    }
  }

  package var isEmpty: Bool { targets.isEmpty }

  package func target(of word: UnsafeBufferPointer<UInt8>) -> String? {
    targets[WordSet.hash(word)]
  }
}

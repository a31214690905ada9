/// Finds the word that a misspelt one was meant to be: one letter too many, too few, wrong, or
/// swapped with its neighbour.
///
/// A look-up costs one hash per letter, however many words there are.
///
/// - Source: the symmetric-delete index of Wolf Garbe's SymSpell, for distance 1.
package struct NearWords: Sendable {
  private let words: [(folded: [UInt8], value: String)]
  private let byDeletion: [UInt64: [Int32]]

  /// Shorter words are near too many others.
  private static let shortest = 4

  /// - Parameter entries: words in any spelling, and what each stands for.
  package init(_ entries: [(word: String, value: String)]) {
    var words: [(folded: [UInt8], value: String)] = []
    var byDeletion: [UInt64: [Int32]] = [:]
    for entry in entries {
      let folded = Self.folded(entry.word)
      guard folded.count >= Self.shortest else { continue }
      for hash in Self.deletions(of: folded) {
        byDeletion[hash, default: []].append(Int32(words.count))
      }
      words.append((folded, entry.value))
    }
    self.words = words
    self.byDeletion = byDeletion
  }

  /// What the nearest word stands for; nil when none is near, or words that stand for different
  /// things are.
  package func value(near text: String) -> String? {
    guard text.utf8.count <= 64 else { return nil }
    let folded = Self.folded(text)
    guard folded.count >= Self.shortest else { return nil }
    var found: String?
    for hash in Self.deletions(of: folded) {
      for index in byDeletion[hash] ?? [] {
        let word = words[Int(index)]
        guard Self.isNear(word.folded, folded), found != word.value else { continue }
        if found != nil { return nil }
        found = word.value
      }
    }
    return found
  }

  private static func folded(_ text: String) -> [UInt8] {
    var scratch: [UInt8] = []
    var text = text
    _ = text.withUTF8 { TextFolding.hash($0, scratch: &scratch) }
    return scratch
  }

  /// Hashes of the word and of what is left of it without one letter.
  private static func deletions(of word: [UInt8]) -> Set<UInt64> {
    var hashes: Set<UInt64> = [word.withUnsafeBufferPointer { Hash64.of($0) }]
    for index in word.indices {
      var shorter = word
      shorter.remove(at: index)
      hashes.insert(shorter.withUnsafeBufferPointer { Hash64.of($0) })
    }
    return hashes
  }

  /// Whether one edit makes one word the other: deletions alone would let two pass.
  private static func isNear(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    guard long.count - short.count <= 1 else { return false }
    var start = 0
    while start < short.count, short[start] == long[start] { start += 1 }
    var end = 0
    while end < short.count - start, short[short.count - 1 - end] == long[long.count - 1 - end] {
      end += 1
    }
    let rest = (short.count - start - end, long.count - start - end)
    if rest == (0, 0) || rest == (0, 1) || rest == (1, 1) { return true }
    return rest == (2, 2) && short[start] == long[start + 1] && short[start + 1] == long[start]
  }
}

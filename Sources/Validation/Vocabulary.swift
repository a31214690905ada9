import Bytes

/// Words that mean one of a few canonical values, in any case, accent and punctuation.
package final class Vocabulary: Sendable {
  /// Canonical values, in the order they were declared.
  package let values: [String]
  private let indices: [UInt64: Int]
  private let near: Deferred<NearWords>

  /// - Parameter entries: canonical values and the other words for each; the value itself counts.
  package init(_ entries: [(value: String, words: [String])]) {
    values = entries.map(\.value)
    var indices: [UInt64: Int] = [:]
    var scratch: [UInt8] = []
    for (index, entry) in entries.enumerated() {
      for word in [entry.value] + entry.words {
        var word = word
        let hash = word.withUTF8 { TextFolding.hash($0, scratch: &scratch) }
        if indices[hash] == nil { indices[hash] = index }
      }
    }
    self.indices = indices
    near = Deferred {
      NearWords(
        entries.flatMap { entry in ([entry.value] + entry.words).map { ($0, entry.value) } })
    }
  }

  /// The canonical value that a misspelt word was meant for.
  package func value(near text: String) -> String? { near.value.value(near: text) }

  /// The position in `values` of what a cell means, nil when it is none of the known words.
  package func index(
    of cell: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8]
  ) -> Int? {
    guard cell.count <= Self.longest else { return nil }
    return indices[TextFolding.hash(cell, scratch: &scratch)]
  }

  /// Bytes of a cell beyond which it is none of the words.
  private static let longest = 256

  /// The canonical value of a text.
  package func value(of text: String) -> String? {
    var scratch: [UInt8] = []
    var text = text
    return text.withUTF8 { index(of: $0, scratch: &scratch) }.map { values[$0] }
  }

  /// The values as a message lists them: `open, won or lost`.
  package var listed: String {
    guard values.count > 1, let last = values.last else { return values.first ?? "" }
    return values.dropLast().joined(separator: ", ") + " or " + last
  }
}

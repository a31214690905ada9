/// Parts of words that are looked for anywhere in a text: `unsub` stands in `hasunsubscribed`.
///
/// All are looked for at once, by their first byte: a header or a value costs its length, where the
/// standard library's search costs a table for each part.
package struct WordStems: Sendable, ExpressibleByArrayLiteral {
  /// The rest of each part, by its first byte.
  private var rests = [[[UInt8]]](repeating: [], count: 256)

  package init(arrayLiteral stems: String...) {
    for stem in stems {
      guard let first = stem.utf8.first else { continue }
      rests[Int(first)].append(Array(stem.utf8.dropFirst()))
    }
  }

  /// Whether one of the parts stands in a text, compared byte by byte.
  package func areIn(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.indices.contains { index in
        rests[Int(bytes[index])].contains { bytes[(index + 1)...].starts(with: $0) }
      }
    }
  }
}

/// Folds words to what they have in common in any spelling: lower case, without accents, spaces and
/// punctuation. `Österreich`, `OSTERREICH` and `Öster-reich` are one.
package enum TextFolding {
  /// The folded text's hash, for look-ups; the scratch is overwritten with the folded text.
  package static func hash(
    _ text: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8]
  ) -> UInt64 {
    scratch.removeAll(keepingCapacity: true)
    TextFold.appendWords(of: text, to: &scratch)
    scratch.removeAll { $0 == 32 }
    return scratch.withUnsafeBufferPointer { Hash64.of($0) }
  }
}

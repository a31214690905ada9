/// A cell that names channels: one, or several as `email; phone` or `SMS und Telefon`.
package enum ChannelList {
  /// Cells beyond this many bytes are no list of channels.
  private static let longest = 256
  private static let connectives: Set<String> = ["and", "und", "et", "y", "e", "en", "plus"]
  private static let separators = Set(";,/|+&\n\t")

  /// The channels that a cell names.
  ///
  /// - Returns: canonical names, each once; nil when any part of the cell is none: `not by phone`
  ///   must not become the telephone.
  package static func read(_ text: String) -> [String]? {
    guard text.utf8.count <= longest else { return nil }
    // Words are compared without their punctuation, of which a star is nothing but.
    if text == "*" { return ["any"] }
    if let one = Vocabulary.channel.value(of: text) { return [one] }
    var names: [String] = []
    for part in text.split(whereSeparator: separators.contains) {
      guard let found = channels(of: part) else { return nil }
      for name in found where !names.contains(name) { names.append(name) }
    }
    return names.isEmpty ? nil : names
  }

  /// A part is a channel of one or several words, or words that are all channels.
  private static func channels(of part: Substring) -> [String]? {
    if part.allSatisfy(\.isWhitespace) { return [] }
    if let one = Vocabulary.channel.value(of: String(part)) { return [one] }
    let words = part.split(whereSeparator: \.isWhitespace)
      .filter { !connectives.contains($0.lowercased()) }
    let names = words.map { Vocabulary.channel.value(of: String($0)) }
    return names.isEmpty || names.contains(nil) ? nil : names.compactMap { $0 }
  }
}

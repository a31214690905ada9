import Bytes
import LeadModel

/// Whether a cell names more than one person.
extension NameReader {
  /// Whether words join two persons: `Anna und Peter Berg`, `Mr. and Mrs. Smith`, `Ann/Bob Bell`,
  /// `Ann Bell; Bob Berg`.
  func namesSeveral(_ name: Text, _ country: CountryCode?) -> Bool {
    // "Mr." was taken off.
    if !titles.isEmpty, words.count > 1, words[0].kind.contains(.and),
      words[1].kind.contains(.title)
    {
      return true
    }
    return words.indices.dropFirst().dropLast().contains { isBetweenPersons($0, name, country) }
      || words.contains { joinsNames($0, name) } || areListed(name)
  }

  /// Whether a word joins two persons: not in `José Ortega y Gasset`, `Ana e Silva`, `Maria von und zu
  /// Berg` and `John E Smith`.
  private func isBetweenPersons(_ index: Int, _ name: Text, _ country: CountryCode?) -> Bool {
    let word = words[index]
    guard word.kind.contains(.and) else { return false }
    if word.kind.contains(.tie) || word.kind.contains(.doubtful) {
      // "E" is an initial, and so is "e" where all is written so.
      if name[word.range.lowerBound] &- 97 >= 26 || name[words[0].range.lowerBound] &- 97 < 26 {
        guard let country, Self.tying.contains(country) else { return false }
      }
      // The "u." of Germans is no initial.
      let isShortened = word.range.count == 2 && name[word.range.lowerBound] == UInt8(ascii: "u")
      if name[word.range].contains(UInt8(ascii: ".")), !isShortened { return false }
    }
    // "Ana y Juan García", not "José Ortega y Gasset" nor "Puig i Cadafalch, Josep".
    if word.kind.contains(.tie) {
      return index == 1 && (words.count <= 3 || words[words.count - 1].segment == word.segment)
        && !words[index + 1].kind.contains(.iberian)
    }
    return !(words[index - 1].kind.contains(.small) && words[index + 1].kind.contains(.small))
  }

  /// Where `e` and `y` mean "and".
  private static let tying: Set<CountryCode> = twoNames.union(
    ["PT", "BR", "IT", "SM", "AO", "MZ", "CV"].compactMap { CountryCode($0) })

  /// Whether a word is two names with a stroke or sign between: `Ann/Bob`, `Ann&Bob`, not `c/o`,
  /// `a/l` and `she/her`.
  private func joinsNames(_ word: Word, _ name: Text) -> Bool {
    guard word.kind.isDisjoint(with: [.suffix, .title]), word.segment == 0 else { return false }
    var letters = 0
    var before: Int?
    for index in word.range {
      let byte = name[index]
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "+") {
        guard before == nil else { return false }
        before = letters
        letters = 0
      } else if ASCII.isLetter(byte) || byte >= 0x80 {
        letters += 1
      } else if byte != UInt8(ascii: "-"), byte != UInt8(ascii: ".") {
        return false
      }
    }
    return (before ?? 0) >= 2 && letters >= 2
  }

  /// Whether a semicolon stands between whole names, or a comma between two that both begin with a
  /// given name: `Anna Berg, Peter Huber`, not `García Márquez, Gabriel José`.
  private func areListed(_ name: Text) -> Bool {
    guard let last = words.last, last.segment > 0 else { return false }
    if !name.contains(UInt8(ascii: ";")) {
      guard words.count == 4, last.segment == 1, words[1].segment == 0, words[2].segment == 1 else {
        return false
      }
      return isGivenName(words[0], name) && isGivenName(words[2], name)
        && isOtherName(words[1], name) && isOtherName(words[3], name)
        && !words[1].kind.contains(.iberian)
    }
    return (0...last.segment).allSatisfy { segment in
      words.count { $0.segment == segment } > 1
    }
  }

  /// Whether a word is a name, no degree or initial, and no given name that is known.
  private func isOtherName(_ word: Word, _ name: Text) -> Bool {
    word.kind.subtracting(.iberian).isEmpty && NameShape.letters(name, word.range) > 2
      && !isGivenName(word, name)
  }

  /// Whether a word is known for a given name.
  func isGivenName(_ word: Word, _ name: Text) -> Bool {
    guard word.kind.isDisjoint(with: [.particle, .suffix, .title]) else { return false }
    if word.kind.contains(.secondGiven) { return true }
    var folded: [UInt8] = []
    TextFold.appendWords(of: Text(rebasing: name[word.range]), to: &folded)
    TextFold.collapseDigraphs(&folded)
    return NickNames.contains(folded.span)
  }
}

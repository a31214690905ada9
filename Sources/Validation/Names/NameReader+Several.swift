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
      if name[word.range].contains(UInt8(ascii: ".")) { return false }
    }
    if word.kind.contains(.tie) {
      return words.count <= 3 && !words[index + 1].kind.contains(.iberian)
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

  /// Whether a semicolon stands between whole names.
  private func areListed(_ name: Text) -> Bool {
    guard let last = words.last, last.segment > 0, name.contains(UInt8(ascii: ";")) else {
      return false
    }
    return (0...last.segment).allSatisfy { segment in
      words.count { $0.segment == segment } > 1
    }
  }
}

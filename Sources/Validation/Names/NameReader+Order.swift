import Bytes
import LeadModel

/// Which words are the given name and which the family name.
extension NameReader {
  mutating func partAtComma(_ name: Text, _ country: CountryCode?) {
    let comma = words.firstIndex { $0.segment > words[0].segment } ?? words.count
    takeSuffixes(name, after: comma)
    var before = Array(words[..<comma])
    var after = Array(words[comma...])
    while before.count > 1, let last = before.last, isSuffix(last, name, beside: true) {
      suffixes.append(last.range)
      before.removeLast()
    }
    // "Berg, Anna van der": the particles go with the family name.
    while after.count > 1, let last = after.last, last.kind.contains(.particle) {
      family.insert(last.range, at: 0)
      after.removeLast()
    }
    family.append(contentsOf: before.map(\.range))
    given = after.map(\.range)
  }

  mutating func partByOrder(_ name: Text, _ country: CountryCode?) {
    guard words.count > 1 else {
      partSingleWord(name, country)
      return
    }
    if let country,
      let count = FamilyNameOrder.familyWords(
        words.map { Text(rebasing: name[$0.range]) }, country: country)
    {
      family = words[..<count].map(\.range)
      given = words[count...].map(\.range)
      return
    }
    if let count = familyFirstCount(name) {
      isFamilyFirst = NameShape.isUpper(name, words[count - 1].range)
      family = words[..<count].map(\.range)
      given = words[count...].map(\.range)
      return
    }
    if let count = leadingParticles(name) {
      isFamilyFirst = count + 1 < words.count
      family = words[...count].map(\.range)
      given = words[(count + 1)...].map(\.range)
      return
    }
    let start = familyStart(name, country)
    given = words[..<start].map(\.range)
    family = words[start...].map(\.range)
  }

  private mutating func partSingleWord(_ name: Text, _ country: CountryCode?) {
    family = words.map(\.range)
    guard let word = family.first, let country,
      let count = FamilyNameOrder.familyBytes(Text(rebasing: name[word]), country: country)
    else { return }
    family = [word.lowerBound..<word.lowerBound + count]
    given = [word.lowerBound + count..<word.upperBound]
  }

  /// How many particles a name begins with that is no given name and a family name: `van den Berg`,
  /// `De la Cruz Maria`. One alone may be a given name, unless it is written small.
  private func leadingParticles(_ name: Text) -> Int? {
    var count = 0
    while count < words.count - 1, words[count].kind.contains(.particle) { count += 1 }
    // "Freiherr von Berg" has no given name.
    if count > 1, words[1].kind.contains(.small), isNoble(name, words[0].range) { return count }
    guard count > 0, words[0].kind.contains(.small) else { return nil }
    let isSmall = name[words[0].range.lowerBound] &- 97 < 26
    return count > 1 || isSmall && words.count == 2 ? count : nil
  }

  private func isNoble(_ name: Text, _ range: Range<Int>) -> Bool {
    guard range.count > 3, range.count < 10 else { return false }
    let word = String(decoding: name[range], as: UTF8.self).lowercased()
    return ["freiherr", "freifrau", "freiin", "graf", "gräfin", "grafin"].contains(word)
  }

  /// How many words at the beginning are the family name: those in capitals before others in small
  /// letters, the first of a name in Han, kana or Hangul, and the first before a given name and a
  /// patronymic in Cyrillic.
  private func familyFirstCount(_ name: Text) -> Int? {
    let first = words[0].range
    if name[first.lowerBound] >= 0xE3, name[first.lowerBound] <= 0xED {
      return words.count == 2 ? 1 : nil
    }
    if words.count == 3, NameShape.isPatronymic(name, words[2].range),
      !NameShape.isPatronymic(name, words[1].range)
    {
      return 1
    }
    var count = 0
    while count < words.count,
      isCapitalName(name, words[count].range) && Self.isSpoken(name, words[count].range)
        || words[count].kind.contains(.small)
        || words[count].kind.contains(.particle) && isInCapitals(name, words[count].range)
    {
      count += 1
    }
    guard count > 0, count < words.count,
      words[count...].allSatisfy({ NameShape.isCapitalised(name, $0.range) }),
      words[..<count].contains(where: { isCapitalName(name, $0.range) })
    else { return nil }
    return count
  }

  /// Whether a word in capitals is a name: of three letters, or two of which one has a mark; others
  /// are initials as often.
  private func isCapitalName(_ name: Text, _ range: Range<Int>) -> Bool {
    guard range.count >= 3, NameShape.isUpper(name, range) else { return false }
    return NameShape.letters(name, range) >= 3
      || name[range].allSatisfy { ASCII.isLetter($0) || $0 >= 0x80 }
  }

  /// Whether a particle of any length is in capitals: `Ó BRIAIN`, `LA ROSA`, `AL SAYED`.
  private func isInCapitals(_ name: Text, _ range: Range<Int>) -> Bool {
    NameShape.letters(name, range) < 2 ? true : NameShape.isUpper(name, range)
  }

  /// Whether a word is more than initials: `JRR`, `J.R.R.`.
  private static func isSpoken(_ name: Text, _ range: Range<Int>) -> Bool {
    if name[range.dropLast()].contains(UInt8(ascii: ".")) { return false }
    return range.count > 3
      || name[range].contains { $0 >= 0x80 || "AEIOUY".utf8.contains($0 & 0xDF) }
  }

  /// The first word of the family name, from 1.
  private func familyStart(_ name: Text, _ country: CountryCode?) -> Int {
    let last = words.count - 1
    if let upper = upperTail(name) { return upper }
    var start = last
    // "Ana e Silva"
    if last == 2, words[1].kind.contains(.tie), words[1].range.count == 1,
      words[2].kind.contains(.iberian)
    {
      return 1
    }
    if let tie = words.indices.dropFirst(2).first(where: {
      $0 < last && words[$0].kind.contains(.tie) && words[$0].range.count == 1
        && (words.count > 3
          || ASCII.lowercased(name[words[$0].range.lowerBound])
            == name[words[$0].range.lowerBound])
    }) {
      start = tie - 1
    } else if let particle = particleStart(name) {
      start = particle
    } else if last >= 2, hasTwoFamilyNames(country) {
      start = last - 1
    }
    // "García de la Torre", "Fernandes da Silva": the name before the particle is one too.
    while start > 1, start < last, words[start - 1].kind.contains(.iberian) { start -= 1 }
    while start > 1, words[start - 1].kind.contains(.particle) { start -= 1 }
    return start
  }

  /// `Jean DUPONT`: capitals at the end, small letters before.
  private func upperTail(_ name: Text) -> Int? {
    var start = words.count
    while start > 0, NameShape.isUpper(name, words[start - 1].range),
      words[start - 1].range.count >= 2
    {
      start -= 1
    }
    guard start > 0, start < words.count, NameShape.isCapitalised(name, words[0].range) else {
      return nil
    }
    while start > 1, words[start - 1].kind.contains(.particle) { start -= 1 }
    return start
  }

  private func particleStart(_ name: Text) -> Int? {
    let last = words.count - 1
    var from = 1
    // "María del Carmen López" has two given names.
    if words[0].kind.contains(.secondGiven), words.count > 3, words[1].kind.contains(.particle) {
      var index = 1
      while index < last, words[index].kind.contains(.particle) { index += 1 }
      if index < last,
        words[index].kind.contains(.secondGiven) || isMarian(name, words[index].range)
      {
        from = index + 1
      }
    }
    guard from < last else { return nil }
    return (from..<last).first { words[$0].kind.contains(.particle) }
  }

  private func isMarian(_ name: Text, _ range: Range<Int>) -> Bool {
    let word = String(decoding: name[range], as: UTF8.self).lowercased()
    return ["ángeles", "angeles", "mar", "rosario", "cruz", "dios", "socorro", "consuelo"]
      .contains(word)
  }

  private func hasTwoFamilyNames(_ country: CountryCode?) -> Bool {
    let count = words.count
    let before = words[count - 2].kind
    if before.contains(.iberian) { return true }
    guard let country, Self.twoNames.contains(country), !before.contains(.secondGiven) else {
      return false
    }
    return words[count - 2].range.count > 2
  }

  static let twoNames: Set<CountryCode> = Set(
    [
      "ES", "MX", "AR", "CO", "PE", "VE", "CL", "EC", "GT", "CU", "BO", "DO", "HN", "PY", "SV",
      "NI", "CR", "PA", "UY", "PR", "GQ",
    ].compactMap { CountryCode($0) })
}

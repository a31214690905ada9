import Bytes
package import LeadModel

/// Parts a person's name: titles before it, given and family names, degrees behind it.
///
/// `Dr. Anna van der Berg`, `van der Berg, Anna` and `BERG Anna` are understood; of several words
/// without particle, comma or capitals the last is the family name, and the one before it too when
/// it is a frequent family name of Spain or Portugal or the country is one where people have two.
/// Where a country says the family name first, its frequent names tell (`FamilyNameOrder`).
/// A single word is a family name behind a title and is not parted otherwise, but for Chinese and
/// Korean names in their own script. One value per worker: it keeps its scratch memory.
package struct NameReader: Sendable {
  package typealias Text = UnsafeBufferPointer<UInt8>

  /// Words of the last name read, in the order in which they are said.
  package private(set) var titles: [Range<Int>] = []
  package private(set) var given: [Range<Int>] = []
  package private(set) var family: [Range<Int>] = []
  package private(set) var suffixes: [Range<Int>] = []
  /// Whether the way the name is written, without a comma, says that the family name comes first.
  package private(set) var isFamilyFirst = false
  /// Whether words join two persons, as in `Anna und Peter Berg`.
  package private(set) var isSeveral = false
  private var words: [Word] = []

  struct Word {
    let range: Range<Int>
    let kind: NameWordKind
    /// The segment between commas that it stands in.
    let segment: Int
  }

  /// Longer texts are no names and stay whole.
  static let longestName = 200

  package init() {}

  package mutating func read(_ name: Text, country: CountryCode? = nil) {
    titles.removeAll(keepingCapacity: true)
    given.removeAll(keepingCapacity: true)
    family.removeAll(keepingCapacity: true)
    suffixes.removeAll(keepingCapacity: true)
    isFamilyFirst = false
    isSeveral = false
    guard name.count <= Self.longestName else { return }
    findWords(name)
    takeTrailingSegments(name)
    takeTitles(name, country)
    isSeveral = words.indices.dropFirst().dropLast().contains(where: isBetweenPersons)
    if let last = words.last, last.segment > 0, words[0].segment != last.segment {
      partAtComma(name, country)
    } else {
      takeSuffixes(name)
      partByOrder(name, country)
    }
  }

  /// Whether a word joins two persons: not in `José Ortega y Gasset`, `Ana e Silva` and
  /// `Maria von und zu Berg`.
  private func isBetweenPersons(_ index: Int) -> Bool {
    guard words[index].kind.contains(.and) else { return false }
    if words[index].kind.contains(.tie) {
      return words.count <= 3 && !words[index + 1].kind.contains(.iberian)
    }
    return !(words[index - 1].kind.contains(.small) && words[index + 1].kind.contains(.small))
  }

  // MARK: Words

  private mutating func findWords(_ name: Text) {
    words.removeAll(keepingCapacity: true)
    var segment = 0
    var start = 0
    var index = 0
    var closing: UInt8?
    while index <= name.count {
      let byte = index < name.count ? name[index] : 32
      if let end = closing {
        // A nickname in brackets or quotes belongs to neither part.
        if byte == end || index == name.count { closing = nil }
        index += 1
        start = index
        continue
      }
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "\""), start == index,
        Self.isClosed(byte, in: name, from: index + 1)
      {
        closing = byte == UInt8(ascii: "(") ? UInt8(ascii: ")") : byte
      } else if ASCII.isSpace(byte) || byte == UInt8(ascii: ",") {
        if index > start { append(name, start..<index, segment) }
        if byte == UInt8(ascii: ","), !words.isEmpty { segment += 1 }
        start = index + 1
      }
      index += 1
    }
  }

  private static func isClosed(_ byte: UInt8, in name: Text, from start: Int) -> Bool {
    name[start...].contains(byte == UInt8(ascii: "(") ? UInt8(ascii: ")") : byte)
  }

  private mutating func append(_ name: Text, _ range: Range<Int>, _ segment: Int) {
    // "Dr.Anna" and "Prof.Dr." are several words.
    var start = range.lowerBound
    for index in range.dropLast()
    where name[index] == UInt8(ascii: ".") && index - start >= 2
      && (name[index + 1] &- 65 < 26 || name[index + 1] >= 0xC3)
    {
      let head = start..<(index + 1)
      guard NameWords.kind(of: Text(rebasing: name[head])).contains(.title) else { break }
      words.append(
        Word(range: head, kind: NameWords.kind(of: Text(rebasing: name[head])), segment: segment))
      start = index + 1
    }
    let rest = start..<range.upperBound
    words.append(
      Word(range: rest, kind: NameWords.kind(of: Text(rebasing: name[rest])), segment: segment))
  }

  // MARK: Titles and degrees

  /// What follows the last commas of `Berg, Anna, MBA` is no name.
  private mutating func takeTrailingSegments(_ name: Text) {
    while let last = words.last, last.segment > 0 {
      let start = words.firstIndex { $0.segment == last.segment } ?? 0
      guard start > 0, words[start...].allSatisfy({ isSuffix($0, name, beside: true) }) else {
        return
      }
      suffixes.insert(contentsOf: words[start...].map(\.range), at: 0)
      words.removeSubrange(start...)
    }
  }

  private mutating func takeTitles(_ name: Text, _ country: CountryCode?) {
    while words.count > 1, isTitle(words[0], name, country) {
      // "Mr Berg" has a title, "Don Berg" a name.
      titles.append(words.removeFirst().range)
    }
    // "Berg, Dr. Anna"
    while let index = words.firstIndex(where: { $0.segment > 0 }), index + 1 < words.count,
      isTitle(words[index], name, country)
    {
      titles.append(words.remove(at: index).range)
    }
  }

  private func isTitle(_ word: Word, _ name: Text, _ country: CountryCode?) -> Bool {
    guard word.kind.contains(.title) else { return false }
    let isAbbreviated = name[word.range.upperBound - 1] == UInt8(ascii: ".")
    if word.kind.contains(.named) { return isAbbreviated || !titles.isEmpty || words.count > 2 }
    guard word.kind.contains(.doubtful) else { return true }
    if !titles.isEmpty { return true }
    guard isAbbreviated || word.range.count == 2 && word.kind.contains(.suffix) else {
      return false
    }
    // "M. Dupont" is a Monsieur in French, an initial elsewhere.
    if word.range.count == 2, ASCII.lowercased(name[word.range.lowerBound]) == UInt8(ascii: "m") {
      return country.map { Self.french.contains($0) } ?? true
    }
    return true
  }

  private static let french: Set<CountryCode> = Set(
    ["FR", "BE", "CH", "LU", "MC", "CA", "SN", "CI", "MA", "TN", "DZ"].compactMap {
      CountryCode($0)
    }
  )

  private mutating func takeSuffixes(_ name: Text) {
    while words.count > 1, let last = words.last, isSuffix(last, name, beside: false) {
      suffixes.insert(last.range, at: 0)
      words.removeLast()
    }
  }

  private func isSuffix(_ word: Word, _ name: Text, beside comma: Bool) -> Bool {
    guard word.kind.contains(.suffix) else { return false }
    guard word.kind.contains(.doubtful) else { return true }
    if comma { return true }
    let hasPoint = name[word.range].contains(UInt8(ascii: "."))
    if hasPoint { return words.count > 2 || !titles.isEmpty }
    // "MEng"
    if words.count > 2, name[word.range.dropFirst()].contains(where: { $0 &- 65 < 26 }),
      !NameShape.isUpper(name, word.range)
    {
      return true
    }
    return NameShape.isUpper(name, word.range)
      && !words.dropLast().allSatisfy { NameShape.isUpper(name, $0.range) } && words.count > 2
  }

  // MARK: Given and family

  private mutating func partAtComma(_ name: Text, _ country: CountryCode?) {
    let comma = words.firstIndex { $0.segment > words[0].segment } ?? words.count
    var before = Array(words[..<comma])
    var after = Array(words[comma...])
    while before.count > 1, let last = before.last, isSuffix(last, name, beside: true) {
      suffixes.append(last.range)
      before.removeLast()
    }
    while after.count > 1, let last = after.last, isSuffix(last, name, beside: true),
      !last.kind.contains(.doubtful)
    {
      suffixes.append(last.range)
      after.removeLast()
    }
    // "Berg, Anna van der": the particles go with the family name.
    while after.count > 1, let last = after.last, last.kind.contains(.particle) {
      family.insert(last.range, at: 0)
      after.removeLast()
    }
    family.append(contentsOf: before.map(\.range))
    given = after.map(\.range)
  }

  private mutating func partByOrder(_ name: Text, _ country: CountryCode?) {
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
      isFamilyFirst = true
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
    guard count > 0, words[0].kind.contains(.small) else { return nil }
    let isSmall = name[words[0].range.lowerBound] &- 97 < 26
    return count > 1 || isSmall && words.count == 2 ? count : nil
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
      NameShape.isUpper(name, words[count].range) && words[count].range.count >= 3
        && Self.isSpoken(name, words[count].range) || words[count].kind.contains(.small)
    {
      count += 1
    }
    guard count > 0, count < words.count,
      words[count...].allSatisfy({ NameShape.isCapitalised(name, $0.range) }),
      words[..<count].contains(where: {
        NameShape.isUpper(name, $0.range) && $0.range.count >= 3
      })
    else { return nil }
    return count
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

  private static let twoNames: Set<CountryCode> = Set(
    [
      "ES", "MX", "AR", "CO", "PE", "VE", "CL", "EC", "GT", "CU", "BO", "DO", "HN", "PY", "SV",
      "NI", "CR", "PA", "UY", "PR", "GQ",
    ].compactMap { CountryCode($0) })
}

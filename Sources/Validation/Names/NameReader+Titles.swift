import Bytes
import LeadModel

/// What stands before and behind a name and is no part of it: titles, degrees, the name at birth.
extension NameReader {
  /// Leaves out `geb. Maier` and `née Jones`, up to the next comma.
  mutating func dropNameAtBirth(_ name: Text) {
    guard
      let mark = words.indices.dropFirst().first(where: { index in
        isBirthMark(words[index], name)
          && words.dropFirst(index + 1).first?.segment == words[index].segment
      })
    else { return }
    let segment = words[mark].segment
    // "z domu" of Polish is two words.
    let isTwo = mark > 1 && name[words[mark].range].elementsEqual("domu".utf8)
    var end = mark + 1
    while end < words.count, words[end].segment == segment {
      // "Jane Doe née Smith PhD"
      if end > mark + 1, isSuffix(words[end], name, beside: false) { break }
      end += 1
    }
    words.removeSubrange((isTwo ? mark - 1 : mark)..<end)
  }

  /// Whether a word says that the name at birth follows: `nee` and such are names when they begin
  /// with a capital.
  private func isBirthMark(_ word: Word, _ name: Text) -> Bool {
    guard word.kind.contains(.birth) else { return false }
    return !word.kind.contains(.doubtful) || name[word.range.lowerBound] &- 97 < 26
  }

  /// What follows the last commas of `Berg, Anna, MBA` is no name.
  mutating func takeTrailingSegments(_ name: Text) {
    if takeUnknownDegrees(name) || takeUnknownDegree(name) { return }
    while let last = words.last, last.segment > 0 {
      let start = words.firstIndex { $0.segment == last.segment } ?? 0
      guard start > 0,
        words[start...].allSatisfy({
          isSuffix($0, name, beside: true) || isTrailingTitle($0, name, beside: start)
        })
      else { return }
      for word in words[start...].reversed() { take(word, name, beside: true) }
      words.removeSubrange(start...)
    }
  }

  /// Takes `, CLU, CFP, LUTC` off a whole name: two commas and nothing but capitals behind them are
  /// degrees, known or not.
  ///
  /// - Returns: whether there were any.
  private mutating func takeUnknownDegrees(_ name: Text) -> Bool {
    guard let last = words.last, last.segment > 1,
      let start = words.firstIndex(where: { $0.segment > words[0].segment }), start > 1,
      !words[..<start].allSatisfy({ NameShape.isUpper(name, $0.range) }),
      words[start...].allSatisfy({ isAbbreviation($0, name) })
    else { return false }
    suffixes.append(contentsOf: words[start...].map(\.range))
    words.removeSubrange(start...)
    return true
  }

  /// Takes `, MCIPS` and `, V` off `John Smith`: capitals behind a comma are no given name where one
  /// stands first, as in `García Márquez, G.J.` none does.
  private mutating func takeUnknownDegree(_ name: Text) -> Bool {
    guard let last = words.last, last.segment == 1, words.count > 2,
      words[words.count - 2].segment == 0, isGivenAndFamily(words.count - 1, name),
      !words.dropLast().contains(where: { NameShape.isUpper(name, $0.range) }),
      isNumeral(last, name)
        || isAbbreviation(last, name) && NameShape.letters(name, last.range) > 2
    else { return false }
    suffixes.append(last.range)
    words.removeLast()
    return true
  }

  /// Whether the first words begin with a known given name and end with a word that is no degree.
  func isGivenAndFamily(_ count: Int, _ name: Text) -> Bool {
    count > 1 && isGivenName(words[0], name) && words[count - 1].kind.isDisjoint(with: .suffix)
      && NameShape.letters(name, words[count - 1].range) > 1
  }

  /// Whether a word is the `I` or `V` of a generation, or an initial without its point.
  private func isNumeral(_ word: Word, _ name: Text) -> Bool {
    word.range.count == 1 && "IV".utf8.contains(name[word.range.lowerBound])
  }

  /// Whether a word is a known degree, or has letters in capitals only, as `CLU` and `OTR/L` do.
  private func isAbbreviation(_ word: Word, _ name: Text) -> Bool {
    if isSuffix(word, name, beside: true) { return true }
    return word.range.count >= 2 && word.range.count <= 8
      && name[word.range].allSatisfy { $0 &- 65 < 26 || "./-".utf8.contains($0) }
  }

  private mutating func take(_ word: Word, _ name: Text, beside comma: Bool) {
    if isSuffix(word, name, beside: comma) {
      suffixes.insert(word.range, at: 0)
    } else {
      titles.insert(
        word.range, at: titles.firstIndex { $0.lowerBound > word.range.lowerBound } ?? titles.count)
    }
  }

  // MARK: Titles

  mutating func takeTitles(_ name: Text, _ country: CountryCode?) {
    // "The Rt Hon John Bell"
    if words.count > 3, words[0].range.count == 3, isTitle(words[1], name, country),
      zip(name[words[0].range], "the".utf8).allSatisfy({ ASCII.lowercased($0) == $1 })
    {
      titles.append(words.removeFirst().range)
    }
    while words.count > 1, isTitle(words[0], name, country) {
      // "Lord, John" and "Frau, Eva" are called so.
      if words[1].segment != words[0].segment, !endsInPoint(words[0], name) { break }
      // "Dr King Jr"
      if words.count == 2, words[1].kind.contains(.suffix), words[0].kind.contains(.named) { break }
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

  private func endsInPoint(_ word: Word, _ name: Text) -> Bool {
    name[word.range.upperBound - 1] == UInt8(ascii: ".")
  }

  private func isTitle(_ word: Word, _ name: Text, _ country: CountryCode?) -> Bool {
    if word.kind.contains(.local), let country,
      NameWords.isTitle(Text(rebasing: name[word.range]), in: country)
    {
      return word.range.count > 1
        && (endsInPoint(word, name) || NameShape.letters(name, word.range) > 1)
    }
    guard word.kind.contains(.title) else { return false }
    let isAbbreviated = endsInPoint(word, name)
    if word.kind.contains(.named) {
      // "Prince of Wales" is an office.
      if words.count > 1, name[words[1].range].elementsEqual("of".utf8) { return false }
      if isAbbreviated || !titles.isEmpty { return true }
      // "Lady Johana Ruiz" of Colombia is called so.
      return words.count > 2 && !(country.map(Self.twoNames.contains) ?? false)
    }
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

  /// Whether a word behind a name is a title, as in `Berg, Anna Dr.`, `Berg, Herr` and `Ann Bell Mrs`.
  ///
  /// `comma` words stand before the comma that parts it from the name; none where none does.
  private func isTrailingTitle(_ word: Word, _ name: Text, beside comma: Int = 0) -> Bool {
    guard word.kind.contains(.title), !word.kind.contains(.doubtful) else { return false }
    if endsInPoint(word, name) || word.kind.contains(.behind) { return true }
    // "Svensson, Maj" has a given name, "Jan Novák, Ing" none left to have.
    return comma > (word.kind.contains(.named) ? 1 : 0)
  }

  // MARK: Degrees

  /// Takes degrees and titles off the end, but for the last word that is left before `limit`.
  mutating func takeSuffixes(_ name: Text, after limit: Int = 0) {
    // "John Smith V"
    if limit == 0, words.count > 2, let last = words.last, isNumeral(last, name),
      isGivenAndFamily(words.count - 1, name)
    {
      suffixes.append(last.range)
      words.removeLast()
    }
    while words.count > limit + 1, let last = words.last {
      let isDegree =
        isSuffix(last, name, beside: limit > 0)
        && (limit == 0 || !last.kind.contains(.doubtful) || !areAllUpper(name))
      guard isDegree || isTrailingTitle(last, name) else { return }
      take(last, name, beside: limit > 0)
      words.removeLast()
    }
  }

  func isSuffix(_ word: Word, _ name: Text, beside comma: Bool) -> Bool {
    guard word.kind.contains(.suffix) else { return false }
    guard word.kind.contains(.doubtful) else {
      // "Bell, J.R." has initials.
      return words.count > 2 || !NameShape.isInitials(name, word.range)
    }
    if comma { return isWrittenAsDegree(word, name) }
    let hasPoint = name[word.range].contains(UInt8(ascii: "."))
    if hasPoint { return words.count > 2 || !titles.isEmpty }
    return words.count > 2 && isWrittenAsDegree(word, name) && !areAllUpper(name)
  }

  /// Whether a degree that may be a name is written as no name is: `M.A.`, `MEng`, `MA` behind two
  /// words or one in small letters.
  private func isWrittenAsDegree(_ word: Word, _ name: Text) -> Bool {
    if name[word.range].contains(UInt8(ascii: ".")) { return true }
    if NameShape.isUpper(name, word.range) {
      return words.count > 2 || !NameShape.isUpper(name, words[0].range)
    }
    return name[word.range.dropFirst()].contains { $0 &- 65 < 26 }
  }

  private func areAllUpper(_ name: Text) -> Bool {
    words.dropLast().allSatisfy { NameShape.isUpper(name, $0.range) }
  }
}

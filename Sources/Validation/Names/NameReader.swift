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
  package internal(set) var titles: [Range<Int>] = []
  package internal(set) var given: [Range<Int>] = []
  package internal(set) var family: [Range<Int>] = []
  package internal(set) var suffixes: [Range<Int>] = []
  /// Whether the way the name is written, without a comma, says that the family name comes first.
  package internal(set) var isFamilyFirst = false
  /// Whether words join two persons, as in `Anna und Peter Berg`.
  package internal(set) var isSeveral = false
  var words: [Word] = []

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
    dropNameAtBirth(name)
    takeTrailingSegments(name)
    takeTitles(name, country)
    isSeveral = namesSeveral(name, country)
    if let last = words.last, last.segment > 0, words[0].segment != last.segment {
      partAtComma(name, country)
    } else {
      takeSuffixes(name)
      partByOrder(name, country)
    }
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
      if byte >= 0xC2, start == index, let end = Self.quotedEnd(in: name, at: index) {
        index = end
        start = end
        continue
      }
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "\""), start == index,
        Self.isClosed(byte, in: name, from: index + 1)
      {
        closing = byte == UInt8(ascii: "(") ? UInt8(ascii: ")") : byte
      } else if ASCII.isSpace(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") {
        if index > start { append(name, start..<index, segment) }
        if byte != 32, !ASCII.isSpace(byte), !words.isEmpty { segment += 1 }
        start = index + 1
      } else if byte >= 0xD8, let count = Self.foreignComma(in: name, at: index) {
        if index > start { append(name, start..<index, segment) }
        if !words.isEmpty { segment += 1 }
        index += count - 1
        start = index + 1
      }
      index += 1
    }
  }

  /// How many bytes a comma of Arabic or Chinese texts has: `،`, `、`, `，`.
  private static func foreignComma(in name: Text, at index: Int) -> Int? {
    for comma in ["\u{60C}", "\u{3001}", "\u{FF0C}"] where name[index...].starts(with: comma.utf8) {
      return comma.utf8.count
    }
    return nil
  }

  /// Where a nickname of several words in typographic quotation marks ends: `“Big Jack”`, `« Petit »`.
  private static func quotedEnd(in name: Text, at index: Int) -> Int? {
    let rest = name[index...]
    guard let pair = pairs.first(where: { rest.starts(with: $0.opening.utf8) }), index > 0 else {
      return nil
    }
    let inside = rest.dropFirst(pair.opening.utf8.count)
    for start in inside.indices.prefix(longestNickname) where start > inside.startIndex {
      for closing in pair.closings where inside[start...].starts(with: closing.utf8) {
        let end = start + closing.utf8.count
        return end == name.count || ASCII.isSpace(name[end]) || name[end] == UInt8(ascii: ",")
          ? end : nil
      }
    }
    return nil
  }

  /// Bytes.
  private static let longestNickname = 40

  private static let pairs: [(opening: String, closings: [String])] = [
    ("“", ["”"]), ("„", ["“", "”"]), ("«", ["»"]), ("｢", ["｣"]),
  ]

  /// Whether a word stands in single or typographic quotation marks, or in wide brackets.
  private static func isQuoted(_ word: Slice<Text>) -> Bool {
    guard let first = word.first, let last = word.last else { return false }
    if first == UInt8(ascii: "'") { return last == first }
    guard first >= 0xC2, last >= 0x80 else { return false }
    func isMark(_ bytes: Slice<Text>) -> Bool {
      marks.contains { bytes.elementsEqual($0.utf8) }
    }
    let isShort = first == 0xC2
    return isMark(word.prefix(isShort ? 2 : 3)) && isMark(word.suffix(isShort ? 2 : 3))
  }

  private static let marks = ["“", "”", "„", "‘", "’", "‚", "«", "»", "（", "）", "「", "」"]

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
    // "Benjamin 'Ben' Franklin"
    if rest.count > 3, !words.isEmpty, Self.isQuoted(name[rest]) { return }
    // "Ph. D." is one degree.
    if let last = words.last, last.kind.contains(.doctor), last.segment == segment, rest.count <= 2,
      ASCII.lowercased(name[start]) == UInt8(ascii: "d")
    {
      words[words.count - 1] = Word(
        range: last.range.lowerBound..<rest.upperBound, kind: .suffix, segment: segment)
      return
    }
    words.append(
      Word(range: rest, kind: NameWords.kind(of: Text(rebasing: name[rest])), segment: segment))
  }
}

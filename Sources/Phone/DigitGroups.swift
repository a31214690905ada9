/// The runs of digits of a telephone cell, and what stands between them.
struct DigitGroups {
  /// What stands before a group.
  struct Gap: OptionSet {
    let rawValue: UInt8

    /// A mark that belongs to no number: `;`, `,`, `|`, `&` or the end of a line.
    static let mark = Gap(rawValue: 1)
    /// A letter or a colon.
    static let word = Gap(rawValue: 2)
    static let slash = Gap(rawValue: 4)
    /// A dash behind all other marks, as before the 68 of `-67/-68`.
    static let dash = Gap(rawValue: 8)
    static let plus = Gap(rawValue: 16)
  }

  struct Group {
    /// Where the digits begin, or the plus before them, and where they end: offsets in the cell.
    var start: Int
    var end: Int
    /// Its digits among those of the whole cell.
    var digits: Range<Int>
    var gap: Gap
    /// Offset of the last mark before the group; nil when there is none.
    var mark: Int?
    /// Whether a dash between blanks stands before it.
    var isApart = false
  }

  /// What follows is not looked at: three long numbers have fewer digits.
  static let mostDigits = 60
  /// Bytes that are looked at; a single number is read from no more either.
  static let mostBytes = 250

  private(set) var groups: [Group] = []
  private(set) var digits: [UInt8] = []
  /// What stands behind the last group.
  private(set) var end: Gap = []
  /// Offset of the last mark behind the last group.
  private(set) var endMark: Int?

  init(_ whole: UnsafeBufferPointer<UInt8>) {
    let cell = whole.prefix(Self.mostBytes)
    var gap: Gap = []
    var mark: Int?
    var start: Int?
    var isApart = false
    var index = 0
    while index < cell.endIndex, digits.count < Self.mostDigits {
      let (meaning, length) = Self.meaning(of: cell, at: index)
      if case .digit(let digit) = meaning {
        if let last = groups.indices.last, start == nil, groups[last].end == index {
          groups[last].end += length
          groups[last].digits = groups[last].digits.lowerBound..<digits.count + 1
        } else {
          let range = digits.count..<digits.count + 1
          groups.append(
            Group(
              start: start ?? index, end: index + length, digits: range, gap: gap, mark: mark,
              isApart: isApart))
        }
        digits.append(digit)
        (gap, mark, start, isApart) = ([], nil, nil, false)
      } else {
        if case .gap(let kind) = meaning {
          if kind == .plus { start = index } else if kind != [] { start = nil }
          if kind == .mark { mark = index }
          if kind == .dash, index > 0, cell[index - 1] == 32, index + length < cell.endIndex {
            isApart = cell[index + length] == 32
          }
          if kind != [] { gap.remove(.dash) }
          gap.insert(kind)
        }
      }
      index += length
    }
    end = gap
    endMark = mark
  }

  private enum Meaning {
    case digit(UInt8)
    case gap(Gap)
  }

  private static func meaning(
    of cell: Slice<UnsafeBufferPointer<UInt8>>, at index: Int
  ) -> (Meaning, length: Int) {
    let byte = cell[index]
    switch byte {
    case 48...57: return (.digit(byte), 1)
    case UInt8(ascii: "+"): return (.gap(.plus), 1)
    case UInt8(ascii: "-"): return (.gap(.dash), 1)
    case UInt8(ascii: "/"): return (.gap(.slash), 1)
    case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: "&"), 10, 13:
      return (.gap(.mark), 1)
    case UInt8(ascii: ":"), 65...90, 97...122: return (.gap(.word), 1)
    case 0x80...:
      guard let foreign = ForeignCharacter(cell, at: index) else { return (.gap(.word), 1) }
      switch foreign.meant {
      case UInt8(ascii: "+"): return (.gap(.plus), foreign.count)
      case let digit?: return (.digit(digit), foreign.count)
      case nil: return (.gap(foreign.isDash ? .dash : []), foreign.count)
      }
    default: return (.gap([]), 1)
    }
  }

  // MARK: Questions

  func count(before group: Int) -> Int { groups[group].digits.lowerBound }

  func count(from group: Int) -> Int { digits.count - groups[group].digits.lowerBound }

  func digits(of group: Int) -> ArraySlice<UInt8> { digits[groups[group].digits] }

  func digits(of part: Range<Int>) -> ArraySlice<UInt8> {
    digits[
      groups[part.lowerBound].digits.lowerBound..<groups[part.upperBound - 1].digits.upperBound]
  }

  /// Whether numbers written as this group begin with a plus or a trunk zero.
  func isHead(_ group: Int) -> Bool {
    groups[group].gap.contains(.plus) || digits[groups[group].digits.lowerBound] == 48
  }

  /// Groups that begin a number in full, behind digits enough for another.
  var heads: [Int] {
    groups.indices.dropFirst().filter {
      isHead($0) && count(before: $0) >= Self.fewestOfNumber
        && count(from: $0) >= Self.fewestOfNumber
    }
  }

  /// Whether more than blanks and dashes stands before a group.
  func isMarked(_ group: Int) -> Bool {
    !groups[group].gap.isDisjoint(with: [.slash, .mark, .word])
  }

  /// By how many digits the parts before and behind a gap differ.
  func unevenness(at group: Int) -> Int { abs(count(before: group) - count(from: group)) }

  /// Digits that a number has at least that stands in a cell with others, its area included.
  static let fewestOfNumber = 6
  /// Digits that two numbers have at least between which there is no mark.
  static let fewestOfTwo = 14

  /// Whether a group is another end of the number before it, or begins one: `-67/-68`, `67/68`,
  /// `0018/9`, `39-0 / 39-22`.
  func isEnding(_ group: Int) -> Bool {
    let gap = groups[group].gap
    guard !gap.isDisjoint(with: [.slash, .mark]), gap.isDisjoint(with: [.plus, .word]),
      count(before: group) >= Self.fewestOfNumber
    else { return false }
    let count = groups[group].digits.count
    if isLastOfPart(group) {
      if gap.contains(.dash) { return count <= Self.mostOfEnding }
      return gap.contains(.slash) && continues(group - 1, by: group)
    }
    guard group > 1, gap.contains(.slash), groups[group + 1].gap == .dash, isLastOfPart(group + 1),
      groups[group - 1].gap == .dash, groups[group + 1].digits.count <= Self.mostOfEnding
    else { return false }
    return digits(of: group).elementsEqual(digits(of: group - 2))
  }

  private static let mostOfEnding = 5

  /// Whether a group is written in place of the last digits of the one before: 18 00/01.
  ///
  /// Behind a slash may as well stand the last digits of a number, or a telephone of a switchboard:
  /// what could be those must follow closely.
  private func continues(_ first: Int, by second: Int) -> Bool {
    guard groups[first].gap.isDisjoint(with: [.mark, .word, .plus]) else { return false }
    // 0664 126025 – 0732/8415: an area and its number.
    if groups[first].isApart, isHead(first), count(before: first) >= Self.fewestOfNumber {
      return false
    }
    let (ending, other) = (digits(of: first), digits(of: second))
    guard (1...4).contains(other.count), ending.count >= max(other.count, 2) else { return false }
    let step = Self.value(other) - Self.value(ending.suffix(other.count))
    let isClear = ending.count == other.count && !groups[first].gap.contains(.slash)
    return step > 0 && (isClear || other.count <= 2 && step <= 10)
  }

  private static func value(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  private func isLastOfPart(_ group: Int) -> Bool {
    group + 1 == groups.count || !groups[group + 1].gap.isDisjoint(with: [.slash, .mark, .word])
  }

  /// The groups in parts that are divided by a gap of one of the kinds; none where there is no digit.
  func parts(dividedBy gap: Gap) -> [Range<Int>] {
    if groups.isEmpty { return [] }
    var parts: [Range<Int>] = []
    var start = 0
    for index in groups.indices.dropFirst() where !groups[index].gap.isDisjoint(with: gap) {
      parts.append(start..<index)
      start = index
    }
    parts.append(start..<groups.count)
    return parts
  }
}

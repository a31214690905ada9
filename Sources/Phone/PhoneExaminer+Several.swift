import LeadModel

/// Cells that hold several numbers, or a number and something else.
extension PhoneExaminer {
  private typealias Cell = UnsafeBufferPointer<UInt8>

  /// The first number of a list with marks that would read as one number where plans set numbers no
  /// length: `030 12345-67/68`. Nil for any other cell.
  func firstOfMarked(
    in cell: UnsafeBufferPointer<UInt8>, region: CountryCode?
  ) -> PhoneVerdict? {
    let list = DigitGroups(cell)
    guard list.groups.count > 1, !list.isDate(in: cell) else { return nil }
    if let number = numberBehindStray(list, cell, region) { return number }
    for group in 1..<list.groups.count where list.isEnding(group) {
      if let first = validPart(cell[..<list.groups[group - 1].end], region) { return first }
    }
    return firstOf(list, cell, before: list.heads.filter(list.isMarked), region)
  }

  /// The first of two whole numbers without a mark between them that are valid as one.
  func firstOfLong(
    in cell: UnsafeBufferPointer<UInt8>, region: CountryCode?
  ) -> PhoneVerdict? {
    let list = DigitGroups(cell)
    guard list.digits.count >= DigitGroups.fewestOfTwo else { return nil }
    let heads = list.heads.filter { !list.isMarked($0) }
    return firstOf(
      list, cell, before: heads.sorted { list.unevenness(at: $0) < list.unevenness(at: $1) }, region
    )
  }

  private func firstOf(
    _ list: DigitGroups, _ cell: Cell, before heads: [Int], _ region: CountryCode?
  ) -> PhoneVerdict? {
    for group in heads {
      guard let first = validPart(cell[..<list.groups[group - 1].end], region),
        examinePart(cell[list.groups[group].start...], region: region).isValid
      else { continue }
      return first
    }
    return nil
  }

  /// The first of several numbers, if it is valid.
  private func validPart(_ part: Slice<Cell>, _ region: CountryCode?) -> PhoneVerdict? {
    var first = examinePart(part, region: region, single: true)
    first.repairs.insert(.firstOfSeveral)
    return first.isValid ? first : nil
  }

  /// A zero or some other digits alone stand for no number; they would be taken for the beginning of
  /// the next.
  private func numberBehindStray(
    _ list: DigitGroups, _ cell: Cell, _ region: CountryCode?
  ) -> PhoneVerdict? {
    let stray = list.digits(of: 0)
    let isZero = stray.allSatisfy { $0 == 48 }
    guard isZero || stray.count <= 3 && !list.isHead(0), !list.groups[0].gap.contains(.plus),
      !list.groups[1].gap.isDisjoint(with: [.slash, .mark]), list.isHead(1)
    else { return nil }
    var number = examinePart(cell[list.groups[1].start...], region: region)
    guard number.isValid else { return nil }
    number.repairs.insert(isZero ? .ignoredWords : .firstOfSeveral)
    return number
  }

  /// The number before words that would be read as its last digits: `030 1234567 Mr Bell`.
  func numberBeforeWords(
    in cell: UnsafeBufferPointer<UInt8>, region: CountryCode?
  ) -> PhoneVerdict? {
    let list = DigitGroups(cell)
    let parts = list.parts(dividedBy: .word)
    guard let part = parts.first, parts.count > 1 || list.end.contains(.word),
      !cell.prefix(DigitGroups.mostBytes).contains(UInt8(ascii: "="))
    else { return nil }
    let first = examinePart(list.range(of: part, in: cell), region: region)
    return first.isValid ? marked(first, part, list, cell, dividedBy: .word) : nil
  }

  /// The first valid number of a cell that is none as a whole; without any, the first that is
  /// possible.
  /// Where only marked ones count, nothing but a mark between them divides numbers.
  func firstOfSeveral(
    in cell: UnsafeBufferPointer<UInt8>, region: CountryCode?, onlyMarked: Bool
  ) -> PhoneVerdict? {
    let list = DigitGroups(cell)
    guard !list.groups.isEmpty, !list.isDate(in: cell) else { return nil }
    var spare: PhoneVerdict?
    for gap in onlyMarked ? [DigitGroups.Gap.mark] : [.mark, .word, .plus] {
      let parts = list.parts(dividedBy: gap)
      guard parts.count > 1 || list.end.contains(gap) || gap == .word && list.hasWords else {
        continue
      }
      for part in parts where !list.isExtension(part.lowerBound, in: cell) {
        let bytes = gap == .mark ? list.marked(part, in: cell) : list.range(of: part, in: cell)
        let found = examinePart(bytes, region: region)
        guard found.e164Length > 0,
          part.lowerBound == 0 || isWhole(found, list, from: part.lowerBound, region)
        else { continue }
        let number = marked(found, part, list, cell, dividedBy: gap)
        if number.isValid { return number }
        spare = spare ?? number
      }
    }
    if onlyMarked { return spare }
    return firstOfTwo(list, cell, region, &spare) ?? firstBeforeSlash(list, cell, region, &spare)
      ?? firstBehindSlash(list, cell, region) ?? firstRun(list, region) ?? spare
  }

  // MARK: Ways to write a list

  private func firstBeforeSlash(
    _ list: DigitGroups, _ cell: Cell, _ region: CountryCode?, _ spare: inout PhoneVerdict?
  ) -> PhoneVerdict? {
    for group in list.slashes where list.count(before: group) >= DigitGroups.fewestOfNumber {
      var first = examinePart(
        cell[..<list.groups[group - 1].end], region: region, single: true)
      guard first.e164Length > 0 else { continue }
      first.repairs.insert(.firstOfSeveral)
      if first.isValid { return first }
      spare = spare ?? first
    }
    return nil
  }

  private func firstBehindSlash(
    _ list: DigitGroups, _ cell: Cell, _ region: CountryCode?
  ) -> PhoneVerdict? {
    for group in list.slashes where list.count(from: group) >= DigitGroups.fewestOfNumber {
      if list.isExtension(group, in: cell) || isBehindArea(group, list) { continue }
      let part = group..<list.groups.count
      let number = examinePart(list.range(of: part, in: cell), region: region)
      guard number.isValid, isWhole(number, list, from: group, region) else { continue }
      return marked(number, part, list, cell, dividedBy: .slash)
    }
    return nil
  }

  /// Whether what stands before a slash is no number but an area code, so that what stands behind it
  /// goes on with it: `+46 254/123456`, whatever is wrong with the whole.
  private func isBehindArea(_ group: Int, _ list: DigitGroups) -> Bool {
    if list.groups[group].gap.contains(.plus) { return false }
    let hasCode = list.groups[0].gap.contains(.plus)
    let fewest = DigitGroups.fewestOfNumber + (hasCode ? Self.mostOfCode : 0)
    return list.count(before: group) < fewest && (hasCode || !list.isHead(group))
  }

  /// Digits of the longest calling codes of countries: ITU-T E.164 6.2.
  private static let mostOfCode = 3

  /// Two whole numbers with a blank, a dash or brackets between them; of several ways to divide the
  /// cell the one that makes them most alike in length.
  private func firstOfTwo(
    _ list: DigitGroups, _ cell: Cell, _ region: CountryCode?, _ spare: inout PhoneVerdict?
  ) -> PhoneVerdict? {
    guard list.digits.count >= DigitGroups.fewestOfTwo else { return nil }
    let ways = list.groups.indices.dropFirst()
      .filter {
        list.count(before: $0) >= DigitGroups.fewestOfNumber
          && list.count(from: $0) >= DigitGroups.fewestOfNumber && !list.isExtension($0, in: cell)
      }
      .sorted { list.unevenness(at: $0) < list.unevenness(at: $1) }
    for group in ways {
      var first = examinePart(
        cell[..<list.groups[group - 1].end], region: region, single: true)
      guard first.e164Length > 0, isWhole(first, list, from: 0, region) else { continue }
      let second = examinePart(cell[list.groups[group].start...], region: region)
      guard second.e164Length > 0, isWhole(second, list, from: group, region) else { continue }
      first.repairs.insert(.firstOfSeveral)
      if first.isValid, second.isValid { return first }
      spare = spare ?? first
    }
    return nil
  }

  /// Two whole numbers with nothing between them, where there is only one way to divide them or they
  /// are of one length.
  private func firstRun(_ list: DigitGroups, _ region: CountryCode?) -> PhoneVerdict? {
    let digits = list.digits
    guard list.groups.count == 1, !list.groups[0].gap.contains(.plus),
      (DigitGroups.fewestOfTwo...2 * Self.mostDigits).contains(digits.count)
    else { return nil }
    var found: [(first: PhoneVerdict, count: Int)] = []
    for count in 7...digits.count - 7 {
      if digits[0] == 48, digits[count] != 48 { continue }
      let (first, second) = (
        examineDigits(digits[..<count], region), examineDigits(digits[count...], region)
      )
      guard first.isValid, second.isValid,
        digits[0] == 48 || !isOpen(first, digits[..<count], region)
      else { continue }
      found.append((first, count))
    }
    let halves = found.filter { $0.count * 2 == digits.count }
    let sure = halves.isEmpty ? found : halves
    guard sure.count == 1, var first = sure.first?.first else { return nil }
    first.repairs.insert(.firstOfSeveral)
    return first
  }

  /// Digits of a number that is written with its country's code: ITU-T E.164 6.
  private static let mostDigits = 15

  // MARK: Parts

  /// Whether a part that was read as a number is a whole one.
  private func isWhole(
    _ number: PhoneVerdict, _ list: DigitGroups, from group: Int, _ region: CountryCode?
  ) -> Bool {
    list.isHead(group)
      || !isOpen(number, list.digits[list.groups[group].digits.lowerBound...], region)
  }

  /// Whether digits, of which a number is made, lack its trunk zero where numbers have any length:
  /// such may be anything.
  private func isOpen(
    _ number: PhoneVerdict, _ digits: ArraySlice<UInt8>, _ region: CountryCode?
  ) -> Bool {
    let own = Array(number.e164.utf8.dropFirst())
    let national = own.indices.dropFirst().map { own[$0...] }.first { digits.starts(with: $0) }
    guard let national, !digits.starts(with: own) else { return false }
    guard examineDigits(([48] + national)[...], region).e164 == number.e164 else { return false }
    return examineDigits(national.dropLast(), region).outcome == number.outcome
  }

  /// The verdict on a part, with what is known of the rest of its cell.
  private func marked(
    _ found: PhoneVerdict, _ part: Range<Int>, _ list: DigitGroups, _ cell: Cell,
    dividedBy gap: DigitGroups.Gap
  ) -> PhoneVerdict {
    var number = found
    let behind = part.upperBound == list.groups.count ? 0 : list.count(from: part.upperBound)
    let before = list.count(before: part.lowerBound)
    if gap == .word, (1...DigitGroups.fewestOfNumber).contains(behind),
      ExtensionWord.stands(in: cell[list.groups[part.upperBound - 1].end...])
    {
      number.setExtension(Array(list.digits.suffix(behind)))
    } else if gap != .word && before + behind > 0 || before + behind >= DigitGroups.fewestOfNumber {
      number.repairs.insert(.firstOfSeveral)
    } else if number.repairs.subtracting(.plusMayFit).isEmpty {
      number.repairs.insert(.ignoredWords)
    }
    return number
  }
}

extension DigitGroups {
  /// The groups that stand behind a slash.
  var slashes: [Int] { groups.indices.dropFirst().filter { groups[$0].gap.contains(.slash) } }

  var hasWords: Bool { end.contains(.word) || groups.contains { $0.gap.contains(.word) } }

  /// Whether the cell holds a day, month and year, and no other digits.
  func isDate(in cell: UnsafeBufferPointer<UInt8>) -> Bool {
    groups.count == 3
      && CellTimes(text: CellScanner(cell)).date(at: groups[0].start) == groups[2].end
  }

  /// Whether a group stands behind digits and a word for extensions, and does not begin as numbers do
  /// that are written in full.
  func isExtension(_ group: Int, in cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard group > 0, groups[group].gap.contains(.word),
      !isHead(group) || count(from: group) < Self.fewestInFull
    else { return false }
    return ExtensionWord.stands(in: cell[groups[group - 1].end..<groups[group].start])
  }

  /// Digits that no extension has: libphonenumber takes nine at most behind `x`.
  private static let fewestInFull = 10

  /// The bytes from the first to the last digit of some groups.
  func range(
    of part: Range<Int>, in cell: UnsafeBufferPointer<UInt8>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    cell[groups[part.lowerBound].start..<groups[part.upperBound - 1].end]
  }

  /// All bytes between the marks around some groups.
  func marked(
    _ part: Range<Int>, in cell: UnsafeBufferPointer<UInt8>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    let start = groups[part.lowerBound].mark.map { $0 + 1 } ?? 0
    let end = part.upperBound < groups.count ? groups[part.upperBound].mark : endMark
    return cell[start..<(end ?? min(cell.count, Self.mostBytes))]
  }
}

package import LeadModel

extension PhoneExaminer {
  /// All numbers of a cell that holds several, in its order: where it can be divided in more than one
  /// way, those of every way.
  ///
  /// For what must miss nobody: a number that nobody meant may be among them. A list that somebody
  /// pasted into the cell is looked at part by part, so that it takes as long as it is.
  package func numbers(
    in cell: UnsafeBufferPointer<UInt8>, region: CountryCode?
  ) -> [String] {
    var seen: Set<String> = []
    var parts: Set<[UInt8]> = []
    return ListParts.of(cell).flatMap { part -> [String] in
      // What is the same says the same.
      guard parts.insert(Array(cell[part])).inserted else { return [] }
      return withSharedAllowance {
        numbers(inPart: UnsafeBufferPointer(rebasing: cell[part]), region: region).map(\.e164)
      }
    }.filter { seen.insert($0).inserted }
  }

  private func numbers(
    inPart cell: UnsafeBufferPointer<UInt8>, region: CountryCode?
  ) -> [PhoneVerdict] {
    let list = DigitGroups(cell)
    var found: [PhoneVerdict] = []
    func take(_ verdict: PhoneVerdict) {
      guard verdict.e164Length > 0, !found.contains(where: { $0.e164 == verdict.e164 }) else {
        return
      }
      found.append(verdict)
    }
    let whole = examine(cell, region: region)
    take(whole)
    if !whole.repairs.contains(.firstOfSeveral) {
      for reading in otherReadings(of: whole, cell, region) { take(reading) }
    }
    for part in list.parts(dividedBy: [.mark, .word]) where part.count < list.groups.count {
      let bytes = UnsafeBufferPointer(rebasing: list.range(of: part, in: cell))
      guard list.digits(of: part).count >= Self.fewestWithCode else { continue }
      let verdict = examine(bytes, region: region)
      // The others are read where they begin.
      if part.lowerBound == 0 { take(verdict) }
      for reading in otherReadings(of: verdict, bytes, region) { take(reading) }
    }
    for group in list.groups.indices.dropFirst() where spent < Self.mostSpentOnPart {
      if list.isEnding(group) { take(number(ending: group, of: list, region)) }
      guard list.isHead(group) || list.isMarked(group),
        list.count(from: group) >= DigitGroups.fewestOfNumber
      else { continue }
      take(
        examine(UnsafeBufferPointer(rebasing: cell[list.groups[group].start...]), region: region))
    }
    // Two with nothing, or nothing but a blank, between them.
    let digits = list.digits
    guard found.count == 1, let first = found.first, digits.count >= DigitGroups.fewestOfTwo else {
      return found
    }
    let own = Array(first.e164.utf8.dropFirst())
    for count in own.indices.dropFirst(4) {
      let national = own.suffix(count)
      guard let start = Self.position(of: Array(national), in: digits) else { continue }
      let rest = digits[(start + national.count)...]
      if rest.count >= DigitGroups.fewestOfNumber {
        take(rest.withUnsafeBufferPointer { examine($0, region: region) })
      }
    }
    return found
  }

  /// What a number is whose digits may have lost a plus or a trunk zero, if it is not what it was taken
  /// for.
  private func otherReadings(
    of verdict: PhoneVerdict, _ cell: UnsafeBufferPointer<UInt8>, _ region: CountryCode?
  ) -> [PhoneVerdict] {
    if !verdict.repairs.isDisjoint(with: [.plusMayFit, .plusWouldFit, .plusWouldChange]) {
      return withPlus(cell).map { [$0] } ?? []
    }
    guard verdict.repairs.contains(.lostPlus), let region else { return [] }
    return [examine("0" + verdict.e164.dropFirst(), region: region)]
  }

  /// Digits that a number has at least of which it is asked whether it lost its plus.
  private static let fewestWithCode = 10

  /// The number before a group with the group's digits for its last.
  private func number(
    ending group: Int, of list: DigitGroups, _ region: CountryCode?
  ) -> PhoneVerdict {
    let ending = list.digits(of: group)
    let before = list.digits[..<list.groups[group].digits.lowerBound]
    var text = Array(before.dropLast(ending.count) + ending)
    if list.groups[0].gap.contains(.plus) { text.insert(UInt8(ascii: "+"), at: 0) }
    return text.withUnsafeBufferPointer { examine($0, region: region) }
  }

  private static func position(of part: [UInt8], in whole: [UInt8]) -> Int? {
    guard part.count <= whole.count else { return nil }
    return (0...whole.count - part.count).first { whole[$0...].starts(with: part) }
  }
}

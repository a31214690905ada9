import LeadModel

/// Other ways to read a number than the one that was taken.
extension PhoneExaminer {
  /// The valid number that digits without a plus are with one.
  package func withPlus(_ cell: UnsafeBufferPointer<UInt8>) -> PhoneVerdict? {
    let digits: [UInt8]
    if let scientific = ScientificNotation(cell) {
      digits = scientific.digits ?? []
    } else {
      var text = PhoneText()
      text.read(cell)
      digits = text.mayHaveLostPlus ? text.bytes : []
    }
    guard !digits.isEmpty else { return nil }
    var verdict = examine("+" + String(decoding: digits, as: UTF8.self), region: nil)
    verdict.repairs.insert(.lostPlus)
    return verdict.isValid ? verdict : nil
  }

  /// How much it says that a number is valid: 0 for one that is not; 1 for one of a plan of open length,
  /// where nearly all digits are, that is no mobile: those have ranges of their own; 2 for others.
  package func weight(of verdict: PhoneVerdict) -> Int {
    guard verdict.isValid else { return 0 }
    if verdict.type == .mobile { return 2 }
    return examine(String(verdict.e164.dropLast()), region: nil).isValid ? 1 : 2
  }

  /// The digits of a cell's numbers that are written as they are dialled at home: what the same
  /// number looks like whatever its country is.
  package func nationalSpellings(in cell: UnsafeBufferPointer<UInt8>) -> [String] {
    var seen: Set<String> = []
    return ListParts.of(cell).flatMap {
      nationalSpellings(inPart: UnsafeBufferPointer(rebasing: cell[$0]))
    }.filter { seen.insert($0).inserted }
  }

  private func nationalSpellings(inPart cell: UnsafeBufferPointer<UInt8>) -> [String] {
    let list = DigitGroups(cell)
    guard !list.groups.isEmpty else { return [] }
    let heads = list.heads
    var spellings: [String] = []
    var start = 0
    for index in list.groups.indices {
      let next = index + 1
      let isEnd =
        next == list.groups.count
        || !list.groups[next].gap.isDisjoint(with: [.mark, .word, .plus])
        || heads.contains(next) && list.isMarked(next)
      guard isEnd else { continue }
      let digits = list.digits(of: start..<next)
      let isHome =
        !list.groups[start].gap.contains(.plus) && !digits.starts(with: [48, 48])
        && (DigitGroups.fewestOfNumber...Self.mostOfNational).contains(digits.count)
      let text = String(decoding: digits, as: UTF8.self)
      if isHome, !spellings.contains(text) { spellings.append(text) }
      start = next
    }
    return spellings
  }

  /// Digits that a number has at most, and the prefix that is dialled before it at home: ITU-T E.164 6.
  private static let mostOfNational = 16
}

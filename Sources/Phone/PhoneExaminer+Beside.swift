import LeadModel

/// Cells in which something beside the number has digits of its own, or says what the number is.
extension PhoneExaminer {
  /// The verdict on such a cell; nil for any other.
  func judgeBeside(
    _ cell: UnsafeBufferPointer<UInt8>, region: CountryCode?
  ) -> PhoneVerdict? {
    if !text.isPlain {
      if let link = MessengerLink(cell) { return judge(link, in: cell, region: region) }
      if let masked = NumberMask.part(of: cell) {
        let rest = judge(cell, without: masked, region: region)
        return rest.isValid ? rest.besideWords : .notANumber
      }
    }
    if let remarks = CellRemarks(cell) {
      let verdict = judge(remarks.rest(of: cell), region: region)
      if verdict.isValid || remarks.hasTime { return verdict.besideWords }
    }
    guard !text.isPlain, let fax = FaxNumber.range(in: cell) else { return nil }
    var rest = judge(cell, without: fax, region: region)
    guard rest.isValid else { return nil }
    rest.repairs = .firstOfSeveral
    return rest
  }

  private func judge(
    _ link: MessengerLink, in cell: UnsafeBufferPointer<UInt8>, region: CountryCode?
  ) -> PhoneVerdict {
    func hasNumber(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
      part.filter { (48...57).contains($0) }.count >= DigitGroups.fewestOfNumber
    }
    let isAlone =
      !hasNumber(cell[..<link.range.lowerBound]) && !hasNumber(cell[link.range.upperBound...])
    if !isAlone {
      var rest = judge(cell, without: link.range, region: region)
      let isFirst = hasNumber(cell[..<link.range.lowerBound])
      if rest.isValid, isFirst || link.digits.isEmpty {
        rest.repairs.insert(link.digits.isEmpty ? .ignoredWords : .firstOfSeveral)
        return rest
      }
    }
    guard !link.digits.isEmpty else { return .notANumber }
    var verdict = askWithPlus(link.digits[...], region: nil)
    if !isAlone, verdict.isValid { verdict.repairs.insert(.firstOfSeveral) }
    return verdict
  }

  private func judge(
    _ cell: UnsafeBufferPointer<UInt8>, without part: Range<Int>, region: CountryCode?
  ) -> PhoneVerdict {
    judge(cell[..<part.lowerBound] + [32] + cell[part.upperBound...], region: region)
  }

  private func judge(_ rest: [UInt8], region: CountryCode?) -> PhoneVerdict {
    rest.withUnsafeBufferPointer { examinePart($0[...], region: region, single: isSingle) }
  }
}

extension PhoneVerdict {
  /// The verdict on a number that had something else beside it.
  fileprivate var besideWords: PhoneVerdict {
    var verdict = self
    if e164Length > 0, repairs.isEmpty { verdict.repairs = .ignoredWords }
    return verdict
  }
}

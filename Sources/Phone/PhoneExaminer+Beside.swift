import LeadModel

/// Cells in which something beside the number has digits of its own, or says what the number is.
extension PhoneExaminer {
  /// The verdict on such a cell; nil for any other.
  func judgeBeside(
    _ cell: UnsafeBufferPointer<UInt8>, region: CountryCode?
  ) -> PhoneVerdict? {
    if let remarks = CellRemarks(cell) {
      let verdict = judge(remarks.rest(of: cell), region: region)
      if verdict.isValid || remarks.hasTime { return verdict.besideWords }
    }
    return nil
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

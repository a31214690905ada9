internal import CPhone
package import LeadModel

/// Examines telephone numbers; one per worker.
///
/// A number that was examined lately is not examined again: the cache holds the last verdict of each
/// of its slots and so never grows.
package final class PhoneExaminer {
  private struct Slot {
    var key: PhoneCache.Key
    var verdict: PhoneVerdict
  }

  private var text = PhoneText()
  /// Whether what is being judged is a part of a cell already.
  private var isPart = false
  private var dialled: [UInt8] = []
  private var slots: [Slot?]

  /// - Parameter cacheSlots: a power of two; 100 bytes each.
  package init(cacheSlots: Int = 1 << 15) {
    slots = Array(repeating: nil, count: cacheSlots)
  }

  /// Examines a cell that is not empty.
  ///
  /// The cell holds a number in any spelling, UTF-8; the region is the country to read national
  /// numbers in, nil when unknown.
  package func examine(
    _ cell: UnsafeBufferPointer<UInt8>, region: CountryCode?
  ) -> PhoneVerdict {
    text.read(cell)
    // Where a number could end depends on more than its digits.
    guard !(text.isPlain && text.mayBeSeveral),
      let key = PhoneCache.Key(text.bytes, region: region)
    else { return judge(cell, region: region) }
    let slot = key.slot(of: slots.count)
    if let known = slots[slot], known.key == key { return known.verdict }
    let verdict = judge(cell, region: region)
    slots[slot] = Slot(key: key, verdict: verdict)
    return verdict
  }

  package func examine(_ cell: String, region: CountryCode?) -> PhoneVerdict {
    var cell = cell
    return cell.withUTF8 { examine($0, region: region) }
  }

  private func judge(
    _ cell: UnsafeBufferPointer<UInt8>, region: CountryCode?
  ) -> PhoneVerdict {
    if !text.isPlain, !text.isTooLong, let scientific = ScientificNotation(cell) {
      return judge(scientific, region: region)
    }
    var verdict = text.isTooLong ? .tooLong : ask(text.bytes[...], region: region)
    if verdict.isValid {
      if !text.isPlain, verdict.extensionIsNumber(in: cell) {
        verdict.repairs = .firstOfSeveral
      }
      return text.mayHaveLostPlus && verdict.repeatsCode(of: text.bytes)
        ? settledPlus(verdict, region: region) : verdict
    }
    if text.doubleZeroLength > 0 {
      let mended = askWithPlus(text.bytes[text.doubleZeroLength...], region: region)
      if mended.isValid { return mended }
    }
    if text.mayHaveLostPlus {
      var mended = askWithPlus(text.bytes[...], region: region)
      if mended.isValid {
        // Eleven digits may as well be a number of ten with one too many: another country's number
        // is only taken where no country speaks against it.
        guard region == nil || mended.region == region else {
          verdict.repairs.insert(.plusWouldFit)
          return verdict
        }
        mended.repairs.insert(.lostPlus)
        return mended
      }
    }
    if text.mayBeSeveral, !isPart, let first = firstPart(of: cell, region: region) { return first }
    return verdict
  }

  /// Chooses between two readings of digits without plus and trunk zero: a national number, valid
  /// where plans set numbers no length, and one whose plus a spreadsheet took away.
  ///
  /// Either lost something. As a national number eleven digits would be the longest there are, in an
  /// area whose code looks like the country's; so only shorter ones are that.
  private func settledPlus(_ national: PhoneVerdict, region: CountryCode?) -> PhoneVerdict {
    var (national, international) = (national, askWithPlus(text.bytes[...], region: region))
    guard international.isValid, international.region == national.region else { return national }
    if text.bytes.count >= Self.longestNational {
      international.repairs.insert(.lostPlus)
      return international
    }
    national.repairs.insert(.plusWouldChange)
    return national
  }

  /// Digits of the numbers that Germany gives out since 2010, Austria's and Indonesia's longest areas.
  private static let longestNational = 11

  /// The number that a cell begins with, when it is a valid one: before another, or before words.
  private func firstPart(
    of cell: UnsafeBufferPointer<UInt8>, region: CountryCode?
  ) -> PhoneVerdict? {
    for end in PartEnds(cell) {
      var first = examineAlone(UnsafeBufferPointer(rebasing: cell[..<end.offset]), region: region)
      guard first.isValid else { continue }
      let rest = cell[end.offset...].prefix(PhoneText.mostBytes)
      let digits = rest.filter { (48...57).contains($0) }
      if digits.isEmpty {
        first.repairs.insert(.ignoredWords)
      } else if end.isWord, digits.count < 6 {
        first.setExtension(digits)
      } else {
        first.repairs.insert(.firstOfSeveral)
      }
      return first
    }
    return nil
  }

  private func judge(_ scientific: ScientificNotation, region: CountryCode?) -> PhoneVerdict {
    guard let digits = scientific.digits else {
      var verdict = ask([], region: region)
      verdict.repairs.insert(.lostDigits)
      return verdict
    }
    var verdict = digits.withUnsafeBufferPointer { examineAlone($0, region: region) }
    verdict.repairs.insert(.scientificNotation)
    return verdict
  }

  /// Examines a part of the cell without touching the text that is being judged.
  private func examineAlone(
    _ part: UnsafeBufferPointer<UInt8>, region: CountryCode?
  ) -> PhoneVerdict {
    let whole = (text, isPart)
    defer { (text, isPart) = whole }
    isPart = true
    text.read(part)
    return judge(part, region: region)
  }

  private func askWithPlus(_ digits: ArraySlice<UInt8>, region: CountryCode?) -> PhoneVerdict {
    dialled.removeAll(keepingCapacity: true)
    dialled.append(UInt8(ascii: "+"))
    dialled.append(contentsOf: digits)
    return ask(dialled[...], region: region)
  }

  private func ask(_ number: ArraySlice<UInt8>, region: CountryCode?) -> PhoneVerdict {
    var result = leadmill_phone()
    number.withUnsafeBytes { bytes in
      let start = bytes.assumingMemoryBound(to: CChar.self).baseAddress
      guard let region else {
        leadmill_phone_examine(start, bytes.count, nil, &result)
        return
      }
      withUnsafeBytes(of: region.packed.bigEndian) { letters in
        leadmill_phone_examine(
          start, bytes.count,
          letters.assumingMemoryBound(to: CChar.self).baseAddress, &result)
      }
    }
    return PhoneVerdict(result)
  }
}

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

  private(set) var text = PhoneText()
  /// How many times what is being judged is a part of a part of the cell.
  private var depth = 0
  /// Whether what is being judged is no list.
  private(set) var isSingle = false
  /// What the parts of the cell that were examined cost, in bytes, and how much they may.
  package private(set) var spent = 0
  private var allowance = 0
  /// Whether the cell is a part of a list, whose readings share one allowance.
  private var isOfList = false
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
    if !isOfList { spent = 0 }
    allowance = min(spent + Self.mostSpent, isOfList ? Self.mostSpentOnPart : .max)
    // No more of it is divided into numbers.
    let cell = UnsafeBufferPointer(rebasing: cell.prefix(DigitGroups.mostBytes))
    // Where a number could end, or whether it begins with a code, depends on more than its digits.
    guard !(text.isPlain && (text.mayBeSeveral || region == nil && text.mayHaveLostPlus)),
      let key = PhoneCache.Key(text.bytes, region: region)
    else { return judge(cell, region: region) }
    let slot = key.slot(of: slots.count)
    if let known = slots[slot], known.key == key { return known.verdict }
    let verdict = judge(cell, region: region)
    // What was not looked at to the end for the sake of its list may be more by itself.
    if !isOfList || spent < allowance { slots[slot] = Slot(key: key, verdict: verdict) }
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
    if text.mayBeSeveral, !text.isTooLong, let verdict = judgeBeside(cell, region: region) {
      return verdict
    }
    if !text.isPlain, LookalikeLetters.stand(in: cell.prefix(DigitGroups.mostBytes)) {
      return firstOfSeveral(in: cell, region: region, onlyMarked: true) ?? .notANumber
    }
    let mayBeSeveral = text.mayBeSeveral && !isSingle
    if mayBeSeveral, let first = firstOfMarked(in: cell, region: region) { return first }
    var verdict = text.isTooLong ? .tooLong : ask(text.bytes[...], region: region)
    if verdict.isValid { return settled(verdict, cell, region: region) }
    if text.isPlain, text.startsWithPlus, let exact = exactly(text.bytes) { return exact }
    if text.doubleZeroLength > 0 {
      let mended = askWithPlus(text.bytes[text.doubleZeroLength...], region: region)
      if mended.isValid { return mended }
    }
    if text.mayHaveLostPlus {
      var mended = askWithPlus(text.bytes[...], region: region)
      if mended.isValid {
        // Eleven digits may as well be a number of ten with one too many: another country's number
        // is only taken where no country speaks against it, or where the national one would be in no
        // range, and longer than all that are.
        let isTaken =
          region == nil
          ? CallingCode.mayBegin(cell)
          : mended.region == region || verdict.outcome == .possible && isLong(region)
        if isTaken {
          mended.repairs.insert(.lostPlus)
          return mended
        }
        verdict.repairs.insert(.plusWouldFit)
      }
    }
    if mayBeSeveral,
      let first = firstOfSeveral(in: cell, region: region, onlyMarked: false),
      first.isValid || verdict.outcome != .possible
    {
      return first
    }
    return verdict.outcome == .possible && verdict.isZero ? .notANumber : verdict
  }

  /// What is taken of a cell that is valid as a whole.
  private func settled(
    _ whole: PhoneVerdict, _ cell: UnsafeBufferPointer<UInt8>, region: CountryCode?
  ) -> PhoneVerdict {
    var verdict = whole
    if text.mayBeSeveral, !isSingle, let first = firstOfLong(in: cell, region: region) {
      return first
    }
    if !text.isPlain {
      if verdict.extensionIsNumber(in: cell) {
        verdict.repairs = .firstOfSeveral
      } else if !verdict.repairs.contains(.droppedExtension),
        let first = numberBeforeWords(in: cell, region: region)
      {
        return first
      }
    } else if text.mayHaveLostPlus {
      return verdict.repeatsCode(of: text.bytes)
        ? settledPlus(verdict, region: region) : settledForeignPlus(verdict, region: region)
    }
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

  /// The same where the reading with a plus is another country's.
  ///
  /// A number of a plan of one length is what it looks like. Where plans are open, nearly all digits
  /// are valid: more of them than are given out there are another country's number, fewer may be.
  private func settledForeignPlus(
    _ national: PhoneVerdict, region: CountryCode?
  ) -> PhoneVerdict {
    // North America's plan has one length, and its numbers are mostly written without a code.
    guard let region, !national.isNorthAmerican else { return national }
    var (national, international) = (national, askWithPlus(text.bytes[...], region: nil))
    guard international.isValid, international.region != national.region,
      ask(text.bytes.dropLast(), region: region).isValid
    else { return national }
    if isLong(region) {
      international.repairs.insert(.lostPlus)
      return international
    }
    national.repairs.insert(.plusMayFit)
    return national
  }

  /// Whether there are more digits than any number that the country gives out.
  private func isLong(_ region: CountryCode?) -> Bool {
    let longest = region == Self.indonesia ? Self.longestNational + 1 : Self.longestNational
    return text.bytes.count > longest
  }

  /// Digits of the numbers that Germany gives out since 2010, Austria's and Indonesia's longest areas,
  /// China's and Brazil's mobiles: there are none longer, but of Indonesia's mobiles.
  ///
  /// - Source: national numbering plans as notified by ITU-T E.129; longer ones that are valid there
  ///   are extensions of switchboards.
  static let longestNational = 11
  private static let indonesia = CountryCode("ID")

  private func judge(_ scientific: ScientificNotation, region: CountryCode?) -> PhoneVerdict {
    guard let digits = scientific.digits else {
      var verdict = PhoneVerdict.notANumber
      if scientific.hasLostDigits { verdict.repairs.insert(.lostDigits) }
      return verdict
    }
    var verdict = examineDigits(digits[...], region)
    verdict.repairs.insert(.scientificNotation)
    return verdict
  }

  /// Examines a part of the cell without touching the text that is being judged.
  /// A single one counts as a whole only, and not as a list.
  func examinePart(
    _ part: Slice<UnsafeBufferPointer<UInt8>>, region: CountryCode?, single: Bool = false
  ) -> PhoneVerdict {
    guard depth < Self.mostDepth, spent < allowance else { return .notANumber }
    let whole = (text, isSingle)
    isSingle = single
    spent += part.count + Self.costOfPart
    depth += 1
    defer {
      (text, isSingle) = whole
      depth -= 1
    }
    let part = UnsafeBufferPointer(rebasing: part)
    text.read(part)
    return judge(part, region: region)
  }

  /// Examines digits as a cell of their own.
  func examineDigits(_ digits: ArraySlice<UInt8>, _ region: CountryCode?) -> PhoneVerdict {
    digits.withUnsafeBufferPointer { examinePart($0[...], region: region) }
  }

  /// Runs readings of one part of a list, which share what they may cost.
  func withSharedAllowance<R>(_ body: () -> R) -> R {
    isOfList = true
    spent = 0
    defer { isOfList = false }
    return body()
  }

  /// A list of lists in a list is looked through; what is deeper is no list of numbers.
  private static let mostDepth = 3
  /// What a part costs that is short, in bytes.
  private static let costOfPart = 16
  /// What a cell may cost that is tried to be this and that: a list of three numbers takes ten parts of
  /// it. With this no cell takes a millisecond.
  package static let mostSpent = 2_000
  /// The same for all readings of a part of a list together, of which each number is looked for.
  package static let mostSpentOnPart = 16_000

  func askWithPlus(_ digits: ArraySlice<UInt8>, region: CountryCode?) -> PhoneVerdict {
    dialled.removeAll(keepingCapacity: true)
    dialled.append(UInt8(ascii: "+"))
    dialled.append(contentsOf: digits)
    let verdict = ask(dialled[...], region: region)
    return verdict.isValid ? verdict : exactly(dialled) ?? verdict
  }

  /// The valid number that all digits behind a plus are, whatever prefix they begin with.
  private func exactly(_ number: [UInt8]) -> PhoneVerdict? {
    var result = leadmill_phone()
    number.withUnsafeBytes {
      leadmill_phone_examine_exactly(
        $0.assumingMemoryBound(to: CChar.self).baseAddress, $0.count, &result)
    }
    let verdict = PhoneVerdict(result)
    return verdict.isValid ? verdict : nil
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

import Bytes
import LeadModel
import Phone
import Validation

extension RowConformer {
  /// Reads a number; the column stays null unless it is valid or at least possible.
  mutating func readPhone(
    _ cell: UnsafeBufferPointer<UInt8>, field: Int, column: Int, of source: RowCells
  ) {
    var verdict = readNumber(cell, field: field, of: source)
    // Zeros too many go one at a time: a number that is kept is the same when it is read again.
    while verdict.outcome == .possible {
      let again = phones.examine(verdict.e164, region: nil)
      if again.outcome == .possible, again.e164 == verdict.e164 { break }
      verdict = again
    }
    if !verdict.isValid, let short = phoneCountry.flatMap({ ShortNumber.of(cell, in: $0) }) {
      lastPhone = .notANumber
      add(.phoneInvalid, field: field, cell: cell, message: complaint(short))
      return
    }
    lastPhone = verdict
    let start = out.bytes.count
    verdict.withE164 { out.bytes.append(contentsOf: $0) }
    out[column] = out.text(from: start)
    if !verdict.isValid || !verdict.repairs.isEmpty || verdict.type == .premiumRate {
      notePhone(verdict, cell: cell, field: field)
    }
  }

  private mutating func notePhone(
    _ verdict: PhoneVerdict, cell: UnsafeBufferPointer<UInt8>, field: Int
  ) {
    let isInternational = cell.contains(UInt8(ascii: "+"))
    let place = isInternational ? "" : phoneCountry.map { " in \($0)" } ?? ""
    if verdict.repairs.contains(.lostDigits) {
      add(
        .phoneLostDigits, field: field, cell: cell,
        message:
          "lost its last digits in a spreadsheet; format the column as text and enter it again")
      return
    }
    switch verdict.outcome {
    case .valid: noteRepairs(verdict, cell: cell, field: field)
    case .possible:
      if !verdict.repairs.isDisjoint(with: [.firstOfSeveral, .droppedExtension]) {
        noteRepairs(verdict, cell: cell, field: field)
      }
      let mayBe = verdict.repairs.contains(.plusWouldFit)
      let international = Self.withPlus(cell)
      let present = mayBe ? nil : presentNumber(verdict, of: cell)
      add(
        .phonePossible, field: field, cell: cell,
        message: present?.complaint
          ?? "has the right length\(place) but lies in no range in use; check its digits"
          + (mayBe ? "; \(international) would be a number of another country" : ""),
        suggestion: mayBe ? international : present?.number)
    case .noCountry:
      add(
        .phoneNoCountry, field: field, cell: cell,
        message: "has no country code and the row no country\(homeScope(cell)); write it as "
          + "+49 30 1234567")
    case .tooShort, .tooLong, .wrongLength, .localOnly, .notANumber:
      let international = Self.withPlus(cell)
      let mayBe = verdict.repairs.contains(.plusWouldFit)
      let withoutLetters = mayBe ? nil : numberWithoutLetters(cell)
      let present = mayBe || withoutLetters != nil ? nil : presentNumber(verdict, of: cell)
      let complaint =
        withoutLetters != nil
        ? "has letters for digits; write the digits"
        : present?.complaint
          ?? Self.complaint(verdict.outcome, place: place, isInternational: isInternational)
      add(
        .phoneInvalid, field: field, cell: cell,
        message: complaint
          + (mayBe ? "; \(international) would be a number of another country" : ""),
        suggestion: mayBe ? international : withoutLetters ?? present?.number)
    }
  }

  private func complaint(_ number: ShortNumber) -> String {
    let place = phoneCountry.map { " in \($0)" } ?? ""
    let use =
      switch number {
      case .emergency: "for emergencies"
      case .service: "of a service"
      }
    return
      "is a short number \(use)\(place), which reaches no person; give their own, or clear the cell"
  }

  /// The digits of a cell behind a plus; those that a spreadsheet's notation stands for.
  private static func withPlus(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: cell.prefix(40), as: UTF8.self).replacing(",", with: ".")
    if text.contains(where: { $0 == "E" || $0 == "e" }), let number = Double(text), number >= 1,
      number < 1e15
    {
      return "+\(Int64(number))"
    }
    return "+" + String(decoding: cell.filter(ASCII.isDigit), as: UTF8.self)
  }

  /// The number that is there when the letters O, I and l are the digits that they look like.
  private func numberWithoutLetters(_ cell: UnsafeBufferPointer<UInt8>) -> String? {
    let digits = cell.map { LookalikeLetters.digit(for: $0) ?? $0 }
    guard !digits.elementsEqual(cell), !digits.contains(where: ASCII.isLetter) else { return nil }
    let verdict = digits.withUnsafeBufferPointer { phones.examine($0, region: phoneCountry) }
    return verdict.isValid ? verdict.e164 : nil
  }

  /// The number without digits that are not dialled in its country, or no longer, and what to say of
  /// them.
  private func presentNumber(
    _ verdict: PhoneVerdict, of cell: UnsafeBufferPointer<UInt8>
  ) -> (number: String, complaint: String)? {
    if let rest = BracketedZero.removed(from: cell) {
      let without = rest.withUnsafeBufferPointer { phones.examine($0, region: nil) }
      if without.isValid, without.repairs.isEmpty {
        return (
          without.e164, "has a zero in brackets that is not dialled in its country; leave it out"
        )
      }
    }
    return phones.withoutFormerPrefix(verdict).map { ($0.e164, Self.formerPrefix($0)) }
  }

  private static func formerPrefix(_ present: PhoneVerdict) -> String {
    "is written as numbers once were\(present.region.map { " in \($0)" } ?? ""); "
      + "it would be \(present.e164) today"
  }

  private static func complaint(
    _ outcome: PhoneVerdict.Outcome, place: String, isInternational: Bool
  ) -> String {
    switch outcome {
    case .tooShort: "is too short for a number\(place); add the missing digits"
    case .tooLong: "is too long for a number\(place); remove the extra digits"
    // The area code may be there, and digits be missing.
    case .localOnly where isInternational:
      "is only as long as numbers without their area code; add the missing digits"
    case .localOnly: "lacks its area code; put it before the number"
    case .wrongLength: "has a length that no number\(place) has; check its digits"
    default: "is no telephone number; give one or clear the cell"
    }
  }

  private mutating func noteRepairs(
    _ verdict: PhoneVerdict, cell: UnsafeBufferPointer<UInt8>, field: Int
  ) {
    let number = verdict.e164
    let repairs = verdict.repairs
    if repairs.contains(.scientificNotation) {
      add(
        .phoneScientific, field: field, cell: cell,
        message: "is a number in a spreadsheet's notation and was read as \(number)",
        suggestion: number)
    } else if repairs.contains(.firstOfSeveral) {
      add(
        .phoneSeveral, field: field, cell: cell,
        message: "holds more than one number; \(number) was taken\(refusalScope)",
        suggestion: takesRefusals ? nil : number)
    } else if repairs.contains(.lostPlus) {
      add(
        .phoneLostPlus, field: field, cell: cell,
        message: "lacks the plus before its country code and was read as \(number)"
          + foreignPlus(verdict),
        suggestion: number)
    } else if repairs.contains(.plusWouldChange) {
      add(
        .phoneLostPlus, field: field, cell: cell,
        message: "was read as \(number); with a plus before it, it would be another valid number"
          + refusalScope(otherwise: ""))
    } else if repairs.contains(.plusMayFit), let other = phones.withPlus(cell) {
      noteForeignPlus(verdict, or: other, cell: cell, field: field)
    }
    if repairs.contains(.ignoredWords) {
      add(
        .phoneWords, field: field, cell: cell,
        message: "holds more than the number, which was read as \(number)", suggestion: number)
    }
    if verdict.type == .premiumRate {
      add(
        .phonePremium, field: field, cell: cell,
        message: "is a premium-rate number; calling it is charged extra: ask for another")
    }
    if repairs.contains(.droppedExtension) {
      add(
        .phoneExtension, field: field, cell: cell,
        message:
          "has the extension \(verdict.extensionDigits), which is not kept; the number is \(number)",
        suggestion: number)
    }
  }
}

internal import CPhone
package import LeadModel

/// What a telephone number turned out to be.
package struct PhoneVerdict: Sendable {
  package enum Outcome: UInt8, Sendable {
    case notANumber, noCountry, tooShort, tooLong, wrongLength, possible, valid
    /// As long as numbers are that are dialled within one area.
    case localOnly
  }

  /// Kinds of numbers, named as the store keeps them.
  package enum NumberType: UInt8, Sendable {
    case fixedLine, mobile, fixedLineOrMobile, tollFree, premiumRate, sharedCost, voip
    case personalNumber, pager, uan, voicemail, unknown

    package var name: StaticString {
      switch self {
      case .fixedLine: "fixed_line"
      case .mobile: "mobile"
      case .fixedLineOrMobile: "fixed_line_or_mobile"
      case .tollFree: "toll_free"
      case .premiumRate: "premium_rate"
      case .sharedCost: "shared_cost"
      case .voip: "voip"
      case .personalNumber: "personal_number"
      case .pager: "pager"
      case .uan: "uan"
      case .voicemail: "voicemail"
      case .unknown: "unknown"
      }
    }
  }

  /// What had to be assumed to read the text.
  package struct Repairs: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// A spreadsheet's `4.47700900123E+11`, all digits still there.
    package static let scientificNotation = Repairs(rawValue: 1)
    /// A spreadsheet's `4.477E+11`: digits are gone, the number cannot be known.
    package static let lostDigits = Repairs(rawValue: 2)
    /// Digits that are a valid number only with a plus before them.
    package static let lostPlus = Repairs(rawValue: 4)
    /// Not repaired: with a plus it would be a valid number, of another country than the row's.
    package static let plusWouldFit = Repairs(rawValue: 32)
    /// Several numbers in the cell; this is the first.
    package static let firstOfSeveral = Repairs(rawValue: 8)
    /// An extension was written behind the number and is not part of the result.
    package static let droppedExtension = Repairs(rawValue: 16)
    /// Words or a stray digit beside the number, which say nothing about it.
    package static let ignoredWords = Repairs(rawValue: 64)
    /// Not repaired: with a plus it would be another valid number of the same country.
    package static let plusWouldChange = Repairs(rawValue: 128)
    /// Not repaired: a number of a plan of open length, and with a plus before it a valid one of
    /// another country.
    package static let plusMayFit = Repairs(rawValue: 256)

    // The standard library's are generic, and cannot be specialised from other modules: they cost more
    // than what they guard.
    package func contains(_ other: Repairs) -> Bool { rawValue & other.rawValue == other.rawValue }
    package var isEmpty: Bool { rawValue == 0 }
    /// Whether a plus may be missing, and the number be another country's.
    package var mayLackPlus: Bool {
      rawValue & (Self.plusMayFit.rawValue | Self.plusWouldFit.rawValue) != 0
    }
  }

  package internal(set) var repairs: Repairs = []
  var result: leadmill_phone

  init(_ result: leadmill_phone) {
    self.result = result
    if result.extension_length > 0 { repairs.insert(.droppedExtension) }
  }

  /// Of a text that is longer than any number.
  static var tooLong: PhoneVerdict { none(LEADMILL_PHONE_TOO_LONG) }

  /// Of a text that is none.
  package static var notANumber: PhoneVerdict { none(LEADMILL_PHONE_NOT_A_NUMBER) }

  private static func none(_ outcome: leadmill_phone_outcome) -> PhoneVerdict {
    var result = leadmill_phone()
    result.outcome = UInt8(outcome.rawValue)
    result.type = UInt8(LEADMILL_PHONE_UNKNOWN_TYPE.rawValue)
    return PhoneVerdict(result)
  }

  package var outcome: Outcome { Outcome(rawValue: result.outcome) ?? .notANumber }
  package var isValid: Bool { result.outcome == UInt8(LEADMILL_PHONE_VALID.rawValue) }
  package var type: NumberType { NumberType(rawValue: result.type) ?? .unknown }

  /// Where the number belongs; nil unless valid, and for numbers of no country, as +800.
  package var region: CountryCode? {
    guard isValid else { return nil }
    return CountryCode(UInt8(bitPattern: result.region.0), UInt8(bitPattern: result.region.1))
  }

  /// Length of the E.164 form in bytes; 0 unless possible or valid.
  package var e164Length: Int {
    outcome == .valid || outcome == .possible ? Int(result.e164_length) : 0
  }

  /// Digits to dial once the call is answered; empty for none.
  package var extensionDigits: String {
    withUnsafeBytes(of: result.extension) {
      String(decoding: $0.prefix(Int(result.extension_length)), as: UTF8.self)
    }
  }

  /// Whether what was read as an extension, behind nothing but a comma or semicolon, is so long that
  /// it must be another number.
  func extensionIsNumber(in cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard result.extension_length >= 7 else { return false }
    let hasMark = cell.contains(UInt8(ascii: ";")) || cell.contains(UInt8(ascii: ","))
    return hasMark && !cell.contains { (65...90).contains($0 & 0xDF) || $0 == UInt8(ascii: "#") }
  }

  /// Whether digits were taken as a national number though they begin with the calling code of the
  /// very country: `4915112345678` as +49 49151 12345678.
  func repeatsCode(of digits: [UInt8]) -> Bool {
    let codeLength = Int(result.e164_length) - 1 - digits.count
    guard (1...3).contains(codeLength) else { return false }
    return withUnsafeBytes(of: result.e164) {
      $0[1...codeLength].elementsEqual(digits[..<codeLength])
    }
  }

  /// Whether a cell may mean more numbers than this one.
  package var mayBeOthers: Bool {
    !repairs.isDisjoint(with: [
      .firstOfSeveral, .plusMayFit, .plusWouldFit, .plusWouldChange, .lostPlus,
    ])
  }

  /// Whether all digits behind the calling code are zeros.
  var isZero: Bool {
    withE164 { number in
      let digits = number.dropFirst()
      return digits.dropFirst(CallingCode.length(in: digits)).allSatisfy { $0 == 48 }
    }
  }

  /// Whether the number has the calling code 1.
  var isNorthAmerican: Bool {
    withE164 { $0.count > 1 && $0[1] == UInt8(ascii: "1") }
  }

  /// Notes an extension that was found behind a word of no library's list.
  mutating func setExtension(_ digits: [UInt8]) {
    repairs.insert(.droppedExtension)
    withUnsafeMutableBytes(of: &result.extension) { $0.copyBytes(from: digits.prefix($0.count)) }
    result.extension_length = UInt8(min(digits.count, 20))
  }

  /// The E.164 form with its plus; empty unless possible or valid.
  package func withE164<R>(_ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    try withUnsafeBytes(of: result.e164) { raw in
      try raw.withMemoryRebound(to: UInt8.self) { bytes in
        try body(UnsafeBufferPointer(rebasing: bytes[..<e164Length]))
      }
    }
  }

  package var e164: String { withE164 { String(decoding: $0, as: UTF8.self) } }
}

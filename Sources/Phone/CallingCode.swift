/// The code of a country at the beginning of digits that have no plus.
enum CallingCode {
  /// Whether digits whose country nobody tells are grouped as a number with its country's code is, and
  /// not as one at home: `44 20 7946 0018`, but neither `609-620-0213` nor `(454) 273-1309`.
  static func mayBegin(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let list = DigitGroups(cell)
    guard let first = list.groups.first else { return false }
    let (count, total) = (first.digits.count, list.digits.count)
    let length = length(in: list.digits)
    if total == lengthInNorthAmerica, isNorthAmerican(list.digits) {
      // Written without a gap it is North America's as often as another's.
      return length < 3 && count == length && !isInBrackets(first, cell)
    }
    if list.groups.count == 1 { return true }
    // Up to three digits are an area, unless they are the code; more of them go on behind the code.
    guard count == length || count > 3 else { return false }
    return total > PhoneExaminer.longestNational || !isInBrackets(first, cell)
  }

  /// How many of the digits are the code.
  ///
  /// - Source: ITU-T Operational Bulletin, list of assigned country codes (E.164): the codes of one
  ///   digit, and of two; all others have three.
  static func length(in digits: some Collection<UInt8>) -> Int {
    var value = 0
    for digit in digits.prefix(2) { value = value * 10 + Int(digit - 48) }
    switch value {
    case 1, 7, 10...19, 70...79: return 1
    case 20, 27, 30...34, 36, 39, 40, 41, 43...49, 51...58, 60...66, 81, 82, 84, 86, 90...95, 98:
      return 2
    default: return 3
    }
  }

  private static let lengthInNorthAmerica = 10

  /// Whether digits have the form of North America's numbers: three of the area, of which the first is
  /// 2 to 9, and three of the exchange, of which the same is true.
  private static func isNorthAmerican(_ digits: [UInt8]) -> Bool {
    digits[0] >= 50 && digits[3] >= 50
  }

  /// Brackets stand around what is not always dialled: an area (ITU-T E.123 7).
  private static func isInBrackets(
    _ group: DigitGroups.Group, _ cell: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    group.end < cell.count && cell[group.end] == UInt8(ascii: ")")
  }
}

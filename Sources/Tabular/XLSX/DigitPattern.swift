/// A number format that only puts digits into a pattern, as postcodes (`00000`), phone numbers
/// (`"+"0`) and identifiers (`000-00-0000`) have; what it shows is what the number means.
struct DigitPattern: Equatable, Sendable {
  private enum Element: Equatable, Sendable {
    /// `0`: a digit, zero when there are no more.
    case digit
    /// `#`: a digit when there is one.
    case optionalDigit
    /// A byte of literal text.
    case literal(UInt8)
  }

  private let elements: [Element]
  /// Position of the first digit in `elements`.
  private let firstDigit: Int

  /// Collects the elements of a pattern as a format code names them.
  struct Builder {
    private var elements: [Element] = []
    private var neededDigits = 0
    private var hasLiteral = false
    private var hasCurrency = false
    /// Letters behind the latest digit, which are a unit when no digit follows: `0 "pcs"`.
    private var hasUnit = false

    mutating func digit(isNeeded: Bool) {
      elements.append(isNeeded ? .digit : .optionalDigit)
      if isNeeded { neededDigits += 1 }
      hasUnit = false
    }

    mutating func literal(_ scalar: Unicode.Scalar) {
      for byte in String(scalar).utf8 { elements.append(.literal(byte)) }
      // Blanks only line amounts up, as in `#,##0; (#,##0); 0`.
      if scalar != " " { hasLiteral = true }
      if scalar.properties.generalCategory == .currencySymbol { hasCurrency = true }
      if scalar.properties.isAlphabetic || scalar == "%" { hasUnit = true }
    }

    /// - Returns: nil when it shows nothing beyond plain digits, or an amount.
    func finished() -> DigitPattern? {
      let blank = Element.literal(UInt8(ascii: " "))
      let end = (elements.lastIndex { $0 != blank } ?? -1) + 1
      let elements = Array(elements[..<end].drop { $0 == blank })
      let first = elements.firstIndex { $0 == .digit || $0 == .optionalDigit }
      guard let first, neededDigits > 1 || hasLiteral, !hasCurrency, !hasUnit else { return nil }
      return DigitPattern(elements: elements, firstDigit: first)
    }
  }

  /// Appends the digits of a whole number in the pattern, filled from the right; what does not find
  /// a place stands before the first.
  func append(_ digits: [UInt8], to output: inout [UInt8]) {
    let start = output.count
    var left = digits.count
    for index in elements.indices.reversed() {
      switch elements[index] {
      case .literal(let byte): output.append(byte)
      case .digit where left == 0: output.append(UInt8(ascii: "0"))
      case .optionalDigit where left == 0: break
      case .digit, .optionalDigit:
        left -= 1
        output.append(digits[left])
      }
      if index == firstDigit {
        output.append(contentsOf: digits[..<left].reversed())
        left = 0
      }
    }
    output[start...].reverse()
  }
}

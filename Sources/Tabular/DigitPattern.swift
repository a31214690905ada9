/// A number format that only puts digits into a pattern, as postcodes (`00000`), phone numbers
/// (`"+"0`) and identifiers (`000-00-0000`) have; what it shows is what the number means.
struct DigitPattern: Equatable, Sendable {
  private enum Element: Equatable, Sendable {
    /// `0`: a digit, zero when there are no more.
    case digit
    /// `#`: a digit when there is one.
    case optionalDigit
    case literal(Character)
  }

  private let elements: [Element]

  /// Fails for formats with decimals, thousands, percent, exponents, several sections, or nothing
  /// beyond plain digits.
  init?(code: String) {
    var elements: [Element] = []
    var characters = Substring(code)
    while let character = characters.popFirst() {
      switch character {
      case "0": elements.append(.digit)
      case "#": elements.append(.optionalDigit)
      case "\"":
        let text = characters.prefix { $0 != "\"" }
        elements += text.map(Element.literal)
        characters = characters.dropFirst(text.count + 1)
      case "\\":
        guard let next = characters.popFirst() else { return nil }
        elements.append(.literal(next))
      case "-", "+", "(", ")", " ", "/", ":": elements.append(.literal(character))
      default: return nil
      }
    }
    let digits = elements.count { $0 == .digit }
    let hasLiteral = elements.contains { $0 != .digit && $0 != .optionalDigit }
    guard digits > 1 || (hasLiteral && elements.contains { $0 == .digit || $0 == .optionalDigit })
    else { return nil }
    self.elements = elements
  }

  /// The digits in the pattern, filled from the right.
  func text(_ digits: some BidirectionalCollection<Character>) -> String {
    var left = Array(digits)
    var output: [Character] = []
    let first = elements.firstIndex { $0 == .digit || $0 == .optionalDigit }
    for (index, element) in elements.enumerated().reversed() {
      switch element {
      case .literal(let character): output.append(character)
      case .digit: output.append(left.popLast() ?? "0")
      case .optionalDigit: if let digit = left.popLast() { output.append(digit) }
      }
      if index == first {
        // More digits than places: all of them are shown.
        output += left.reversed()
        left = []
      }
    }
    return String(output.reversed())
  }
}

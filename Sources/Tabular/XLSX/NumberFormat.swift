/// What a cell's number format makes of its number, as far as it changes the meaning.
struct NumberFormat: Equatable, Sendable {
  /// What one section of a format shows a number as.
  enum Meaning: Equatable, Sendable {
    /// Currency signs, separators and decimals do not matter to the value.
    case number
    /// A serial number of days is shown as a date, a time of day, both, or a span of time.
    case date, time, dateAndTime, span
    /// A date, a time or both, by what the number has: the same built-in format is a date in one
    /// country and a time in another.
    case moment
    /// Digits put into a pattern such as `00000` or `+0`.
    case pattern(DigitPattern)
  }

  /// The numbers that a section is for.
  enum Condition: Equatable, Sendable {
    case less(Double), lessOrEqual(Double), equal(Double), unequal(Double)
    case greaterOrEqual(Double), greater(Double)

    func holds(for value: Double) -> Bool {
      switch self {
      case .less(let bound): value < bound
      case .lessOrEqual(let bound): value <= bound
      case .equal(let bound): value == bound
      case .unequal(let bound): value != bound
      case .greaterOrEqual(let bound): value >= bound
      case .greater(let bound): value > bound
      }
    }
  }

  struct Section: Equatable, Sendable {
    var condition: Condition?
    var meaning: Meaning
    /// Digits shown of a fraction of a second, 0 to 3.
    var secondDigits = 0
  }

  /// The sections for numbers, at least one.
  private let sections: [Section]
  /// Whether all sections make the same of a number, as in nearly every format.
  let isUniform: Bool
  /// Whether a number is shown as it is.
  let isNumber: Bool

  static let number = NumberFormat(.number)

  private init(_ meaning: Meaning) {
    sections = [Section(condition: nil, meaning: meaning)]
    isUniform = true
    isNumber = meaning == .number
  }

  /// A built-in format, which has a number and no code in the file.
  ///
  /// - Source: ECMA-376 part 1, 18.8.30 (numFmt). 27 to 36 and 50 to 58 are those of East Asian
  ///   versions, where 34, 35, 52, 53, 55 and 56 are times in Chinese and dates in Japanese and
  ///   Korean; 71 to 81 are those of Thai ones.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 27...31, 36, 50, 51, 54, 57, 58, 71...74, 81: self.init(.date)
    case 18...21, 32, 33, 45, 47, 75, 76, 78, 80: self.init(.time)
    case 22, 77: self.init(.dateAndTime)
    case 34, 35, 52, 53, 55, 56: self.init(.moment)
    case 46, 79: self.init(.span)
    default: self.init(.number)
    }
  }

  /// - Parameter code: a custom format, as `dd.mm.yyyy;@` or `[$-407]d. mmm yyyy`.
  /// - Source: ECMA-376 part 1, 18.8.31 (numFmts): sections, conditions, colours, literals.
  init(code: String) {
    var parser = NumberFormatCode(code)
    let parsed = parser.sections()
    sections = parsed.isEmpty ? [Section(condition: nil, meaning: .number)] : parsed
    let first = sections[0]
    isUniform = sections.allSatisfy {
      $0.meaning == first.meaning && $0.secondDigits == first.secondDigits
    }
    isNumber = isUniform && first.meaning == .number
  }

  var first: Section { sections[0] }

  /// The section that a number is shown by: the first whose condition holds, where those without
  /// one have the usual condition of their place.
  func section(for value: Double) -> Section {
    if isUniform { return sections[0] }
    let hasConditions = sections.contains { $0.condition != nil }
    for (index, section) in sections.enumerated() {
      if let condition = section.condition {
        if condition.holds(for: value) { return section }
      } else if hasConditions {
        return section
      } else {
        let holds =
          switch index {
          case 0: sections.count == 2 ? value >= 0 : value > 0
          case 1: value < 0
          default: true
          }
        if holds { return section }
      }
    }
    // No section shows it: the number itself.
    return sections.count == 1 ? sections[0] : Section(condition: nil, meaning: .number)
  }
}

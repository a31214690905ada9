/// Takes the code of a number format apart, section by section.
///
/// - Source: ECMA-376 part 1, 18.8.31.
struct NumberFormatCode {
  private var rest: Substring.UnicodeScalarView
  /// There are no more: for positive numbers, negative ones, zero, and texts.
  private static let maximumSections = 4

  init(_ code: String) {
    rest = Substring(code).unicodeScalars
  }

  /// The sections that numbers are shown by; a section with `@` is for texts.
  mutating func sections() -> [NumberFormat.Section] {
    var found: [NumberFormat.Section] = []
    for _ in 0..<Self.maximumSections {
      var section = NumberFormatSection()
      let isLast = section.read(&rest)
      if !section.isForText { found.append(section.result) }
      if isLast { break }
    }
    return found
  }
}

/// One section of a format code.
private struct NumberFormatSection {
  /// A letter that stands for a part of a date or time.
  private enum Part { case day, hour, monthOrMinute, second, half }

  private(set) var isForText = false
  private var condition: NumberFormat.Condition?
  private var isNumber = false
  private var hasSpan = false
  private var parts: [Part] = []
  private var secondDigits = 0
  private var isBehindSeconds = false
  private var pattern: DigitPattern.Builder? = DigitPattern.Builder()

  var result: NumberFormat.Section {
    let meaning = meaning
    let hasClock = meaning != .number && meaning != .date
    return NumberFormat.Section(
      condition: condition, meaning: meaning, secondDigits: hasClock ? min(secondDigits, 3) : 0)
  }

  private var meaning: NumberFormat.Meaning {
    if hasSpan { return .span }
    if isNumber || parts.isEmpty {
      return (pattern?.finished()).map { .pattern($0) } ?? .number
    }
    var hasDate = parts.contains(.day)
    let hasTime = parts.contains(.hour) || parts.contains(.second) || parts.contains(.half)
    // Behind hours or before seconds, m is minutes; else it is a month.
    for (index, part) in parts.enumerated() where part == .monthOrMinute {
      let isBehindHours = index > 0 && parts[index - 1] == .hour
      let isBeforeSeconds = index + 1 < parts.count && parts[index + 1] == .second
      if !isBehindHours && !isBeforeSeconds { hasDate = true }
    }
    return hasDate ? hasTime ? .dateAndTime : .date : .time
  }

  /// - Returns: whether it was the last section.
  mutating func read(_ rest: inout Substring.UnicodeScalarView) -> Bool {
    while let scalar = rest.popFirst() {
      switch scalar {
      case ";": return false
      case "\"":
        let text = rest.prefix { $0 != "\"" }
        for scalar in text { pattern?.literal(scalar) }
        rest = rest.dropFirst(text.count + 1)
      case "\\":
        if let next = rest.popFirst() { pattern?.literal(next) }
      case "_", "*":
        // Room as wide as a character, or that character to the edge of the cell: no text.
        _ = rest.popFirst()
      case "[":
        let content = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(content.count + 1)
        bracket(String(content))
      case "@": isForText = true
      case "G" where Self.drop("eneral", from: &rest), "g" where Self.drop("eneral", from: &rest):
        isNumber = true
        pattern = nil
      case "A" where Self.drop("m/pm", from: &rest) || Self.drop("/p", from: &rest),
        "a" where Self.drop("m/pm", from: &rest) || Self.drop("/p", from: &rest),
        "上" where Self.drop("午/下午", from: &rest):
        parts.append(.half)
      default: symbol(scalar)
      }
    }
    return true
  }

  private static func drop(_ text: String, from rest: inout Substring.UnicodeScalarView) -> Bool {
    let count = text.unicodeScalars.count
    guard String(rest.prefix(count)).lowercased() == text else { return false }
    rest = rest.dropFirst(count)
    return true
  }

  private mutating func symbol(_ scalar: Unicode.Scalar) {
    var goesOn = false
    switch scalar {
    case "y", "Y", "d", "D", "e", "E", "g", "G", "b", "B": add(.day)
    case "h", "H": add(.hour)
    case "m", "M":
      if parts.last != .monthOrMinute { add(.monthOrMinute) }
    case "s", "S":
      add(.second)
      goesOn = true
    case "0", "#", "?":
      // Behind seconds they are a fraction of one; before anything of a date they are a number.
      if isBehindSeconds {
        secondDigits += 1
        goesOn = true
      } else if parts.isEmpty {
        isNumber = true
      }
      pattern?.digit(isNeeded: scalar == "0")
    case ".":
      goesOn = isBehindSeconds
      pattern = nil
    case "-", "+", "(", ")", " ", ":", "\u{A0}": pattern?.literal(scalar)
    // Among them `/`, which between digits makes a fraction.
    default: pattern = nil
    }
    isBehindSeconds = goesOn
  }

  private mutating func add(_ part: Part) {
    parts.append(part)
    pattern = isNumber ? nil : pattern
  }

  /// `[h]`, `[<=100]`, `[Red]`, `[$€-407]`, `[DBNum1]`.
  private mutating func bracket(_ content: String) {
    let lower = content.lowercased()
    if let letter = lower.first, "hms".contains(letter), lower.allSatisfy({ $0 == letter }) {
      hasSpan = true
      isBehindSeconds = letter == "s"
    } else if let parsed = Self.condition(content) {
      condition = condition ?? parsed
    } else if content.hasPrefix("$"), content.count > 1, !content.hasPrefix("$-") {
      // A currency.
      pattern = nil
    }
  }

  private static func condition(_ content: String) -> NumberFormat.Condition? {
    let sign = content.prefix { "<>=".contains($0) }
    guard let bound = Double(content.dropFirst(sign.count)), bound.isFinite else { return nil }
    return switch sign {
    case "<": .less(bound)
    case "<=": .lessOrEqual(bound)
    case "=": .equal(bound)
    case "<>": .unequal(bound)
    case ">=": .greaterOrEqual(bound)
    case ">": .greater(bound)
    default: nil
    }
  }
}

import LeadModel
extension DefinitionNode {
  /// The text of a scalar as written; numbers and booleans too, since `version: 1.0` is a text to
  /// whoever asks for one.
  package func string() throws(DefinitionError) -> String {
    guard case .scalar(let text, _) = content, !isNull else { throw mismatch("a text") }
    return text
  }

  /// A whole number in decimal digits, without quotes or leading zeros.
  package func int() throws(DefinitionError) -> Int {
    guard case .scalar(let text, isPlain: true) = content, !isNull, Self.isWholeNumber(text),
      let value = Int(text)
    else { throw mismatch("a whole number", hint: hintForNumber) }
    return value
  }

  /// A whole number within bounds.
  package func int(in bounds: ClosedRange<Int>) throws(DefinitionError) -> Int {
    let value = try int()
    guard bounds.contains(value) else {
      throw mismatch("a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    }
    return value
  }

  /// A decimal number; infinities and "not a number" are refused.
  package func double() throws(DefinitionError) -> Double {
    guard case .scalar(let text, isPlain: true) = content, !isNull, Self.isDecimalNumber(text),
      let value = Double(text), value.isFinite
    else { throw mismatch("a number", hint: hintForNumber) }
    return value
  }

  /// A decimal number within bounds.
  package func double(in bounds: ClosedRange<Double>) throws(DefinitionError) -> Double {
    let value = try double()
    guard bounds.contains(value) else {
      throw mismatch("a number from \(bounds.lowerBound) to \(bounds.upperBound)")
    }
    return value
  }

  /// `true` or `false`, nothing else: `yes`, `no`, `on` and `off` are texts.
  package func bool() throws(DefinitionError) -> Bool {
    guard case .scalar(let text, isPlain: true) = content else {
      throw mismatch("true or false", hint: hintForNumber)
    }
    switch text {
    case "true": return true
    case "false": return false
    default: throw mismatch("true or false")
    }
  }

  /// A list of texts.
  package func strings() throws(DefinitionError) -> [String] {
    var texts: [String] = []
    for item in try sequence() { texts.append(try item.string()) }
    return texts
  }

  /// One of the names of an enumeration.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ type: Choice.Type
  ) throws(DefinitionError) -> Choice where Choice.RawValue == String {
    let names = Choice.allCases.map(\.rawValue)
    let expected = "one of \(names.joined(separator: ", "))"
    guard case .scalar(let text, _) = content, !isNull else { throw mismatch(expected) }
    if let choice = Choice(rawValue: text) { return choice }
    let hint = NearestName.suggestion(for: text, among: names).map { "did you mean '\($0)'?" }
    throw mismatch(expected, hint: hint)
  }

  private var hintForNumber: String? {
    guard case .scalar(_, isPlain: false) = content else { return nil }
    return "write it without quotes"
  }

  private static func isWholeNumber(_ text: String) -> Bool {
    var digits = text.utf8[...]
    if digits.first == UInt8(ascii: "-") || digits.first == UInt8(ascii: "+") {
      digits = digits.dropFirst()
    }
    guard !digits.isEmpty, digits.allSatisfy({ (48...57).contains($0) }) else { return false }
    return digits.count == 1 || digits.first != UInt8(ascii: "0")
  }

  /// The YAML 1.2 core schema's number, without its infinities and leading zeros.
  private static func isDecimalNumber(_ text: String) -> Bool {
    let parts = text.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "e" || $0 == "E" })
    if parts.count == 2 {
      let exponent = parts[1].utf8.drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
      guard parts[1].utf8.count - exponent.count <= 1, !exponent.isEmpty,
        exponent.allSatisfy({ (48...57).contains($0) })
      else { return false }
    }
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard mantissa.count <= 2, isWholeNumber(String(mantissa[0])) else { return false }
    guard mantissa.count == 2 else { return true }
    return !mantissa[1].isEmpty && mantissa[1].utf8.allSatisfy { (48...57).contains($0) }
  }
}

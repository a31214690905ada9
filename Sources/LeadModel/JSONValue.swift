/// A JSON value that the program writes: summaries, run facts, explanations.
package enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case string(String)
  case array([JSONValue])
  /// Members in the order in which they are written.
  case object([(key: String, value: JSONValue)])

  package init(_ text: String?) {
    self = text.map { .string($0) } ?? .null
  }

  package init(_ number: Int?) {
    self = number.map { .int(Int64($0)) } ?? .null
  }

  package static func == (left: JSONValue, right: JSONValue) -> Bool {
    left.text() == right.text()
  }

  /// The value as RFC 8259 text, on one line, or indented by two spaces a level.
  package func text(indented: Bool = false) -> String {
    var output = ""
    write(to: &output, level: indented ? 0 : nil)
    return output
  }

  private func write(to output: inout String, level: Int?) {
    switch self {
    case .null: output += "null"
    case .bool(let value): output += value ? "true" : "false"
    case .int(let number): output += String(number)
    // JSON has no infinity and no NaN.
    case .double(let number): output += number.isFinite ? String(number) : "null"
    case .string(let text): Self.writeQuoted(text, to: &output)
    case .array(let values):
      Self.writeList(values, "[", "]", to: &output, level: level) { value, output, inner in
        value.write(to: &output, level: inner)
      }
    case .object(let members):
      Self.writeList(members, "{", "}", to: &output, level: level) { member, output, inner in
        Self.writeQuoted(member.key, to: &output)
        output += inner == nil ? ":" : ": "
        member.value.write(to: &output, level: inner)
      }
    }
  }

  private static func writeList<Element>(
    _ elements: [Element], _ open: String, _ close: String, to output: inout String, level: Int?,
    element: (Element, inout String, Int?) -> Void
  ) {
    output += open
    let inner = level.map { $0 + 1 }
    for (index, value) in elements.enumerated() {
      if index > 0 { output += "," }
      if let inner { output += "\n" + String(repeating: "  ", count: inner) }
      element(value, &output, inner)
    }
    if let level, !elements.isEmpty { output += "\n" + String(repeating: "  ", count: level) }
    output += close
  }

  private static func writeQuoted(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int64) { self = .int(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(nilLiteral: ()) { self = .null }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { (key: $0.0, value: $0.1) })
  }
}

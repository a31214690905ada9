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
    var output: [UInt8] = []
    write(to: &output, level: indented ? 0 : nil)
    return String(decoding: output, as: UTF8.self)
  }

  private func write(to output: inout [UInt8], level: Int?) {
    switch self {
    case .null: output += "null".utf8
    case .bool(let value): output += (value ? "true" : "false").utf8
    case .int(let number): output += String(number).utf8
    // JSON has no infinity and no NaN.
    case .double(let number): output += (number.isFinite ? String(number) : "null").utf8
    case .string(let text): Self.writeQuoted(text, to: &output)
    case .array(let values):
      Self.writeList(values, "[", "]", to: &output, level: level) { value, output, inner in
        value.write(to: &output, level: inner)
      }
    case .object(let members):
      Self.writeList(members, "{", "}", to: &output, level: level) { member, output, inner in
        Self.writeQuoted(member.key, to: &output)
        output += (inner == nil ? ":" : ": ").utf8
        member.value.write(to: &output, level: inner)
      }
    }
  }

  private static func writeList<Element>(
    _ elements: [Element], _ open: String, _ close: String, to output: inout [UInt8], level: Int?,
    element: (Element, inout [UInt8], Int?) -> Void
  ) {
    output += open.utf8
    let inner = level.map { $0 + 1 }
    for (index, value) in elements.enumerated() {
      if index > 0 { output += ",".utf8 }
      if let inner { startLine(inner, to: &output) }
      element(value, &output, inner)
    }
    if let level, !elements.isEmpty { startLine(level, to: &output) }
    output += close.utf8
  }

  private static func startLine(_ level: Int, to output: inout [UInt8]) {
    output.append(10)
    output.append(contentsOf: repeatElement(32, count: 2 * level))
  }

  private static func writeQuoted(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case 0x0A: output += "\\n".utf8
      case 0x0D: output += "\\r".utf8
      case 0x09: output += "\\t".utf8
      case ..<0x20:
        let digits = String(byte, radix: 16)
        output += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
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

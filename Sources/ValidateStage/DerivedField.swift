import Bytes
import Definitions
import LeadModel
import Validation

/// A field that the mapping makes out of other columns, or whose words it translates.
struct DerivedField: Sendable {
  /// What it is made of, with the columns by their positions.
  enum Origin: Sendable {
    case column(Int)
    case firstOf([Int])
    case join([Int], separator: String)
    case givenName(Int)
    case familyName(Int)
    case part(Int, of: Int, separator: String)
    case query(String, of: Int)
    case domain(of: Int)
  }

  /// Position in the catalogue of the kind.
  let field: Int
  let origin: Origin
  /// What the supplier's words mean, by the word in lower case; empty: as it stands.
  let words: [String: String]

  /// The derived fields of a sheet; those whose columns it does not have are left out.
  static func all(
    of mapping: SourceMapping, header: [String], fields: [String], names: [String]
  ) -> [DerivedField] {
    if mapping.derived.isEmpty && mapping.values.isEmpty { return [] }
    var columns: [String: Int] = [:]
    for (index, cell) in header.enumerated() {
      let key = HeaderText.normalised(cell)
      if columns[key] == nil { columns[key] = index }
    }
    var result: [DerivedField] = []
    for derived in mapping.derived {
      guard let field = names.firstIndex(of: derived.field) else { continue }
      let found = derived.source.columns.compactMap { columns[HeaderText.normalised($0)] }
      guard !found.isEmpty, let origin = origin(derived.source, found) else { continue }
      result.append(
        DerivedField(field: field, origin: origin, words: mapping.values[derived.field] ?? [:]))
    }
    for (name, words) in mapping.values.sorted(by: { $0.key < $1.key }) {
      guard let field = names.firstIndex(of: name), let column = fields.firstIndex(of: name),
        !result.contains(where: { $0.field == field })
      else { continue }
      result.append(DerivedField(field: field, origin: .column(column), words: words))
    }
    return result
  }

  private static func origin(_ source: FieldSource, _ columns: [Int]) -> Origin? {
    guard let first = columns.first else { return nil }
    return switch source {
    case .firstOf: .firstOf(columns)
    case .join(_, let separator): .join(columns, separator: separator)
    case .givenName: .givenName(first)
    case .familyName: .familyName(first)
    case .part(let number, _, let separator): .part(number, of: first, separator: separator)
    case .query(let name, _): .query(name, of: first)
    case .domain: .domain(of: first)
    }
  }

  /// The field's value in a row; empty when there is none. The closure gives the text of a column
  /// without white space at its ends.
  func value(_ cell: (Int) -> String) -> String {
    let made: String
    switch origin {
    case .column(let column): made = cell(column)
    case .firstOf(let columns): made = columns.lazy.map(cell).first { !$0.isEmpty } ?? ""
    case .join(let columns, let separator):
      made = columns.map(cell).filter { !$0.isEmpty }.joined(separator: separator)
    case .givenName(let column): made = PersonName(cell(column)).given
    case .familyName(let column): made = PersonName(cell(column)).family
    case .part(let number, let column, let separator):
      made = Self.part(number, of: cell(column), separator: separator)
    case .query(let name, let column): made = Self.parameter(name, of: cell(column))
    case .domain(let column): made = Self.domain(of: cell(column))
    }
    return words.isEmpty ? made : words[made.lowercased()] ?? made
  }

  private static func part(_ number: Int, of text: String, separator: String) -> String {
    guard !separator.isEmpty else { return text }
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    let index = number > 0 ? number - 1 : parts.count + number
    return parts.indices.contains(index) ? trimmed(parts[index]) : ""
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// The value of a parameter of a web address, with its escapes undone.
  private static func parameter(_ name: String, of address: String) -> String {
    guard let start = address.firstIndex(of: "?") else { return "" }
    let query = address[address.index(after: start)...].prefix { $0 != "#" }
    for pair in query.split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if sides.count == 2, sides[0].lowercased() == name.lowercased() { return unescaped(sides[1]) }
    }
    return ""
  }

  private static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "+") {
        bytes.append(32)
      } else if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest.removeFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `ada@example.com` and `https://www.example.com/page` are of `example.com`.
  private static func domain(of text: String) -> String {
    var host = text[...]
    if let at = host.lastIndex(of: "@") {
      host = host[host.index(after: at)...]
    } else if let scheme = host.firstRange(of: "://") {
      host = host[scheme.upperBound...]
    }
    host = host.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" && $0 != ">" }
    let lower = host.lowercased()
    return lower.hasPrefix("www.") ? String(lower.dropFirst(4)) : lower
  }
}

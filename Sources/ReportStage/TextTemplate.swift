import Definitions
import Store

/// A text with placeholders such as `{leads:count}`: a column of `values` and how it is shown.
struct TextTemplate {
  enum Part {
    case text(String)
    case value(column: String, format: CellFormat)
  }

  let parts: [Part]
  let node: DefinitionNode

  /// Reads a text; braces are only for placeholders.
  init(_ node: DefinitionNode) throws(DefinitionError) {
    self.node = node
    var parts: [Part] = []
    var rest = try node.string()[...]
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else {
        throw node.failure("found '{' without '}' in the text; close the placeholder")
      }
      let inner = rest[rest.index(after: open)..<close].split(separator: ":", maxSplits: 1)
      guard let column = inner.first else {
        throw node.failure("found '{}' in the text, expected a column of 'values' in the braces")
      }
      let formatName = inner.count > 1 ? String(inner[1]) : CellFormat.text.rawValue
      guard let format = CellFormat(rawValue: formatName) else {
        throw node.failure(
          "found format '\(formatName)' in '{\(inner.joined(separator: ":"))}', expected one of "
            + CellFormat.allCases.map(\.rawValue).joined(separator: ", "))
      }
      parts.append(.value(column: String(column), format: format))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  /// The text of a key that may be absent.
  init?(optional node: DefinitionNode?) throws(DefinitionError) {
    guard let node else { return nil }
    try self.init(node)
  }

  /// The text with the values put in.
  ///
  /// - Throws: `DefinitionError` for a placeholder that names no value.
  func filled(with values: ReportValues) throws -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let literal): text += literal
      case .value(let column, let format):
        text += format.words(try values.value(column, at: node))
      }
    }
    return text
  }
}

/// The one row of a report's `values` query.
struct ReportValues {
  let columns: [String]
  let row: [SQLValue]

  /// The value of a column; null when the query had no row.
  ///
  /// - Throws: `DefinitionError` at `node` for a column that the query does not have.
  func value(_ column: String, at node: DefinitionNode) throws -> SQLValue {
    guard let index = columns.firstIndex(of: column) else {
      throw node.failure(
        "found no value '\(column)', expected one of \(columns.joined(separator: ", ")); "
          + "add it to the query of 'values'")
    }
    return index < row.count ? row[index] : .null
  }

  /// Whether a value counts as true: neither null, 0 nor empty.
  func holds(_ column: String, at node: DefinitionNode) throws -> Bool {
    switch try value(column, at: node) {
    case .null: false
    case .int(let number): number != 0
    case .real(let number): number != 0
    case .text(let text): !text.isEmpty
    }
  }
}

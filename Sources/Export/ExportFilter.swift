import Bytes
import LeadModel
import Store

/// A condition of `--where`: `FIELD=VALUE`, `!=`, `<`, `<=`, `>`, `>=`, `~` (contains) or `!~`; an
/// empty value asks for empty cells (`=`) or filled ones (`!=`).
struct ExportFilter {
  /// The name of the column that it is about.
  let column: String
  let condition: SQLFragment
  let values: [SQLValue]

  private enum Comparison: String, CaseIterable {
    // Longer signs first.
    case notEqual = "!=", notContains = "!~", atMost = "<=", atLeast = ">=", equal = "="
    case less = "<", greater = ">", contains = "~"
  }

  /// - Throws: `ExportError` that says what was found, and the nearest column.
  init(_ text: String, table: ExportTable) throws {
    guard let start = text.firstIndex(where: { "!<>=~".contains($0) }),
      let comparison = Comparison.allCases.first(where: { text[start...].hasPrefix($0.rawValue) })
    else {
      throw ExportError(
        "--where: '\(text)' compares nothing; expected FIELD=VALUE, or one of !=, <, <=, >, >=, "
          + "~ (contains) and !~ between them")
    }
    let name = text[..<start].filter { $0 != " " }
    let value = String(text[start...].dropFirst(comparison.rawValue.count))
    let column = try table.column(named: name, for: "--where")
    let sides = try Self.sides(comparison, value, column)
    self.column = column.name
    condition = sides.fragment(for: column.expression)
    values = sides.values
  }

  /// What stands before and behind the column's expression.
  private struct Sides {
    var before = SQLFragment("")
    let behind: SQLFragment
    var values: [SQLValue] = []
    /// The same expression once more, for a range.
    var again: SQLFragment?

    func fragment(for expression: SQLFragment) -> SQLFragment {
      let first = before + expression + behind
      return again.map { first + expression + $0 } ?? first
    }
  }

  private static func sides(
    _ comparison: Comparison, _ value: String, _ column: ExportColumn
  ) throws -> Sides {
    if value.isEmpty {
      switch comparison {
      case .equal: return Sides(behind: SQLFragment("IS NULL"))
      case .notEqual: return Sides(behind: SQLFragment("IS NOT NULL"))
      default:
        throw ExportError(
          "--where: nothing follows '\(column.name)\(comparison.rawValue)'; give a value, or ask "
            + "for empty cells with '\(column.name)=' and for filled ones with '\(column.name)!='")
      }
    }
    switch comparison {
    case .contains, .notContains:
      guard column.type == .text else {
        throw ExportError(
          "--where: '\(column.name)' is no text to look for '\(value)' in; compare it with =, !=, <, "
            + "<=, > or >=")
      }
      // instr: no wildcards; lower() because people do not type capitals.
      return comparison == .contains
        ? Sides(
          before: SQLFragment("instr(lower("), behind: SQLFragment("), lower(?)) > 0"),
          values: [.text(value)])
        : Sides(
          before: SQLFragment("coalesce(instr(lower("),
          behind: SQLFragment("), lower(?)), 0) = 0"), values: [.text(value)])
    default: break
    }
    switch column.type {
    case .text where column.name == "country" && [.equal, .notEqual].contains(comparison):
      return Sides(behind: sign(comparison, isText: true), values: [.text(try country(value))])
    case .text: return Sides(behind: sign(comparison, isText: true), values: [.text(value)])
    case .time: return try time(comparison, value, column)
    case .integer, .cents, .identity:
      return Sides(
        behind: sign(comparison, isText: false), values: [.int(try number(value, column))])
    }
  }

  private static func sign(_ comparison: Comparison, isText: Bool) -> SQLFragment {
    switch comparison {
    case .equal: isText ? SQLFragment("= ? COLLATE NOCASE") : SQLFragment("= ?")
    // Empty cells are not equal to anything.
    case .notEqual: isText ? SQLFragment("IS NOT ? COLLATE NOCASE") : SQLFragment("IS NOT ?")
    case .less: SQLFragment("< ?")
    case .atMost: SQLFragment("<= ?")
    case .greater: SQLFragment("> ?")
    case .atLeast, .contains, .notContains: SQLFragment(">= ?")
    }
  }

  /// The code that the column has for a country's name or code.
  private static func country(_ text: String) throws -> String {
    guard let code = CountryTable.find(text) else {
      throw ExportError(
        "--where: '\(text)' is no country that is known; give its name or its ISO 3166-1 code")
    }
    return code.description
  }

  private static func number(_ text: String, _ column: ExportColumn) throws -> Int64 {
    if column.type == .identity {
      if let id = ExportIdentity.record(in: text) { return id }
      throw ExportError(
        "--where: '\(text)' is no id; expected one as the column has them, or a number")
    }
    let wanted = column.type == .cents ? DecimalText.cents(text) : Int64(text)
    guard let wanted else {
      let example = column.type == .cents ? "1234.50" : "1234"
      throw ExportError(
        "--where: '\(text)' is no number for '\(column.name)'; write it as \(example)")
    }
    return wanted
  }

  /// A day means all of it: `<=2026-11-02` ends when the day ends, `=2026-11-02` is any time of it.
  private static func time(
    _ comparison: Comparison, _ text: String, _ column: ExportColumn
  ) throws -> Sides {
    guard let start = Timestamp(iso: text) else {
      throw ExportError(
        "--where: '\(text)' is no date for '\(column.name)'; write it as 2026-11-02 or "
          + "2026-11-02T06:00:00Z")
    }
    let isDay = text.utf8.count == 10
    let end = isDay ? start.adding(days: 1) : start.adding(seconds: 1)
    let (from, to) = (SQLValue.int(start.seconds), SQLValue.int(end.seconds))
    switch comparison {
    case .equal:
      return Sides(
        behind: SQLFragment(">= ? AND"), values: [from, to], again: SQLFragment("< ?"))
    case .notEqual:
      return Sides(
        before: SQLFragment("coalesce("), behind: SQLFragment("NOT BETWEEN ? AND ? - 1, 1)"),
        values: [from, to])
    case .less: return Sides(behind: SQLFragment("< ?"), values: [from])
    case .atMost: return Sides(behind: SQLFragment("< ?"), values: [to])
    case .greater: return Sides(behind: SQLFragment(">= ?"), values: [to])
    case .atLeast, .contains, .notContains:
      return Sides(behind: SQLFragment(">= ?"), values: [from])
    }
  }
}

extension ExportTable {
  /// - Throws: `ExportError` naming the nearest column.
  func column(named name: String, for option: String) throws -> ExportColumn {
    let wanted = name == ReservedField.identity ? ReservedField.identityHeader(kind) : name
    if let column = columns.first(where: { $0.name == wanted }) { return column }
    let names = columns.map(\.name)
    let hint = NearestName.hint(for: wanted, among: names)
    throw ExportError(
      "\(option): '\(name)' is no column of kind '\(kind.rawValue)'\(hint); there are: "
        + names.joined(separator: ", "))
  }

  /// The columns of `--columns`: names divided by commas; `default` stands for those of an export
  /// without a choice, `all` for every one.
  package func columns(chosen text: String?) throws -> [ExportColumn] {
    guard let text else { return columns.filter(\.isDefault) }
    var chosen: [ExportColumn] = []
    for word in text.split(separator: ",") {
      let name = word.filter { $0 != " " }
      let found =
        switch name {
        case "default": columns.filter(\.isDefault)
        case "all": columns
        default: [try column(named: name, for: "--columns")]
        }
      for column in found where !chosen.contains(where: { $0.name == column.name }) {
        chosen.append(column)
      }
    }
    guard !chosen.isEmpty else {
      throw ExportError("--columns: '\(text)' names no column; expected names divided by commas")
    }
    return chosen
  }
}

import ColumnMapping
import Definitions
import LeadModel

/// What a mapping makes of a header row.
struct HeaderMatch: Equatable {
  /// Catalogue field of each column, empty when it carries none.
  let fields: [String]
  /// Columns that carry a field.
  let mappedCount: Int
  /// Columns that the mapping names itself, rather than the matcher.
  let namedCount: Int
  /// Header cells that are not empty.
  let columnCount: Int
  /// Required fields that neither a column nor a constant gives.
  let missing: [String]
  /// What was thought of each column; empty while the header is only looked for.
  var columns: [ColumnProposal] = []

  /// Share of the columns that carry a field.
  var share: Double { columnCount == 0 ? 0 : Double(mappedCount) / Double(columnCount) }

  /// Whether this row can be the header at all.
  ///
  /// Where the mapping is given, one known column is enough. Where it is only guessed, several
  /// must be known: a data row hardly ever has two cells that read like column names.
  func isPlausible(isGiven: Bool) -> Bool {
    guard missing.isEmpty, mappedCount > 0 else { return false }
    return isGiven
      || (mappedCount >= 2 || mappedCount == columnCount)
        && (share >= 0.25 || mappedCount >= 5)
  }
}

/// Finds the fields of header cells for one mapping.
struct HeaderMatcher {
  let mapping: SourceMapping
  private let matcher: ColumnMatcher
  private let overrides: [String: String]

  init(_ mapping: SourceMapping, matcher: ColumnMatcher) {
    self.mapping = mapping
    self.matcher = matcher
    overrides = Dictionary(
      mapping.columns.map { (HeaderText.normalised($0.header), $0.field) },
      uniquingKeysWith: { first, _ in first })
  }

  /// A quick look whether a row can be the header: no column is paired with its field yet.
  func glance(_ row: HeaderRow, recognised: Set<String>) -> HeaderMatch {
    let given = given(row.cells)
    var found = recognised
    // A column that the mapping leaves alone gives no field, whatever it is called.
    for (column, field) in given where field.isEmpty {
      found.subtract(matcher.recognised(matcher.row([row.cells[column]]), kind: mapping.kind))
    }
    found.formUnion(given.values)
    found.remove("")
    return HeaderMatch(
      fields: [], mappedCount: found.count + sourceCount(row.cells), namedCount: given.count,
      columnCount: Self.columnCount(row.cells), missing: missing(from: found))
  }

  /// What the mapping makes of a row, were it the header. A column that the mapping names is what
  /// it says; the headers of the others decide, and where they say nothing, their values.
  func match(_ cells: [String], profiles: [ValueProfile]) -> HeaderMatch {
    let given = given(cells)
    var settled = given
    let byHeader = matcher.propose(
      headers: cells, kind: mapping.kind, given: reserved(given, cells))
    for (column, proposal) in byHeader.columns.enumerated() where proposal.isApplied {
      settled[column] = proposal.field
    }
    let byValues = matcher.propose(
      headers: cells, profiles: profiles, kind: mapping.kind, given: reserved(settled, cells))
    let together = matcher.propose(
      headers: cells, profiles: profiles, kind: mapping.kind, given: reserved(given, cells))
    var columns = byValues.columns
    for column in columns.indices where given[column] == nil && settled[column] != nil {
      // The values may make it surer; that they are bad is for validation to say, row by row.
      let isAgreed =
        together.columns[column].isApplied
        && together.columns[column].field == byHeader.columns[column].field
      columns[column] = isAgreed ? together.columns[column] : byHeader.columns[column]
    }
    return result(cells, columns, namedCount: given.count)
  }

  /// The match that follows from what was thought of each column.
  func result(_ cells: [String], _ columns: [ColumnProposal], namedCount: Int) -> HeaderMatch {
    let fields = cells.indices.map { columns[$0].fieldRead }
    return HeaderMatch(
      fields: fields, mappedCount: fields.count { !$0.isEmpty } + sourceCount(cells),
      namedCount: namedCount,
      columnCount: Self.columnCount(cells), missing: missing(from: Set(fields)), columns: columns)
  }

  /// Columns that the mapping makes fields of.
  private func sourceCount(_ cells: [String]) -> Int {
    let sources = Set(
      mapping.derived.flatMap(\.source.columns).map { HeaderText.normalised($0) })
    return sources.isEmpty ? 0 : cells.count { sources.contains(HeaderText.normalised($0)) }
  }

  private static func columnCount(_ cells: [String]) -> Int {
    cells.count { !$0.allSatisfy(\.isWhitespace) }
  }

  /// What the mapping says itself, by column; the first column of a field has it, unless several may
  /// give it.
  private func given(_ cells: [String]) -> [Int: String] {
    var given: [Int: String] = [:]
    var taken: Set<String> = []
    for (column, cell) in cells.enumerated() {
      guard let field = overrides[HeaderText.normalised(cell)] else { continue }
      let isShared = mapping.kind.field(named: field)?.isShared == true
      given[column] = field.isEmpty || isShared || taken.insert(field).inserted ? field : ""
    }
    return given
  }

  /// Fields that the mapping derives are nobody's column: they stand beyond the row.
  private func reserved(_ given: [Int: String], _ cells: [String]) -> [Int: String] {
    var given = given
    for (index, derived) in mapping.derived.enumerated() {
      given[cells.count + index] = derived.field
    }
    return given
  }

  private func missing(from found: Set<String>) -> [String] {
    mapping.kind.fields.filter { field in
      field.isRequired && !found.contains(field.name) && mapping.constants[field.name] == nil
        && !mapping.derived.contains { $0.field == field.name }
    }.map(\.name)
  }
}

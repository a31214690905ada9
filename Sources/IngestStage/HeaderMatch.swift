import Definitions
import LeadModel

/// What a mapping makes of a header row.
struct HeaderMatch: Equatable {
  /// Catalogue field of each column, empty when it carries none.
  let fields: [String]
  /// Columns that carry a field.
  let mappedCount: Int
  /// Columns that the mapping names itself, rather than the catalogue.
  let namedCount: Int
  /// Header cells that are not empty.
  let columnCount: Int
  /// Required fields that neither a column nor a constant gives.
  let missing: [String]

  /// Share of the columns that carry a field.
  var share: Double { columnCount == 0 ? 0 : Double(mappedCount) / Double(columnCount) }

  /// Whether this row can be the header at all.
  ///
  /// Where the mapping is given, one known column is enough. Where it is only guessed, several
  /// must be known: a data row hardly ever has two cells that read like column names.
  func isPlausible(isGiven: Bool) -> Bool {
    guard missing.isEmpty, mappedCount > 0 else { return false }
    return isGiven || (mappedCount >= 2 || mappedCount == columnCount) && share >= 0.25
  }
}

/// Finds the fields of header cells for one mapping.
struct HeaderMatcher {
  let mapping: SourceMapping
  private let overrides: [String: String]
  private let synonyms: [String: String]

  init(_ mapping: SourceMapping) {
    self.mapping = mapping
    overrides = Dictionary(
      mapping.columns.map { (HeaderText.normalised($0.header), $0.field) },
      uniquingKeysWith: { first, _ in first })
    var synonyms: [String: String] = [:]
    for field in mapping.kind.fields {
      for name in [HeaderText.normalised(field.name)] + field.synonyms where synonyms[name] == nil {
        synonyms[name] = field.name
      }
    }
    self.synonyms = synonyms
  }

  /// What the mapping makes of a row, were it the header; the first column of a field wins, and a
  /// column that the mapping names wins over one that the catalogue knows.
  func match(_ cells: [String]) -> HeaderMatch {
    let names = cells.map(HeaderText.normalised)
    var fields = [String](repeating: "", count: cells.count)
    var taken: Set<String> = []
    var namedCount = 0
    for (column, name) in names.enumerated() {
      guard let field = overrides[name] else { continue }
      namedCount += 1
      if !field.isEmpty, taken.insert(field).inserted { fields[column] = field }
    }
    for (column, name) in names.enumerated() where overrides[name] == nil {
      guard let field = synonyms[name], taken.insert(field).inserted else { continue }
      fields[column] = field
    }
    let missing = mapping.kind.fields.filter {
      $0.isRequired && !taken.contains($0.name) && mapping.constants[$0.name] == nil
    }
    return HeaderMatch(
      fields: fields, mappedCount: fields.count { !$0.isEmpty }, namedCount: namedCount,
      columnCount: cells.count { !$0.allSatisfy(\.isWhitespace) }, missing: missing.map(\.name))
  }
}

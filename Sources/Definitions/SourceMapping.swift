internal import Bytes
package import LeadModel

/// How the files of one supplier are read: one file of `pipelines/mappings/`.
///
/// Ingest uses it to find the columns; validate uses it to read dates, numbers and phone numbers
/// as the supplier writes them. A source file remembers the supplier and its kind, and no two
/// mappings of a folder share both, so the pair leads back to the mapping.
package struct SourceMapping: Sendable, Equatable {
  /// The file's name without `.yaml`.
  package let name: String
  package let kind: RecordKind
  /// Who sends these files; the mapping's name unless the definition says otherwise.
  package let supplier: String
  /// Patterns of file names (`*`, `?`), compared without regard to case.
  package let files: [String]
  /// Whether it may take a file that several mappings fit equally well and no pattern claims.
  package let isGeneric: Bool
  /// Header as the supplier writes it (compared by letters and digits only) -> catalogue field;
  /// an empty field means that the column is left alone.
  package let columns: [Column]
  /// Values of fields that no column carries or whose cell is empty, by catalogue field.
  package let constants: [String: String]
  /// How the supplier's CSV files are written.
  package let csv: CSVMapping
  /// Fields that come from several columns or from a part of one, by catalogue field.
  package let derived: [Derived]
  /// What the supplier's words for a field's values mean: by field, then by the word in lower case.
  package let values: [String: [String: String]]
  /// Each text that the mapping itself gives to a field, as a constant or for a supplier's word.
  package let givenTexts: [GivenText]
  /// What a file that is laid out unlike the supplier's last ones leads to; generic mappings read
  /// files of many makers, so that nothing is expected of them.
  package let drift: DriftPolicy
  /// What of the supplier's workbooks is read.
  package let xlsx: WorkbookMapping
  /// ISO 3166-1 alpha-2, for phone numbers without a country code; nil: none may be assumed.
  package let defaultCountry: String?
  package let dateOrder: DateOrder
  /// Whether the mapping says in which order dates are written.
  package let statesDateOrder: Bool
  package let decimal: DecimalMark
  /// IANA time zone that times without an offset are local to.
  package let timeZone: String

  /// What rows may do to records that are there already.
  package let loading: LoadRules

  package struct Column: Sendable, Equatable {
    package let header: String
    package let field: String
  }

  package struct GivenText: Sendable, Equatable {
    package let field: String
    package let text: String
    /// Where it stands: an error that says nothing yet.
    package let place: DefinitionError
  }

  package struct Derived: Sendable, Equatable {
    package let field: String
    package let source: FieldSource
  }

  /// Reads a mapping.
  ///
  /// - Parameters:
  ///   - node: the whole document.
  ///   - name: the file's name without `.yaml`.
  /// - Throws: `DefinitionError` with the position of an unknown key, kind or field.
  package init(_ node: DefinitionNode, name: String) throws(DefinitionError) {
    try node.allow(
      keys: [
        "kind", "supplier", "files", "generic", "columns", "constants", "fields", "values", "drift",
        "csv", "delimiter", "encoding", "sheet", "xlsx",
        "default_country", "date_order", "decimal", "time_zone", "summary",
      ] + LoadRules.keys)
    self.name = name
    let kind = try node.required("kind").choice(RecordKind.self)
    self.kind = kind
    supplier = try node["supplier"]?.string() ?? name
    files = try node["files"]?.strings() ?? []
    isGeneric = try node.bool("generic", default: false)
    columns = try Self.columns(node["columns"], of: kind)
    constants = try Self.constants(node["constants"], of: kind)
    csv = try CSVMapping(node["csv"], in: node)
    derived = try Self.derived(node["fields"], of: kind, columns: columns)
    values = try Self.values(node["values"], of: kind)
    givenTexts = try Self.givenTexts(node)
    drift = try node["drift"]?.choice(DriftPolicy.self) ?? (isGeneric ? .ignore : .stop)
    xlsx = try Self.workbook(node)
    defaultCountry = try Self.country(node["default_country"])
    statesDateOrder = node["date_order"] != nil
    dateOrder = try node["date_order"]?.choice(DateOrder.self) ?? .ymd
    decimal = try node["decimal"]?.choice(DecimalMark.self) ?? .point
    timeZone = try Self.timeZone(node["time_zone"])
    loading = try LoadRules(node, kind: kind)
  }

  /// The block `xlsx`; the sheet may also stand outside of it.
  private static func workbook(_ node: DefinitionNode) throws(DefinitionError) -> WorkbookMapping {
    var workbook = try WorkbookMapping(node["xlsx"])
    guard let outer = node["sheet"] else { return workbook }
    guard workbook.sheet == nil else {
      throw outer.failure("'sheet' is given twice, here and in 'xlsx'; keep the one in 'xlsx'")
    }
    workbook.sheet = try outer.string()
    return workbook
  }

  private static func columns(_ node: DefinitionNode?, of kind: RecordKind)
    throws(DefinitionError) -> [Column]
  {
    guard let node else { return [] }
    var columns: [Column] = []
    for entry in try node.entries() {
      let field = try entry.value.string()
      if !field.isEmpty { try check(field, of: kind, at: entry.value) }
      columns.append(Column(header: entry.key, field: field))
    }
    return columns
  }

  private static func constants(_ node: DefinitionNode?, of kind: RecordKind)
    throws(DefinitionError) -> [String: String]
  {
    guard let node else { return [:] }
    var constants: [String: String] = [:]
    for entry in try node.entries() {
      try check(entry.key, of: kind, at: entry.keyNode)
      constants[entry.key] = try entry.value.string()
    }
    return constants
  }

  private static func derived(_ node: DefinitionNode?, of kind: RecordKind, columns: [Column])
    throws(DefinitionError) -> [Derived]
  {
    guard let node else { return [] }
    var derived: [Derived] = []
    for entry in try node.entries() {
      try check(entry.key, of: kind, at: entry.keyNode)
      try checkIsFree(entry.key, of: kind, at: entry.keyNode)
      if let column = columns.first(where: { $0.field == entry.key }) {
        throw entry.keyNode.failure(
          "found '\(entry.key)' under 'fields', but column '\(column.header)' gives it already; "
            + "keep one of them")
      }
      derived.append(Derived(field: entry.key, source: try FieldSource(entry.value)))
    }
    return derived
  }

  private static func values(_ node: DefinitionNode?, of kind: RecordKind)
    throws(DefinitionError) -> [String: [String: String]]
  {
    guard let node else { return [:] }
    var maps: [String: [String: String]] = [:]
    for entry in try node.entries() {
      try check(entry.key, of: kind, at: entry.keyNode)
      try checkIsFree(entry.key, of: kind, at: entry.keyNode)
      var map: [String: String] = [:]
      for value in try entry.value.entries() {
        map[value.key.lowercased()] = try value.value.string()
      }
      maps[entry.key] = map
    }
    return maps
  }

  private static func givenTexts(_ node: DefinitionNode) throws(DefinitionError) -> [GivenText] {
    func text(_ field: String, _ node: DefinitionNode) throws(DefinitionError) -> GivenText {
      GivenText(field: field, text: try node.string(), place: node.failure(""))
    }
    var texts: [GivenText] = []
    for entry in try node["constants"]?.entries() ?? [] {
      texts.append(try text(entry.key, entry.value))
    }
    for field in try node["values"]?.entries() ?? [] {
      for word in try field.value.entries() { texts.append(try text(field.key, word.value)) }
    }
    return texts
  }

  /// Rows are told apart by their ids, and registries counted, before anything is derived.
  private static func checkIsFree(_ field: String, of kind: RecordKind, at node: DefinitionNode)
    throws(DefinitionError)
  {
    guard field == "external_id" || field == "registry" && kind == .suppression else { return }
    throw node.failure(
      "found '\(field)', which has to be a column or a constant as it is; map a column to it")
  }

  private static func check(_ field: String, of kind: RecordKind, at node: DefinitionNode)
    throws(DefinitionError)
  {
    guard kind.field(named: field) == nil else { return }
    let known = kind.fields.map(\.name).joined(separator: ", ")
    throw node.failure("'\(field)' is not a field of kind '\(kind.rawValue)'; it has: \(known)")
  }

  private static func country(_ node: DefinitionNode?) throws(DefinitionError) -> String? {
    guard let node else { return nil }
    let code = try node.string()
    guard code.utf8.count == 2, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
      throw node.failure("'\(code)' is not a country code; give two capital letters such as DE")
    }
    guard CountryCode(code).map(CountryTable.isAssigned) == true else {
      throw node.failure(
        "'\(code)' is no country's code in ISO 3166-1; give one that is, such as DE")
    }
    return code
  }

  private static func timeZone(_ node: DefinitionNode?) throws(DefinitionError) -> String {
    guard let node else { return "UTC" }
    let name = try node.string()
    do throws(ZoneFileError) {
      _ = try ZoneFile.load(name)
    } catch {
      throw node.failure(error.description)
    }
    return name
  }
}

import Bytes
import Definitions
import LeadModel
import Validation

/// What a sheet's rows mean: where each field stands, and how its supplier writes values.
///
/// A class, for what would be copied with every look.
final class SheetLayout: Sendable {
  let sheetID: Int64
  let supplier: String
  /// Column of each catalogue field, -1 where the sheet has none, -2 and below for the derived ones
  /// in their order.
  let columnOfField: [Int]
  /// The fields that the sheet or its mapping has a value for, by the column of the plan that takes
  /// it as it stands.
  let readings: [(column: Int, field: Int)]
  /// Fields that the mapping makes out of the columns; usually none.
  let derived: [DerivedField]
  /// Value of each field that no column carries or whose cell is empty.
  let constants: [String]
  /// Whether all values are the sheet's own: the mapping derives none and has none of its own.
  let isVerbatim: Bool
  /// Columns of refusals: their fields, -2 and below for derived ones, as in `columnOfField`.
  let refusals: [(field: Int, column: Int)]
  /// Whether there are any, as columns or as constants of the mapping.
  let hasRefusals: Bool
  /// Whether the sheet says anything about each column of the plan.
  let ownsColumn: [Bool]
  /// Nil: the mapping does not state it.
  let dateOrder: DateOrder?
  let decimal: DecimalMark
  let defaultCountry: CountryCode?
  let zone: ZoneRules
  /// Whether texts may carry the apostrophe that keeps a spreadsheet from computing them.
  let unescapes: Bool
  /// Columns of an exported sheet that are about the record itself; -1 where there is none.
  let supplierColumn: Int
  let stateColumn: Int
  /// Whether the sheet was exported: its rows name records and change what was edited.
  let isExport: Bool
  let fileID: Int64
  /// What its rows may do to known records.
  let rules: LoadRules
  /// Whether no mapping claims the file: it may be of any sender.
  let isProposed: Bool
  /// The supplier's rules of validation.
  let sourceRules: SourceRules
  /// Columns of the plan that make its key, empty for the supplier's own id.
  let keyColumns: [Int]

  /// `sheetFields` has the catalogue field of each column, empty when unmapped.
  init(
    sheetID: Int64, supplier: String, plan: TablePlan, sheetFields: [String],
    derived: [DerivedField] = [],
    constants values: [String: String] = [:], dateOrder: DateOrder? = nil,
    decimal: DecimalMark = .point, defaultCountry: CountryCode? = nil, zone: ZoneRules = .utc,
    unescapes: Bool = false,
    fileID: Int64 = 0, rules: LoadRules = LoadRules(), isProposed: Bool = false,
    sourceRules: SourceRules = .shipped
  ) {
    self.sourceRules = sourceRules
    self.isProposed = isProposed
    self.sheetID = sheetID
    self.supplier = supplier
    let names = plan.fields.map(\.name)
    var columns = names.map { name in sheetFields.firstIndex(of: name) ?? -1 }
    for (index, field) in derived.enumerated() { columns[field.field] = -2 - index }
    columnOfField = columns
    refusals = plan.fields.indices.filter { plan.fields[$0].isShared }.flatMap { field in
      var all = sheetFields.indices.filter { sheetFields[$0] == names[field] }
      // The first one's words may be translated.
      if columns[field] < -1 { all = [columns[field]] + all.dropFirst() }
      return all.map { (field, $0) }
    }
    self.derived = derived
    constants = names.map { values[$0] ?? "" }
    isVerbatim = derived.isEmpty && constants.allSatisfy(\.isEmpty)
    hasRefusals = plan.fields.indices.contains {
      plan.fields[$0].isShared && (columns[$0] != -1 || values[names[$0]]?.isEmpty == false)
    }
    let hasField = zip(columnOfField, constants).map { $0 != -1 || !$1.isEmpty }
    readings = plan.readFields.enumerated().filter { $1 >= 0 && hasField[$1] }
      .map { (column: $0, field: $1) }
    ownsColumn = plan.columns.map { column in column.owners.contains { hasField[$0] } }
    self.dateOrder = dateOrder
    self.decimal = decimal
    self.defaultCountry = defaultCountry
    self.zone = zone
    self.unescapes = unescapes
    supplierColumn = sheetFields.firstIndex(of: ReservedField.supplier) ?? -1
    stateColumn = sheetFields.firstIndex(of: ReservedField.state) ?? -1
    isExport = sheetFields.contains(ReservedField.identity)
    self.fileID = fileID
    self.rules = rules
    keyColumns = rules.key.compactMap { name in
      plan.columns.firstIndex { $0.field.map { plan.fields[$0].name } == name }
    }
  }
}

/// Source rows of one kind on their way to a worker.
struct RawBatch: Sendable {
  struct Row: Sendable {
    let id: Int64
    let recordID: Int64
    /// Position in `layouts`.
    let sheet: Int
    let json: Range<Int>
  }

  let plan: TablePlan
  let layouts: [SheetLayout]
  var rows: [Row] = []
  /// The cells of all rows as JSON arrays.
  var bytes: [UInt8] = []
}

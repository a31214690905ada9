/// What of a supplier's workbooks is read, as far as the mapping says.
package struct WorkbookMapping: Sendable, Equatable {
  /// A sheet's name, or its number from 1 where none has that name; nil: every sheet that fits.
  package var sheet: String?
  /// Name of a table of a sheet, whose area is read.
  package var table: String?
  /// An area as `A5:F200`, perhaps behind `Sheet!`, or a defined name.
  package var range: String?
  /// Row of the header, from 1; nil: searched for.
  package var headerRow: Int?
  /// Rows of the header: 0 for a sheet whose first row is data already. Nil: the sheet tells.
  package var headerRows: Int?
  package var hiddenRows = Hidden.warn
  package var hiddenColumns = Hidden.warn
  package var hiddenSheets = Hidden.skip
  package var mergedCells = Merged.first

  /// Whether one area is asked for, rather than whatever the sheets hold.
  package var choosesArea: Bool { sheet != nil || table != nil || range != nil }

  /// Whether nothing is said.
  package var isEmpty: Bool { self == WorkbookMapping() }

  private init() {}

  /// `include`: read like all the rest; `skip`: left out; `warn`: read, and said in a finding.
  package enum Hidden: String, CaseIterable, Sendable {
    case include, skip, warn
  }

  /// `first`: as stored, the value in the first cell; `fill`: the value in all cells.
  package enum Merged: String, CaseIterable, Sendable {
    case first, fill
  }

  /// Rows that a sheet has; Excel's limit.
  package static let rowNumbers = 1...1_048_576

  /// Reads the block `xlsx` of a mapping.
  ///
  /// - Throws: `DefinitionError` with the position of an unknown key or a value that makes no sense.
  init(_ node: DefinitionNode?) throws(DefinitionError) {
    guard let node else { return }
    try node.allow(keys: [
      "sheet", "table", "range", "header_row", "header_rows", "hidden_rows", "hidden_columns",
      "hidden_sheets", "merged_cells",
    ])
    sheet = try node["sheet"]?.string()
    table = try node["table"]?.string()
    range = try node["range"]?.string()
    headerRow = try node["header_row"]?.int(in: Self.rowNumbers)
    headerRows = try node["header_rows"]?.int(in: 0...1)
    if headerRow != nil, headerRows == 0, let place = node["header_rows"] {
      throw place.failure("'header_rows: 0' says that there is no header; leave out 'header_row'")
    }
    hiddenRows = try node.choice("hidden_rows", default: hiddenRows)
    hiddenColumns = try node.choice("hidden_columns", default: hiddenColumns)
    hiddenSheets = try node.choice("hidden_sheets", default: hiddenSheets)
    mergedCells = try node.choice("merged_cells", default: mergedCells)
    if table != nil, range != nil, let place = node["range"] {
      throw place.failure("'range' and 'table' both say which area to read; keep one of them")
    }
  }
}

import Bytes
import Store

/// The rejected rows of one sheet, with what is wrong with them.
struct RejectedSheet {
  struct Reason: Equatable {
    let rejects: Bool
    let code: String
    let field: String
    let message: String
    let suggestion: String?
  }

  struct Row {
    /// The row that was rejected first; what the token names.
    let id: Int64
    let number: Int
    /// Whether somebody added it to a rejects workbook by hand.
    let isAdded: Bool
    /// As it was sent last.
    let cells: [String]
    var reasons: [Reason]
  }

  let id: Int64
  let name: String
  let header: [String]
  let fields: [String]
  private(set) var rows: [Row] = []

  static func all(ofFile file: Int64, in database: Database) throws -> [RejectedSheet] {
    var sheets: [RejectedSheet] = []
    try database.query("ingest-rejects-sheets").rows(.int(file)) {
      sheets.append(
        RejectedSheet(
          id: $0.int(0), name: $0.text(1), header: try CellJSON.decode($0.text(2)),
          fields: try CellJSON.decode($0.text(3))))
    }
    for index in sheets.indices { try sheets[index].readRows(in: database) }
    return sheets.filter { !$0.rows.isEmpty }
  }

  private init(id: Int64, name: String, header: [String], fields: [String]) {
    self.id = id
    self.name = name
    self.header = header
    self.fields = fields
  }

  private mutating func readRows(in database: Database) throws {
    let isRejected = try database.query("ingest-row-is-rejected")
    var latest: Int64?
    var latestStays = false
    var rows: [Row] = []
    try database.query("ingest-rejects-rows").rows(.int(id)) {
      if latest != $0.int(0) {
        latest = $0.int(0)
        latestStays = try isRejected.first(.int($0.int(2))) { _ in true } ?? false
        if latestStays {
          rows.append(
            Row(
              id: $0.int(0), number: Int($0.int(1)), isAdded: $0.int(3) == 0,
              cells: try CellJSON.decode($0.text(4)), reasons: []))
        }
      }
      guard latestStays else { return }
      rows[rows.count - 1].reasons.append(
        Reason(
          rejects: $0.text(5) == "reject", code: $0.text(6), field: $0.text(7),
          message: $0.text(8), suggestion: $0.optionalText(9)))
    }
    self.rows = rows
  }

  /// Columns of the widest row, as far as a sheet has room for them beside the token's column.
  var width: Int { min(rows.reduce(header.count) { max($0, $1.cells.count) }, Self.maximumWidth) }
  /// A sheet has 16,384 columns.
  private static let maximumWidth = 16_383

  /// The column that a reason concerns; the first one when it concerns the whole row.
  func column(of reason: Reason) -> Int {
    reason.field.isEmpty ? 0 : fields.firstIndex(of: reason.field) ?? 0
  }

  /// The supplier's name of the column that a reason concerns, empty for the whole row.
  func columnName(of reason: Reason) -> String {
    guard !reason.field.isEmpty else { return "" }
    guard let column = fields.firstIndex(of: reason.field), column < header.count,
      !header[column].isEmpty
    else { return reason.field }
    return header[column]
  }
}

import Bytes
import Store

/// The rejected rows of one sheet, with their reasons.
struct RejectedSheet {
  struct Reason: Equatable {
    let code: String
    let field: String
    let message: String
    let suggestion: String?
  }

  struct Row {
    let number: Int
    let cells: [String]
    var reasons: [Reason]
  }

  let name: String
  let header: [String]
  let fields: [String]
  private(set) var rows: [Row] = []

  static func all(ofFile file: Int64, in database: Database) throws -> [RejectedSheet] {
    var heads: [(id: Int64, sheet: RejectedSheet)] = []
    try database.query("ingest-rejects-sheets").rows(.int(file)) {
      heads.append(
        (
          $0.int(0),
          RejectedSheet(
            name: $0.text(1), header: try CellJSON.decode($0.text(2)),
            fields: try CellJSON.decode($0.text(3)))
        ))
    }
    for index in heads.indices {
      try heads[index].sheet.readRows(of: heads[index].id, in: database)
    }
    return heads.map(\.sheet).filter { !$0.rows.isEmpty }
  }

  private init(name: String, header: [String], fields: [String]) {
    self.name = name
    self.header = header
    self.fields = fields
  }

  private mutating func readRows(of sheet: Int64, in database: Database) throws {
    var latest: Int64?
    var rows: [Row] = []
    try database.query("ingest-rejects-rows").rows(.int(sheet)) {
      let reason = Reason(
        code: $0.text(3), field: $0.text(4), message: $0.text(5), suggestion: $0.optionalText(6))
      if latest == $0.int(0) {
        rows[rows.count - 1].reasons.append(reason)
      } else {
        latest = $0.int(0)
        rows.append(
          Row(
            number: Int($0.int(1)), cells: try CellJSON.decode($0.text(2)), reasons: [reason]))
      }
    }
    self.rows = rows
  }

  /// The column that a reason concerns; the first one when it concerns the whole row.
  func column(of reason: Reason) -> Int {
    reason.field.isEmpty ? 0 : fields.firstIndex(of: reason.field) ?? 0
  }
}

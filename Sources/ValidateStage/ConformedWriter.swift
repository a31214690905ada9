import LeadModel
import Rejects
import StageKit
import Store

/// Writes conformed rows of one kind, and what became of each.
struct ConformedWriter {
  let context: StageContext
  let plan: TablePlan
  let layouts: [SheetLayout]
  /// Rows up to here were looked at in an earlier run, under whatever configuration.
  let previousMark: Int64
  let suppressions: SuppressionIndex
  private let insert: Statement
  private let select: Statement
  private let update: Statement
  /// The highest id in the table: a record above it is certainly new.
  private var lastID: Int64

  init(
    context: StageContext, plan: TablePlan, layouts: [SheetLayout], previousMark: Int64,
    suppressions: SuppressionIndex
  ) throws {
    self.context = context
    self.plan = plan
    self.layouts = layouts
    self.previousMark = previousMark
    self.suppressions = suppressions
    let (table, columns) = (plan.table, plan.columnNames)
    insert = try context.database.statement(.insert, on: table, columns: columns)
    select = try context.database.statement(.select, on: table, columns: columns)
    update = try context.database.statement(.update, on: table, columns: columns)
    lastID = try context.database.statement(.last, on: table).first { $0.int(0) } ?? 0
  }

  /// Writes a batch; call it inside a transaction.
  mutating func write(_ batch: ConformedBatch) throws {
    var nextFinding = 0
    var sheetsWithRejects: Set<Int> = []
    for index in batch.rows.indices {
      let row = batch.rows[index]
      let disposition = try write(batch, index: index)
      context.record(disposition, row: row.id)
      if disposition == .rejected { sheetsWithRejects.insert(row.sheet) }
      let isKnown = disposition == .unchanged && row.id <= previousMark
      while nextFinding < batch.findings.count, batch.findings[nextFinding].row == index {
        if !isKnown, disposition != .suppressed {
          try context.record(batch.findings[nextFinding].finding, sourceRow: row.id)
        }
        nextFinding += 1
      }
    }
    for sheet in sheetsWithRejects.sorted() {
      try RejectsWriter.mark(sheet: layouts[sheet].sheetID, in: context.database)
    }
  }

  private mutating func write(_ batch: ConformedBatch, index: Int) throws -> Disposition {
    let row = batch.rows[index]
    switch row.fate {
    case .reject: return .rejected
    case .suppress: return try erase(row.id)
    case .conform: return try take(batch, index: index)
    case .conformAndForget:
      let disposition = try take(batch, index: index)
      _ = try erase(row.id)
      return disposition
    }
  }

  private mutating func take(_ batch: ConformedBatch, index: Int) throws -> Disposition {
    let row = batch.rows[index]
    if row.recordID > lastID {
      lastID = row.recordID
      try run(insert, batch, index: index)
    } else {
      var known: StoredRecord?
      select.reset()
      select.bind(1, row.recordID)
      if try select.step() { known = StoredRecord(select, columns: plan.columns.count) }
      select.reset()
      if let known { return try change(known, batch, index: index) }
      try run(insert, batch, index: index)
    }
    if row.recordID != row.id { try revisit(row.recordID) }
    return .inserted
  }

  /// Whether nothing personal is left of a lead; a row with another address does not revive it.
  private func isErased(_ id: Int64) throws -> Bool {
    guard plan.kind == .lead else { return false }
    return try context.database.query("validate-is-erased").first(.int(id)) { _ in true } ?? false
  }

  /// Empties the row of an erased person.
  private func erase(_ id: Int64) throws -> Disposition {
    try context.database.query("validate-row-erase").run(.int(id))
    return .suppressed
  }

  /// Brings a stored record to the row's values.
  private func change(
    _ known: StoredRecord, _ batch: ConformedBatch, index: Int
  ) throws -> Disposition {
    let row = batch.rows[index]
    // A later row has spoken for the record already.
    if known.sourceRow > row.id { return .unchanged }
    if try isErased(row.recordID) { return try erase(row.id) }
    let owned = ownedColumns(batch, index: index, known)
    var merged = known.values
    for column in plan.columns.indices where owned[column] {
      let value = batch.value(row: index, column: column)
      if !known.equals(column, value, in: batch) { merged[column] = batch.sqlValue(value) }
    }
    if plan.kind == .lead {
      LeadMerge.settle(&merged, known: known.values, owned: owned, suppressions: suppressions)
    }
    let changes = plan.columns.indices.filter { merged[$0] != known.values[$0] }
    if changes.isEmpty { return .unchanged }
    let supplier = try supplier(of: row, batch)
    update.bindAll([.int(row.recordID), .int(row.id), .text(supplier)] + merged)
    while try update.step() {}
    for column in changes {
      try context.recordChange(
        subject: plan.table, id: row.recordID, field: plan.columns[column].name,
        old: known.values[column].text, new: merged[column].text,
        reason: row.id == row.recordID ? "validated again" : "supplier update")
    }
    try revisit(row.recordID)
    return .updated
  }

  /// The columns that a row speaks for. One that was exported speaks for a derived column only where
  /// something that it is derived from was edited.
  private func ownedColumns(
    _ batch: ConformedBatch, index: Int, _ known: StoredRecord
  ) -> [Bool] {
    let layout = layouts[batch.rows[index].sheet]
    var owned = layout.ownsColumn
    guard layout.isExport else { return owned }
    for (position, column) in plan.columns.enumerated() where column.field == nil {
      // The state says by itself whether a lead is kept away from messages.
      if layout.stateColumn >= 0, position == LeadRules.quarantined { continue }
      owned[position] = plan.columns.indices.contains { other in
        guard let field = plan.columns[other].field, column.owners.contains(field), owned[other]
        else { return false }
        return !known.equals(other, batch.value(row: index, column: other), in: batch)
      }
    }
    return owned
  }

  /// Who a changed record is from: an exported row says so, or leaves it as it is.
  private func supplier(of row: ConformedBatch.Row, _ batch: ConformedBatch) throws -> String {
    if let own = batch.string(row.supplier) { return own }
    guard layouts[row.sheet].isExport else { return layouts[row.sheet].supplier }
    let known = try context.database.statement(.select, on: plan.table, columns: ["supplier"])
      .first(.int(row.recordID)) { $0.text(1) }
    return known ?? layouts[row.sheet].supplier
  }

  private func run(_ statement: Statement, _ batch: ConformedBatch, index: Int) throws {
    let row = batch.rows[index]
    statement.bind(1, row.recordID)
    statement.bind(2, row.id)
    let ownSupplier = batch.string(row.supplier)
    statement.bind(3, ownSupplier ?? layouts[row.sheet].supplier)
    try batch.bytes.withUnsafeBufferPointer { bytes in
      for column in plan.columns.indices {
        switch batch.value(row: index, column: column) {
        case .null: statement.bindNull(column + 4)
        case .int(let number): statement.bind(column + 4, number)
        case .text(let start, let count):
          statement.bindTextWithoutCopy(
            column + 4,
            UnsafeBufferPointer(rebasing: bytes[Int(start)..<Int(start) + Int(count)]))
        }
      }
      while try statement.step() {}
    }
  }

  /// Tells the stages that read the table about a record that may lie below their marks.
  private func revisit(_ id: Int64) throws {
    for stage in plan.readers {
      try context.revisit(stage: stage, subject: plan.table, id: id)
    }
  }
}

/// A record as the store holds it.
private struct StoredRecord {
  let sourceRow: Int64
  let values: [SQLValue]

  init(_ row: Statement, columns: Int) {
    sourceRow = row.int(0)
    values = (1...columns).map { row.value($0) }
  }

  func equals(_ column: Int, _ value: ConformedValue, in batch: ConformedBatch) -> Bool {
    switch (values[column], value) {
    case (.null, .null): true
    case (.int(let old), .int(let new)): old == new
    case (.text(let old), .text): batch.withBytes(of: value) { $0.elementsEqual(old.utf8) }
    default: false
    }
  }
}

extension ConformedBatch {
  func sqlValue(_ value: ConformedValue) -> SQLValue {
    switch value {
    case .null: .null
    case .int(let number): .int(number)
    case .text: .text(string(value) ?? "")
    }
  }
}

extension SQLValue {
  var text: String? {
    switch self {
    case .null: nil
    case .int(let number): String(number)
    case .real(let number): String(number)
    case .text(let text): text
    }
  }
}

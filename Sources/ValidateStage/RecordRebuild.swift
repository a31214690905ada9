import Definitions
import ImportHistory
import LeadModel
import Rejects
import StageKit
import Store
import Validation

/// Makes records anew from the rows that are left of them, after an import was taken back, a mail
/// domain says something else, or a row was rejected after all: what the same rows would have made had
/// they alone been imported.
struct RecordRebuild {
  /// Why records are made anew.
  enum Cause: String {
    case undo = "import undone"
    case mailDomain = "mail domain asked again"
    /// The rows have been counted by whoever looked at them again.
    case rejection = "row rejected when looked at again"
  }

  let context: StageContext
  let plan: TablePlan
  let layouts: [SheetLayout]
  let settings: ConformSettings
  let checks: DomainChecks?
  /// Rows beyond it have not been looked at, and come by themselves.
  let mark: Int64
  var cause = Cause.undo

  /// Records of one batch and one transaction.
  private static let batchSize = 2000
  /// Dispositions of records, apart from those of rows.
  private static let scope: Int64 = 1

  /// The stage's list of records with rows that it took once and rejects now.
  static func rejections(of plan: TablePlan) -> String { "\(plan.table)/rejected" }

  private var merge: RecordMerge {
    RecordMerge(
      plan: plan, suppressions: settings.suppressions, quality: settings.quality)
  }

  /// Rows of several records, one after the other.
  private struct Rows: Sendable {
    var batch: RawBatch
    var records: [(id: Int64, rows: Range<Int>)] = []
  }

  /// A record as its rows make it.
  private struct Folded {
    var values: [SQLValue]
    var row: Int64
    var supplier: String
    /// What counts for the last of the rows.
    var rules: RuleSettings
  }

  /// Takes up records; those of an undo and of rejections leave the stage's lists with it.
  func run(_ records: [Int64]) throws {
    let sheets = Dictionary(
      uniqueKeysWithValues: layouts.enumerated().map { ($1.sheetID, $0) })
    var waiting = records[...]
    let total = waiting.count
    let pool = ConformerPool(settings: settings, database: context.database.path)
    try ParallelBatches.run(
      workers: context.workers,
      produce: { () -> Rows? in
        guard !waiting.isEmpty else { return nil }
        defer { waiting = waiting.dropFirst(Self.batchSize) }
        return try rows(of: waiting.prefix(Self.batchSize), sheets)
      },
      transform: { ($0, pool.conform($0.batch)) },
      consume: { rows, conformed in
        var batch = conformed
        let unsettled = try checks?.apply(to: &batch) ?? [:]
        try KnownRejections(context: context).apply(to: &batch, upTo: mark)
        try context.transaction {
          try rebuild(rows, batch, pool)
          for record in rows.records {
            guard let due = record.rows.compactMap({ unsettled[$0] }).min() else { continue }
            try checks?.list(record.id, due: due)
          }
        }
        context.progress(done: context.counts.rowsIn, of: total, unit: "records")
      })
  }

  private func rows(of records: ArraySlice<Int64>, _ sheets: [Int64: Int]) throws -> Rows {
    var rows = Rows(batch: RawBatch(plan: plan, layouts: layouts))
    for record in records {
      let first = rows.batch.rows.count
      try context.database.query("validate-rows-of-record").rows(.int(record), .int(mark)) { row in
        guard let sheet = sheets[row.int(1)] else { return }
        let start = rows.batch.bytes.count
        row.withTextBytes(2) { rows.batch.bytes.append(contentsOf: $0) }
        // The first row stands on its own, whatever it was about.
        let isFirst = rows.batch.rows.count == first
        rows.batch.rows.append(
          RawBatch.Row(
            id: row.int(0), recordID: isFirst ? row.int(0) : record, sheet: sheet,
            json: start..<rows.batch.bytes.count))
      }
      rows.records.append((record, first..<rows.batch.rows.count))
    }
    return rows
  }

  private func rebuild(_ rows: Rows, _ batch: ConformedBatch, _ pool: ConformerPool) throws {
    var gone: [Int64] = []
    var changed: [Int64] = []
    for record in rows.records {
      if cause != .rejection { context.counts.rowsIn += 1 }
      switch cause {
      case .undo: try context.clearRevisit(plan.table, id: record.id)
      case .mailDomain: try replaceMailFindings(of: record.rows, batch)
      case .rejection: try context.clearRevisit(Self.rejections(of: plan), id: record.id)
      }
      let folded = try fold(record.rows, of: batch, rows.batch, pool)
      let stored = try context.database.statement(
        .select, on: plan.table, columns: plan.columnNames
      ).first(.int(record.id)) {
        StoredRecord($0, columns: plan.columns.count)
      }
      switch (folded, stored) {
      case (nil, nil): count(.unchanged, record.id)
      case (nil, _?):
        guard try mayGo(record.id, record.rows, batch) else {
          count(.unchanged, record.id)
          continue
        }
        gone.append(record.id)
        count(cause == .undo ? .updated : .rejected, record.id)
      case (let folded?, nil):
        try write(folded, record: record.id, by: .insert)
        // It may lie below the marks of those who read it.
        try tellReaders(of: record.id)
        count(.inserted, record.id)
      case (let folded?, let stored?):
        let hasChanged = try change(record.id, from: stored, to: folded)
        if !hasChanged {
          count(.unchanged, record.id)
          continue
        }
        count(.updated, record.id)
      }
      changed.append(record.id)
    }
    let removal = RecordRemoval(
      context: context, reason: cause.rawValue,
      refusalNote: cause == .undo ? cause.rawValue : "row rejected")
    if !gone.isEmpty { try removal.remove(gone, of: plan.kind) }
    if cause != .undo {
      var rejects = ResolvedRejects(context.database)
      try rejects.mark(changed)
    }
  }

  private func count(_ disposition: Disposition, _ record: Int64) {
    guard cause != .rejection else { return }
    context.record(disposition, row: record, scope: Self.scope)
  }

  /// Whether a record of which no row is taken any more goes.
  private func mayGo(_ record: Int64, _ rows: Range<Int>, _ batch: ConformedBatch) throws -> Bool {
    if cause == .undo { return true }
    guard rows.contains(where: { batch.rows[$0].fate == .reject }) else { return false }
    // Its rows do not tell all of it.
    let isForgotten =
      try context.database.query("validate-record-is-forgotten").first(.int(record)) { _ in true }
    guard isForgotten == nil else { return false }
    // An opt-out stays, whatever else its row says.
    return try RecordRemoval(context: context, reason: cause.rawValue)
      .rights(among: [record], of: plan.kind).isEmpty
  }

  private func tellReaders(of record: Int64) throws {
    for stage in plan.readers {
      try context.revisit(stage: stage, subject: plan.table, id: record)
    }
  }

  // MARK: One record

  /// What rows make, one over the other; nil when none of them makes a record.
  private func fold(
    _ range: Range<Int>, of batch: ConformedBatch, _ raw: RawBatch, _ pool: ConformerPool
  ) throws -> Folded? {
    var folded: Folded?
    for index in range {
      let row = batch.rows[index]
      let layout = layouts[row.sheet]
      if row.fate == .suppress {
        try context.database.query("validate-row-erase").run(.int(row.id))
      }
      guard row.fate == .conform || row.fate == .conformAndForget else {
        if folded == nil, row.fate == .reject {
          try recordRejection(batch, index: index)
          return try foldRest(range, after: index, raw, pool)
        }
        continue
      }
      if let known = folded {
        let merged = try merge.merged(
          known.values, with: batch, index: index, layout: layout,
          arrival: { try context.arrival(ofRow: known.row) })
        // A row that changes nothing does not speak for the record when it comes, nor here.
        if merged == known.values { continue }
        folded = Folded(
          values: merged, row: row.id,
          // An exported row says who a record is from, or leaves it as it is.
          supplier: batch.string(row.supplier)
            ?? (layout.isExport ? known.supplier : layout.supplier),
          rules: batch.rules(row: index))
      } else if RefusingRow(plan: plan).mode(batch, index: index, layout) == .update {
        let finding = RowRefusal(plan: plan, layout: layout)
          .finding(batch, index: index, isKnown: false)
        try reject(row, finding)
        try context.database.query("validate-row-refuse").run(.int(row.id))
        return try foldRest(range, after: index, raw, pool)
      } else {
        folded = Folded(
          values: plan.columns.indices.map { batch.sqlValue(batch.value(row: index, column: $0)) },
          row: row.id, supplier: batch.string(row.supplier) ?? layout.supplier,
          rules: batch.rules(row: index))
      }
    }
    return folded
  }

  /// The rows after one that makes nothing: the next of them stands on its own now.
  private func foldRest(
    _ range: Range<Int>, after index: Int, _ raw: RawBatch, _ pool: ConformerPool
  ) throws -> Folded? {
    guard index + 1 < range.upperBound else { return nil }
    var rest = RawBatch(plan: plan, layouts: layouts)
    rest.bytes = raw.bytes
    rest.rows = Array(raw.rows[(index + 1)..<range.upperBound])
    let first = rest.rows[0]
    rest.rows[0] = RawBatch.Row(
      id: first.id, recordID: first.id, sheet: first.sheet, json: first.json)
    var batch = pool.conform(rest)
    // Their domains have been asked with all others.
    _ = try checks?.apply(to: &batch)
    try KnownRejections(context: context).apply(to: &batch, upTo: mark)
    return try fold(0..<rest.rows.count, of: batch, rest, pool)
  }

  /// A row that was good as a part of its record is not good on its own.
  private func recordRejection(_ batch: ConformedBatch, index: Int) throws {
    for finding in batch.findings where finding.row == index && finding.finding.severity == .reject
    {
      try reject(batch.rows[index], finding.finding)
    }
  }

  private func reject(_ row: ConformedBatch.Row, _ finding: Finding) throws {
    let isKnown =
      try context.database.query("validate-has-finding").first(
        .int(row.id), .text(finding.code)
      ) { _ in true } ?? false
    guard !isKnown else { return }
    try context.record(finding, sourceRow: row.id)
    try RejectsWriter.mark(sheet: layouts[row.sheet].sheetID, in: context.database)
  }

  /// What was said of the domains of rows gives way to what is known now; so does that an update had
  /// nobody to update, when the row before it was rejected.
  private func replaceMailFindings(of rows: Range<Int>, _ batch: ConformedBatch) throws {
    let codes = ValidationRule.mailDomainRules.map(\.code) + [ValidationRule.unreachable.code]
    let list = "[" + codes.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    for row in rows {
      // Whether it was rejected or is now, its workbook may be another.
      let isRejected =
        try batch.rows[row].fate == .reject
        || context.database.query("validate-is-rejected").first(.int(batch.rows[row].id)) { _ in
          true
        } ?? false
      if isRejected {
        try RejectsWriter.mark(
          sheet: layouts[batch.rows[row].sheet].sheetID, in: context.database)
      }
      try context.database.query("validate-mail-findings-delete").run(
        .int(batch.rows[row].id), .text(list))
    }
    for (row, finding) in batch.findings where rows.contains(row) && codes.contains(finding.code) {
      try context.record(finding, sourceRow: batch.rows[row].id)
    }
  }

  private func change(
    _ record: Int64, from stored: StoredRecord, to folded: Folded
  ) throws -> Bool {
    var folded = folded
    if plan.kind == .lead {
      LeadMerge.keepWhatStands(
        &folded.values, stored: stored.values, suppressions: settings.suppressions,
        rules: folded.rules, quality: settings.quality)
    }
    let changes = plan.columns.indices.filter { folded.values[$0] != stored.values[$0] }
    guard !changes.isEmpty || folded.row != stored.sourceRow else { return false }
    try write(folded, record: record, by: .update)
    for column in changes where !plan.isDerivedQuality(column) {
      try context.recordChange(
        subject: plan.table, id: record, field: plan.columns[column].name,
        old: stored.values[column].text, new: folded.values[column].text, reason: cause.rawValue,
        sourceRow: folded.row)
    }
    try tellReaders(of: record)
    return !changes.isEmpty
  }

  private func write(_ folded: Folded, record: Int64, by kind: Database.TableStatement) throws {
    let statement = try context.database.statement(
      kind, on: plan.table, columns: plan.columnNames)
    statement.bindAll(
      [.int(record), .int(folded.row), .text(folded.supplier)] + folded.values)
    while try statement.step() {}
  }
}

import Definitions
import LeadModel
import Rejects
import StageKit
import Store
import Validation

/// Writes conformed rows of one kind, and what became of each.
struct ConformedWriter {
  let context: StageContext
  let plan: TablePlan
  let layouts: [SheetLayout]
  /// Rows up to here were looked at in an earlier run, under whatever configuration.
  let previousMark: Int64
  let suppressions: SuppressionIndex
  let quality: LeadQuality
  private let refresh: FindingRefresh
  private let insert: Statement
  private let select: Statement
  private let update: Statement
  private var tally: ImportTally
  private var resolved: ResolvedRejects
  private var further: FurtherWriter
  /// The highest id in the table: a record above it is certainly new.
  private var lastID: Int64
  /// What was found by laying the row over the record that is known.
  private var merging: [Finding] = []

  init(
    context: StageContext, plan: TablePlan, layouts: [SheetLayout], previousMark: Int64,
    suppressions: SuppressionIndex, quality: LeadQuality,
    looksUpDomains: Bool
  ) throws {
    self.context = context
    self.plan = plan
    self.layouts = layouts
    self.previousMark = previousMark
    self.suppressions = suppressions
    self.quality = quality
    refresh = FindingRefresh(context: context, plan: plan, looksUpDomains: looksUpDomains)
    let (table, columns) = (plan.table, plan.columnNames)
    insert = try context.database.statement(.insert, on: table, columns: columns)
    select = try context.database.statement(.select, on: table, columns: columns)
    update = try context.database.statement(.update, on: table, columns: columns)
    lastID = try context.database.statement(.last, on: table).first { $0.int(0) } ?? 0
    tally = ImportTally(layouts: layouts)
    resolved = ResolvedRejects(context.database)
    further = try FurtherWriter(context: context, kind: plan.kind, layouts: layouts)
  }

  /// Writes a batch; call it inside a transaction.
  mutating func write(_ batch: ConformedBatch) throws {
    var nextFinding = 0
    var findings: [(finding: Finding, sourceRow: Int64)] = []
    findings.reserveCapacity(batch.findings.count)
    var sheetsWithRejects: Set<Int> = []
    var changed: [Int64] = []
    var dispositions: [Disposition] = []
    dispositions.reserveCapacity(batch.rows.count)
    for index in batch.rows.indices {
      let row = batch.rows[index]
      merging.removeAll(keepingCapacity: true)
      let disposition = try write(batch, index: index)
      dispositions.append(disposition)
      context.record(disposition, row: row.id)
      if disposition == .rejected { sheetsWithRejects.insert(row.sheet) }
      if row.recordID != row.id, disposition == .updated || disposition == .inserted {
        changed.append(row.recordID)
      }
      if row.id > previousMark { tally.add(disposition, sheet: row.sheet) }
      // A row that was refused has the reason beside what is wrong with it.
      let isAgain =
        row.id <= previousMark && (disposition != .rejected || row.fate == .reject)
      let first = nextFinding
      while nextFinding < batch.findings.count, batch.findings[nextFinding].row == index {
        if !isAgain, disposition != .suppressed {
          findings.append((batch.findings[nextFinding].finding, row.id))
        }
        nextFinding += 1
      }
      if !isAgain { findings += merging.map { ($0, row.id) } }
      if isAgain, disposition != .suppressed {
        let wasRejected = try refresh.replace(
          batch.findings[first..<nextFinding].map(\.finding) + merging, of: row.id)
        if disposition == .rejected, !wasRejected {
          // What the row was part of is made anew without it.
          try context.revisit(
            stage: ValidateStage.declaration.name, subject: RecordRebuild.rejections(of: plan),
            id: row.recordID)
        } else if wasRejected, disposition != .rejected {
          sheetsWithRejects.insert(row.sheet)
        }
      }
    }
    try further.write(batch, dispositions)
    try context.record(findings)
    try tally.save(in: context.database)
    try resolved.mark(changed)
    for sheet in sheetsWithRejects.sorted() {
      try RejectsWriter.mark(sheet: layouts[sheet].sheetID, in: context.database)
    }
  }

  private mutating func write(_ batch: ConformedBatch, index: Int) throws -> Disposition {
    let row = batch.rows[index]
    switch row.fate {
    case .reject:
      try keepRefusal(batch, index: index)
      return .rejected
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
    // Nearly every import takes all rows, and a layout is much to copy for each.
    let stated = layouts[row.sheet].rules.mode
    let mode =
      stated == .upsert
      ? stated : RefusingRow(plan: plan).mode(batch, index: index, layouts[row.sheet])
    if row.recordID <= lastID {
      var known: StoredRecord?
      select.reset()
      select.bind(1, row.recordID)
      if try select.step() { known = StoredRecord(select, columns: plan.columns.count) }
      select.reset()
      if let known {
        // A row that brought the record itself is looked at again like any other.
        if mode == .create, row.recordID != row.id, known.sourceRow < row.id {
          return try refuse(batch, index: index, isKnown: true)
        }
        return try change(known, batch, index: index)
      }
    }
    if mode == .update { return try refuse(batch, index: index, isKnown: false) }
    // It came as an update, but nothing is left of the record, or nothing was ever taken of it.
    if row.recordID != row.id {
      if let shipped = LeadRules.unreachable(batch, index: index),
        let finding = batch.rules(row: index).graded(shipped)
      {
        try context.record(finding, sourceRow: row.id)
        if finding.severity == .reject { return .rejected }
      }
    }
    // It may lie below the marks of those who read it.
    if row.recordID != row.id || row.id <= previousMark { try revisit(row.recordID) }
    lastID = max(lastID, row.recordID)
    try run(insert, batch, index: index)
    return .inserted
  }

  /// Takes from a row that is not taken what a known lead refuses: whoever says no has said it,
  /// whatever else is wrong with the row.
  private func keepRefusal(_ batch: ConformedBatch, index: Int) throws {
    let row = batch.rows[index]
    guard plan.kind == .lead else { return }
    let stated = batch.value(row: index, column: LeadRules.consentStatus)
    guard batch.withBytes(of: stated, { ConsentMerge.isRefusal($0) }) else { return }
    select.reset()
    select.bind(1, row.recordID)
    let known = try select.step() ? StoredRecord(select, columns: plan.columns.count) : nil
    select.reset()
    guard let known else { return try keepRefusalOfNobodyKnown(batch, index: index) }
    guard row.recordID != row.id, known.sourceRow <= row.id, try !isErased(row.recordID) else {
      return
    }
    let merged = ConsentMerge.refused(
      known.values, with: { batch.sqlValue(batch.value(row: index, column: $0)) },
      asOf: context.asOf)
    let changes = plan.columns.indices.filter { merged[$0] != known.values[$0] }
    guard !changes.isEmpty else { return }
    let supplier = try supplier(of: row.recordID) ?? layouts[row.sheet].supplier
    update.bindAll([.int(row.recordID), .int(known.sourceRow), .text(supplier)] + merged)
    while try update.step() {}
    for column in changes {
      try context.recordChange(
        subject: plan.table, id: row.recordID, field: plan.columns[column].name,
        old: known.values[column].text, new: merged[column].text,
        reason: "refused in a row that is not taken", sourceRow: row.id)
    }
    try revisit(row.recordID)
  }

  /// A refusal of somebody who is no lead counts when he comes as one.
  private func keepRefusalOfNobodyKnown(_ batch: ConformedBatch, index: Int) throws {
    let row = batch.rows[index]
    func value(_ column: Int) -> SQLValue {
      batch.sqlValue(batch.value(row: index, column: column))
    }
    let (email, phone) = (value(LeadRules.email), value(LeadRules.phone))
    guard email != .null || phone != .null else { return }
    let stated = value(LeadRules.consentAt)
    try further.keep(
      KeptRefusal(
        email: email, phone: phone, at: stated == .null ? .int(context.asOf.seconds) : stated,
        source: value(LeadRules.consentSource).text ?? "lead"),
      id: FurtherRecordID.refusedID(row: row.id), row: row.id,
      supplier: batch.string(row.supplier) ?? layouts[row.sheet].supplier)
  }

  /// Rejects a row for what its import may not do; once and for all, for the records around it go on
  /// changing.
  private func refuse(
    _ batch: ConformedBatch, index: Int, isKnown: Bool
  ) throws -> Disposition {
    let row = batch.rows[index]
    try keepRefusal(batch, index: index)
    let finding = RowRefusal(plan: plan, layout: layouts[row.sheet])
      .finding(batch, index: index, isKnown: isKnown)
    try context.record(finding, sourceRow: row.id)
    try context.database.query("validate-row-refuse").run(.int(row.id))
    return .rejected
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
  private mutating func change(
    _ known: StoredRecord, _ batch: ConformedBatch, index: Int
  ) throws -> Disposition {
    let row = batch.rows[index]
    // A later row has spoken for the record already.
    if known.sourceRow > row.id { return .unchanged }
    if try isErased(row.recordID) { return try erase(row.id) }
    let merged = try RecordMerge(plan: plan, suppressions: suppressions, quality: quality).merged(
      known.values, with: batch, index: index, layout: layouts[row.sheet],
      isSameRow: known.sourceRow == row.id,
      arrival: { try context.arrival(ofRow: known.sourceRow) })
    if plan.kind == .lead { noteOverruled(merged, batch, index: index) }
    let changes = plan.columns.indices.filter { merged[$0] != known.values[$0] }
    if changes.isEmpty { return .unchanged }
    // The same row, looked at again, says itself what it says, and an edited export what is meant.
    if known.sourceRow != row.id, !layouts[row.sheet].isExport,
      KeptRefusal.isLost(from: known.values, to: merged, kind: plan.kind)
    {
      try keepReplaced(known, record: row.recordID)
    }
    let supplier = try supplier(of: row, batch)
    update.bindAll([.int(row.recordID), .int(row.id), .text(supplier)] + merged)
    while try update.step() {}
    for column in changes where !plan.isDerivedQuality(column) {
      try context.recordChange(
        subject: plan.table, id: row.recordID, field: plan.columns[column].name,
        old: known.values[column].text, new: merged[column].text,
        reason: row.id == row.recordID ? "validated again" : "supplier update", sourceRow: row.id)
    }
    try revisit(row.recordID)
    return .updated
  }

  /// Keeps a refusal whose record another row takes: of an event as a record of consent, of others as
  /// it was.
  private func keepReplaced(_ known: StoredRecord, record: Int64) throws {
    guard plan.kind == .engagement else { return try further.keep(known, of: record) }
    let email = known.values[plan.column("email")]
    guard email != .null else { return }
    try further.keep(
      KeptRefusal(
        email: email, phone: .null, at: known.values[plan.column("at")],
        source: known.values[plan.column("event")].text ?? "event"),
      id: FurtherRecordID.replacedID(row: known.sourceRow), row: known.sourceRow,
      supplier: try supplier(of: record) ?? "")
  }

  /// Says that a consent was not taken, for the person refused after it.
  private mutating func noteOverruled(
    _ merged: [SQLValue], _ batch: ConformedBatch, index: Int
  ) {
    let stated = batch.value(row: index, column: LeadRules.consentStatus)
    guard ConsentMerge.wasOverruled(stated, in: batch, by: merged) else { return }
    let refused = merged[LeadRules.consentAt]
    let since: String
    if case .int(let seconds) = refused {
      since = "of \(Timestamp(seconds: seconds).date)"
    } else {
      since = "without a date"
    }
    let finding = batch.rules(row: index).graded(
      ValidationRule.consentOverruled.finding(
        field: "consent_status",
        message: "the consent is not shown to be later than the refusal \(since), which stands; "
          + "state when it was given, if it was given since",
        value: "granted"))
    if let finding { merging.append(finding) }
  }

  /// Who a changed record is from: an exported row says so, or leaves it as it is.
  private func supplier(of row: ConformedBatch.Row, _ batch: ConformedBatch) throws -> String {
    if let own = batch.string(row.supplier) { return own }
    guard layouts[row.sheet].isExport else { return layouts[row.sheet].supplier }
    return try supplier(of: row.recordID) ?? layouts[row.sheet].supplier
  }

  private func supplier(of record: Int64) throws -> String? {
    try context.database.statement(.select, on: plan.table, columns: ["supplier"])
      .first(.int(record)) { $0.text(1) }
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
struct StoredRecord {
  let sourceRow: Int64
  let values: [SQLValue]

  init(_ row: Statement, columns: Int) {
    sourceRow = row.int(0)
    values = (1...columns).map { row.value($0) }
  }
}

extension StageContext {
  /// As-of date, in seconds, of the run that a row's file came in.
  func arrival(ofRow row: Int64) throws -> Int64? {
    try database.query("validate-row-arrival").first(.int(row)) { $0.int(0) }
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

package import LeadModel
internal import Store

extension StageContext {
  /// Counts what became of a row, and keeps it for the ledger (`unchanged` is counted only).
  ///
  /// Scopes tell rows of different tables apart: for ingest the sheet's id, with row numbers as
  /// rows; elsewhere ids of what the stage took up.
  package func record(_ disposition: Disposition, row: Int64, scope: Int64 = 0) {
    record(disposition, rows: row...row, scope: scope)
  }

  /// Counts what became of consecutive rows.
  package func record(_ disposition: Disposition, rows: ClosedRange<Int64>, scope: Int64 = 0) {
    counts[disposition] += Int(rows.upperBound - rows.lowerBound) + 1
    if disposition != .unchanged {
      dispositions.add(disposition, rows: rows, scope: scope)
    }
  }

  /// Keeps a finding about a source row, or about a whole sheet.
  package func record(_ finding: Finding, sourceRow: Int64?, sheet: Int64? = nil) throws {
    let insert = try database.query("ledger-finding-insert")
    insert.bind(1, stageRunID)
    insert.bind(2, sourceRow)
    insert.bind(3, sheet)
    insert.bind(4, finding.code)
    insert.bind(5, finding.severity.rawValue)
    insert.bind(6, finding.field)
    insert.bind(7, finding.message)
    insert.bind(8, finding.value)
    insert.bind(9, finding.suggestion)
    while try insert.step() {}
  }

  /// Keeps many findings about source rows.
  package func record(_ findings: [(finding: Finding, sourceRow: Int64)]) throws {
    let width = 8
    let many = try database.query("ledger-finding-insert-8")
    many.bind(1, stageRunID)
    var index = 0
    while index + width <= findings.count {
      for offset in 0..<width {
        let (finding, row) = findings[index + offset]
        let first = 7 * offset + 2
        many.bind(first, row)
        many.bind(first + 1, finding.code)
        many.bind(first + 2, finding.severity.rawValue)
        many.bind(first + 3, finding.field)
        many.bind(first + 4, finding.message)
        many.bind(first + 5, finding.value)
        many.bind(first + 6, finding.suggestion)
      }
      while try many.step() {}
      index += width
    }
    for (finding, row) in findings[index...] { try record(finding, sourceRow: row) }
  }

  /// Keeps the old and the new value of a field of a conformed record, and why it changed; the
  /// source row too where a row brought the change.
  package func recordChange(
    subject: String, id: Int64, field: String, old: String?, new: String?, reason: String,
    sourceRow: Int64? = nil
  ) throws {
    try database.query("ledger-change-insert").run(
      .int(stageRunID), .text(subject), .int(id), .text(field), SQLValue(old), SQLValue(new),
      .text(reason), SQLValue(sourceRow))
  }

  /// Writes counts and row outcomes; part of every transaction.
  func flush() throws {
    // A first load can have hundreds of thousands of ranges: bound without an array a row.
    let insert = try database.query("ledger-disposition-insert")
    for range in dispositions.ranges {
      insert.bind(1, stageRunID)
      insert.bind(2, range.scope)
      insert.bind(3, range.first)
      insert.bind(4, range.last)
      insert.bind(5, range.disposition.rawValue)
      while try insert.step() {}
    }
    dispositions.removeAll()
    try database.query("ledger-stage-counts").run(
      .int(stageRunID), .int(Int64(counts.rowsIn)), .int(Int64(counts.inserted)),
      .int(Int64(counts.updated)), .int(Int64(counts.unchanged)), .int(Int64(counts.duplicate)),
      .int(Int64(counts.rejected)), .int(Int64(counts.suppressed)))
  }
}

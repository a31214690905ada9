import Tabular
import Definitions
import Bytes
import LeadModel
import Rejects
import StageKit
import Store

/// A file that was loaded before: none of its rows is new.
struct AgainFile {
  let context: StageContext
  let file: OpenedFile
  let record: SourceFileRecord
  let mappingHash: String

  func take() throws {
    try noteRefused()
    try context.transaction {
      for sheet in file.sheets {
        guard
          let known = try SourceSheetRecord.find(sheet, file: record.id, in: context.database)
        else { continue }
        if let returned = ReturnedRows(
          sheet.returned, mapping: file.mapping, database: context.database)
        {
          try takeReturned(sheet, known, returned)
        } else if known.rowsRead > 0 {
          context.counts.rowsIn += known.rowsRead
          context.record(.unchanged, rows: 1...Int64(known.rowsRead), scope: known.id)
        }
        if record.mappingHash != mappingHash { try updateFields(of: sheet, known) }
      }
      if record.mappingHash != mappingHash {
        try MappingHistory.note(mappingHash, of: file, in: context)
        try context.database.query("ingest-file-mapping").run(
          .int(record.id), .text(mappingHash))
      }
      if file.mapping.kind == .suppression {
        if try isFreshSnapshot() { try refreshRegistries() }
        try context.database.query("ingest-snapshot-late").run(.int(record.id))
      }
    }
  }

  /// Whether the registries of a list that was received before are of another day now: its name states
  /// one, or somebody wrote the list over a newer one of its name. A list that just lies in the inbox
  /// does not become newer by it.
  private func isFreshSnapshot() throws -> Bool {
    if case .date = SnapshotDate.statement(in: file.name) { return true }
    return try context.database.query("ingest-snapshot-rewritten").first(
      .int(record.id), .text(file.name)
    ) { _ in true } ?? false
  }

  private func refreshRegistries() throws {
    let time = SnapshotDate.time(name: file.name, asOf: context.asOf)
    try context.database.query("ingest-registry-refresh").run(
      .int(record.id), .int(time.seconds), .text(file.table.contentHash))
    try context.database.query("ingest-snapshot-again").run(.int(record.id), .int(time.seconds))
  }

  /// A file is read by one set of rules at a time: who wants others has to be told.
  private func noteRefused() throws {
    let refused = try context.database.query("ingest-refused-count").first(.int(record.id)) {
      (rows: $0.int(0), mode: $0.optionalText(1) ?? "")
    }
    guard let refused, refused.rows > 0 else { return }
    let rows = refused.rows == 1 ? "1 row of it was" : "\(refused.rows) rows of it were"
    context.log.info(
      "",
      "\(file.name): it is loaded already, and \(rows) refused by --mode \(refused.mode); to load "
        + "it again, undo it first: leadmill undo \(record.id)")
  }

  /// Rows of a rejects workbook that are still wrong are rejected again, though nobody changed them.
  private func takeReturned(
    _ sheet: OpenedFile.Sheet, _ known: SourceSheetRecord, _ returned: ReturnedRows
  ) throws {
    var returned = returned
    var wrong: Set<Int> = []
    // The tokens are found by reading the rows.
    var batch = sheet.batch
    while try sheet.reader.next(&batch) {}
    for (row, token) in returned.sheet.tokens.all {
      guard let chain = try returned.chain(of: token), try returned.isRejected(chain.latest.id)
      else { continue }
      wrong.insert(row)
      try returned.noteStillWrong(chain.latest.id)
    }
    var added: [(id: Int64, row: Int)] = []
    try context.database.query("ingest-return-added").rows(.int(known.id)) {
      added.append(($0.int(0), Int($0.int(1))))
    }
    for (id, row) in added where try returned.isRejected(id) {
      wrong.insert(row)
      try returned.noteStillWrong(id)
    }
    context.counts.rowsIn += known.rowsRead
    context.counts[.unchanged] += max(0, known.rowsRead - wrong.count)
    for row in wrong.sorted() { context.record(.rejected, row: Int64(row), scope: known.id) }
    try RejectsWriter.mark(sheet: returned.sheet.originID, in: context.database)
    if let complaint = returned.complaint(rows: wrong.count) {
      context.say("\(file.name): \(complaint)")
    }
  }

  /// A corrected mapping gives the same columns other fields; validate sees that the mapping
  /// changed and looks at all rows again.
  private func updateFields(of sheet: OpenedFile.Sheet, _ known: SourceSheetRecord) throws {
    try context.database.query("ingest-sheet-fields").run(
      .int(known.id), .text(CellJSON.encode(sheet.header.match.fields)))
  }
}

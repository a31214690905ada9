import Tabular
import Definitions
import Bytes
import LeadModel
import StageKit
import Store

/// A file that was loaded before: none of its rows is new.
struct AgainFile {
  let context: StageContext
  let file: OpenedFile
  let record: SourceFileRecord
  let mappingHash: String

  func take() throws {
    try context.transaction {
      for sheet in file.sheets {
        guard
          let known = try SourceSheetRecord.find(sheet, file: record.id, in: context.database)
        else { continue }
        if known.rowsRead > 0 {
          context.counts.rowsIn += known.rowsRead
          context.record(.unchanged, rows: 1...Int64(known.rowsRead), scope: known.id)
        }
        if record.mappingHash != mappingHash { try updateFields(of: sheet, known) }
      }
      if record.mappingHash != mappingHash {
        try context.database.query("ingest-file-mapping").run(
          .int(record.id), .text(mappingHash))
      }
      if file.mapping.kind == .suppression {
        // The registry was received again: its entries are the same, but they are fresh.
        try context.database.query("ingest-registry-refresh").run(
          .text(file.table.contentHash), .int(context.asOf.seconds))
      }
    }
  }

  /// A corrected mapping gives the same columns other fields; validate sees that the mapping
  /// changed and looks at all rows again.
  private func updateFields(of sheet: OpenedFile.Sheet, _ known: SourceSheetRecord) throws {
    try context.database.query("ingest-sheet-fields").run(
      .int(known.id), .text(CellJSON.encode(sheet.header.match.fields)))
  }
}

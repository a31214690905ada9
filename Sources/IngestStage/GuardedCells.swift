import LeadModel
import Store

/// Sheets whose texts may carry the apostrophe that an export to CSV puts before what a spreadsheet
/// would compute. In any other file an apostrophe is part of the text.
enum GuardedCells {
  static func has(sheet: Int64, in database: Database) throws -> Bool {
    try database.query("ingest-sheet-is-guarded").first(
      .int(sheet), .text(ReservedField.exportSupplier)
    ) { _ in true } ?? false
  }
}

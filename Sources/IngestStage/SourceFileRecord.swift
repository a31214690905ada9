import ColumnMapping
import Tabular
import Definitions
import Bytes
import LeadModel
import Rejects
import StageKit
import Store

/// A source file and its sheets, as the store knows them.
struct SourceFileRecord {
  enum State: String {
    case loading, loaded, failed
  }

  let id: Int64
  var state: State
  let mappingHash: String
  /// Whether somebody began to take the import back and did not come to the end.
  let isBeingUndone: Bool

  static func find(_ file: OpenedFile, in context: StageContext) throws -> SourceFileRecord? {
    var known: [SQLValue] = [
      .text(file.table.contentHash), .text(file.mapping.kind.rawValue),
      .text(file.mapping.supplier),
    ]
    let countsAgain = file.mapping.kind.countsAgain
    if countsAgain { known += [.text(file.name), .text(context.runID)] }
    let found = try context.database.query(
      countsAgain ? "ingest-statement-find" : "ingest-file-find")
    found.reset()
    found.bindAll(known)
    defer { found.reset() }
    guard try found.step() else { return nil }
    return SourceFileRecord(
      id: found.int(0), state: State(rawValue: found.text(1)) ?? .loading,
      mappingHash: found.text(2), isBeingUndone: found.int(3) != 0)
  }

  /// Whether every sheet is known: an edited mapping may fit one that did not fit before.
  func hasAll(_ sheets: [OpenedFile.Sheet], in database: Database) throws -> Bool {
    try sheets.allSatisfy { sheet in
      try SourceSheetRecord.find(sheet, file: id, in: database) != nil
    }
  }

  /// A new file and its import, whose rows will have ids from `firstRow` on.
  static func insert(
    _ file: OpenedFile, mappingHash: String, firstRow: Int64, in context: StageContext
  ) throws -> SourceFileRecord {
    let id = try context.database.query("ingest-next-file-id").first { $0.int(0) } ?? 1
    try MappingHistory.note(mappingHash, of: file, in: context)
    try context.database.query("ingest-file-insert").run(
      .text(file.mapping.kind.rawValue), .text(file.mapping.supplier), .text(file.name),
      .text(file.table.contentHash), .int(Int64(file.table.byteCount)),
      .text(file.table.format.rawValue), .text(file.table.encoding), .text(file.table.delimiter),
      .text(mappingHash), .int(context.asOf.seconds), .int(id))
    let rules = file.loading
    try context.database.query("ingest-import-insert").run(
      .int(id), .text(file.mapping.kind.rawValue), .text(file.mapping.supplier),
      .text(file.mapping.name), .text(file.name), .text(file.table.contentHash),
      .int(context.asOf.seconds), .text(context.runID), .text(rules.mode.rawValue),
      .text(rules.key.joined(separator: ",")), .int(rules.fillsOnlyEmpty ? 1 : 0), .int(firstRow))
    return SourceFileRecord(
      id: id, state: .loading, mappingHash: mappingHash, isBeingUndone: false)
  }
}

/// A sheet of a source file, as the store knows it.
struct SourceSheetRecord {
  let id: Int64
  let fileID: Int64
  /// Data rows taken up so far.
  var rowsRead: Int

  static func find(_ sheet: OpenedFile.Sheet, file: Int64, in database: Database) throws
    -> SourceSheetRecord?
  {
    try database.query("ingest-sheet-find").first(.int(file), .text(sheet.name)) {
      SourceSheetRecord(id: $0.int(0), fileID: file, rowsRead: Int($0.int(1)))
    }
  }

  /// The sheet's record; a new one when the file comes for the first time.
  static func obtain(_ sheet: OpenedFile.Sheet, file: Int64, in database: Database) throws
    -> SourceSheetRecord
  {
    let record = try find(sheet, file: file, in: database) ?? insert(sheet, file, in: database)
    if let returned = sheet.returned {
      try database.query("ingest-return-sheet-insert").run(
        .int(record.id), .int(returned.originID))
      // The workbook is written anew whatever came of its rows: some may have been removed.
      try RejectsWriter.mark(sheet: returned.originID, in: database)
    }
    return record
  }

  private static func insert(
    _ sheet: OpenedFile.Sheet, _ file: Int64, in database: Database
  ) throws -> SourceSheetRecord {
    try database.query("ingest-sheet-insert").run(
      .int(file), .text(sheet.name), .int(Int64(sheet.headerRow)),
      .text(CellJSON.encode(sheet.cells)), .text(CellJSON.encode(sheet.header.match.fields)))
    let id = database.lastInsertID
    try database.query("ingest-profile-insert").run(
      .int(id), .text(CellJSON.encode(sheet.shapes.flatMap(\.texts))))
    return SourceSheetRecord(id: id, fileID: file, rowsRead: 0)
  }
}

import Bytes
import Definitions
import LeadModel
import Rejects
import Store
import Synchronization
import Tabular

/// A sheet of a rejects workbook that came back, and what is known of the sheet it was made from.
struct ReturnedSheet: Sendable {
  /// Id of the sheet whose rejected rows it holds.
  let originID: Int64
  let originName: String
  let kind: RecordKind
  let supplier: String
  let columns: ReturnedColumns
  let tokens: RowTokens
}

/// The token of each row, by its number in the file; filled by the thread that reads the rows.
final class RowTokens: Sendable {
  private let tokens = Mutex<[Int: RejectToken]>([:])

  func set(_ token: RejectToken, row number: Int) {
    tokens.withLock { $0[number] = token }
  }

  subscript(row number: Int) -> RejectToken? { tokens.withLock { $0[number] } }

  /// All tokens, in the order of their rows.
  var all: [(row: Int, token: RejectToken)] {
    tokens.withLock { $0.sorted { $0.key < $1.key }.map { (row: $0.key, token: $0.value) } }
  }
}

/// Finds the sheets of rejects workbooks among those of a file.
struct ReturnedSheets {
  let database: Database

  /// The sheet as the supplier's columns, and its header row; nil when it is no sheet of a rejects
  /// workbook. Of one from another workspace only the tokens are taken off.
  func open(_ reader: any TableReader, first batch: CellBatch) throws -> (
    reader: any TableReader, batch: CellBatch, sheet: ReturnedSheet?
  )? {
    guard let place = TokenPlace(in: batch) else { return nil }
    let found = batch.strings(place.headerRow)
    let origin = try place.sheet.flatMap { try self.origin(of: $0) }
    let tokens = RowTokens()
    let columns = ReturnedColumns(
      header: origin?.header
        ?? Array(ReturnedColumns.trimmed(Array(found.prefix(place.column)))),
      found: found, tokens: place.column)
    let stripper = TokenStripper(
      column: place.column, columns: columns, tokens: tokens, firstRow: place.headerRow)
    let stripped = ReturnedReader(reader, stripper)
    let sheet = origin.flatMap { origin in
      columns.isForeign
        ? nil
        : ReturnedSheet(
          originID: origin.id, originName: origin.name, kind: origin.kind,
          supplier: origin.supplier, columns: columns, tokens: tokens)
    }
    return (stripped, stripper.strip(batch, isFirst: true), sheet)
  }

  private struct Origin {
    let id: Int64
    let name: String
    let header: [String]
    let kind: RecordKind
    let supplier: String
  }

  /// The sheet that a token of this workspace names, of a row the sheet that it came with.
  private func origin(of token: RejectToken) throws -> Origin? {
    let id: Int64
    switch token.subject {
    case .sheet(let sheet): id = sheet
    case .row(let row):
      let sheet = try database.query("ingest-return-row").first(.int(row)) { $0.int(0) }
      guard let sheet else { return nil }
      id = sheet
    }
    let found = try database.query("ingest-return-sheet").first(.int(id)) {
      (
        name: $0.text(0), header: $0.text(1), kind: $0.text(2), supplier: $0.text(3),
        hash: $0.text(4)
      )
    }
    guard let found, token.isOf(contentHash: found.hash),
      let kind = RecordKind(rawValue: found.kind)
    else { return nil }
    return Origin(
      id: id, name: found.name, header: try CellJSON.decode(found.header), kind: kind,
      supplier: found.supplier)
  }
}

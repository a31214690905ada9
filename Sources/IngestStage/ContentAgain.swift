import Bytes
import LeadModel
import StageKit
import Store

/// Rows whose content is known again, or not any more, for what other stages did since.
///
/// A row became the latest of its record again when an import was taken back; and it ceased to be
/// that when validate found a later row to be about the same record by its key.
struct ContentAgain {
  let context: StageContext

  /// Rows of one transaction.
  private static let batchSize = 20_000

  /// The subject under which validate notes rows that a later one has replaced.
  private static let replaced = "source_row_replaced"

  func take() throws {
    try take(Self.replaced, forget)
    try take("source_row", know)
  }

  private func take(_ subject: String, _ change: (Int64) throws -> Void) throws {
    var rows = try context.revisits(subject)[...]
    while !rows.isEmpty {
      let batch = rows.prefix(Self.batchSize)
      rows = rows.dropFirst(batch.count)
      try context.transaction {
        for row in batch {
          try change(row)
          try context.clearRevisit(subject, id: row)
        }
      }
    }
  }

  private func know(_ row: Int64) throws {
    guard let hash = try hash(of: row, "ingest-content-again") else { return }
    try context.database.query("ingest-hash-insert").run(.int(1), .int(hash), .int(row))
  }

  private func forget(_ row: Int64) throws {
    guard let hash = try hash(of: row, "ingest-content-over") else { return }
    try context.database.query("ingest-hash-delete").run(.int(hash), .int(row))
  }

  private func hash(of row: Int64, _ query: String) throws -> Int64? {
    let found: (cells: String, header: String, kind: String, supplier: String)? =
      try context.database.query(query).first(.int(row)) {
        ($0.text(0), $0.text(1), $0.text(2), $0.text(3))
      }
    guard let found, let kind = RecordKind(rawValue: found.kind) else { return nil }
    let seeds = ContentSeeds(kind: kind, supplier: found.supplier)
    return Int64(
      bitPattern: RowContent.hash(found.cells, seed: seeds.content(header: found.header)))
  }
}

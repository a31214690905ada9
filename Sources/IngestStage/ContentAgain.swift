import Bytes
import LeadModel
import StageKit
import Store

/// Rows that became the latest of their records again when an import was taken back: their content
/// is known again.
struct ContentAgain {
  let context: StageContext

  /// Rows of one transaction.
  private static let batchSize = 20_000

  func take() throws {
    var rows = try context.revisits("source_row")[...]
    while !rows.isEmpty {
      let batch = rows.prefix(Self.batchSize)
      rows = rows.dropFirst(batch.count)
      try context.transaction {
        for row in batch {
          try know(row)
          try context.clearRevisit("source_row", id: row)
        }
      }
    }
  }

  private func know(_ row: Int64) throws {
    let found: (cells: String, header: String, kind: String, supplier: String)? =
      try context.database.query("ingest-content-again").first(.int(row)) {
        ($0.text(0), $0.text(1), $0.text(2), $0.text(3))
      }
    guard let found, let kind = RecordKind(rawValue: found.kind) else { return }
    let seeds = ContentSeeds(kind: kind, supplier: found.supplier)
    let hash = RowContent.hash(found.cells, seed: seeds.content(header: found.header))
    try context.database.query("ingest-hash-insert").run(
      .int(1), .int(Int64(bitPattern: hash)), .int(row))
  }
}

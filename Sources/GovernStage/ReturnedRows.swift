import LeadModel
import StageKit
import Store

/// Blanks source rows with which a supplier sent an erased person again. Validation keeps them from
/// becoming leads; here they lose what they hold.
struct ReturnedRows {
  let context: StageContext

  private static let markHash = "rows-1"
  private static let batchSize = 1000

  func run(_ tally: inout Tally) throws {
    let mark = try context.mark("stage_run", configHash: Self.markHash)
    let last = try context.database.query("govern-last-validation").first { $0.int(0) } ?? 0
    var ids: [Int64] = []
    try context.database.query("govern-returned-rows").rows(.int(mark), .int(last)) {
      ids += Array($0.int(0)...$0.int(1))
    }
    for first in stride(from: 0, to: ids.count, by: Self.batchSize) {
      let batch = Array(ids[first..<min(first + Self.batchSize, ids.count)])
      try context.transaction {
        for id in batch { try context.database.query("govern-blank-returned").run(.int(id)) }
        try context.database.query("govern-blank-findings").run(.text(Eraser.list(batch)))
      }
    }
    tally.returned = ids.count
    if !ids.isEmpty { context.didWork() }
    try context.transaction {
      try context.setMark("stage_run", to: last, configHash: Self.markHash)
    }
  }
}

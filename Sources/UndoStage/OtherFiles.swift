import LeadModel
import Rejects
import StageKit
import Store

/// Files that have rows of the import too: the rows are theirs from then on.
struct OtherFiles {
  let context: StageContext
  let entry: UndoneImport

  private struct Range {
    let sheet: Int64
    let rows: ClosedRange<Int64>
    let firstNumber: Int64
    let file: Int64
  }

  /// Gives rows to the oldest other file that has them.
  ///
  /// - Parameters:
  ///   - rows: in ascending order of their ids.
  ///   - sheets: the sheet that each row is in.
  /// - Returns: the rows that stay.
  /// - Throws: `DatabaseError`.
  func adopt(_ rows: [(id: Int64, record: Int64)], sheets: [Int64: Int64]) throws -> Set<Int64> {
    guard let first = rows.first?.id, let last = rows.last?.id else { return [] }
    var ranges: [Range] = []
    try context.database.query("undo-again").rows(.int(entry.id), .int(first), .int(last)) { row in
      ranges.append(
        Range(
          sheet: row.int(0), rows: row.int(1)...row.int(2), firstNumber: row.int(3),
          file: row.int(4)))
    }
    guard !ranges.isEmpty else { return [] }
    let records = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.record) })
    var moved: Set<Int64> = []
    var counts: [Int64: Int] = [:]
    var rules: [Int64: String?] = [:]
    for range in ranges {
      var run: ClosedRange<Int64>?
      for id in range.rows.clamped(to: first...last) {
        guard let record = records[id], moved.insert(id).inserted else { continue }
        counts[range.file, default: 0] += 1
        // Read by other rules, the same row may say something else.
        if let sheet = sheets[id],
          try self.rules(of: sheet, &rules) != self.rules(of: range.sheet, &rules)
        {
          try context.revisit(stage: "validate", subject: entry.kind.rawValue, id: record)
          try context.database.query("undo-row-accept").run(.int(id))
          try context.database.query("undo-refusals-delete").run(.int(id))
        }
        if let open = run, open.upperBound + 1 == id {
          run = open.lowerBound...id
        } else {
          if let run { try move(run, to: range) }
          run = id...id
        }
      }
      if let run { try move(run, to: range) }
    }
    for (file, count) in counts.sorted(by: { $0.key < $1.key }) {
      try context.database.query("undo-kept-again").run(
        .int(entry.id), .text(entry.kind.rawValue), .int(file), .int(Int64(count)))
    }
    return moved
  }

  /// Gives consecutive rows to another file's sheet.
  private func move(_ rows: ClosedRange<Int64>, to range: Range) throws {
    let (first, last) = (SQLValue.int(rows.lowerBound), SQLValue.int(rows.upperBound))
    try context.database.query("undo-rows-move").run(
      first, last, .int(range.sheet),
      .int(range.firstNumber + rows.lowerBound - range.rows.lowerBound))
    try context.database.query("undo-sheet-widen").run(.int(range.sheet), first, last)
    try context.database.query("undo-import-widen").run(.int(range.file), first, last)
    // Rejected rows go over to the workbook of the file that they are in now.
    try RejectsWriter.mark(sheet: range.sheet, in: context.database)
  }

  /// What decides how the rows of a sheet are read; asked once a sheet.
  private func rules(of sheet: Int64, _ known: inout [Int64: String?]) throws -> String? {
    if let found = known[sheet] { return found }
    let found = try context.database.query("undo-import-rules").first(.int(sheet)) { $0.text(0) }
    known[sheet] = .some(found)
    return found
  }
}

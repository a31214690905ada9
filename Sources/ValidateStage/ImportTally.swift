import LeadModel
import Store

/// Counts what became of the rows of each import in the end.
struct ImportTally {
  private let files: [Int64]
  private let fileOfSheet: [Int]
  private var counts: [RowCounts]

  init(layouts: [SheetLayout]) {
    let files = Set(layouts.map(\.fileID)).sorted()
    self.files = files
    fileOfSheet = layouts.map { layout in files.firstIndex(of: layout.fileID) ?? 0 }
    counts = files.map { _ in RowCounts() }
  }

  mutating func add(_ disposition: Disposition, sheet: Int) {
    counts[fileOfSheet[sheet]][disposition] += 1
  }

  /// Adds to the imports in the store what was counted since the last time.
  mutating func save(in database: Database) throws {
    for (index, count) in counts.enumerated() where count.rowsOut > 0 {
      try database.query("validate-import-count").run(
        .int(files[index]), .int(Int64(count.inserted)), .int(Int64(count.updated)),
        .int(Int64(count.unchanged)), .int(Int64(count.rejected)), .int(Int64(count.suppressed)))
      counts[index] = RowCounts()
    }
  }
}

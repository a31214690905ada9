import Store

/// Rows of earlier files that a sheet has again, as ranges: consecutive rows of the one are mostly
/// consecutive rows of the other.
struct RowsAgain {
  private struct Range {
    let firstID: Int64
    var lastID: Int64
    let firstNumber: Int64
  }

  private var ranges: [Range] = []

  /// - Parameters:
  ///   - row: the id of the row that is there.
  ///   - number: where the same content stands in the sheet.
  mutating func add(row: Int64, number: Int64) {
    if let last = ranges.last, row == last.lastID + 1,
      number - last.firstNumber == row - last.firstID
    {
      ranges[ranges.count - 1].lastID = row
    } else {
      ranges.append(Range(firstID: row, lastID: row, firstNumber: number))
    }
  }

  /// Writes the ranges; the last one stays open, for the next chunk may go on with it.
  mutating func save(sheet: Int64, in database: Database) throws {
    guard let open = ranges.last else { return }
    let insert = try database.query("ingest-again-insert")
    for range in ranges {
      try insert.run(
        .int(sheet), .int(range.firstID), .int(range.lastID), .int(range.firstNumber))
    }
    ranges = [open]
  }
}

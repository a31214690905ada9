internal import LeadModel
package import Store

extension StageContext {
  /// Ids that a worker reads at once: about ten megabytes of rows.
  private static var sweepWidth: Int64 { 10_000 }

  /// Takes up the rows of a table between two ids: workers read and work out, each on a connection
  /// of its own, and the caller writes, one transaction a range of ids with the mark behind it.
  ///
  /// - Parameters:
  ///   - subject: the table, as `setMark` knows it.
  ///   - ids: the first and the last id to take up.
  ///   - configHash: what the work depends on besides the data.
  ///   - unit: what is counted, for the progress bar.
  ///   - work: reads the rows with ids in a range, on a worker's thread.
  ///   - write: writes what came of a range, inside the transaction; may refer to the rows that were
  ///     read without a check.
  /// - Throws: what the closures throw, and `DatabaseError`.
  package func sweep<Out: Sendable>(
    _ subject: String, ids: ClosedRange<Int64>, configHash: String, unit: String,
    work: @escaping @Sendable (ClosedRange<Int64>, Database) throws -> Out,
    write: (Out) throws -> Void
  ) throws {
    let readers = ReaderPool(path: database.path)
    // Ids have gaps; few large steps skip them.
    let width = max(Self.sweepWidth, Int64(ids.count) / 10_000)
    var next = ids.lowerBound
    try ParallelBatches.run(
      workers: workers,
      produce: { () -> ClosedRange<Int64>? in
        guard next <= ids.upperBound else { return nil }
        defer { next += width }
        return next...min(ids.upperBound, next + width - 1)
      },
      transform: { range in (range, try readers.read { try work(range, $0) }) },
      consume: { range, result in
        try database.withoutReferenceChecks {
          try transaction {
            try write(result)
            try setMark(subject, to: range.upperBound, configHash: configHash)
          }
        }
        progress(done: counts.rowsIn, of: nil, unit: unit)
      })
  }
}

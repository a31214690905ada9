internal import Synchronization

/// Read-only connections of a run: a worker takes one, with its prepared statements and its pages,
/// and gives it back.
///
/// Unchecked: a connection is in one worker's hands at a time; the mutex guards the list.
package final class ReaderPool: @unchecked Sendable {
  private struct Idle: @unchecked Sendable {
    let database: Database
  }

  private let path: String
  private let idle = Mutex<[Idle]>([])

  package init(path: String) {
    self.path = path
  }

  /// Runs a closure over a connection that nobody else uses meanwhile.
  ///
  /// - Throws: what the closure throws, and `DatabaseError` when the file cannot be opened.
  package func read<R>(_ body: (Database) throws -> R) throws -> R {
    let reader =
      try idle.withLock { $0.popLast() } ?? Idle(database: Database(path: path, mode: .readOnly))
    defer { idle.withLock { $0.append(reader) } }
    return try body(reader.database)
  }
}

internal import CSQLite

/// One connection to a workspace's database. Not Sendable: one task owns it and is the one writer;
/// workers exchange batches with it.
package final class Database {
  package enum Mode: Sendable {
    /// Creates the file when it is missing and brings its schema up to date.
    case readWrite
    /// The schema must be the program's own.
    case readOnly
    /// A private database in memory, for tests.
    case memory
  }

  let handle: OpaquePointer
  package let path: String
  private var cache: [String: Statement] = [:]
  private var transactionDepth = 0
  private var copier: LogCopier?

  /// Workers read on connections of their own, and must not queue for a lock over a statistic.
  private static let isConfigured = leadmill_sqlite_uncount_memory() == SQLITE_OK

  /// Opens a database file.
  ///
  /// - Throws: `DatabaseError`; its reason says whether the file is missing or unreadable, no
  ///   database, read-only, or has a newer schema.
  package init(path: String, mode: Mode) throws {
    self.path = path
    _ = Self.isConfigured
    var opened: OpaquePointer?
    let flags =
      switch mode {
      case .readWrite: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      case .readOnly: SQLITE_OPEN_READONLY
      case .memory: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY
      }
    let code = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard let opened else {
      throw DatabaseError(code: code, message: "out of memory", action: "open \(path)")
    }
    handle = opened
    guard code == SQLITE_OK else {
      throw DatabaseError(
        code: sqlite3_extended_errcode(opened), message: String(cString: sqlite3_errmsg(opened)),
        action: "open \(path)")
    }
    sqlite3_extended_result_codes(handle, 1)
    // Readers (a report, `status`) may look while a stage writes; a writer waits for another.
    sqlite3_busy_timeout(handle, 10_000)
    try requireOwnFile()
    if mode == .readWrite {
      // Rows are wide: pages of twice the usual size spare a tenth of the work. New files only.
      try execute("PRAGMA page_size = 8192")
      try execute("PRAGMA journal_mode = WAL")
      copyLogBesideWork()
      // A crash of the machine may lose the last transactions, never the consistency: the
      // high-water marks that they carried are lost with them, and the work is done again.
      try execute("PRAGMA synchronous = NORMAL")
    }
    try execute("PRAGMA foreign_keys = ON")
    // Sorting in memory. Pages that were read once or filled stay with the system anyway: a small
    // cache of our own stays in the processor's.
    try execute(
      mode == .readOnly ? "PRAGMA cache_size = -4096" : "PRAGMA cache_size = -16384")
    try execute("PRAGMA temp_store = MEMORY")
    if mode == .readOnly { try requireCurrentSchema() } else { try migrate() }
  }

  deinit {
    cache = [:]
    copier?.close()
    // Closes when the last statement is gone.
    sqlite3_close_v2(handle)
  }

  // MARK: Statements

  /// The named query of `queries/<domain>.sql`, prepared once.
  ///
  /// One statement serves all callers of the name: finish with it before asking for it again.
  package func query(_ name: String) throws -> Statement {
    if let known = cache[name] {
      known.reset()
      return known
    }
    guard let sql = EmbeddedSQL.queries[name] else {
      throw DatabaseError(.other, "no query is named '\(name)'", action: "prepare \(name)")
    }
    let statement = try prepare(sql, label: name)
    cache[name] = statement
    return statement
  }

  /// The statement under a label that no query has as its name; its text is made once.
  func cached(_ label: String, text: () throws -> String) throws -> Statement {
    if let known = cache[label] {
      known.reset()
      return known
    }
    let statement = try prepare(text(), label: label)
    cache[label] = statement
    return statement
  }

  /// Names of all embedded queries, sorted.
  package static var queryNames: [String] { EmbeddedSQL.queries.keys.sorted() }

  /// A statement written out in the program itself, never built from data.
  package func prepare(_ sql: StaticString) throws -> Statement {
    try prepare("\(sql)", label: "\(sql)")
  }

  /// A query that a user wrote in a report definition: it may only read. Error messages call it by
  /// its origin, such as `reports/forecast.yaml:12`.
  ///
  /// - Throws: `DatabaseError` when the text is no single query or tries anything but to read.
  package func prepareDefinition(_ sql: String, origin: String) throws -> Statement {
    sqlite3_set_authorizer(
      handle,
      { _, action, _, _, _, _ in
        switch action {
        case SQLITE_SELECT, SQLITE_READ, SQLITE_FUNCTION, SQLITE_RECURSIVE: SQLITE_OK
        default: SQLITE_DENY
        }
      }, nil)
    defer { sqlite3_set_authorizer(handle, nil, nil) }
    return try prepare(sql, label: origin)
  }

  func prepare(_ sql: String, label: String) throws -> Statement {
    var prepared: OpaquePointer?
    var sql = sql
    let (code, tail) = sql.withUTF8 { text in
      text.withMemoryRebound(to: CChar.self) { characters in
        var tail: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v3(
          handle, characters.baseAddress, Int32(characters.count),
          UInt32(SQLITE_PREPARE_PERSISTENT),
          &prepared, &tail)
        let end = characters.baseAddress.map { $0 + characters.count }
        let rest = UnsafeBufferPointer(
          start: tail, count: tail.flatMap { tail in end.map { $0 - tail } } ?? 0)
        return (code, String(decoding: rest.map { UInt8(bitPattern: $0) }, as: UTF8.self))
      }
    }
    guard code == SQLITE_OK, let prepared else {
      let offset = sqlite3_error_offset(handle)
      throw DatabaseError(
        code: code == SQLITE_OK ? SQLITE_MISUSE : sqlite3_extended_errcode(handle),
        message: code == SQLITE_OK ? "no statement" : String(cString: sqlite3_errmsg(handle)),
        action: label, byteOffset: offset >= 0 ? Int(offset) : nil)
    }
    let statement = Statement(handle: prepared, label: label)
    guard EmbeddedSQL.isBlank(tail) else {
      throw DatabaseError(
        .other, "found '\(tail.prefix(40))' after the statement, expected one statement only",
        action: label)
    }
    return statement
  }

  /// Runs statements without parameters that are written out in the program itself.
  package func execute(_ sql: StaticString) throws {
    try execute(text: "\(sql)")
  }

  func execute(text: String) throws {
    guard sqlite3_exec(handle, text, nil, nil, nil) == SQLITE_OK else {
      throw DatabaseError(
        code: sqlite3_extended_errcode(handle), message: String(cString: sqlite3_errmsg(handle)),
        action: String(text.prefix(60)))
    }
  }

  // MARK: Transactions

  /// Runs work that takes effect as a whole or not at all; inside another, as a savepoint.
  package func inTransaction<R>(_ body: () throws -> R) throws -> R {
    let isOutermost = transactionDepth == 0
    try execute(isOutermost ? "BEGIN IMMEDIATE" : "SAVEPOINT nested")
    transactionDepth += 1
    defer { transactionDepth -= 1 }
    do {
      let result = try body()
      try execute(isOutermost ? "COMMIT" : "RELEASE nested")
      return result
    } catch {
      // A full disk may already have ended the transaction; then there is nothing to undo.
      if isOutermost {
        if sqlite3_get_autocommit(handle) == 0 { try? execute("ROLLBACK") }
      } else {
        try? execute("ROLLBACK TO nested; RELEASE nested")
      }
      throw error
    }
  }

  /// Leaves the copying of the log to a thread of its own.
  private func copyLogBesideWork() {
    let copier = LogCopier(path: path)
    self.copier = copier
    // The hook takes the place of SQLite's own, which copies within a commit.
    sqlite3_wal_hook(
      handle,
      { copier, handle, _, pages in
        guard let copier else { return SQLITE_OK }
        if Unmanaged<LogCopier>.fromOpaque(copier).takeUnretainedValue()
          .committed(pages: Int(pages))
        {
          _ = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
        }
        return SQLITE_OK
      }, Unmanaged.passUnretained(copier).toOpaque())
  }

  /// Runs bulk work whose rows refer to rows that the caller has just read or written: looking each
  /// up again would read the whole table that they refer to. Call it outside of a transaction;
  /// inside one, references are checked all the same.
  package func withoutReferenceChecks<R>(_ body: () throws -> R) throws -> R {
    try execute("PRAGMA foreign_keys = OFF")
    do {
      let result = try body()
      try execute("PRAGMA foreign_keys = ON")
      return result
    } catch {
      try? execute("PRAGMA foreign_keys = ON")
      throw error
    }
  }

  /// Begins a transaction that the caller undoes with `rollback`: a rehearsal.
  package func beginRehearsal() throws {
    try execute("BEGIN IMMEDIATE")
    transactionDepth += 1
  }

  package func rollbackRehearsal() throws {
    transactionDepth -= 1
    try execute("ROLLBACK")
  }

  /// Rows changed by the last statement.
  package var changes: Int { Int(sqlite3_changes64(handle)) }

  package var lastInsertID: Int64 { sqlite3_last_insert_rowid(handle) }

  /// Version of the SQLite library.
  package static var libraryVersion: String { String(cString: sqlite3_libversion()) }
}

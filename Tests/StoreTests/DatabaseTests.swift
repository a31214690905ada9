import Bytes
import Foundation
import Testing

@testable import Store

@Suite struct DatabaseTests {
  @Test("a new database has the newest schema, in STRICT tables only")
  func newDatabase() throws {
    let database = try Database(path: ":memory:", mode: .memory)
    #expect(try database.currentSchemaVersion() == Database.schemaVersion)
    let lax = try database.prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'"
    )
    var names: [String] = []
    try lax.rows { names.append($0.text(0)) }
    #expect(names == [])
  }

  /// The index of messages on their way is the exception: there are few of them.
  @Test("no check builds a table of its own for each row that is written")
  func checksAreCheap() throws {
    let database = try Database(path: ":memory:", mode: .memory)
    var tables: [String] = []
    try database.prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'"
    ).rows { tables.append($0.text(0)) }
    #expect(tables.count > 30)
    for table in tables where table != "message" {
      var operations: Set<String> = []
      try database.prepare("EXPLAIN INSERT INTO \(table) DEFAULT VALUES", label: table).rows {
        operations.insert($0.text(1))
      }
      #expect(operations.contains("Init"))
      #expect(!operations.contains("OpenEphemeral"), "\(table)")
    }
  }

  @Test("a value that a check does not list is refused")
  func checksHold() throws {
    let database = try Database(path: ":memory:", mode: .memory)
    let insert = try database.prepare(
      "INSERT INTO suppression (supplier, email, channel, registry) VALUES ('a', 'b', ?1, 'c')")
    for channels in ["sms", "any", "email,phone", "email,sms,whatsapp,phone"] {
      try insert.run(.text(channels))
    }
    for channels in ["fax", "phone,email", "email,email", "email,", ""] {
      #expect(throws: DatabaseError.self) { try insert.run(.text(channels)) }
    }
  }

  @Test("every named query prepares on a fresh database", arguments: Database.queryNames)
  func queryPrepares(name: String) throws {
    let database = try Database(path: ":memory:", mode: .memory)
    _ = try database.query(name)
  }

  @Test("every query's name starts with its domain")
  func queryNamesCarryTheirDomain() {
    let domains = [
      "ingest", "validate", "dedupe", "enrich", "score", "send", "escalate", "govern", "report",
      "driver", "ledger", "rejects", "export", "history", "undo",
    ]
    let strays = Database.queryNames.filter { name in
      !domains.contains { name.hasPrefix($0 + "-") }
    }
    #expect(strays == [])
    #expect(Database.queryNames.count > 10)
  }

  @Test("text of every kind comes back as it was bound")
  func roundTrip() throws {
    let database = try Database(path: ":memory:", mode: .memory)
    let echo = try database.prepare("SELECT ?1, typeof(?1)")
    for text in ["", "a", "Zoë", "\u{0}x", "日本 🎌", "'; DROP TABLE lead; --"] {
      let read = try echo.first(.text(text)) { ($0.text(0), $0.text(1)) }
      #expect(read?.0 == text)
      #expect(read?.1 == "text")
    }
    #expect(try echo.first(.null) { $0.isNull(0) } == true)
    #expect(try echo.first(.int(.min)) { $0.int(0) } == .min)
    #expect(try echo.first(.real(0.1)) { $0.double(0) } == 0.1)
  }

  @Test("bytes bound without a copy are read in place")
  func bindingWithoutCopy() throws {
    let database = try Database(path: ":memory:", mode: .memory)
    let statement = try database.prepare("SELECT length(?1)")
    let bytes = Array("héllo".utf8)
    try bytes.withUnsafeBufferPointer { buffer in
      statement.bindTextWithoutCopy(1, buffer)
      let hasRow = try statement.step()
      #expect(hasRow)
      #expect(statement.int(0) == 5)
      statement.reset()
    }
  }

  @Test("a binding to a parameter that does not exist is reported by the next step")
  func wrongBinding() throws {
    let database = try Database(path: ":memory:", mode: .memory)
    let statement = try database.prepare("SELECT ?1")
    statement.bind(2, "x")
    #expect(throws: DatabaseError.self) { try statement.step() }
    #expect(throws: DatabaseError.self) { try statement.run(named: [":x": 1]) }
  }

  @Test("a failed transaction leaves nothing, and a failed nested one leaves the outer one alone")
  func transactions() throws {
    struct Stop: Error {}
    let database = try Database(path: ":memory:", mode: .memory)
    let insert = try database.prepare("INSERT INTO revisit VALUES ('dedupe', 'lead', ?1)")
    try database.inTransaction {
      try insert.run(1)
      #expect(throws: Stop.self) {
        try database.inTransaction {
          try insert.run(2)
          throw Stop()
        }
      }
      try insert.run(3)
    }
    #expect(throws: Stop.self) {
      try database.inTransaction {
        try insert.run(4)
        throw Stop()
      }
    }
    var ids: [Int64] = []
    try database.prepare("SELECT subject_id FROM revisit ORDER BY 1").rows { ids.append($0.int(0)) }
    #expect(ids == [1, 3])
  }

  @Test("a rehearsal shows its own work and leaves nothing")
  func rehearsal() throws {
    let database = try Database(path: ":memory:", mode: .memory)
    try database.beginRehearsal()
    try database.inTransaction {
      try database.execute("INSERT INTO revisit VALUES ('dedupe', 'lead', 1)")
    }
    let count = try database.prepare("SELECT count(*) FROM revisit")
    #expect(try count.first { $0.int(0) } == 1)
    try database.rollbackRehearsal()
    #expect(try count.first { $0.int(0) } == 0)
  }

  @Test("a newer schema is refused with both versions and what to do")
  func newerSchema() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/leadmill.db"
    do {
      let database = try Database(path: path, mode: .readWrite)
      try database.execute("PRAGMA user_version = 99")
    }
    for mode in [Database.Mode.readWrite, .readOnly] {
      let error = #expect(throws: DatabaseError.self) { try Database(path: path, mode: mode) }
      #expect(error?.reason == .newerSchema)
      #expect(error?.message.contains("schema version 99") == true)
      #expect(error?.message.contains("up to \(Database.schemaVersion)") == true)
    }
  }

  @Test("a migration that was edited after it was applied is noticed")
  func editedMigration() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/leadmill.db"
    do {
      let database = try Database(path: path, mode: .readWrite)
      try database.execute("UPDATE schema_migration SET checksum = 'other' WHERE number = 1")
    }
    let error = #expect(throws: DatabaseError.self) { try Database(path: path, mode: .readWrite) }
    #expect(error?.message.contains("m0001_source") == true)
  }

  @Test("a file that is no database, and another program's database, are refused")
  func foreignFiles() throws {
    let folder = try TemporaryFolder()
    let text = folder.path + "/text.db"
    try String(repeating: "no database\n", count: 100).write(
      toFile: text, atomically: true, encoding: .utf8)
    let first = #expect(throws: DatabaseError.self) { try Database(path: text, mode: .readWrite) }
    #expect(first?.reason == .notADatabase)

    let foreign = folder.path + "/foreign.db"
    do {
      let database = try Database(path: foreign, mode: .readWrite)
      try database.execute("PRAGMA application_id = 7")
    }
    for mode in [Database.Mode.readWrite, .readOnly] {
      let second = #expect(throws: DatabaseError.self) { try Database(path: foreign, mode: mode) }
      #expect(second?.reason == .notADatabase)
    }
  }

  @Test("another program's database is not changed by being refused")
  func foreignFileStays() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/foreign.db"
    do {
      let database = try Database(path: path, mode: .readWrite)
      try database.execute("PRAGMA application_id = 7")
      try database.execute("PRAGMA journal_mode = DELETE")
    }
    let before = try SHA256Digest.hex(fileAt: path)
    _ = #expect(throws: DatabaseError.self) { try Database(path: path, mode: .readWrite) }
    #expect(try SHA256Digest.hex(fileAt: path) == before)
  }

  @Test(
    "a report's query may read and nothing else",
    arguments: [
      "DELETE FROM lead", "PRAGMA journal_mode = DELETE", "ATTACH ':memory:' AS other",
      "INSERT INTO revisit VALUES ('a', 'b', 1)", "SELECT 1; SELECT 2", "", "SELEC 1",
      "CREATE TEMP TABLE t (a)",
    ])
  func reportQueries(sql: String) throws {
    let database = try Database(path: ":memory:", mode: .memory)
    #expect(throws: DatabaseError.self) {
      try database.prepareDefinition(sql, origin: "reports/test.yaml:1")
    }
    let count = try database.prepareDefinition(
      "WITH n AS (SELECT count(*) AS c FROM lead) SELECT c FROM n -- fine", origin: "test")
    #expect(try count.first { $0.int(0) } == 0)
  }

  @Test("an error in a report's query says where it is")
  func reportQueryOffset() throws {
    let database = try Database(path: ":memory:", mode: .memory)
    let error = #expect(throws: DatabaseError.self) {
      try database.prepareDefinition("SELECT nme FROM account", origin: "reports/test.yaml:1")
    }
    #expect(error?.byteOffset == 7)
    #expect(error?.message.contains("nme") == true)
  }
}

internal import Bytes

extension Database {
  /// The newest schema version that this program knows.
  package static var schemaVersion: Int { EmbeddedSQL.migrations.count }

  /// "Lead" in ASCII: tells the file's purpose to `file` and to this program.
  ///
  /// - Source: SQLite documentation, PRAGMA application_id.
  private static let applicationID: Int64 = 0x4C65_6164

  /// The schema version of the open file; 0 for a new one.
  package func currentSchemaVersion() throws -> Int {
    Int(try prepare("PRAGMA user_version").first { $0.int(0) } ?? 0)
  }

  /// Refuses a database that another program made, before anything in it is changed.
  func requireOwnFile() throws {
    let application: Int64
    do {
      application = try prepare("PRAGMA application_id").first { $0.int(0) } ?? 0
    } catch let error as DatabaseError where error.reason == .notADatabase {
      throw DatabaseError(
        .notADatabase, "'\(path)' is no database; choose another workspace, or restore the file",
        action: "open \(path)")
    }
    if application == Self.applicationID { return }
    let tableCount = try prepare("SELECT count(*) FROM sqlite_schema").first { $0.int(0) } ?? 0
    guard try tableCount == 0 && currentSchemaVersion() == 0 else {
      throw DatabaseError(
        .notADatabase, "'\(path)' belongs to another program; choose another workspace",
        action: "open \(path)")
    }
  }

  func requireCurrentSchema() throws {
    let found = try currentSchemaVersion()
    guard found <= Self.schemaVersion else {
      throw DatabaseError(newerSchema: found, known: Self.schemaVersion, path: path)
    }
    guard found == Self.schemaVersion else {
      throw DatabaseError(
        .other,
        "'\(path)' has schema version \(found), expected \(Self.schemaVersion); "
          + "run any stage on the workspace to bring it up to date", action: "open \(path)")
    }
  }

  /// Applies the migrations that the file has not seen, each in a transaction of its own.
  ///
  /// - Throws: `DatabaseError` when the schema is newer than the program, or a migration that was
  ///   applied has been edited since.
  func migrate() throws {
    let found = try currentSchemaVersion()
    guard found <= Self.schemaVersion else {
      throw DatabaseError(newerSchema: found, known: Self.schemaVersion, path: path)
    }
    if found > 0 { try checkAppliedMigrations(upTo: found) }
    guard found < Self.schemaVersion else { return }
    for number in (found + 1)...Self.schemaVersion {
      try apply(EmbeddedSQL.migrations[number - 1], number: number)
    }
  }

  private func apply(_ migration: EmbeddedSQL.File, number: Int) throws {
    try inTransaction {
      if number == 1 {
        try execute(
          """
          CREATE TABLE schema_migration (
            number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL
          ) STRICT
          """)
        try execute(text: "PRAGMA application_id = \(Self.applicationID)")
      }
      try execute(text: migration.text)
      try prepare("INSERT INTO schema_migration VALUES (?1, ?2, ?3)").run(
        .int(Int64(number)), .text(migration.name), .text(SHA256Digest.hex(migration.text)))
      try execute(text: "PRAGMA user_version = \(number)")
    }
  }

  private func checkAppliedMigrations(upTo count: Int) throws {
    try prepare("SELECT number, name, checksum FROM schema_migration ORDER BY number").rows { row in
      let number = Int(row.int(0))
      guard number <= count, number <= EmbeddedSQL.migrations.count else { return }
      let known = EmbeddedSQL.migrations[number - 1]
      guard row.text(2) == SHA256Digest.hex(known.text) else {
        throw DatabaseError(
          .other,
          "migration '\(row.text(1))' of '\(path)' is not the one of this program; "
            + "the file was written by a development version, start a new workspace",
          action: "open \(path)")
      }
    }
  }
}

internal import CSQLite

/// A failure of the database itself: a broken machine, not a bad lead.
package struct DatabaseError: Error, Sendable {
  /// SQLite's extended result code.
  package let code: Int32
  /// SQLite's words.
  package let message: String
  /// What was being done: a statement, or the opening of a file.
  package let action: String
  /// Offset of the offending byte in the statement, when SQLite knows it.
  package let byteOffset: Int?

  /// What went wrong, in the terms that decide what a person can do about it.
  package enum Reason: Sendable, Equatable {
    case full, readOnly, unreadable, busy, notADatabase, corrupt, newerSchema, constraint, other
  }

  package let reason: Reason

  init(code: Int32, message: String, action: String, byteOffset: Int? = nil) {
    self.code = code
    self.message = message
    self.action = action
    self.byteOffset = byteOffset
    reason =
      switch code & 0xFF {
      case SQLITE_FULL: .full
      case SQLITE_READONLY, SQLITE_PERM: .readOnly
      case SQLITE_IOERR, SQLITE_CANTOPEN: .unreadable
      case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: .busy
      case SQLITE_NOTADB: .notADatabase
      case SQLITE_CORRUPT: .corrupt
      case SQLITE_CONSTRAINT: .constraint
      default: .other
      }
  }

  /// The schema of the file is newer than this program.
  init(newerSchema found: Int, known: Int, path: String) {
    code = 0
    message =
      "'\(path)' has schema version \(found), this program knows versions up to \(known); "
      + "use the Leadmill that wrote it, or a newer one"
    action = "open \(path)"
    byteOffset = nil
    reason = .newerSchema
  }

  /// A condition that Leadmill itself found, in its own words.
  init(_ reason: Reason, _ message: String, action: String) {
    code = 0
    self.message = message
    self.action = action
    byteOffset = nil
    self.reason = reason
  }
}

extension DatabaseError: CustomStringConvertible {
  package var description: String {
    reason == .newerSchema ? message : "\(message) (\(action), SQLite code \(code))"
  }
}

import Glibc
package import LeadModel
package import Store
import Workbook

/// Writes the rejects workbooks of source files.
package struct RejectsWriter {
  private let database: Database
  private let folder: String
  private let asOf: Timestamp

  /// - Parameters:
  ///   - database: the workspace's store.
  ///   - folder: where the workbooks go; made when it is missing.
  ///   - asOf: the run's as-of time, the workbooks' creation date.
  package init(database: Database, folder: String, asOf: Timestamp) {
    self.database = database
    self.folder = folder
    self.asOf = asOf
  }

  /// Notes that rows of a sheet were rejected; call it in the transaction of the findings.
  package static func mark(sheet: Int64, in database: Database) throws {
    try database.query("ingest-rejects-mark").run(.int(sheet))
  }

  /// Writes the workbook of every file with a marked sheet.
  ///
  /// - Returns: what to tell: where the workbooks are, in the order of their files, and which edited
  ///   ones were kept.
  /// - Throws: `WorkbookError`, or `DatabaseError`; what was not written stays marked.
  package func writePending() throws -> [String] {
    var files: [SourceFile] = []
    try database.query("ingest-rejects-pending").rows {
      files.append(
        SourceFile(
          id: $0.int(0), name: $0.text(1), earlier: Int($0.int(2)), contentHash: $0.text(3)))
    }
    if files.isEmpty { return [] }
    var paths: [String] = []
    var shelf = RejectsShelf(folder: folder, database: database)
    for file in files {
      if let path = try write(file, to: &shelf) { paths.append(path) }
      try database.inTransaction {
        try database.query("ingest-rejects-done").run(.int(file.id))
      }
    }
    return paths.map { "rejected rows: \($0)" } + shelf.notes
  }

  private struct SourceFile {
    let id: Int64
    let name: String
    /// Files of the same name that came before.
    let earlier: Int
    let contentHash: String
  }

  /// - Returns: nil when the file has no rejected rows any more.
  private func write(_ file: SourceFile, to shelf: inout RejectsShelf) throws -> String? {
    let name = RejectsName.workbook(of: file.name, earlier: file.earlier)
    let sheets = try RejectedSheet.all(ofFile: file.id, in: database)
    if sheets.isEmpty {
      try shelf.remove(name)
      return nil
    }
    try makeFolder()
    let draft = "\(folder)/.new-rejects.xlsx"
    try RejectsWorkbook(
      fileName: file.name, name: name, contentHash: file.contentHash, sheets: sheets, asOf: asOf
    ).write(to: draft)
    try shelf.place(draft, as: name)
    return "\(folder)/\(name)"
  }

  private func makeFolder() throws {
    var prefix = folder.hasPrefix("/") ? "/" : ""
    for step in folder.split(separator: "/") {
      prefix += (prefix.isEmpty || prefix == "/" ? "" : "/") + step
      if mkdir(prefix, 0o777) == 0 || errno == EEXIST { continue }
      throw WorkbookError(path: prefix, message: String(cString: strerror(errno)))
    }
  }
}

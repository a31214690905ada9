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
  /// - Returns: the paths of the workbooks, in the order of their files.
  /// - Throws: `WorkbookError`, or `DatabaseError`; what was not written stays marked.
  package func writePending() throws -> [String] {
    var files: [(id: Int64, name: String)] = []
    try database.query("ingest-rejects-pending").rows { files.append(($0.int(0), $0.text(1))) }
    var paths: [String] = []
    for file in files {
      if let path = try write(file: file.id, name: file.name) { paths.append(path) }
      try database.inTransaction {
        try database.query("ingest-rejects-done").run(.int(file.id))
      }
    }
    return paths
  }

  /// - Returns: nil when the file has no rejected rows any more.
  private func write(file: Int64, name: String) throws -> String? {
    let path = "\(folder)/\(name)-rejects.xlsx"
    let sheets = try RejectedSheet.all(ofFile: file, in: database)
    if sheets.isEmpty {
      unlink(path)
      return nil
    }
    try makeFolder()
    try RejectsWorkbook(fileName: name, sheets: sheets, asOf: asOf).write(to: path)
    return path
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

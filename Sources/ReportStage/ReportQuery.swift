import Definitions
import LeadModel
import Store

/// SQL of a report definition, and where it stands.
struct ReportQuery {
  let sql: String
  let node: DefinitionNode

  init(_ node: DefinitionNode) throws(DefinitionError) {
    sql = try node.string()
    self.node = node
  }

  var origin: String { "\(node.file):\(node.line)" }

  /// A mistake in the SQL as an error of the definition: the line and column of the file where
  /// SQLite found it, as far as it says.
  func definitionError(_ error: DatabaseError, source: DefinitionSource) -> any Error {
    // A full disk or an unreadable file is not the definition's fault.
    switch error.reason {
    case .full, .readOnly, .unreadable, .busy, .notADatabase, .corrupt, .newerSchema:
      return error
    case .constraint, .other: break
    }
    let place = source.place(ofByte: error.byteOffset, in: self)
    return DefinitionError(
      file: node.file, line: place.line, column: place.column,
      message: "the query fails: \(error.message); correct the SQL")
  }
}

/// The result of a query.
struct ResultTable {
  let columns: [String]
  var rows: [[SQLValue]]

  func index(of column: String, at node: DefinitionNode) throws -> Int {
    guard let index = columns.firstIndex(of: column) else {
      throw node.failure(
        "found no column '\(column)' in the query's result, "
          + "expected one of \(columns.joined(separator: ", "))")
    }
    return index
  }
}

/// The text of a definition file, to find the line of an SQL mistake inside a block of SQL.
struct DefinitionSource {
  let lines: [Substring]

  init(text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The place in the file of a byte of the SQL; the start of the value when it cannot be told.
  func place(ofByte offset: Int?, in query: ReportQuery) -> (line: Int, column: Int) {
    let start = (line: query.node.line, column: query.node.column)
    guard let offset, start.line >= 1, start.line <= lines.count else { return start }
    let opening = lines[start.line - 1].dropFirst(start.column - 1)
    // Only in a literal block do the lines of the text stand as lines of the file.
    guard opening.hasPrefix("|"), start.line < lines.count else { return start }
    let before = query.sql.utf8.prefix(offset)
    let line = before.count { $0 == 10 }
    let inLine = before.reversed().prefix { $0 != 10 }.count
    guard let first = lines[start.line...].first(where: { !$0.allSatisfy { $0 == " " } }) else {
      return start
    }
    let indentation = first.prefix { $0 == " " }.count
    return (start.line + 1 + line, indentation + inLine + 1)
  }
}

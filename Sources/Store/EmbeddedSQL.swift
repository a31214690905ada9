internal import CEmbeddedSQL

/// The `.sql` files that were built into the program.
enum EmbeddedSQL {
  struct File {
    let name: String
    let text: String
  }

  /// Migrations in the order in which they apply; the number is the position, from 1.
  static let migrations: [File] = read(
    leadmill_migrations(), count: leadmill_migration_count)

  /// Named queries of all domains.
  static let queries: [String: String] = {
    var queries: [String: String] = [:]
    for file in read(leadmill_queries(), count: leadmill_query_file_count) {
      for (name, sql) in parse(file.text) { queries[name] = sql }
    }
    return queries
  }()

  private static func read(
    _ start: UnsafePointer<leadmill_sql_file>?, count: Int
  ) -> [File] {
    UnsafeBufferPointer(start: start, count: count).map { file in
      let bytes = UnsafeBufferPointer(start: file.text, count: file.byte_count)
      return File(
        name: String(cString: file.name), text: String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Splits a file at its `-- name: x` lines; each query keeps its comments.
  static func parse(_ text: String) -> [(name: String, sql: String)] {
    var queries: [(name: String, sql: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- name: ") {
        queries.append((String(line.dropFirst(9)), ""))
      } else if !queries.isEmpty {
        queries[queries.count - 1].sql += line + "\n"
      }
    }
    return queries
  }

  /// Whether SQL text holds nothing but white space and `--` comments.
  static func isBlank(_ sql: String) -> Bool {
    sql.split(separator: "\n").allSatisfy { line in
      let text = line.drop { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == ";" }
      return text.isEmpty || text.hasPrefix("--")
    }
  }
}

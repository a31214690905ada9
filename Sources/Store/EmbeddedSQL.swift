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
  ///
  /// Every program does it before its first query, so it looks at bytes.
  static func parse(_ text: String) -> [(name: String, sql: String)] {
    let marker = Array("-- name: ".utf8)
    var text = text
    return text.withUTF8 { bytes in
      var queries: [(name: String, sql: String)] = []
      var name: Range<Int>?
      func close(at end: Int) {
        guard let name else { return }
        let body = bytes[min(name.upperBound + 1, end)..<end]
        queries.append(
          (String(decoding: bytes[name], as: UTF8.self), String(decoding: body, as: UTF8.self)))
      }
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        if bytes[start..<end].starts(with: marker) {
          close(at: start)
          name = (start + marker.count)..<end
        }
        start = end + 1
      }
      close(at: bytes.count)
      return queries
    }
  }

  /// Whether SQL text holds nothing but white space and `--` comments.
  static func isBlank(_ sql: String) -> Bool {
    sql.split(separator: "\n").allSatisfy { line in
      let text = line.drop { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == ";" }
      return text.isEmpty || text.hasPrefix("--")
    }
  }
}

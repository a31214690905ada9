internal import Store

/// Reads records that other programs write: one JSON object each.
package struct JSONObjects {
  /// Only reads JSON: SQLite's reader is strict, fast and there already.
  private let database: Database

  package init() throws {
    database = try Database(path: ":memory:", mode: .memory)
  }

  /// The members of one JSON object; null is an empty text, numbers and booleans are their text.
  ///
  /// - Throws: `StageFailure` for anything else.
  package func fields(of text: String) throws -> [String: String] {
    let kind = try database.query("driver-json-kind").first(.text(text)) { $0.text(0) }
    guard kind == "object" else {
      throw StageFailure(
        .unusableInput,
        "found \(kind.map { $0.isEmpty ? "no JSON" : "a JSON \($0)" } ?? "nothing"), expected a "
          + "JSON object")
    }
    var fields: [String: String] = [:]
    try database.query("driver-json-members").rows(.text(text)) { row in
      let type = row.text(2)
      guard type != "object", type != "array" else {
        throw StageFailure(
          .unusableInput, "found \(type) for '\(row.text(0))', expected a text")
      }
      fields[row.text(0)] = type == "true" || type == "false" ? type : row.text(1)
    }
    return fields
  }
}

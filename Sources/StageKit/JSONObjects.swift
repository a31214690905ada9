package import LeadModel
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
    let text = Self.withoutZeros(text)
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
      let value = type == "true" || type == "false" ? type : row.text(1)
      // Which of two values counts, every reader decides differently (RFC 8259 section 4).
      guard fields.updateValue(value, forKey: row.text(0)) == nil else {
        throw StageFailure(.unusableInput, "found '\(row.text(0))' twice, expected it once")
      }
    }
    return fields
  }

  /// JSON without the escapes of U+0000, at which SQLite would end a text: what stands behind counts.
  private static func withoutZeros(_ text: String) -> String {
    let escape = Array("\\u0000".utf8)
    let bytes = Array(text.utf8)
    guard bytes.firstRange(of: escape) != nil else { return text }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: escape) {
        index += escape.count
        continue
      }
      // An escaped backslash begins no other escape.
      let length = bytes[index] == escape[0] ? min(2, bytes.count - index) : 1
      kept += bytes[index..<(index + length)]
      index += length
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// The members of a text with some names that are texts or numbers, in the order of the names;
  /// nothing of what is no JSON object.
  package func scalars(
    of text: String, named names: [String]
  ) throws -> [(key: String, value: JSONValue)] {
    let kind = try database.query("driver-json-kind").first(.text(text)) { $0.text(0) }
    guard kind == "object" else { return [] }
    var found: [String: JSONValue] = [:]
    try database.query("driver-json-members").rows(.text(text)) { row in
      guard names.contains(row.text(0)) else { return }
      switch row.text(2) {
      case "text": found[row.text(0)] = .string(row.text(1))
      case "integer": found[row.text(0)] = Int64(row.text(1)).map { .int($0) }
      default: break
      }
    }
    return names.compactMap { name in found[name].map { (key: name, value: $0) } }
  }
}

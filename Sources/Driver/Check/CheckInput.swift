import Glibc
import StageKit
import Store

/// Reads records that other programs write: one JSON object each.
struct CheckInput {
  /// Only reads JSON: SQLite's reader is strict, fast and there already.
  private let database: Database
  /// Bytes of a record on standard input: more than all cells that an import would take.
  private static let limit = 64 << 20

  init() throws {
    database = try Database(path: ":memory:", mode: .memory)
  }

  /// All of standard input; nil when it is a terminal or holds nothing.
  ///
  /// - Throws: `StageFailure` when it is larger than a record can be.
  static func all() throws -> String? {
    guard isatty(STDIN_FILENO) == 0 else { return nil }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += chunk[..<count]
      guard bytes.count <= limit else {
        throw StageFailure(
          .unusableInput,
          "found more than \(limit >> 20) MiB on standard input, expected one "
            + "record; give many records line by line with --stream")
      }
    }
    return bytes.contains { $0 > 32 } ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// The members of one JSON object; null is an empty text, numbers and booleans are their text.
  ///
  /// - Throws: `StageFailure` for anything else.
  func fields(of text: String) throws -> [String: String] {
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

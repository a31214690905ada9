import Glibc
import LeadModel
import StageKit

/// Reads records that other programs write: one JSON object each.
enum CheckInput {
  /// Bytes of a record on standard input: more than all cells that an import would take.
  static let limit = 64 << 20
  /// What a caller knows a record by, where it is no field of its kind.
  private static let callersName = "id"

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

  /// The fields of a record, without the caller's own name for it.
  ///
  /// - Throws: `StageFailure` for values that no field has.
  static func fields(
    of object: JSONObject, of kind: RecordKind
  ) throws(StageFailure) -> [String: String] {
    var fields = try object.fields()
    if kind.field(named: callersName) == nil { fields[callersName] = nil }
    return fields
  }

  /// What the caller knows the record by, to be given back as it came: `id` and `external_id`.
  static func names(in object: JSONObject) -> [(key: String, value: JSONValue)] {
    object.scalars(named: [callersName, "external_id"])
  }
}

import Glibc
import LeadModel
import StageKit
import Store

/// `output/escalations.csv`: what is to be told to whom, of the last date on which there was
/// anything.
enum EscalationsFile {
  private static let header = [
    "notify", "action", "level", "task", "title", "priority", "due", "owner", "rule", "reason",
    "as_of",
  ]

  /// Written from the store, so that an interrupted run's second attempt writes all of it.
  static func write(_ context: StageContext) throws {
    if context.isDryRun { return }
    var lines = [header.joined(separator: ",")]
    try context.database.query("escalate-events-of-date").rows(.int(context.asOf.seconds)) { row in
      let task = row.int(3) > 0 || row.isNull(4) ? "\(row.int(3))" : row.text(4)
      let due = row.optionalInt(7).map { Timestamp(seconds: $0).description } ?? ""
      let cells = [
        row.text(0), row.text(1), row.text(2), task, row.text(5), row.text(6), due, row.text(8),
        row.text(9), row.text(10), context.asOf.description,
      ]
      lines.append(cells.map(cell).joined(separator: ","))
    }
    guard lines.count > 1 else { return }
    let path = "\(context.workspace.outputFolder)/escalations.csv"
    try replace(path, with: lines.joined(separator: "\r\n") + "\r\n")
    if context.counts.rowsIn > 0 { context.result("notifications", .string(path)) }
  }

  /// A cell that no spreadsheet takes for a formula, quoted as RFC 4180 says.
  static func cell(_ text: String) -> String {
    var text = text
    if let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) { text = "'" + text }
    guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// Writes beside and renames, so that a reader never sees half a file.
  private static func replace(_ path: String, with text: String) throws {
    let beside = path + ".part"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        defer {
          close(descriptor)
          unlink(beside)
        }
        throw failure(path)
      }
      rest = rest.dropFirst(written)
    }
    guard close(descriptor) == 0, rename(beside, path) == 0 else { throw failure(path) }
  }

  private static func failure(_ path: String) -> StageFailure {
    StageFailure(
      .internalFault,
      "cannot write '\(path)': \(String(cString: strerror(errno))); "
        + "check the rights of the folder and the free space")
  }
}

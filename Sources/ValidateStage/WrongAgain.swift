import LeadModel
import StageKit
import Store

/// Counts rows of rejects workbooks that were corrected, and are wrong all the same: ingest could say
/// that only of those that nobody had changed.
struct WrongAgain {
  private let context: StageContext
  /// Where the list of findings ended before the run.
  private let start: Int64

  init(context: StageContext) throws {
    self.context = context
    start = try context.database.query("validate-last-finding").first { $0.int(0) } ?? 0
  }

  /// Says it, a line a file.
  func report() throws {
    guard context.counts.rejected > 0 else { return }
    var files: [(name: String, rows: Set<Int64>, reasons: [String: Int])] = []
    var places: [Int64: Int] = [:]
    try context.database.query("validate-wrong-again").rows(.int(start)) { row in
      let file = row.int(0)
      if places[file] == nil {
        places[file] = files.count
        files.append((row.text(1), [], [:]))
      }
      guard let place = places[file] else { return }
      files[place].rows.insert(row.int(2))
      let field = row.text(4)
      files[place].reasons[row.text(3) + (field.isEmpty ? "" : " \(field)"), default: 0] += 1
    }
    for file in files {
      let reasons = file.reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      let rows =
        file.rows.count == 1 ? "1 corrected row is" : "\(file.rows.count) corrected rows are"
      context.say("\(file.name): \(rows) wrong again (\(reasons))")
    }
  }
}

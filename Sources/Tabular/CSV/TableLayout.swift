/// What is known of a table before its rows are read.
struct TableLayout: Sendable {
  /// Cells of a row; 0 when rows differ too much to say.
  var width = 0
  /// One a column; empty when nothing was learned.
  var profiles: [ColumnProfile] = []
  /// The names of the columns; empty when there is no header.
  var header: [[UInt8]] = []
  /// Number of the last row of the header, from 1; 0 when there is none.
  var headerRow = 0
  /// Whether cells have delimiters in them without quotes throughout.
  var isLoose = false
  /// Whether most rows stand in quotes as a whole.
  var isWrapped = false

  /// Whether a row names most of the columns again.
  func isHeaderAgain(_ record: RecordBuffer) -> Bool {
    guard header.count > 1, record.count > 1 else { return false }
    let names = Set(header.filter { !$0.isEmpty })
    let shared = (0..<record.count).count { names.contains(Array(record.cell($0))) }
    return shared >= max(2, names.count / 2)
  }

  func isHeader(_ record: RecordBuffer) -> Bool {
    record.count == header.count && record.count > 0
      && header.indices.allSatisfy { header[$0].elementsEqual(record.cell($0)) }
  }
}

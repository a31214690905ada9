/// Counts what is odd about cells, by column: a million such cells are one notice.
struct XLSXCellNotices {
  enum Oddity: Int, Sendable {
    case digitsLost, shortened, formulaWithoutValue, missingText
  }

  private struct Key: Hashable {
    let oddity: Oddity
    let column: Int
  }

  private var found: [Key: (count: Int, firstRow: Int)] = [:]
  private var repeatedRows: (count: Int, first: Int, number: Int)?

  mutating func add(_ oddity: Oddity, column: Int, row: Int) {
    found[Key(oddity: oddity, column: column), default: (0, row)].count += 1
  }

  mutating func addRepeatedRow(_ row: Int, as number: Int) {
    repeatedRows = repeatedRows.map { ($0.count + 1, $0.first, $0.number) } ?? (1, row, number)
  }

  /// By column, then by oddity; last what is odd about rows.
  var notices: [TabularNotice] { cellNotices + rowNotices }

  private var rowNotices: [TabularNotice] {
    guard let rows = repeatedRows else { return [] }
    return [
      TabularNotice(
        kind: .repeatedRows(count: rows.count, number: rows.number), rowNumber: rows.first)
    ]
  }

  private var cellNotices: [TabularNotice] {
    found.sorted {
      ($0.key.column, $0.key.oddity.rawValue) < ($1.key.column, $1.key.oddity.rawValue)
    }
    .map { key, cells in
      let kind: TabularNotice.Kind =
        switch key.oddity {
        case .digitsLost: .digitsLost(column: key.column, count: cells.count)
        case .shortened: .numberShortened(column: key.column, count: cells.count)
        case .formulaWithoutValue: .formulaWithoutValue(column: key.column, count: cells.count)
        case .missingText: .missingText(column: key.column, count: cells.count)
        }
      return TabularNotice(kind: kind, rowNumber: cells.firstRow)
    }
  }
}

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

  mutating func add(_ oddity: Oddity, column: Int, row: Int) {
    found[Key(oddity: oddity, column: column), default: (0, row)].count += 1
  }

  /// By column, then by oddity.
  var notices: [TabularNotice] {
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

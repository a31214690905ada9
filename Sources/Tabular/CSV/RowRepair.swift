/// Finds the reading of a row that has the right number of cells, with the fewest irregularities.
///
/// A row may have a quote too many, a delimiter too few or too many, or a delimiter of its own. The
/// search goes over all ways to cut the text into cells, each irregularity and each cell unlike its
/// column at a cost; a reading counts only if it is cheap, if no other is as cheap, and if columns
/// of a recognisable kind speak for it.
struct RowRepair {
  let format: CSVFormat
  let profiles: [ColumnProfile]
  /// A header's cells have no column to fit: words are expected.
  var isHeader = false
  /// Whether cells of this file have delimiters in them without quotes, as where spaces delimit.
  var isLoose = false

  struct Outcome {
    var cells: [[UInt8]] = []
    var cost = 0.0
    /// What was irregular, in order of the cells.
    var steps: [Step] = []
  }

  enum Step: Hashable, Sendable {
    case strayQuote(column: Int)
    case missingDelimiter(column: Int)
    case extraDelimiter(column: Int)
    case mergedCell(column: Int)
    case missingCells(column: Int)
    case otherDelimiter
    case lineBreak(column: Int)
    case wrapped
  }

  /// Longer rows are left as they are.
  private static let longestRow = 64 << 10
  private static let widestRow = 400
  private static let costLimit = 4.5
  /// Positions looked at: hostile rows must not hold the reader up.
  private static let workLimit = 400_000

  private var width: Int { profiles.count }
  private var typedCount: Int { profiles.count { $0.isTyped } }

  /// The best reading of a row, or nil where there is none or more than one.
  func repaired(_ row: UnsafeBufferPointer<UInt8>) -> Outcome? {
    guard width > 1, width <= Self.widestRow, row.count <= Self.longestRow, row.count > 0 else {
      return nil
    }
    var search = RowSearch(repair: self, row: row, format: format, workLimit: Self.workLimit)
    return search.run(costLimit: isLoose ? 24 : Self.costLimit).flatMap { accepted($0) }
  }

  /// The reading of a row by another delimiter than the file's.
  func repaired(_ row: UnsafeBufferPointer<UInt8>, delimiter: [UInt8]) -> Outcome? {
    guard width > 2, width <= Self.widestRow, row.count <= Self.longestRow,
      typedCount > 1 || isHeader
    else { return nil }
    var other = format
    other.delimiter = delimiter
    var copy = self
    copy.isLoose = true
    var search = RowSearch(repair: copy, row: row, format: other, workLimit: Self.workLimit)
    guard var outcome = search.run(costLimit: 24), fits(outcome.cells) else { return nil }
    outcome.steps.insert(.otherDelimiter, at: 0)
    return outcome
  }

  private func accepted(_ outcome: Outcome) -> Outcome? {
    let movesCells = outcome.steps.contains {
      if case .strayQuote = $0 { false } else if case .missingCells = $0 { false } else { true }
    }
    if movesCells, !isHeader, !fits(outcome.cells) { return nil }
    return outcome
  }

  /// Whether at least one column of a kind holds a value of its kind, and none one of another.
  private func fits(_ cells: [[UInt8]]) -> Bool {
    if isHeader { return true }
    var evidence = 0
    for (profile, cell) in zip(profiles, cells) where profile.isTyped {
      let shape = CellShape(cell)
      if profile.contradicts(shape) { return false }
      if shape.form != .empty { evidence += 1 }
    }
    return evidence > 0
  }

  func misfit(_ column: Int, _ cell: some RandomAccessCollection<UInt8>) -> Double {
    let shape = CellShape(cell)
    if isHeader {
      if let quote = format.quote, cell.contains(quote) { return 1.5 }
      switch shape.form {
      case .empty: return 0.75
      case .pattern: return 0.25
      case .url, .email: return 1
      default: return 0
      }
    }
    return profiles[column].misfit(shape)
  }
}

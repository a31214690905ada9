import Bytes

/// Finds the parts of a table in a sample: what stands above it, its header, what its columns hold.
struct StructureGuess {
  private(set) var layout = TableLayout()
  private(set) var preamble = Detected(0, 0.5, "there is no row")
  private(set) var header = Detected(0, 0.5, "there is no row")
  private(set) var columns = Detected(0, 0, "there is no row")

  private let format: CSVFormat
  private let sample: UnsafeBufferPointer<UInt8>
  private var rows: [SampleRow] = []

  private struct SampleRow {
    let number: Int
    /// Where its first line stands in the sample.
    let start: Int
    var cells: [[UInt8]]
    var shapes: [CellShape]
    var filled: Int { shapes.count { $0.form != .empty } }

    init(_ number: Int, _ start: Int, _ cells: [[UInt8]]) {
      self.number = number
      self.start = start
      self.cells = cells
      shapes = cells.map { CellShape($0) }
    }
  }

  private static let rowLimit = 1_000
  private static let mostHeaderRows = 4
  /// Fewer rows say too little about a column to mend others by it.
  private static let fewestRows = 3

  init(_ format: CSVFormat, sample: UnsafeBufferPointer<UInt8>, options: CSVOptions) {
    self.format = format
    self.sample = sample
    findWidth()
    readRows()
    if let given = options.preambleRows { rows.removeAll { $0.number <= given } }
    guard !rows.isEmpty else { return }
    var first = firstFullRow()
    learn(from: first + 1)
    findHeader(&first, given: options.headerRows)
    let above = rows[first].number - 1
    preamble =
      options.preambleRows.map { .given($0) }
      ?? Detected(
        above, above == 0 ? 0.95 : 0.85,
        above == 0 ? "the first row has the table's width" : "rows of another width, or blank")
    learn(from: first + header.value)
  }

  // MARK: Rows

  private mutating func findWidth() {
    let score = FormatScore(format, sample: sample)
    layout.width = score.share >= 0.35 || score.counts.count < 3 ? score.width : 0
    layout.isLoose = score.isLoose
    layout.isWrapped = score.isWrapped
    if score.isLoose { layout.width = score.width }
    columns = Detected(
      layout.width, layout.isLoose ? 0.5 : score.width == 1 ? 0.5 : score.share,
      layout.isLoose
        ? "the first row has so many cells, the others at least as many"
        : "\(Int(score.share * 100)) % of \(score.counts.count) rows")
  }

  private mutating func readRows() {
    var reader = RowReader(format: format, layout: layout, repairs: false, cellLimit: 0)
    var record = RecordBuffer()
    var position = 0
    var number = 1
    while position < sample.count, rows.count < Self.rowLimit {
      switch reader.next(sample, from: position, isFinal: true, number: number, into: &record) {
      case .blank(let end): position = end
      case .row(let end), .tableStart(let end):
        if !record.isBlank {
          rows.append(
            SampleRow(number, position, (0..<record.count).map { Array(record.cell($0)) }))
        }
        position = end
      case .needsMore: return
      }
      number += 1
    }
  }

  /// The first row that has the table's width, and most of its cells filled.
  private func firstFullRow() -> Int {
    guard layout.width > 1 else { return 0 }
    let needed = max(2, (layout.width * 3 + 4) / 5)
    let isFull: (SampleRow) -> Bool = {
      $0.cells.count == self.layout.width && $0.filled >= min(needed, self.layout.width)
    }
    let first = rows.prefix(60).firstIndex(where: isFull)
    return first ?? rows.firstIndex { $0.cells.count == layout.width } ?? 0
  }

  private mutating func learn(from first: Int) {
    guard layout.width > 1, first < rows.count else { return }
    var profiles = [ColumnProfile](repeating: ColumnProfile(), count: layout.width)
    // Where files were put together, the header comes again, and is none of the values.
    let header = first > 0 ? rows[first - 1].cells : []
    for (index, row) in rows.enumerated().dropFirst(first)
    where row.cells.count == layout.width && row.cells != header {
      if mayEnd(index, from: first) { break }
      for (column, shape) in row.shapes.enumerated() { profiles[column].add(shape) }
    }
    for column in profiles.indices { profiles[column].finish() }
    layout.profiles = (profiles.first?.count ?? 0) >= Self.fewestRows ? profiles : []
  }

  /// Whether another table may begin with a row: it stands apart, and has nothing but words.
  private func mayEnd(_ index: Int, from first: Int) -> Bool {
    index >= first + Self.fewestRows && rows[index].number > rows[index - 1].number + 1
      && rows[index].shapes.allSatisfy { $0.form == .word || $0.form == .text }
  }

  // MARK: Header

  /// How a row compares with the columns of recognisable kinds: cells like theirs, and unlike.
  private func comparison(_ row: SampleRow) -> (like: Int, unlike: Int) {
    var like = 0
    var unlike = 0
    for (profile, shape) in zip(layout.profiles, row.shapes) where profile.isTyped {
      if shape.form == .empty { continue }
      if profile.contradicts(shape) { unlike += 1 } else { like += 1 }
    }
    return (like, unlike)
  }

  private mutating func findHeader(_ first: inout Int, given: Int?) {
    if given == 0 {
      header = .given(0)
      return
    }
    let (like, unlike) = comparison(rows[first])
    if first > 0, unlike == 0, given == nil, let names = damagedHeader(above: first) {
      first -= 1
      rows[first] = SampleRow(rows[first].number, rows[first].start, names)
      setHeader(first, 1, 0.8, "the row above the first whole one has words for the columns")
      return
    }
    if let given {
      setHeader(first, min(given, rows.count - first), 1, "given")
      return
    }
    if like + unlike > 0 {
      let sum = Double(like + unlike)
      guard unlike > like else {
        header = Detected(
          0, 0.5 + 0.45 * Double(like - unlike) / sum,
          "the first row has values like those below in \(like) of \(like + unlike) columns")
        return
      }
      setHeader(
        first, 1 + moreHeaderRows(after: first), 0.5 + 0.48 * Double(unlike - like) / sum,
        "the first row is unlike the values below in \(unlike) of \(like + unlike) columns")
      return
    }
    let isNames = looksLikeNames(rows[first], below: rows.dropFirst(first + 1))
    if isNames {
      setHeader(first, 1, 0.7, "the first row has different words, none of which comes again")
    } else {
      header = Detected(0, 0.5, "the first row has values that come again, or no words")
    }
  }

  private mutating func setHeader(
    _ first: Int, _ count: Int, _ confidence: Double, _ evidence: String
  ) {
    header = Detected(count, confidence, evidence)
    guard count > 0 else { return }
    layout.headerRow = rows[first + count - 1].number
    let width = rows[first..<first + count].map(\.cells.count).max() ?? 0
    layout.header = (0..<width).map { column in
      Array(
        rows[first..<first + count].compactMap {
          column < $0.cells.count && !$0.cells[column].isEmpty ? $0.cells[column] : nil
        }.joined(separator: [32]))
    }
  }

  /// Rows below the first one of a header that are no data either.
  private func moreHeaderRows(after first: Int) -> Int {
    var count = 0
    while count + 1 < Self.mostHeaderRows, first + count + 1 < rows.count {
      let row = rows[first + count + 1]
      let (like, unlike) = comparison(row)
      guard row.cells.count == rows[first].cells.count,
        row.number == rows[first].number + count + 1,
        like == 0, unlike > 1
      else { break }
      count += 1
    }
    return count
  }

  /// The header, where a slip in it gives it another number of cells than its table.
  private func damagedHeader(above first: Int) -> [[UInt8]]? {
    let row = rows[first - 1]
    guard row.number == rows[first].number - 1, layout.profiles.count == layout.width else {
      return nil
    }
    let stop = format.lineEnd(sample, from: row.start)
    let line = UnsafeBufferPointer(rebasing: sample[row.start..<stop])
    let repair = RowRepair(format: format, profiles: layout.profiles, isHeader: true)
    if let outcome = repair.repaired(line) { return outcome.cells }
    for delimiter: [UInt8] in [[59], [44], [9], [124], [32]] where delimiter != format.delimiter {
      let count = line.count { $0 == delimiter[0] }
      if count + 1 < layout.width { continue }
      if let outcome = repair.repaired(line, delimiter: delimiter) { return outcome.cells }
    }
    // Two names without a delimiter between them: nothing tells where the cut is.
    return row.cells.count == layout.width - 1 && row.filled == row.cells.count ? row.cells : nil
  }

  private func looksLikeNames(_ row: SampleRow, below: ArraySlice<SampleRow>) -> Bool {
    let cells = row.cells.filter { !$0.isEmpty }
    guard !cells.isEmpty, Set(cells).count == cells.count else { return false }
    for (column, shape) in row.shapes.enumerated() {
      switch shape.form {
      case .email, .url: return false
      case .pattern:
        // `col1` is a name, `01234` is none.
        if let first = row.cells[column].first, ASCII.isDigit(first) { return false }
      default: break
      }
      let comesAgain = below.prefix(200).contains {
        column < $0.cells.count && !row.cells[column].isEmpty
          && $0.cells[column] == row.cells[column] && $0.cells != row.cells
      }
      if comesAgain { return false }
    }
    return true
  }
}

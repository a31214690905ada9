/// How well a way of reading splits a sample into a table: as evenly as possible, into cells that
/// look like values.
struct FormatScore {
  let format: CSVFormat
  /// Cells of each row that is not blank.
  private(set) var counts: [Int] = []
  /// The number of cells that most rows have, of those that are split at all.
  private(set) var width = 1
  /// Of the rows that have it.
  private(set) var share = 0.0
  /// Of the cells, as far as they look like values.
  private(set) var cleanness = 0.0
  /// Columns of recognisable kinds: numbers, dates, addresses.
  private(set) var typedColumns = 0
  private(set) var strayQuotes = 0
  /// Of the rows looked at.
  private(set) var cellCount = 0
  /// Cells that begin or end with a comma, semicolon, pipe or tab.
  private(set) var delimiterEnds = 0
  /// Whether cells have delimiters in them without quotes: every row has at least the cells of the
  /// first one, which are words.
  private(set) var isLoose = false
  /// Rows that stand in quotes as a whole, and how many of them have quotes inside.
  private(set) var wrapped = (rows: 0, withQuotes: 0)

  static let rowLimit = 300
  private static let usualDelimiters: [UInt8] = [44, 59, 124, 9]

  init(_ format: CSVFormat, sample: UnsafeBufferPointer<UInt8>) {
    self.init(
      format, sample: sample,
      unwraps: format.delimiter.count == 1 && Self.usualDelimiters.contains(format.delimiter[0]))
    // A column of quoted names, last name first, is no table of two.
    let isTable = count(0) == width && (width > 2 || wrapped.withQuotes > 0)
    if isWrapped, !isTable { self.init(format, sample: sample, unwraps: false) }
  }

  private init(_ format: CSVFormat, sample: UnsafeBufferPointer<UInt8>, unwraps: Bool) {
    self.format = format
    let scanner = RecordScanner(format)
    var record = RecordBuffer()
    var position = 0
    var clean = 0.0
    var patterns: [Int: [Int: Int]] = [:]
    var startsWithWords = false
    while position < sample.count, counts.count < Self.rowLimit {
      let (end, strays) = Self.row(scanner, format, sample, position, &record)
      position = end
      if record.isBlank { continue }
      strayQuotes += strays
      if unwraps { unwrap(&record, scanner) }
      if counts.isEmpty { startsWithWords = Self.areWords(record) }
      counts.append(record.count)
      let first = patterns[record.count] == nil
      for column in 0..<min(record.count, 200) {
        let shape = CellShape(record.cell(column))
        clean += Self.cleanness(record.cell(column), shape, format)
        cellCount += 1
        if Self.hasDelimiterAtEnd(record.cell(column)) { delimiterEnds += 1 }
        let isTyped = shape.form == .pattern || shape.form == .email || shape.form == .url
        if isTyped { patterns[record.count, default: [:]][column, default: 0] += 1 }
      }
      if first, patterns[record.count] == nil { patterns[record.count] = [:] }
    }
    cleanness = cellCount > 0 ? clean / Double(cellCount) : 0
    var tally: [Int: Int] = [:]
    for count in counts where count > 1 { tally[count, default: 0] += 1 }
    guard let most = tally.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return }
    width = most.key
    share = Double(most.value) / Double(counts.count)
    typedColumns = (patterns[width] ?? [:]).values.count { $0 * 2 > most.value }
    let first = counts[0]
    if format.delimiter == [32], startsWithWords, share < 0.6, first > 2,
      counts.count(where: { $0 >= first }) * 20 >= counts.count * 19
    {
      isLoose = true
      width = first
    }
  }

  /// Whether most rows stand in quotes as a whole.
  var isWrapped: Bool { wrapped.rows * 2 > counts.count }

  private mutating func unwrap(_ record: inout RecordBuffer, _ scanner: RecordScanner) {
    guard record.count == 1, let quote = format.quote else { return }
    let hasQuotes = record.bytes.contains(quote)
    guard scanner.unwrap(&record) else { return }
    wrapped.rows += 1
    if hasQuotes { wrapped.withQuotes += 1 }
  }

  private static func hasDelimiterAtEnd(_ cell: ArraySlice<UInt8>) -> Bool {
    guard let first = cell.first, let last = cell.last else { return false }
    return usualDelimiters.contains(first) || usualDelimiters.contains(last)
  }

  private static func areWords(_ record: RecordBuffer) -> Bool {
    (0..<record.count).allSatisfy { CellShape(record.cell($0)).form == .word }
  }

  /// A row whose quote is not closed within 50 lines ends with its line.
  private static func row(
    _ scanner: RecordScanner, _ format: CSVFormat, _ sample: UnsafeBufferPointer<UInt8>,
    _ position: Int, _ record: inout RecordBuffer
  ) -> (end: Int, strays: Int) {
    let scan = scanner.scan(sample, from: position, into: &record)
    if scan.isClosed, scan.breaks < 50 { return (scan.end, scan.strayQuotes) }
    let stop = format.lineEnd(sample, from: position)
    let line = UnsafeBufferPointer(rebasing: sample[position..<stop])
    _ = scanner.scan(line, from: 0, into: &record, keepsOpenQuotes: true)
    return (stop + format.lineEndLength(sample, stop), scan.strayQuotes + 1)
  }

  /// 1 for a value, less for what looks like several, or like half of one.
  private static func cleanness(
    _ cell: ArraySlice<UInt8>, _ shape: CellShape, _ format: CSVFormat
  ) -> Double {
    if shape.form == .empty || shape.form == .word || shape.form == .email { return 1 }
    if let first = cell.first, let last = cell.last {
      let quotes = (first == 34 ? 1 : 0) + (last == 34 && cell.count > 1 ? 1 : 0)
      if quotes == 2 { return 0 }
      if quotes == 1, cell.count(where: { $0 == 34 }) % 2 == 1 { return 0.1 }
    }
    if shape.form == .url { return 1 }
    var value = shape.form == .text ? 0.85 : 1
    var previous: UInt8 = 0
    for (index, byte) in zip(cell.indices, cell) {
      switch byte {
      case 9: value = min(value, 0.2)
      case 59, 124: value = min(value, 0.3)
      case 44:
        let next = index + 1 < cell.endIndex ? cell[index + 1] : 0
        let isNumber = previous >= 48 && previous <= 57 && next >= 48 && next <= 57
        if next != 32, !isNumber { value = min(value, 0.3) }
      default: break
      }
      previous = byte
    }
    return value
  }

  var value: Double {
    guard width > 1 else { return 0 }
    if isLoose { return 0.45 * cleanness * (1 - 1 / Double(width + 1)) }
    return share * share.squareRoot() * (1 - 1 / Double(width + 1)) * (0.3 + 0.7 * cleanness)
  }

  /// The first row with the commonest number of cells.
  var firstRow: Int { counts.firstIndex(of: width) ?? 0 }

  /// Cells of a row; quotes divide the text into rows a little differently for each format.
  func count(_ row: Int) -> Int { counts.indices.contains(row) ? counts[row] : 1 }
}

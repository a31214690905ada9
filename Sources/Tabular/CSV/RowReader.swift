/// Reads rows one by one, so that a row that is not written as it should be is read as it was meant
/// where that is clear, and in any case spoils no other row.
struct RowReader {
  let format: CSVFormat
  let scanner: RecordScanner
  let repairs: Bool
  /// Whether a row that is the header again begins another table.
  private let splitsAtHeader: Bool
  /// Bytes after which an open quote is taken for a stray one.
  private let cellLimit: Int
  private(set) var layout: TableLayout
  /// Rows that may still be mended: beyond it a file is what it is.
  private var repairsLeft = 2_000

  enum Result {
    case row(end: Int)
    case blank(end: Int)
    /// The row may go on after the text.
    case needsMore
    /// A row that begins another table; it is in the record.
    case tableStart(end: Int)
  }

  /// Whether the row before the latest one was blank.
  private var followsBlank = false
  private var isBlank = false

  /// What was irregular about the latest row.
  private(set) var steps: [RowRepair.Step] = []
  /// Whether the latest row is cut off by the end of the file.
  private(set) var isCutOff = false

  /// Delimiters that single rows come with in files that have another.
  private static let strangeDelimiters: [[UInt8]] = [[59], [44], [9], [124], [32]]

  init(
    format: CSVFormat, layout: TableLayout, repairs: Bool, splitsAtHeader: Bool = false,
    cellLimit: Int
  ) {
    self.format = format
    self.layout = layout
    self.repairs = repairs
    self.splitsAtHeader = splitsAtHeader
    self.cellLimit = cellLimit
    scanner = RecordScanner(format)
  }

  /// Goes on with another table, of which only the header is known.
  mutating func beginTable(_ header: RecordBuffer) {
    layout = TableLayout(
      width: header.count, header: (0..<header.count).map { Array(header.cell($0)) })
  }

  /// Reads the row at a position; its number counts from 1, and a text is final that ends with the
  /// file.
  mutating func next(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, isFinal: Bool, number: Int,
    into record: inout RecordBuffer
  ) -> Result {
    steps.removeAll(keepingCapacity: true)
    isCutOff = false
    followsBlank = isBlank
    isBlank = false
    let scan = scanner.scan(text, from: start, into: &record)
    if !isFinal {
      // The other half of a CR LF may be still to come.
      let isOpen = !scan.isEnded || scan.end == text.count && text[scan.end - 1] == 13
      if isOpen {
        let swallows = !scan.isClosed && scan.breaks > 3 && hasRows(text, after: start, scan)
        if !swallows, text.count - start <= cellLimit { return .needsMore }
      }
    }
    if scan.isClosed, scan.breaks == 0, record.count == 1, record.isBlank {
      isBlank = true
      return .blank(end: scan.end)
    }
    let isRegular = scan.isClosed && (layout.width == 0 || record.count == layout.width)
    let isSuspicious = scan.halfQuoted > 1 && layout.width > 1
    if isRegular, !isSuspicious, scan.strayQuotes == 0 || scan.breaks == 0 {
      let splits =
        splitsAtHeader && number > layout.headerRow
        && (layout.isHeader(record) || followsBlank && isOtherHeader(record, text, scan.end))
      return splits ? .tableStart(end: scan.end) : .row(end: scan.end)
    }
    return irregular(text, start, scan, isFinal, number, &record)
  }

  private mutating func irregular(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ scan: RecordScanner.Scan, _ isFinal: Bool,
    _ number: Int, _ record: inout RecordBuffer
  ) -> Result {
    if scan.isClosed, record.count == 1, layout.width > 1, text[start] == format.quote {
      var inner = record
      if scanner.unwrap(&inner), inner.count == layout.width {
        record = inner
        if !layout.isWrapped { steps = [.wrapped] }
        return .row(end: scan.end)
      }
    }
    let goesOn = scan.breaks > 0 || !scan.isClosed
    let swallows = goesOn && hasRows(text, after: start, scan)
    if !scan.isClosed, isFinal, !swallows,
      !endsWithLine(text) || scan.breaks > 1 && record.count == layout.width && layout.width > 1
    {
      isCutOff = true
      return .row(end: scan.end)
    }
    if scan.isClosed, !swallows, record.count == layout.width, scan.halfQuoted < 2 {
      return .row(end: scan.end)
    }
    if !goesOn, record.isBlank, record.count == 1 { return .blank(end: scan.end) }
    if !goesOn, startsTable(text, scan, record, number) { return .tableStart(end: scan.end) }
    if !goesOn, number > layout.headerRow {
      switch joined(text, scan, isFinal, &record) {
      case .row(let end, let column):
        steps = [.lineBreak(column: column)]
        return .row(end: end)
      case .needsMore: return .needsMore
      case .none: break
      }
    }
    let stop = format.lineEnd(text, from: start)
    let line = UnsafeBufferPointer(rebasing: text[start..<stop])
    if let outcome = mended(
      line, hasQuotes: goesOn || scan.strayQuotes + scan.halfQuoted > 0, record, number)
    {
      steps = outcome.steps
      record.removeAll()
      for cell in outcome.cells {
        cell.withUnsafeBufferPointer { record.append($0) }
        record.endCell()
      }
      return .row(end: stop + format.lineEndLength(text, stop))
    }
    if scan.isClosed, !swallows { return .row(end: scan.end) }
    // Quotes that are not closed in this line are text, and the next line is a row of its own.
    _ = scanner.scan(line, from: 0, into: &record, keepsOpenQuotes: true)
    steps = [.strayQuote(column: 0)]
    return .row(end: stop + format.lineEndLength(text, stop))
  }

  // MARK: Mending

  private mutating func mended(
    _ line: UnsafeBufferPointer<UInt8>, hasQuotes: Bool, _ record: RecordBuffer, _ number: Int
  ) -> RowRepair.Outcome? {
    guard repairs, repairsLeft > 0, !format.isDrawn, layout.profiles.count == layout.width,
      layout.width > 1
    else {
      return nil
    }
    repairsLeft -= 1
    let isHeader = layout.headerRow > 0 && number <= layout.headerRow
    let repair = RowRepair(
      format: format, profiles: layout.profiles, isHeader: isHeader, isLoose: layout.isLoose)
    let outcome = repair.repaired(line)
    if let outcome, !isLeftAsItIs(outcome, hasQuotes: hasQuotes) { return outcome }
    // A row that hardly splits at all may have a delimiter of its own.
    if record.count * 2 <= layout.width || outcome == nil {
      let others = Self.strangeDelimiters.filter { $0 != format.delimiter }
      for delimiter in others {
        let count = line.count { $0 == delimiter[0] }
        if count + 1 < layout.width { continue }
        if let other = repair.repaired(line, delimiter: delimiter) { return other }
      }
    }
    return nil
  }

  /// A row that only ends early is what it is.
  private func isLeftAsItIs(_ outcome: RowRepair.Outcome, hasQuotes: Bool) -> Bool {
    guard !hasQuotes else { return false }
    return outcome.steps.allSatisfy { if case .missingCells = $0 { true } else { false } }
  }

  // MARK: Looking ahead

  /// Whether the lines after the first one of a row that goes on are rows themselves.
  private func hasRows(
    _ text: UnsafeBufferPointer<UInt8>, after start: Int, _ scan: RecordScanner.Scan
  ) -> Bool {
    guard layout.width > 1 else { return false }
    var scratch = RecordBuffer()
    var position = format.lineEnd(text, from: start)
    var seen = 0
    var alike = 0
    while seen < 5, position < scan.end {
      position += format.lineEndLength(text, position)
      let stop = format.lineEnd(text, from: position)
      let line = UnsafeBufferPointer(rebasing: text[position..<stop])
      let alone = scanner.scan(line, from: 0, into: &scratch)
      if !line.isEmpty {
        seen += 1
        // The last line of a quoted cell has the closing quote without the opening one.
        let isEven = line.count { $0 == format.quote } % 2 == 0
        if isEven, alone.isClosed, alone.strayQuotes == 0, scratch.count == layout.width {
          alike += 1
        }
      }
      position = stop
    }
    return layout.width > 2 ? alike > 0 : alike > 0 && alike == seen
  }

  private func endsWithLine(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.last.map(format.isLineEnd) ?? true
  }

  /// Whether a row of the table's width, behind a blank one, has the names of other columns: words
  /// where the table has values, and values of other kinds below.
  private func isOtherHeader(
    _ record: RecordBuffer, _ text: UnsafeBufferPointer<UInt8>, _ end: Int
  ) -> Bool {
    guard layout.width > 1, layout.profiles.count == layout.width, record.count == layout.width
    else { return false }
    let shapes = (0..<record.count).map { CellShape(record.cell($0)) }
    let isWords = shapes.allSatisfy { $0.form == .word || $0.form == .text }
    let unlike = zip(layout.profiles, shapes).count { $0.contradicts($1) }
    guard isWords, unlike > 0 else { return false }
    let names = Set((0..<record.count).map { record.cell($0) })
    guard names.count == record.count else { return false }
    // Rows below that would be like the others make it an odd row among them, unless the columns
    // only stand in another order.
    var below = RecordBuffer()
    guard end < text.count, scanner.scan(text, from: end, into: &below).isClosed else {
      return false
    }
    return zip(layout.profiles, 0..<min(layout.width, below.count)).contains {
      $0.contradicts(CellShape(below.cell($1)))
    }
  }

  /// Whether a row with another number of cells is the header of another table.
  private func startsTable(
    _ text: UnsafeBufferPointer<UInt8>, _ scan: RecordScanner.Scan, _ record: RecordBuffer,
    _ number: Int
  ) -> Bool {
    guard number > layout.headerRow, layout.width > 1, record.count > 1,
      record.count != layout.width
    else { return false }
    var names: Set<ArraySlice<UInt8>> = []
    for column in 0..<record.count {
      let shape = CellShape(record.cell(column))
      guard shape.form == .word || shape.form == .text || shape.form == .pattern else {
        return false
      }
      names.insert(record.cell(column))
    }
    guard names.count == record.count else { return false }
    var scratch = RecordBuffer()
    var position = scan.end
    var alike = 0
    for _ in 0..<3 where position < text.count {
      let next = scanner.scan(text, from: position, into: &scratch)
      if next.isClosed, scratch.count == record.count { alike += 1 }
      position = next.end
    }
    if layout.isHeaderAgain(record) { return alike > 0 }
    // Words only, and rows of the same width below.
    let hasDigits = (0..<record.count).contains { CellShape(record.cell($0)).form == .pattern }
    return alike >= 2 && !hasDigits && (record.count > 2 || followsBlank)
  }
}

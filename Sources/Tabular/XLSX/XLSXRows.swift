import Bytes

/// The rows of a sheet as they come about, cell by cell.
///
/// A value of its own, so that the cells of a passage are put into it without asking for each
/// whether somebody else is at it.
struct XLSXRows {
  /// Where the rows go; whoever takes them says so by `resume`.
  var batch = CellBatch()
  private(set) var failure: TabularError?
  private(set) var notices = XLSXCellNotices()
  /// Rows that hold something, and are hidden.
  private(set) var hiddenRowCount = 0
  private(set) var firstHiddenRow: Int?
  /// Of the widest row.
  private(set) var columnCount = 0

  let environment: XLSXSheetEnvironment
  private let texts: XLSXTexts
  private var isFull = false

  private(set) var rowNumber = 0
  /// Whether the number is the file's own.
  private(set) var isRowNumbered = false
  private var isRowHidden = false
  private var rowNumbers = XLSXRowNumbers()
  private var row = XLSXRow()
  /// Of the latest cell.
  private(set) var columnIndex = -1
  private var numbers: NumberText

  private static let batchBytes = 256 << 10
  /// Cells of a batch: empty ones have no bytes.
  private static let batchCells = 256 << 10

  init(environment: XLSXSheetEnvironment) {
    self.environment = environment
    texts = environment.strings.texts
    numbers = NumberText(
      usesDates1904: environment.usesDates1904, decimalMark: environment.decimalMark)
  }

  /// Whether there is enough for now, or too much.
  var pauses: Bool { isFull || failure != nil }

  mutating func resume() { isFull = false }

  mutating func fail(_ reason: TabularError.Reason, _ message: String) {
    if failure == nil { failure = TabularError(reason, environment.path, message) }
  }

  // MARK: Rows

  /// Goes to a row: its number as the file gives it, nil for the one after the row before.
  mutating func beginRow(number: Int?, isHidden: Bool) {
    isRowNumbered = number != nil
    rowNumber = number ?? rowNumber + 1
    isRowHidden = isHidden
    columnIndex = -1
    row.removeAll()
  }

  mutating func endRow() {
    guard rowNumber <= XLSXCellRange.maximumRow else {
      return fail(
        .limit, "row \(rowNumber): a sheet has at most \(XLSXCellRange.maximumRow) rows")
    }
    guard row.finish(in: &batch) else { return }
    if isRowHidden, isInArea {
      hiddenRowCount += 1
      firstHiddenRow = firstHiddenRow ?? rowNumber
    }
    if isRowSkipped {
      batch.discardOpenRow()
    } else {
      let number = rowNumbers.take(rowNumber)
      if number != rowNumber { takeTwice(as: number) }
      columnCount = max(columnCount, row.columnCount)
      batch.endRow(number: number)
    }
    isFull = batch.byteCount >= Self.batchBytes || batch.cellCount >= Self.batchCells
  }

  private var isRowSkipped: Bool { isRowHidden && environment.hiddenRows == .skip }

  private var isInArea: Bool { environment.area?.rows.contains(rowNumber) != false }

  /// Two rows that say to be one: both are read, as nobody knows which of them is meant.
  private mutating func takeTwice(as number: Int) {
    guard environment.area == nil, number <= XLSXCellRange.maximumRow else {
      return fail(
        .corrupt,
        "row \(rowNumber) comes twice, so that its place is not known; open the file and "
          + "save it again as .xlsx")
    }
    notices.addRepeatedRow(rowNumber, as: number)
    rowNumber = number
  }

  // MARK: Cells

  /// Goes to a cell.
  ///
  /// - Parameters:
  ///   - column: nil for the one after the cell before.
  ///   - row: as the cell's reference gives it; it counts where the row has no number itself.
  mutating func beginCell(column: Int?, row: Int?) {
    if let row, !isRowNumbered {
      rowNumber = row
      isRowNumbered = true
    }
    columnIndex = column ?? columnIndex + 1
  }

  mutating func noteFormulaWithoutValue() { note(.formulaWithoutValue) }

  /// Notes something about the latest cell, if it is among those that are read.
  private mutating func note(_ oddity: XLSXCellNotices.Oddity) {
    guard !isRowSkipped, isInArea else { return }
    notices.add(oddity, column: columnIndex, row: rowNumber)
  }

  /// Puts the cell into the row: its text, or what its number or index stands for.
  @inline(__always)
  mutating func put(_ bytes: UnsafeBufferPointer<UInt8>, kind: XLSXCell.Kind, style: Int) {
    guard !bytes.isEmpty else { return }
    guard columnIndex <= XLSXCellRange.maximumColumn, row.cellCount <= XLSXCellRange.maximumColumn
    else {
      return fail(
        .limit, "row \(rowNumber): more than \(XLSXCellRange.maximumColumn + 1) columns")
    }
    switch kind {
    case .number: putNumber(bytes, style: style)
    case .shared:
      if let text = texts[XLSXCellReference.number(bytes)] {
        append(text)
      } else if environment.strings.isAbsent {
        fail(
          .corrupt,
          "row \(rowNumber): refers to the workbook's texts, but their part 'sharedStrings.xml' is "
            + "missing: the file is damaged; open it in a spreadsheet program and save it as .xlsx "
            + "again, or ask for it again")
      } else {
        note(.missingText)
      }
    case .boolean: putBoolean(bytes)
    case .isoDate: putISODate(bytes, style: style)
    case .inline, .string, .error: append(bytes)
    }
    if row.byteCount > environment.limits.rowBytes {
      fail(
        .limit,
        "row \(rowNumber): its cells are longer than \(environment.limits.rowBytes >> 20) MiB "
          + "together")
    }
  }

  @inline(__always)
  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    row.append(bytes, column: columnIndex, to: &batch)
  }

  private mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func putNumber(_ bytes: UnsafeBufferPointer<UInt8>, style: Int) {
    if environment.showsNumbers(style), NumberText.isPlain(bytes) {
      append(bytes)
      return
    }
    numbers.render(bytes, as: environment.format(style))
    switch numbers.loss {
    case .digits: note(.digitsLost)
    case .shortened: note(.shortened)
    case nil: break
    }
    numbers.output.withUnsafeBufferPointer { append($0) }
  }

  /// - Source: ECMA-376 part 1, 18.18.11 (ST_CellType, b) and 22.9.2.1 (ST_OnOff), of which Excel
  ///   writes 1 and 0.
  private mutating func putBoolean(_ bytes: UnsafeBufferPointer<UInt8>) {
    let isTrue = bytes[0] == UInt8(ascii: "1") || bytes.elementsEqual("true".utf8)
    append(isTrue ? "TRUE" : "FALSE")
  }

  /// A date is written with a time of day even where its format shows none.
  ///
  /// - Source: ECMA-376 part 1, 18.18.11 (ST_CellType, d) and 18.17.4.
  private mutating func putISODate(_ bytes: UnsafeBufferPointer<UInt8>, style: Int) {
    let isDate = environment.format(style).first.meaning == .date
    let end = isDate ? bytes.firstIndex(of: UInt8(ascii: "T")) ?? bytes.count : bytes.count
    append(UnsafeBufferPointer(rebasing: bytes[..<end]))
  }
}

import Bytes

/// Turns the XML of a worksheet into rows of cells.
///
/// Only what stands where the standard puts it counts: a `v` inside of an extension is no value.
///
/// - Source: ECMA-376 part 1, 18.3.1.99 (worksheet), 18.3.1.80 (sheetData), 18.3.1.73 (row),
///   18.3.1.4 (c), 18.3.1.96 (v), 18.3.1.53 (is), 18.4.12 (t), 18.4.4 (r), 18.4.6 (rPh).
final class XLSXSheetContent: XMLBulkHandler {
  /// Where the rows go; whoever takes them says so by `resume`.
  var batch = CellBatch()
  private(set) var failure: TabularError?
  private(set) var notices = XLSXCellNotices()
  private(set) var hiddenRowCount = 0
  private(set) var firstHiddenRow: Int?
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  private(set) var mergedRanges: [XLSXCellRange] = []

  let environment: XLSXSheetEnvironment
  private var isFull = false
  private var place = Place.document
  /// Elements open inside of one that does not matter.
  private var ignoredDepth = 0
  private var hidesRowsByDefault = false

  // The row.
  private(set) var rowNumber = 0
  private(set) var isRowNumbered = false
  private var isRowHidden = false
  /// Whether the row's element has no prefix, so that `<c` is a cell.
  private var isRowPlain = false
  private var isRowRepeated = false
  private var rowNumbers = XLSXRowNumbers()
  private var row = XLSXRow()

  // The cell.
  private(set) var columnIndex = -1
  private var cell = XLSXCell()
  private var numbers: NumberText

  private static let batchBytes = 256 << 10
  /// Cells of a batch: empty ones have no bytes.
  private static let batchCells = 256 << 10

  /// The element that is open, of those that matter.
  private enum Place {
    case document, worksheet, columns, merges, sheetData, row, cell, value, formula, inline, run
    case text, runText
  }

  init(environment: XLSXSheetEnvironment) {
    self.environment = environment
    numbers = NumberText(
      usesDates1904: environment.usesDates1904, decimalMark: environment.decimalMark)
  }

  var pauses: Bool { isFull || failure != nil }

  func resume() { isFull = false }

  var wantsText: Bool {
    guard ignoredDepth == 0 else { return false }
    return place == .value || place == .text || place == .runText
  }

  // MARK: Elements

  func startElement(_ name: XMLName, _ attributes: XMLAttributes) {
    if ignoredDepth > 0 {
      ignoredDepth += 1
      return
    }
    switch place {
    case .row where name == "c": beginCell(attributes)
    case .cell where name == "v": begin(.value)
    case .cell where name == "is":
      cell.hasInline = true
      place = .inline
    case .cell where name == "f":
      cell.hasFormula = true
      place = .formula
    case .inline where name == "t": begin(.text)
    case .inline where name == "r": place = .run
    case .run where name == "t": begin(.runText)
    case .sheetData where name == "row": beginRow(name, attributes)
    case .document: place = .worksheet
    case .worksheet where name == "sheetData": place = .sheetData
    case .worksheet where name == "cols": place = .columns
    case .worksheet where name == "mergeCells": place = .merges
    case .worksheet where name == "sheetFormatPr":
      hidesRowsByDefault = attributes.flag("zeroHeight")
      ignoredDepth = 1
    case .columns where name == "col":
      noteColumns(attributes)
      ignoredDepth = 1
    case .merges where name == "mergeCell":
      noteMerge(attributes)
      ignoredDepth = 1
    default: ignoredDepth = 1
    }
  }

  func endElement(_ name: XMLName) {
    if ignoredDepth > 0 {
      ignoredDepth -= 1
      return
    }
    switch place {
    case .value:
      cell.hasValue = true
      place = .cell
    case .formula, .inline: place = .cell
    case .text, .runText:
      cell.endText()
      place = place == .text ? .inline : .run
    case .run: place = .inline
    case .cell:
      endCell()
      place = .row
    case .row:
      endRow()
      place = .sheetData
    case .sheetData, .columns, .merges: place = .worksheet
    case .worksheet, .document: place = .document
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard cell.byteCount + bytes.count <= environment.limits.cellBytes else {
      return fail(
        .limit, "row \(rowNumber): a cell is longer than \(environment.limits.cellBytes) bytes")
    }
    cell.append(bytes, isValue: place == .value)
  }

  private func begin(_ place: Place) {
    self.place = place
    cell.beginText(isValue: place == .value)
  }

  func fail(_ reason: TabularError.Reason, _ message: String) {
    if failure == nil { failure = TabularError(reason, environment.path, message) }
  }

  // MARK: Beside the rows

  /// More than a sheet can have would only fill the memory.
  private func noteColumns(_ attributes: XMLAttributes) {
    guard attributes.flag("hidden"), let first = attributes.int("min"),
      let last = attributes.int("max"), first >= 1, first <= last,
      first <= XLSXCellRange.maximumColumn + 1,
      hiddenColumns.count <= XLSXCellRange.maximumColumn
    else { return }
    hiddenColumns.append(first - 1...min(last - 1, XLSXCellRange.maximumColumn))
  }

  private func noteMerge(_ attributes: XMLAttributes) {
    guard let range = attributes.string("ref").flatMap({ XLSXCellRange(reference: $0) }) else {
      return
    }
    guard mergedRanges.count < environment.limits.mergedRanges else {
      return fail(.limit, "has more than \(environment.limits.mergedRanges) merged ranges")
    }
    mergedRanges.append(range)
  }

  // MARK: Rows

  private func beginRow(_ name: XMLName, _ attributes: XMLAttributes) {
    place = .row
    let number = attributes.int("r").flatMap { $0 > 0 ? $0 : nil }
    isRowNumbered = number != nil
    rowNumber = number ?? rowNumber + 1
    isRowHidden = attributes.bytes("hidden") == nil ? hidesRowsByDefault : attributes.flag("hidden")
    isRowPlain = name.isPlain
    columnIndex = -1
    row.removeAll()
  }

  private func endRow() {
    if isRowHidden {
      hiddenRowCount += 1
      firstHiddenRow = firstHiddenRow ?? rowNumber
    }
    guard rowNumber <= XLSXCellRange.maximumRow else {
      return fail(
        .limit, "row \(rowNumber): a sheet has at most \(XLSXCellRange.maximumRow) rows")
    }
    guard rowNumbers.insert(rowNumber) else {
      return fail(
        .corrupt, "row \(rowNumber) comes twice; open the file and save it again as .xlsx")
    }
    row.finish(
      in: &batch, number: rowNumber, isSkipped: isRowHidden && environment.hiddenRows == .skip)
    isFull = batch.byteCount >= Self.batchBytes || batch.cellCount >= Self.batchCells
  }

  // MARK: Cells

  private func beginCell(_ attributes: XMLAttributes) {
    place = .cell
    let reference = attributes.bytes("r").flatMap(XLSXCellReference.init)
    if let number = reference?.row, !isRowNumbered {
      rowNumber = number
      isRowNumbered = true
    }
    columnIndex = reference?.column ?? columnIndex + 1
    let kind = attributes.bytes("t").map(XLSXCell.Kind.init) ?? .number
    cell.begin(kind, style: attributes.bytes("s").map(XLSXCellReference.number) ?? 0)
  }

  private func endCell() {
    if cell.hasFormula, !cell.hasValue, cell.kind != .inline {
      notices.add(.formulaWithoutValue, column: columnIndex, row: rowNumber)
    }
    if cell.readsEscapes { cell.decodeEscapes() }
    cell.withContent { bytes, isInline in
      put(bytes, kind: isInline ? .inline : cell.kind, style: cell.style, column: columnIndex)
    }
  }

  /// Puts a cell into the row: its text, or what its number or index stands for.
  func put(
    _ bytes: UnsafeBufferPointer<UInt8>, kind: XLSXCell.Kind, style: Int, column: Int
  ) {
    guard !bytes.isEmpty else { return }
    guard column <= XLSXCellRange.maximumColumn, row.cellCount <= XLSXCellRange.maximumColumn else {
      return fail(
        .limit, "row \(rowNumber): more than \(XLSXCellRange.maximumColumn + 1) columns")
    }
    switch kind {
    case .number: putNumber(bytes, style: style, column: column)
    case .shared:
      let index = XLSXCellReference.number(bytes)
      if environment.strings.withText(index, { append($0, column) }) == nil {
        notices.add(.missingText, column: column, row: rowNumber)
      }
    case .boolean: putBoolean(bytes, column: column)
    case .isoDate: putISODate(bytes, style: style, column: column)
    case .inline, .string, .error: append(bytes, column)
    }
    if row.byteCount > environment.limits.rowBytes {
      fail(
        .limit,
        "row \(rowNumber): its cells are longer than "
          + "\(environment.limits.rowBytes >> 20) MiB together")
    }
  }

  private func append(_ bytes: UnsafeBufferPointer<UInt8>, _ column: Int) {
    row.append(bytes, column: column, to: &batch)
  }

  private func append(_ text: StaticString, _ column: Int) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), column)
  }

  private func putNumber(_ bytes: UnsafeBufferPointer<UInt8>, style: Int, column: Int) {
    let format = environment.format(style)
    if format.isNumber, NumberText.isPlain(bytes) {
      append(bytes, column)
      return
    }
    numbers.render(bytes, as: format)
    switch numbers.loss {
    case .digits: notices.add(.digitsLost, column: column, row: rowNumber)
    case .shortened: notices.add(.shortened, column: column, row: rowNumber)
    case nil: break
    }
    numbers.output.withUnsafeBufferPointer { append($0, column) }
  }

  /// - Source: ECMA-376 part 1, 22.9.2.1 (ST_OnOff), of which Excel writes 1 and 0.
  private func putBoolean(_ bytes: UnsafeBufferPointer<UInt8>, column: Int) {
    let isTrue = bytes.elementsEqual("1".utf8) || bytes.elementsEqual("true".utf8)
    append(isTrue ? "TRUE" : "FALSE", column)
  }

  /// A date is written with a time of day even where its format shows none.
  ///
  /// - Source: ECMA-376 part 1, 18.18.11 (ST_CellType, d) and 18.17.4.
  private func putISODate(_ bytes: UnsafeBufferPointer<UInt8>, style: Int, column: Int) {
    let isDate = environment.format(style).first.meaning == .date
    let end = isDate ? bytes.firstIndex(of: UInt8(ascii: "T")) ?? bytes.count : bytes.count
    append(UnsafeBufferPointer(rebasing: bytes[..<end]), column)
  }

  // MARK: The commonest cells at once

  func takeElements(_ window: UnsafeBufferPointer<UInt8>) -> Int {
    guard place == .row, ignoredDepth == 0, isRowPlain, isRowNumbered else { return 0 }
    return takeCells(window)
  }

  func setColumn(_ column: Int) { columnIndex = column }
}

/// Turns the XML of a worksheet into rows of cells.
///
/// Only what stands where the standard puts it counts: a `v` inside of an extension is no value.
///
/// - Source: ECMA-376 part 1, 18.3.1.99 (worksheet), 18.3.1.80 (sheetData), 18.3.1.73 (row),
///   18.3.1.4 (c), 18.3.1.96 (v), 18.3.1.53 (is), 18.4.12 (t), 18.4.4 (r), 18.4.6 (rPh).
final class XLSXSheetContent: XMLBulkHandler {
  var rows: XLSXRows
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  private(set) var mergedRanges: [XLSXCellRange] = []

  private let limits: TabularLimits
  private var place = Place.document
  /// Elements open inside of one that does not matter.
  private var ignoredDepth = 0
  private var hidesRowsByDefault = false
  /// Whether the row's element has no prefix, so that `<c` is a cell.
  private var isRowPlain = false
  private var cell = XLSXCell()

  /// The element that is open, of those that matter.
  private enum Place {
    case document, worksheet, columns, merges, sheetData, row, cell, value, formula, inline, run
    case text, runText
  }

  init(environment: XLSXSheetEnvironment) {
    rows = XLSXRows(environment: environment)
    limits = environment.limits
  }

  var pauses: Bool { rows.pauses }

  var wantsText: Bool {
    guard ignoredDepth == 0 else { return false }
    return place == .value || place == .text || place == .runText
  }

  func takeElements(_ window: UnsafeBufferPointer<UInt8>) -> Int {
    guard place == .row, ignoredDepth == 0, isRowPlain else { return 0 }
    return rows.takeCells(window)
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
    case .value, .formula, .inline: place = .cell
    case .text, .runText:
      cell.endText()
      place = place == .text ? .inline : .run
    case .run: place = .inline
    case .cell:
      endCell()
      place = .row
    case .row:
      rows.endRow()
      place = .sheetData
    case .sheetData, .columns, .merges: place = .worksheet
    case .worksheet, .document: place = .document
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard cell.byteCount + bytes.count <= limits.cellBytes else {
      return rows.fail(
        .limit, "row \(rows.rowNumber): a cell is longer than \(limits.cellBytes) bytes")
    }
    cell.append(bytes, isValue: place == .value)
  }

  private func begin(_ place: Place) {
    self.place = place
    cell.beginText(isValue: place == .value)
  }

  // MARK: Beside the rows

  private func noteColumns(_ attributes: XMLAttributes) {
    // More than a sheet can have would only fill the memory.
    guard attributes.flag("hidden"), let first = attributes.int("min"),
      let last = attributes.int("max"), first >= 1, first <= last,
      first <= XLSXCellRange.maximumColumn + 1,
      hiddenColumns.count <= XLSXCellRange.maximumColumn
    else { return }
    hiddenColumns.append(first - 1...min(last - 1, XLSXCellRange.maximumColumn))
  }

  private func noteMerge(_ attributes: XMLAttributes) {
    guard let range = attributes.string("ref").flatMap(XLSXCellRange.init(reference:)) else {
      return
    }
    guard mergedRanges.count < limits.mergedRanges else {
      return rows.fail(.limit, "has more than \(limits.mergedRanges) merged ranges")
    }
    mergedRanges.append(range)
  }

  // MARK: Rows and cells

  private func beginRow(_ name: XMLName, _ attributes: XMLAttributes) {
    place = .row
    isRowPlain = name.isPlain
    rows.beginRow(
      number: attributes.int("r").flatMap { $0 > 0 ? $0 : nil },
      isHidden: attributes.bytes("hidden") == nil
        ? hidesRowsByDefault : attributes.flag("hidden"))
  }

  private func beginCell(_ attributes: XMLAttributes) {
    place = .cell
    let reference = attributes.bytes("r").flatMap(XLSXCellReference.init)
    rows.beginCell(column: reference?.column, row: reference?.row)
    let kind = attributes.bytes("t").map(XLSXCell.Kind.init) ?? .number
    cell.begin(kind, style: attributes.bytes("s").map(XLSXCellReference.number) ?? 0)
  }

  private func endCell() {
    if cell.lacksResult { rows.noteFormulaWithoutValue() }
    if cell.readsEscapes { cell.decodeEscapes() }
    cell.withContent { bytes, isInline in
      rows.put(bytes, kind: isInline ? .inline : cell.kind, style: cell.style)
    }
  }
}

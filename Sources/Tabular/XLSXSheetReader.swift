package import Bytes

/// Reads a worksheet row by row; no more of it is in memory than one batch.
package final class XLSXSheetReader: TableReader, XMLHandler {
  private let path: String
  private let formats: [NumberFormat]
  private let strings: XLSXSharedStrings
  private let cellByteLimit: Int
  private var stream: XMLStream?
  private var numbers: NumberText
  private var batch = CellBatch()
  private var ended = false
  private var failure: TabularError?

  private var row = XLSXRow()
  private var rowNumber = 0
  private var columnIndex = -1
  private var cellKind = CellKind.number
  private var cellFormat = NumberFormat.number
  private var text: [UInt8] = []
  private var textPieceStart = 0
  private var isInValue = false
  private var isInInlineText = false
  private var phoneticDepth = 0

  private enum CellKind {
    case number, shared, inline, string, boolean, error, isoDate
  }

  private static let batchBytes = 256 << 10
  private static let maximumColumn = 16_383

  init(package: XLSXPackage, sheet: XLSXPackage.Sheet) throws(TabularError) {
    path = package.path
    formats = package.formats
    strings = try package.sharedStrings()
    cellByteLimit = package.cellByteLimit
    numbers = NumberText(
      usesDates1904: package.usesDates1904, decimalMark: package.decimalMark)
    stream = try XMLStream(
      part: package.archive.open(sheet.part), path: package.path, handler: self)
  }

  package var notices: [TabularNotice] { [] }

  package var bytesRead: Int { stream?.bytesRead ?? 0 }

  package func next(_ output: inout CellBatch) throws(TabularError) -> Bool {
    output.removeAll()
    guard !ended, let stream else { return false }
    swap(&batch, &output)
    defer { swap(&batch, &output) }
    while batch.byteCount < Self.batchBytes {
      guard try stream.advance() else {
        ended = true
        break
      }
      if let failure { throw failure }
    }
    return !batch.isEmpty
  }

  var wantsText: Bool { isInValue || isInInlineText }

  func startElement(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "c" {
      beginCell(attributes)
    } else if name == "v" {
      isInValue = cellKind != .inline
    } else if name == "t" {
      isInInlineText = cellKind == .inline && phoneticDepth == 0
      textPieceStart = text.count
    } else if name == "row" {
      rowNumber = attributes.int("r") ?? rowNumber + 1
      columnIndex = -1
      row.removeAll()
    } else if name == "rPh" {
      phoneticDepth += 1
    }
  }

  func endElement(_ name: XMLName) {
    if name == "v" {
      isInValue = false
    } else if name == "c" {
      endCell()
    } else if name == "t" {
      if isInInlineText { XLSXEscapes.decode(&text, from: textPieceStart) }
      isInInlineText = false
    } else if name == "row" {
      row.append(to: &batch, number: rowNumber)
    } else if name == "rPh" {
      phoneticDepth -= 1
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard text.count + bytes.count <= cellByteLimit else {
      failure = TabularError(
        .limit, path, "row \(rowNumber): a cell is longer than \(cellByteLimit) bytes")
      return
    }
    text.append(contentsOf: bytes)
  }

  private func beginCell(_ attributes: XMLAttributes) {
    columnIndex = attributes.bytes("r").flatMap(Self.column) ?? columnIndex + 1
    if columnIndex > Self.maximumColumn {
      failure = TabularError(.limit, path, "row \(rowNumber): more than 16384 columns")
      columnIndex = Self.maximumColumn
    }
    cellKind = attributes.bytes("t").map(Self.kind) ?? .number
    let style = cellKind == .number ? attributes.bytes("s").map(Self.number) ?? 0 : 0
    cellFormat = formats.indices.contains(style) ? formats[style] : .number
    text.removeAll(keepingCapacity: true)
    phoneticDepth = 0
  }

  private func endCell() {
    guard !text.isEmpty else { return }
    switch cellKind {
    case .number:
      text.withUnsafeBufferPointer { numbers.render($0, as: cellFormat) }
      numbers.output.withUnsafeBufferPointer { row.append($0, column: columnIndex) }
    case .shared:
      let index = text.withUnsafeBufferPointer { Self.number($0) }
      _ = strings.withText(index) { row.append($0, column: columnIndex) }
    case .boolean:
      let isTrue = text.elementsEqual("1".utf8) || text.elementsEqual("true".utf8)
      row.append(isTrue ? "TRUE" : "FALSE", column: columnIndex)
    case .string:
      XLSXEscapes.decode(&text, from: 0)
      text.withUnsafeBufferPointer { row.append($0, column: columnIndex) }
    case .inline, .error, .isoDate:
      text.withUnsafeBufferPointer { row.append($0, column: columnIndex) }
    }
  }

  private static func kind(_ text: UnsafePointer<CChar>) -> CellKind {
    let name = XMLName(text)
    if name == "s" { return .shared }
    if name == "inlineStr" { return .inline }
    if name == "str" { return .string }
    if name == "b" { return .boolean }
    if name == "e" { return .error }
    if name == "d" { return .isoDate }
    return .number
  }

  /// The column of a reference such as `AB12`, from 0.
  private static func column(_ reference: UnsafePointer<CChar>) -> Int? {
    var column = 0
    var cursor = reference
    while cursor.pointee != 0 {
      let letter = UInt8(bitPattern: cursor.pointee) & 0xDF
      guard letter &- 65 < 26 else { break }
      column = column * 26 + Int(letter - 64)
      if column > 1 << 20 { break }
      cursor += 1
    }
    return column == 0 ? nil : column - 1
  }

  private static func number(_ text: UnsafePointer<CChar>) -> Int {
    var number = 0
    var cursor = text
    while cursor.pointee >= 48, cursor.pointee <= 57, number < 1 << 40 {
      number = number * 10 + Int(cursor.pointee - 48)
      cursor += 1
    }
    return number
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var number = 0
    for byte in text where byte &- 48 < 10 && number < 1 << 40 {
      number = number * 10 + Int(byte - 48)
    }
    return number
  }
}

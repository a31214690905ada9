import Bytes
import CLibCSV
import Glibc

/// Reads rows through libcsv, which knows quotes as RFC 4180 and Excel write them.
///
/// It is the fast way for text that is written as it should be; what it makes of other text is not
/// kept, see `CSVReader`.
final class LibCSVTokeniser {
  private let state: UnsafeMutablePointer<LibCSVState>
  private let format: CSVFormat

  init(_ format: CSVFormat, width: Int) {
    self.format = format
    state = .allocate(capacity: 1)
    state.initialize(to: LibCSVState(width: width))
    // Reporting all line ends lets blank lines count as rows.
    csv_init(&state.pointee.parser, UInt8(CSV_REPALL_NL))
    csv_set_delim(&state.pointee.parser, format.delimiter[0])
    // 0xFF stands in no UTF-8 text.
    csv_set_quote(&state.pointee.parser, format.quote ?? 0xFF)
    // No byte counts as a space: white space around a cell belongs to the row as it came.
    csv_set_space_func(&state.pointee.parser) { _ in 0 }
    csv_set_blk_size(&state.pointee.parser, 16 << 10)
  }

  deinit {
    csv_free(&state.pointee.parser)
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Whether quotes stand in the middle of cells, where libcsv would take them as they come.
  func hasBareQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress, let quote = format.quote else { return false }
    var offset = 1
    while offset + 1 < text.count,
      let hit = memchr(base + offset, Int32(quote), text.count - 1 - offset)
    {
      let index = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(hit))
      if !isStructure(text[index - 1]), !isStructure(text[index + 1]) { return true }
      offset = index + 1
    }
    return false
  }

  private func isStructure(_ byte: UInt8) -> Bool {
    byte == format.delimiter[0] || byte == format.quote || byte == 10 || byte == 13
  }

  /// Reads a text that begins with a row, and is final if it ends with the file; the row number is
  /// that of the first row, afterwards of the one that follows.
  ///
  /// - Returns: whether all rows are complete and of the expected width. If not, the batch is as
  ///   before, and the row number too.
  func parse(
    _ text: UnsafeBufferPointer<UInt8>, isFinal: Bool, rowNumber: inout Int,
    into batch: inout CellBatch
  ) -> Bool {
    let rowsBefore = batch.rowCount
    swap(&batch, &state.pointee.batch)
    defer { swap(&batch, &state.pointee.batch) }
    state.pointee.rowNumber = rowNumber
    state.pointee.isRegular = true
    state.pointee.lastLineEnd = 0
    let count = csv_parse(
      &state.pointee.parser, text.baseAddress, text.count, takeCell, takeLineEnd, state)
    let isInside =
      state.pointee.parser.pstate != LibCSVState.rowNotBegun
      || state.pointee.batch.openCellCount > 0
    // A quote that the file's end leaves open is not libcsv's business.
    let isOpenQuote =
      state.pointee.parser.pstate == LibCSVState.fieldBegun && state.pointee.parser.quoted != 0
    let isWhole = isInside ? isFinal && !isOpenQuote : true
    csv_fini(&state.pointee.parser, takeCell, takeLineEnd, state)
    guard count == text.count, isWhole, state.pointee.isRegular else {
      state.pointee.batch.removeRows(from: rowsBefore)
      return false
    }
    rowNumber = state.pointee.rowNumber
    return true
  }
}

/// What the callbacks of the parser work on.
private struct LibCSVState {
  var parser = csv_parser()
  var batch = CellBatch()
  /// Cells of a regular row; 0: any number.
  let width: Int
  /// Of the row being read, from 1.
  var rowNumber = 1
  var lastLineEnd: Int32 = 0
  /// Whether the row has anything but white space in it.
  var rowHasText = false
  /// Whether all rows so far have the expected width.
  var isRegular = true

  init(width: Int) { self.width = width }

  // States of libcsv's parser (libcsv.c): nothing read of a row yet, and inside a cell.
  static let rowNotBegun: Int32 = 0
  static let fieldBegun: Int32 = 2
}

private func takeCell(
  _ text: UnsafeMutableRawPointer?, _ length: Int, _ data: UnsafeMutableRawPointer?
) {
  guard let state = data?.assumingMemoryBound(to: LibCSVState.self) else { return }
  if let text, length > 0 {
    let cell = UnsafeBufferPointer(
      start: text.assumingMemoryBound(to: UInt8.self), count: length)
    state.pointee.batch.appendCell(cell)
    if !state.pointee.rowHasText {
      state.pointee.rowHasText = !cell.allSatisfy { ASCII.isSpace($0) || $0 == 0 || $0 == 0x1A }
    }
  } else {
    state.pointee.batch.appendEmptyCell()
  }
}

private func takeLineEnd(_ character: Int32, _ data: UnsafeMutableRawPointer?) {
  guard let state = data?.assumingMemoryBound(to: LibCSVState.self) else { return }
  let cells = state.pointee.batch.openCellCount
  guard cells > 0 else {
    // The second half of CR LF is reported as a line end of its own.
    let isPair = character == 10 && state.pointee.lastLineEnd == 13
    state.pointee.lastLineEnd = isPair ? 0 : character
    if !isPair { state.pointee.rowNumber += 1 }
    return
  }
  if state.pointee.rowHasText {
    if state.pointee.width > 0, cells != state.pointee.width { state.pointee.isRegular = false }
    state.pointee.batch.endRow(number: state.pointee.rowNumber)
  } else {
    state.pointee.batch.discardOpenRow()
  }
  state.pointee.rowHasText = false
  state.pointee.rowNumber += 1
  state.pointee.lastLineEnd = character
}

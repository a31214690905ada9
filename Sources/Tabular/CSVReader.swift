package import Bytes
import CLibCSV

/// Reads a CSV file through libcsv, which knows quotes as RFC 4180 and Excel write them and takes
/// stray ones as text.
package final class CSVReader: TableReader {
  private let path: String
  private let source: TextSource
  private let limits: TabularLimits
  private let state: UnsafeMutablePointer<CSVState>
  private let chunk: UnsafeMutableBufferPointer<UInt8>
  /// Bytes in `chunk` that were read but not parsed yet.
  private var chunkStart = 0
  private var chunkEnd = 0
  private var sourceEnded = false
  private var finished = false
  private var edgeNotices: [TabularNotice] = []

  private static let chunkLength = 256 << 10

  init(path: String, dialect: CSVDialect) throws(TabularError) {
    self.path = path
    limits = dialect.limits
    source = try TextSource(path: path, encoding: dialect.encoding)
    chunk = .allocate(capacity: Self.chunkLength)
    state = .allocate(capacity: 1)
    state.initialize(to: CSVState())
    // Reporting all line ends lets blank lines count as rows.
    csv_init(&state.pointee.parser, UInt8(CSV_REPALL_NL))
    csv_set_delim(&state.pointee.parser, dialect.delimiter)
    // No byte counts as a space: white space around a cell belongs to the row as it came.
    csv_set_space_func(&state.pointee.parser) { _ in 0 }
    csv_set_blk_size(&state.pointee.parser, 16 << 10)
    try fill()
    chunkStart = min(dialect.skippedBytes, chunkEnd)
  }

  deinit {
    csv_free(&state.pointee.parser)
    state.deinitialize(count: 1)
    state.deallocate()
    chunk.deallocate()
  }

  package var bytesRead: Int { source.bytesRead }

  package var notices: [TabularNotice] {
    guard source.replacements > 0 else { return edgeNotices }
    let invalid = TabularNotice(kind: .invalidBytes(count: source.replacements), rowNumber: 0)
    return edgeNotices + [invalid]
  }

  package func next(_ batch: inout CellBatch) throws(TabularError) -> Bool {
    batch.removeAll()
    guard !finished else { return false }
    swap(&batch, &state.pointee.batch)
    defer { swap(&batch, &state.pointee.batch) }
    repeat {
      if chunkStart == chunkEnd { try fill() }
      if chunkStart == chunkEnd {
        finish()
        break
      }
      try parse(upTo: lastLineEnd() ?? chunkEnd)
    } while state.pointee.isInsideRow || state.pointee.batch.isEmpty
    return !state.pointee.batch.isEmpty
  }

  /// Moves the rest of the chunk to its front and reads on.
  private func fill() throws(TabularError) {
    chunkStart = 0
    chunkEnd = 0
    while !sourceEnded, chunkEnd + 16 <= chunk.count {
      let count = try source.read(into: UnsafeMutableBufferPointer(rebasing: chunk[chunkEnd...]))
      if count == 0 { sourceEnded = true }
      chunkEnd += count
    }
  }

  /// Parsing stops at the last line end of a chunk, so that batches usually end with a row.
  private func lastLineEnd() -> Int? {
    var index = chunkEnd
    while index > chunkStart {
      if chunk[index - 1] == 10 { return index }
      index -= 1
    }
    return nil
  }

  private func parse(upTo end: Int) throws(TabularError) {
    guard let base = chunk.baseAddress else { return }
    let count = csv_parse(
      &state.pointee.parser, base + chunkStart, end - chunkStart, takeCell, takeLineEnd, state)
    if count < end - chunkStart {
      let reason = csv_error(&state.pointee.parser)
      throw TabularError(.corrupt, path, csv_strerror(reason).map { String(cString: $0) } ?? "")
    }
    chunkStart = end
    try checkLimits()
  }

  private func checkLimits() throws(TabularError) {
    let row = state.pointee.rowNumber
    if state.pointee.parser.entry_pos > limits.cellBytes
      || state.pointee.longestCell > limits.cellBytes
    {
      throw TabularError(
        .limit, path,
        "row \(row): a cell is longer than \(limits.cellBytes) bytes; is a closing quote missing?")
    }
    if state.pointee.batch.openCellCount > limits.columns
      || state.pointee.mostColumns > limits.columns
    {
      throw TabularError(.limit, path, "row \(row): more than \(limits.columns) columns")
    }
  }

  private func finish() {
    finished = true
    let row = state.pointee.rowNumber
    let parserState = state.pointee.parser.pstate
    let isQuoted = state.pointee.parser.quoted != 0
    let isOpen = state.pointee.isInsideRow
    csv_fini(&state.pointee.parser, takeCell, takeLineEnd, state)
    if parserState == CSVState.fieldBegun, isQuoted {
      edgeNotices.append(TabularNotice(kind: .unclosedQuote, rowNumber: row))
    } else if isOpen {
      edgeNotices.append(TabularNotice(kind: .unendedLine, rowNumber: row))
    }
  }
}

/// What the callbacks of the parser work on.
private struct CSVState {
  var parser = csv_parser()
  var batch = CellBatch()
  /// Of the row being read, from 1.
  var rowNumber = 1
  var lastLineEnd: Int32 = 0
  var longestCell = 0
  var mostColumns = 0
  /// Whether the row has anything but white space in it.
  var rowHasText = false

  // States of libcsv's parser (libcsv.c): nothing read of a row yet, and inside a cell.
  static let rowNotBegun: Int32 = 0
  static let fieldBegun: Int32 = 2

  var isInsideRow: Bool { parser.pstate != Self.rowNotBegun || batch.openCellCount > 0 }
}

private func takeCell(
  _ text: UnsafeMutableRawPointer?, _ length: Int, _ data: UnsafeMutableRawPointer?
) {
  guard let state = data?.assumingMemoryBound(to: CSVState.self) else { return }
  if let text, length > 0 {
    let cell = UnsafeBufferPointer(
      start: text.assumingMemoryBound(to: UInt8.self), count: length)
    state.pointee.batch.appendCell(cell)
    if !state.pointee.rowHasText { state.pointee.rowHasText = !cell.allSatisfy(ASCII.isSpace) }
    if length > state.pointee.longestCell { state.pointee.longestCell = length }
  } else {
    state.pointee.batch.appendEmptyCell()
  }
}

private func takeLineEnd(_ character: Int32, _ data: UnsafeMutableRawPointer?) {
  guard let state = data?.assumingMemoryBound(to: CSVState.self) else { return }
  let cells = state.pointee.batch.openCellCount
  guard cells > 0 else {
    // The second half of CR LF is reported as a line end of its own.
    let isPair = character == 10 && state.pointee.lastLineEnd == 13
    state.pointee.lastLineEnd = isPair ? 0 : character
    if !isPair { state.pointee.rowNumber += 1 }
    return
  }
  if cells > state.pointee.mostColumns { state.pointee.mostColumns = cells }
  if state.pointee.rowHasText {
    state.pointee.batch.endRow(number: state.pointee.rowNumber)
  } else {
    state.pointee.batch.discardOpenRow()
  }
  state.pointee.rowHasText = false
  state.pointee.rowNumber += 1
  state.pointee.lastLineEnd = character
}

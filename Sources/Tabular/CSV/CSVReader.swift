package import Bytes
import Glibc

/// Reads a CSV file.
///
/// Pieces of a few hundred kilobytes go through libcsv. A piece in which a row has another number of
/// cells than the table, or does not end where a line ends, is read again row by row, with an eye
/// for stray quotes and the like; so is the whole file where libcsv does not know the way it is
/// written.
package final class CSVReader: TableReader {
  private let path: String
  private let source: TextSource
  private let limits: TabularLimits
  private let options: CSVOptions
  private let format: CSVFormat
  private let width: Int
  private var rows: RowReader
  private var fast: LibCSVTokeniser?
  /// Pieces that libcsv could not read; after some it is not asked any more.
  private var refusals = 0
  private var chunk: UnsafeMutableBufferPointer<UInt8>
  /// Bytes in `chunk` that were read but not parsed yet.
  private var chunkStart = 0
  private var chunkEnd = 0
  private var sourceEnded = false
  private var finished = false
  private var rowNumber = 1
  private var record = RecordBuffer()
  private var trail: TableTrail
  private var found: [TabularNotice] = []
  private let zeros: (count: Int, first: Int)
  /// NUL characters that rows have.
  private var placedZeros = 0
  /// Replaced bytes whose row is known.
  private var placedReplacements = 0

  private static let chunkLength = 256 << 10
  private static let mostRefusals = 16
  private static let mostNotices = 1_000

  init(path: String, dialect: CSVDialect) throws(TabularError) {
    self.path = path
    limits = dialect.limits
    options = dialect.options
    format = dialect.format
    width = dialect.layout.width
    zeros = dialect.zeros
    source = try TextSource(path: path, encoding: dialect.encoding, limits: dialect.limits)
    chunk = .allocate(capacity: Self.chunkLength)
    rows = RowReader(
      format: dialect.format, layout: dialect.layout, repairs: dialect.options.repairs,
      splitsAtHeader: dialect.options.table != nil, cellLimit: dialect.limits.cellBytes)
    // libcsv's rows are not looked at one by one, so nobody would see another table begin.
    fast =
      dialect.format.fitsLibCSV && dialect.options.table == nil
      ? LibCSVTokeniser(dialect.format, width: width) : nil
    trail = TableTrail(dialect.layout, dialect.options)
    try fill()
    chunkStart = min(dialect.skippedBytes, chunkEnd)
  }

  deinit { chunk.deallocate() }

  package var bytesRead: Int { source.bytesRead }

  package var notices: [TabularNotice] {
    guard source.replacements > 0 else { return found }
    let invalid = TabularNotice(
      kind: .invalidBytes(count: source.replacements, offsets: source.replacedOffsets),
      rowNumber: 0)
    return found + [invalid]
  }

  package func next(_ batch: inout CellBatch) throws(TabularError) -> Bool {
    batch.removeAll()
    guard !finished else { return false }
    repeat {
      trail.giveBack(to: &batch)
      let before = batch.rowCount
      if chunkStart == chunkEnd { try fill() }
      if chunkStart == chunkEnd {
        finished = true
      } else {
        try parse(into: &batch)
        try checkLimits(batch, from: before)
      }
      findReplacements(in: batch, from: before)
      if zeros.count > 0 { findZeros(in: batch, from: before) }
      trail.take(from: &batch, isLast: finished, notices: &found)
    } while batch.isEmpty && !finished
    return !batch.isEmpty
  }

  // MARK: Text

  /// Moves the rest of the chunk to its front and reads on.
  private func fill() throws(TabularError) {
    let left = chunkEnd - chunkStart
    if left > 0, chunkStart > 0, let base = chunk.baseAddress {
      memmove(base, base + chunkStart, left)
    }
    chunkStart = 0
    chunkEnd = left
    if chunkEnd + 16 > chunk.count { grow() }
    while !sourceEnded, chunkEnd + 16 <= chunk.count {
      let count = try source.read(into: UnsafeMutableBufferPointer(rebasing: chunk[chunkEnd...]))
      if count == 0 { sourceEnded = true }
      chunkEnd += count
    }
  }

  private func grow() {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: chunk.count * 2)
    _ = larger.update(fromContentsOf: chunk[..<chunkEnd])
    chunk.deallocate()
    chunk = larger
  }

  private func text(upTo end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: UnsafeBufferPointer(chunk)[chunkStart..<end])
  }

  /// Where the last whole line of the chunk ends.
  private func lastLineEnd() -> Int? {
    if sourceEnded { return chunkEnd }
    var index = chunkEnd
    while index > chunkStart {
      if chunk[index - 1] == 10 { return index }
      index -= 1
    }
    return nil
  }

  // MARK: Rows

  private func parse(into batch: inout CellBatch) throws(TabularError) {
    if let fast, refusals < Self.mostRefusals, !trail.isElsewhere, let end = lastLineEnd() {
      let isFinal = sourceEnded && end == chunkEnd
      let piece = text(upTo: end)
      let before = rowNumber
      if !fast.hasBareQuotes(piece),
        fast.parse(piece, isFinal: isFinal, rowNumber: &rowNumber, into: &batch)
      {
        chunkStart = end
        let isOpen = isFinal && rowNumber > before && piece.last.map(format.isLineEnd) == false
        if isOpen { note(.unendedLine, rowNumber - 1) }
        return
      }
      refusals += 1
    }
    try parseRows(into: &batch)
  }

  private func parseRows(into batch: inout CellBatch) throws(TabularError) {
    let rowsBefore = batch.rowCount
    while chunkStart < chunkEnd {
      let piece = text(upTo: chunkEnd)
      let position: Int
      switch rows.next(
        piece, from: 0, isFinal: sourceEnded, number: rowNumber, into: &record)
      {
      case .needsMore:
        let before = chunkEnd - chunkStart
        // Rows that were held back and may be held back again are no progress.
        if before < Self.chunkLength / 2, batch.rowCount > rowsBefore { return }
        try fill()
        if chunkEnd - chunkStart == before, !sourceEnded { grow() }
        continue
      case .blank(let end): position = end
      case .tableStart(let end):
        position = end
        trail.beginTable(record, row: rowNumber, after: &batch)
        rows.beginTable(record)
        if trail.isWanted { record.write(to: &batch, number: rowNumber) }
      case .row(let end):
        position = end
        if !record.isBlank { take(into: &batch, isAtEnd: sourceEnded && end == piece.count, piece) }
      }
      chunkStart += position
      rowNumber += 1
      if batch.byteCount > Self.chunkLength { return }
    }
  }

  private func take(
    into batch: inout CellBatch, isAtEnd: Bool, _ piece: UnsafeBufferPointer<UInt8>
  ) {
    guard trail.isWanted else {
      trail.skippedRow(record, rowNumber)
      return
    }
    if rows.isCutOff {
      note(.unclosedQuote, rowNumber)
    } else if isAtEnd, piece.last.map(format.isLineEnd) == false {
      note(.unendedLine, rowNumber)
    }
    if !rows.steps.isEmpty { note(.mended(rows.steps.map(TableRepair.init)), rowNumber) }
    record.write(to: &batch, number: rowNumber)
  }

  /// Says in which rows the bytes stand that the encoding does not have.
  private func findReplacements(in batch: CellBatch, from first: Int) {
    guard placedReplacements < source.replacedOffsets.count else { return }
    for row in first..<max(first, batch.rowCount) {
      let count = batch.replacementCount(row)
      guard count > 0 else { continue }
      let offsets = source.replacedOffsets.dropFirst(placedReplacements).prefix(count)
      if offsets.isEmpty { return }
      placedReplacements += offsets.count
      note(.invalidBytes(count: count, offsets: Array(offsets)), batch.rowNumber(row))
    }
  }

  private func findZeros(in batch: CellBatch, from first: Int) {
    for row in first..<max(first, batch.rowCount) {
      var columns: [Int] = []
      for column in 0..<batch.cellCount(row) {
        let count = batch.withCell(row, column) { $0.count { $0 == 0 } }
        if count > 0 { columns.append(column) }
        placedZeros += count
      }
      if !columns.isEmpty { note(.zeroBytes(columns: columns), batch.rowNumber(row)) }
    }
    guard finished, zeros.count > placedZeros else { return }
    let kind = TabularNotice.Kind.strayZeroBytes(
      count: zeros.count - placedZeros, firstOffset: zeros.first)
    found.append(TabularNotice(kind: kind, rowNumber: 0))
  }

  private func note(_ kind: TabularNotice.Kind, _ row: Int) {
    guard found.count < Self.mostNotices else { return }
    found.append(TabularNotice(kind: kind, rowNumber: row))
  }

  private func checkLimits(_ batch: CellBatch, from first: Int) throws(TabularError) {
    let looksAtCells = limits.cellBytes < Self.chunkLength || batch.byteCount > limits.cellBytes
    guard width > limits.columns || looksAtCells || refusals > 0 || fast == nil else { return }
    for row in first..<max(first, batch.rowCount) {
      let count = batch.cellCount(row)
      if count > limits.columns {
        throw TabularError(
          .limit, path, "row \(batch.rowNumber(row)): more than \(limits.columns) columns")
      }
      guard looksAtCells else { continue }
      for column in 0..<count where batch.range(row, column).count > limits.cellBytes {
        throw TabularError(
          .limit, path,
          "row \(batch.rowNumber(row)): a cell is longer than \(limits.cellBytes) bytes; is a "
            + "closing quote or a line end missing?")
      }
    }
  }
}

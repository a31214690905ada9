import Bytes
import Tabular

/// Some thousand rows as the store keeps them: one buffer of JSON, and what is known of each row.
struct EncodedChunk: Sendable {
  struct Row: Sendable {
    let number: Int
    let json: Range<Int>
    let contentHash: UInt64
    /// 0 when the row has no external id that identifies it.
    let identityHash: UInt64
    let cellCount: Int
    let problem: RowProblem?
  }

  var bytes: [UInt8] = []
  var rows: [Row] = []
  /// Bytes of the file read so far, for progress.
  var bytesRead = 0
  /// What was irregular about single rows, as far as it is known by now.
  var notices: [TabularNotice] = []
}

/// Why ingest cannot take a row.
enum RowProblem: Sendable, Equatable {
  /// More cells than the header has columns.
  case tooManyCells(count: Int)
  /// A required field is empty; its position in the catalogue of the kind.
  case missing(field: Int)
}

/// What the encoder of a sheet's rows needs to know.
struct RowLayout: Sendable {
  /// Columns of the header.
  let width: Int
  /// The header as JSON.
  let header: [UInt8]
  let externalIDColumn: Int?
  /// Catalogue position and column of each required field that no constant gives.
  let required: [(field: Int, column: Int)]
  /// Hash of kind, supplier and header: the same cells elsewhere are another content.
  let contentSeed: UInt64
  /// Hash of kind and supplier.
  let identitySeed: UInt64
}

/// Turns batches of cells into chunks for the writer; runs on a worker thread.
struct RowEncoder {
  let layout: RowLayout
  /// The widest row that is no cause for suspicion.
  private var usualWidth: Int?

  private let headerHash: UInt64

  init(_ layout: RowLayout) {
    self.layout = layout
    headerHash = layout.header.withUnsafeBufferPointer {
      RowContent.hash($0, seed: layout.contentSeed)
    }
  }

  private func isHeader(_ row: ArraySlice<UInt8>) -> Bool {
    row.withUnsafeBufferPointer { row in
      layout.header.withUnsafeBufferPointer { RowContent.areEqual(row, $0) }
    }
  }

  /// Appends the rows of a batch. Where files were put together, the header comes
  /// again between the rows: it is none of them.
  mutating func encode(_ batch: CellBatch, to chunk: inout EncodedChunk) {
    for row in 0..<batch.rowCount {
      let start = chunk.bytes.count
      CellJSON.append(row: row, of: batch, to: &chunk.bytes)
      Self.dropMark(in: &chunk.bytes, from: start)
      let range = start..<chunk.bytes.count
      let contentHash = chunk.bytes.withUnsafeBufferPointer {
        RowContent.hash(UnsafeBufferPointer(rebasing: $0[range]), seed: layout.contentSeed)
      }
      if contentHash == headerHash, isHeader(chunk.bytes[range]) {
        chunk.bytes.removeSubrange(range)
        continue
      }
      chunk.rows.append(
        EncodedChunk.Row(
          number: batch.rowNumber(row), json: range, contentHash: contentHash,
          identityHash: identityHash(batch, row), cellCount: batch.cellCount(row),
          problem: problem(batch, row)))
    }
  }

  /// Where files were put together, the byte order mark of one stands before its first cell.
  private static func dropMark(in bytes: inout [UInt8], from start: Int) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard start + 5 <= bytes.count, bytes[start + 2] == mark[0],
      bytes[start + 2..<start + 5].elementsEqual(mark)
    else { return }
    bytes.removeSubrange(start + 2..<start + 5)
  }

  private func identityHash(_ batch: CellBatch, _ row: Int) -> UInt64 {
    guard let column = layout.externalIDColumn else { return 0 }
    return batch.withCell(row, column) { cell in
      let text = ASCII.trimmed(cell)
      return Self.identifies(text) ? Hash64.of(text, seed: layout.identitySeed) : 0
    }
  }

  /// Whether a trimmed cell is an id: what a spreadsheet cut is that of many.
  static func identifies(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    !text.isEmpty && !CutNumber.isCut(text)
  }

  private mutating func problem(_ batch: CellBatch, _ row: Int) -> RowProblem? {
    let count = batch.cellCount(row)
    if count > layout.width {
      // Empty cells at the end are harmless where the whole file has them; where it does not, a
      // stray delimiter has shifted the row.
      let beyond = (layout.width..<count).contains { !batch.range(row, $0).isEmpty }
      if beyond || count > usualWidth ?? count { return .tooManyCells(count: count) }
    }
    if usualWidth == nil { usualWidth = max(count, layout.width) }
    for (field, column) in layout.required {
      if batch.withCell(row, column, { ASCII.trimmed($0).isEmpty }) {
        return .missing(field: field)
      }
    }
    return nil
  }
}

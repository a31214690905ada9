import Bytes
import ColumnMapping
import Definitions
import LeadModel

/// Watches the columns of people that nothing reads for words by which somebody refuses messages. How a
/// column is read, its first rows decide; a status that refuses may first stand in the last one.
struct UnreadRefusals: Sendable {
  private struct Column {
    let index: Int
    /// Hashes of the words met so far.
    var words: Set<UInt64> = []
  }

  /// The first refusal of a sheet.
  struct Refusal: Sendable {
    let column: Int
    let word: String
    let rowNumber: Int
  }

  private var columns: [Column]
  private(set) var found: Refusal?

  init(_ sheet: OpenedFile.Sheet, of file: OpenedFile) {
    let mapping = file.mapping
    guard LostRefusals.people.contains(mapping.kind), sheet.returned == nil,
      mapping.supplier != ReservedField.exportSupplier
    else {
      columns = []
      return
    }
    // A mapping that was proposed names all columns; nobody has said yet that one is to be left alone.
    let named = file.proposedText == nil ? LostRefusals.headersNamed(by: mapping) : []
    columns = zip(sheet.cells, sheet.header.match.columns).enumerated().compactMap {
      index, column in
      let (cell, proposal) = column
      return proposal.fieldRead.isEmpty && !named.contains(HeaderText.normalised(cell))
        && !StatusWords.isAside(cell) ? Column(index: index) : nil
    }
  }

  /// Looks at rows. A column that turns out to hold more than a few short words is no status, and watched
  /// no longer, so that the time is that of a hash for each cell of a few columns.
  mutating func look(at batch: CellBatch) {
    if columns.isEmpty { return }
    for row in 0..<batch.rowCount {
      for position in columns.indices.reversed() where !look(at: batch, row, position) {
        columns.remove(at: position)
      }
      if found != nil {
        columns = []
        return
      }
    }
  }

  /// - Returns: whether the column may still be one of a status.
  private mutating func look(at batch: CellBatch, _ row: Int, _ position: Int) -> Bool {
    let index = columns[position].index
    guard index < batch.cellCount(row) else { return true }
    return batch.withCell(row, index) { raw in
      let cell = ASCII.trimmed(raw)
      if cell.isEmpty { return true }
      guard cell.count <= StatusWords.longest else { return false }
      guard columns[position].words.insert(Hash64.of(cell)).inserted else { return true }
      guard columns[position].words.count <= StatusWords.most else { return false }
      let word = String(decoding: cell, as: UTF8.self)
      if RefusalWords.isState(word) {
        found = Refusal(column: index, word: word, rowNumber: batch.rowNumber(row))
      }
      return true
    }
  }
}

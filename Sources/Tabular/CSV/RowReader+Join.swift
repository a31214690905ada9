/// Rows that a line break in a cell without quotes has cut in two or more.
extension RowReader {
  enum Join {
    /// Position after the last line, and the column from 0 that the break is in.
    case row(end: Int, column: Int)
    case needsMore
    case none
  }

  /// Lines that one row may be spread over.
  private static let mostLines = 8

  /// Puts a row that ends early together with the lines after it, where that makes a row of the
  /// right width whose values fit their columns, while the second line alone fits them not.
  ///
  /// The record holds the short row, and afterwards the whole one where there is one.
  func joined(
    _ text: UnsafeBufferPointer<UInt8>, _ scan: RecordScanner.Scan, _ isFinal: Bool,
    _ record: inout RecordBuffer
  ) -> Join {
    guard repairs, !format.isDrawn, layout.width > 2, layout.profiles.count == layout.width,
      record.count < layout.width, !record.isBlank
    else { return .none }
    let column = record.count - 1
    var cells = (0..<record.count).map { Array(record.cell($0)) }
    var position = scan.end
    var next = RecordBuffer()
    for _ in 1..<Self.mostLines {
      if position >= text.count { return isFinal ? .none : .needsMore }
      let line = scanner.scan(text, from: position, into: &next)
      if !line.isEnded, !isFinal { return .needsMore }
      let more = (0..<next.count).map { Array(next.cell($0)) }
      guard line.isClosed, cells.count + more.count - 1 <= layout.width,
        more.count == 1 || contradicts(more)
      else { return .none }
      cells[cells.count - 1] += [10] + more[0]
      cells += more.dropFirst()
      position = line.end
      if cells.count == layout.width {
        guard more.count > 1, fits(cells) else { return .none }
        record.removeAll()
        for cell in cells {
          cell.withUnsafeBufferPointer { record.append($0) }
          record.endCell()
        }
        return .row(end: position, column: column)
      }
    }
    return .none
  }

  private func contradicts(_ cells: [[UInt8]]) -> Bool {
    zip(layout.profiles, cells).contains { $0.contradicts(CellShape($1)) }
  }

  /// Whether values stand in columns of their kind, at least in one that is filled.
  private func fits(_ cells: [[UInt8]]) -> Bool {
    var isSeen = false
    for (profile, cell) in zip(layout.profiles, cells) where profile.isTyped {
      let shape = CellShape(cell)
      if profile.contradicts(shape) { return false }
      if shape.form != .empty { isSeen = true }
    }
    return isSeen
  }
}

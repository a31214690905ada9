import Bytes

/// What a file has besides the rows of the wanted table: notes below it, and further tables.
struct TableTrail {
  private let layout: TableLayout
  private let options: CSVOptions
  /// Rows at the end of what was read so far, which may be notes below the table.
  private var held = CellBatch()
  /// The table being read, from 1.
  private var table = 1
  /// The tables that are not wanted, of those behind the first one.
  private var others: [(row: Int, table: OtherTable)] = []
  /// Number of the latest row that was handed out.
  private var lastRow = 0
  /// Rows with an address or a number in what is left out.
  private var contacts: [Int] = []

  private static let mostHeldRows = 64
  private static let mostTitles = 3
  /// Further ones need not be told.
  private static let mostContacts = 1_000
  /// Further ones are parts of the last.
  private static let mostTables = 100

  init(_ layout: TableLayout, _ options: CSVOptions) {
    self.layout = layout
    self.options = options
  }

  var isWanted: Bool { table == options.table ?? 1 }
  /// Whether another table than the first is being read.
  var isElsewhere: Bool { table > 1 }

  /// Another table begins; titles right above it are its own, not rows of the one before.
  mutating func beginTable(_ header: RecordBuffer, row: Int, after batch: inout CellBatch) {
    let titles = isWanted ? titles(above: row, in: batch) : 0
    if titles > 0 {
      for title in batch.rowCount - titles..<batch.rowCount where batch.hasContact(title) {
        noteContact(batch.rowNumber(title))
      }
      batch.removeRows(from: batch.rowCount - titles)
    }
    table += 1
    guard !isWanted, others.count < Self.mostTables else { return }
    let names = (0..<header.count).map { String(decoding: header.cell($0), as: UTF8.self) }
    others.append((row - titles, OtherTable(header: names, headerRow: row)))
  }

  private func titles(above row: Int, in batch: CellBatch) -> Int {
    guard layout.width > 1, !isElsewhere else { return 0 }
    var count = 0
    while count < min(batch.rowCount, Self.mostTitles) {
      let last = batch.rowCount - 1 - count
      guard batch.rowNumber(last) == row - 1 - count, batch.rowNumber(last) > layout.headerRow,
        (0..<batch.cellCount(last)).allSatisfy({ $0 == 0 || batch.range(last, $0).isEmpty })
      else { break }
      count += 1
    }
    return count
  }

  private mutating func noteContact(_ row: Int) {
    if options.keepsContacts, options.table == nil, contacts.count < Self.mostContacts {
      contacts.append(row)
    }
  }

  mutating func skippedRow(_ record: RecordBuffer, _ number: Int) {
    if options.keepsContacts,
      (0..<record.count).contains(where: {
        record.cell($0).withUnsafeBufferPointer(ContactText.hasOne)
      })
    {
      noteContact(number)
    }
    guard !others.isEmpty else { return }
    others[others.count - 1].table.rows += 1
    others[others.count - 1].table.lastRow = number
  }

  /// The rows that were held back turned out to stand before others.
  mutating func giveBack(to batch: inout CellBatch) {
    guard !held.isEmpty else { return }
    batch.append(rows: 0..<held.rowCount, of: held)
    held.removeAll()
  }

  /// Takes what belongs to no table out of a batch; at the file's end for good.
  mutating func take(
    from batch: inout CellBatch, isLast: Bool, notices: inout [TabularNotice]
  ) {
    if let given = options.preambleRows { dropPreamble(of: &batch, rows: given) }
    defer { if !batch.isEmpty { lastRow = batch.rowNumber(batch.rowCount - 1) } }
    let count = options.footerRows.map { min($0, batch.rowCount) } ?? notesAtEnd(of: batch)
    let first = batch.rowCount - count
    if !isLast {
      if count == 0 { return }
      held.append(rows: first..<batch.rowCount, of: batch)
      batch.removeRows(from: first)
      return
    }
    if count > 0, options.footerRows != nil || isFooter(batch, from: first, notices) {
      let kind = TabularNotice.Kind.footer(rows: count)
      notices.append(TabularNotice(kind: kind, rowNumber: batch.rowNumber(first)))
      if options.footerRows == nil {
        for row in first..<batch.rowCount where batch.hasContact(row) {
          noteContact(batch.rowNumber(row))
        }
      }
      batch.removeRows(from: first)
    }
    notices += others.map { TabularNotice(kind: .otherTable($0.table), rowNumber: $0.row) }
    notices += TabularNotice.contacts(in: contacts)
  }

  private func dropPreamble(of batch: inout CellBatch, rows: Int) {
    guard rows > 0, !batch.isEmpty, batch.rowNumber(0) <= rows else { return }
    let first = (0..<batch.rowCount).first { batch.rowNumber($0) > rows } ?? batch.rowCount
    var rest = CellBatch()
    rest.append(rows: first..<batch.rowCount, of: batch)
    batch = rest
  }

  // MARK: Notes

  /// Rows at the end of a batch with hardly anything in them.
  private func notesAtEnd(of batch: CellBatch) -> Int {
    guard layout.width > 2, !isElsewhere else { return 0 }
    var count = 0
    while count < batch.rowCount, count < Self.mostHeldRows,
      isNote(batch, batch.rowCount - 1 - count)
    {
      count += 1
    }
    return count
  }

  private func isNote(_ batch: CellBatch, _ row: Int) -> Bool {
    guard batch.rowNumber(row) > layout.headerRow else { return false }
    let count = batch.cellCount(row)
    // Most rows have something in their last cells: the common case ends here.
    var filled = 0
    for column in stride(from: count - 1, through: 0, by: -1)
    where !batch.range(row, column).isEmpty {
      filled += 1
      if filled > 2 { return false }
    }
    if filled == 1, options.keepsContacts, batch.isContact(row) { return false }
    if filled == 1 { return !batch.range(row, 0).isEmpty || count < layout.width }
    return layout.width > 3 && filled == 2 && saysTotal(batch, row)
  }

  private func saysTotal(_ batch: CellBatch, _ row: Int) -> Bool {
    let first = (0..<batch.cellCount(row)).first { !batch.range(row, $0).isEmpty } ?? 0
    return TotalWords.begin(batch.string(row, first))
  }

  /// Whether notes at the file's end are none of the rows: they stand apart, or they are lines
  /// without any delimiter, or they say that they are a sum.
  private func isFooter(_ batch: CellBatch, from first: Int, _ notices: [TabularNotice]) -> Bool {
    let previous = first > 0 ? batch.rowNumber(first - 1) : lastRow
    guard previous > 0 else { return false }
    let isCutOff = notices.contains {
      $0.kind == .unclosedQuote || $0.kind == .unendedLine && $0.rowNumber >= batch.rowNumber(first)
    }
    if saysTotal(batch, first) { return true }
    let isApart = batch.rowNumber(first) > previous + 1
    if isApart { return true }
    let rows = first..<batch.rowCount
    return !isCutOff && rows.allSatisfy { batch.cellCount($0) == 1 }
  }
}

import Bytes
import ColumnMapping
import LeadModel
import Tabular

/// Reads the rows of one table: without headers that come again, sums, notes below, tables above,
/// below and beside it. What was left out is said in notices.
///
/// Most batches go through as they come; a row costs a look at its number and one or two cells.
final class TableRows: TableReader {
  private let reader: any TableReader
  /// Nil: rows go through unseen.
  private let sense: TableSense?
  private var first: CellBatch?
  private var finished = false
  /// Rows that what follows decides about.
  private var held = CellBatch()
  /// Number of the latest row that was decided about.
  private var previous: Int
  private var leftOut = LeftOutRows()
  private let beside: BesideTable?
  private let findsNotes: Bool
  /// Whether what is left out is looked through for addresses and numbers.
  private let findsContacts: Bool
  /// The rows of the first batch, as long as there was no other.
  private var whole: CellBatch?

  private static let mostHeld = 64
  private static let mostTitles = 3

  /// Begins with what was read of the sheet to find its header; the data begin at a position in it.
  ///
  /// Notes below the table, and what stands beside it, are left out only where that is asked for; a row
  /// that names somebody who refuses is no note.
  init(
    _ reader: any TableReader, first: CellBatch, start: Int, sense: TableSense?,
    above: OtherTable? = nil, header: Int? = nil, findsNotes: Bool, cutsBeside: Bool,
    findsContacts: Bool = false
  ) {
    self.reader = reader
    self.sense = sense
    self.findsNotes = findsNotes
    self.findsContacts = findsContacts && sense != nil
    var rows = CellBatch()
    if start == 0 {
      rows = first
    } else {
      rows.append(rows: min(start, first.rowCount)..<first.rowCount, of: first)
    }
    self.first = rows
    whole = sense == nil ? nil : rows
    previous = start > 0 && start <= first.rowCount ? first.rowNumber(start - 1) : 0
    beside = cutsBeside ? sense.flatMap { BesideTable(rows, width: $0.width) } : nil
    if let above { leftOut.tables.append((above.headerRow, above)) }
    for row in 0..<min(header ?? 0, first.rowCount) { noteContact(in: first, row) }
  }

  var bytesRead: Int { reader.bytesRead }

  var notices: [TabularNotice] { reader.notices + leftOut.notices }

  func next(_ output: inout CellBatch) throws(TabularError) -> Bool {
    output.removeAll()
    while output.isEmpty, !finished {
      var input = CellBatch()
      if let first {
        input = first
        self.first = nil
      } else {
        // The output's memory goes on serving.
        swap(&input, &output)
        do throws(TabularError) {
          finished = try !reader.next(&input)
          if !input.isEmpty { whole = nil }
        } catch {
          sift(&input, into: &output)
          throw error
        }
      }
      sift(&input, into: &output)
    }
    return !output.isEmpty
  }

  /// Moves the rows of the table from what was read to the output.
  private func sift(_ input: inout CellBatch, into output: inout CellBatch) {
    guard let sense else {
      swap(&input, &output)
      return
    }
    if !held.isEmpty {
      held.append(rows: 0..<input.rowCount, of: input)
      swap(&held, &input)
      held.removeAll()
    }
    var dropped: [Int] = []
    let end = judge(input, sense, &dropped)
    if end < input.rowCount { held.append(rows: end..<input.rowCount, of: input) }
    let cut = beside?.cut(input, upTo: end)
    if dropped.isEmpty, end == input.rowCount, cut?.isEmpty ?? true {
      swap(&input, &output)
      return
    }
    output.removeAll()
    var start = 0
    for row in dropped + [end] {
      copy(start..<row, of: input, to: &output, cut: cut ?? [])
      start = row + 1
    }
  }

  private func copy(
    _ rows: Range<Int>, of input: CellBatch, to output: inout CellBatch, cut: Set<Int>
  ) {
    guard let sense, !cut.isEmpty, let beside else {
      output.append(rows: rows, of: input)
      return
    }
    for row in rows {
      guard cut.contains(row) else {
        output.append(rows: row..<row + 1, of: input)
        continue
      }
      for column in 0..<sense.width { input.withCell(row, column) { output.appendCell($0) } }
      output.endRow(number: input.rowNumber(row))
      leftOut.noteBeside(input.rowNumber(row), column: beside.column)
      noteContact(in: input, row, from: sense.width)
    }
  }

  // MARK: Row by row

  /// - Returns: where the rows begin that have to wait for what follows them.
  private func judge(_ batch: CellBatch, _ sense: TableSense, _ dropped: inout [Int]) -> Int {
    let before = previous
    var titles: [Int] = []
    for row in 0..<batch.rowCount {
      let number = batch.rowNumber(row)
      let isApart = previous > 0 && number > previous + 1 || !titles.isEmpty
      if findsContacts, sense.isStrayContact(batch, row) {
        dropped.append(row)
        noteContact(in: batch, row)
      } else if sense.isHeader(batch, row) {
        take(.header, row, batch, &titles, &dropped)
      } else if isApart || !leftOut.isElsewhere && sense.isOdd(batch, row) {
        if !finished, row + TableSense.rowsBelow + Self.mostTitles >= batch.rowCount {
          let start = titles.first ?? row
          dropped.removeAll { $0 >= start }
          previous = start > 0 ? batch.rowNumber(start - 1) : before
          return start
        }
        var verdict = sense.verdict(batch, row, isApart: isApart)
        // Below another table, words behind a blank line are most likely the names of a third one.
        if verdict == .row, leftOut.isElsewhere, sense.mayName(batch, row) {
          verdict = .otherHeader
        }
        take(verdict, row, batch, &titles, &dropped)
      } else if leftOut.isElsewhere {
        take(.row, row, batch, &titles, &dropped)
      }
      previous = number
    }
    return notesBegin(in: batch, sense, before: before, &dropped)
  }

  private func take(
    _ verdict: TableSense.Verdict, _ row: Int, _ batch: CellBatch, _ titles: inout [Int],
    _ dropped: inout [Int]
  ) {
    let number = batch.rowNumber(row)
    if verdict == .title, titles.count < Self.mostTitles {
      titles.append(row)
      return
    }
    defer { titles = [] }
    switch verdict {
    case .header, .otherHeader:
      // The titles of a table go with its header.
      dropped += titles + [row]
      for row in titles + [row] { noteContact(in: batch, row) }
      if verdict == .header {
        leftOut.endTable()
        leftOut.noteHeader(number, titles: titles.count)
      } else {
        let title = titles.first.map(batch.rowNumber) ?? number
        var table = OtherTable(header: batch.strings(row), headerRow: number)
        table.isNumbered =
          previous + 1 < number && sense?.isUnlikeInKind(batch, row) ?? false
        leftOut.begin(table, title: title)
      }
    case _ where leftOut.isElsewhere:
      dropped += titles + [row]
      for row in titles + [row] {
        leftOut.noteRow(batch.rowNumber(row))
        noteContact(in: batch, row)
      }
    case .total:
      dropped.append(row)
      leftOut.noteTotal(number)
    default: break
    }
  }

  private func noteContact(in batch: CellBatch, _ row: Int, from column: Int = 0) {
    guard findsContacts, batch.hasContact(row, from: column) else { return }
    leftOut.noteContact(batch.rowNumber(row))
  }

  // MARK: Notes below

  /// Takes notes below the table away at its end; before, they wait.
  private func notesBegin(
    in batch: CellBatch, _ sense: TableSense, before: Int, _ dropped: inout [Int]
  ) -> Int {
    guard findsNotes else { return batch.rowCount }
    var start = batch.rowCount
    let last = dropped.last ?? -1
    while start - 1 > last, batch.rowCount - start < Self.mostHeld,
      sense.isSparse(batch, start - 1) || sense.isLabelledSum(batch, start - 1)
    {
      start -= 1
    }
    guard start < batch.rowCount, !leftOut.isElsewhere else { return batch.rowCount }
    guard finished else {
      previous = start > 0 ? batch.rowNumber(start - 1) : before
      return start
    }
    let sums = sums(in: start..<batch.rowCount, of: batch, sense)
    for row in sums { leftOut.noteTotal(batch.rowNumber(row)) }
    let isCutOff = reader.notices.contains { $0.kind == .unclosedQuote }
    let note = (start..<batch.rowCount).first { row in
      let above = row > 0 ? batch.rowNumber(row - 1) : before
      let isApart = batch.rowNumber(row) > above + 1
      return isApart && sense.verdict(batch, row, isApart: true) == .title
    }
    var notes: [Int] = []
    if let note, !isCutOff {
      notes = (note..<batch.rowCount).filter { !sums.contains($0) }
      leftOut.noteFooter(batch.rowNumber(note), rows: notes.count)
      for row in notes { noteContact(in: batch, row) }
    }
    dropped += (sums + notes).sorted()
    return batch.rowCount
  }

  /// The sums at the end of a table, where some number of them is that of the rows above.
  private func sums(in rows: Range<Int>, of batch: CellBatch, _ sense: TableSense) -> [Int] {
    let labelled = rows.filter { sense.isLabelledSum(batch, $0) }
    guard !labelled.isEmpty, let whole else { return [] }
    let sums = ColumnSums(whole, width: sense.width, sense)
    return labelled.contains { sums.explain(batch, $0) } ? labelled : []
  }
}

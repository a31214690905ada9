import Tabular

/// What was left out of a table, as it is found.
struct LeftOutRows {
  /// Other tables with the row that each begins in, its title included.
  var tables: [(row: Int, table: OtherTable)] = []
  private(set) var isElsewhere = false
  private var headers = (count: 0, rows: [Int]())
  /// Rows right above headers that come again.
  private var titles = 0
  private var totals = (count: 0, rows: [Int]())
  private var footer: (row: Int, rows: Int)?
  /// Rows with an address or a number in what was left out.
  private(set) var contacts: [Int] = []
  private var beside: (row: Int, column: Int, rows: Int)?

  /// Further ones are only counted.
  private static let mostRows = 1_000
  private static let mostTables = 100

  mutating func noteHeader(_ row: Int, titles count: Int) {
    Self.note(row, &headers)
    titles += count
  }

  mutating func noteTotal(_ row: Int) { Self.note(row, &totals) }

  private static func note(_ row: Int, _ found: inout (count: Int, rows: [Int])) {
    found.count += 1
    if found.rows.count < mostRows { found.rows.append(row) }
  }

  mutating func noteContact(_ row: Int) {
    if contacts.count < Self.mostRows { contacts.append(row) }
  }

  mutating func noteFooter(_ row: Int, rows: Int) { footer = (row, rows) }

  mutating func noteBeside(_ row: Int, column: Int) {
    beside = (beside?.row ?? row, column, (beside?.rows ?? 0) + 1)
  }

  mutating func begin(_ table: OtherTable, title: Int) {
    isElsewhere = true
    if tables.count < Self.mostTables { tables.append((title, table)) }
  }

  mutating func noteRow(_ row: Int) {
    guard !tables.isEmpty else { return }
    tables[tables.count - 1].table.rows += 1
    tables[tables.count - 1].table.lastRow = row
  }

  /// The rows that follow are those of the wanted table again.
  mutating func endTable() { isElsewhere = false }

  var notices: [TabularNotice] {
    var notices: [TabularNotice] = []
    func add(_ kind: TabularNotice.Kind, _ row: Int) {
      notices.append(TabularNotice(kind: kind, rowNumber: row))
    }
    for (row, table) in tables { add(.otherTable(table), row) }
    if let first = headers.rows.first {
      add(.headerAgain(count: headers.count, rows: headers.rows, titles: titles), first)
    }
    if let first = totals.rows.first {
      add(.totals(count: totals.count, rows: totals.rows), first)
    }
    if let footer { add(.footer(rows: footer.rows), footer.row) }
    if let beside { add(.beside(column: beside.column, rows: beside.rows), beside.row) }
    return notices + TabularNotice.contacts(in: contacts)
  }
}

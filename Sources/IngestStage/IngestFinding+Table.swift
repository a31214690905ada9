import LeadModel
import Tabular

/// What stands around the rows of a table, one finding for all of a kind.
extension IngestFinding {
  /// Where a sheet stands, for saying how something else of it is imported.
  struct SheetPlace {
    let format: TableFile.Format
    let sheet: String
    let isOnlySheet: Bool
    /// All notices of the sheet.
    let notices: [TabularNotice]

    init(_ table: TableFile, sheet: String, notices: [TabularNotice]) {
      format = table.format
      self.sheet = sheet
      isOnlySheet = table.sheets.count == 1
      self.notices = notices
    }

    /// The table's number for `--table`: headers that come again begin tables, too.
    fileprivate func number(of table: OtherTable) -> Int {
      notices.reduce(2) { number, notice in
        switch notice.kind {
        case .otherTable(let other)
        where !other.isAbove && other.isNumbered && other.headerRow < table.headerRow:
          number + 1
        case .headerAgain(_, let rows, _): number + rows.count { $0 < table.headerRow }
        default: number
        }
      }
    }
  }

  /// Whether nothing of a file may be taken before somebody has looked at it.
  static func stopsTheFile(_ finding: Finding) -> Bool {
    ["ING011", "ING013"].contains(finding.code)
  }

  /// The finding of a notice about what is around the table; nil for other notices.
  static func around(_ notice: TabularNotice, _ place: SheetPlace) -> Finding? {
    switch notice.kind {
    case .footer(let rows): footer(rows, from: notice.rowNumber, place.format)
    case .otherTable(let table): otherTable(table, from: notice.rowNumber, place)
    case .headerAgain(let count, let rows, let titles): headerAgain(count, rows, titles: titles)
    case .totals(let count, let rows): totals(count, rows)
    case .contactsLeftOut(let rows): contactsLeftOut(rows, place.format)
    case .beside(let column, let count): beside(column, count, from: notice.rowNumber)
    default: nil
    }
  }

  /// ING022: notes below the table.
  private static func footer(_ rows: Int, from first: Int, _ format: TableFile.Format) -> Finding {
    let last =
      rows == 1
      ? "the last row, row \(first), is a note"
      : "the last \(rows) rows, from row \(first) on, are notes"
    let remedy =
      format == .csv
      ? "set csv: footer_rows in the mapping if they are data"
      : "name the cells with --range if they are data"
    return Finding(
      code: "ING022", severity: .info, field: "",
      message: "\(last) below the table and \(rows == 1 ? "was" : "were") left out; \(remedy)")
  }

  /// ING023: further tables below or above the one that is read.
  private static func otherTable(
    _ table: OtherTable, from first: Int, _ place: SheetPlace
  ) -> Finding {
    let rows = table.rows == 1 ? "its 1 row was" : "its \(table.rows) rows were"
    let names = table.header.filter { !$0.allSatisfy(\.isWhitespace) }
    let shown = names.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
    let columns = shown + (names.count > 8 ? ", …" : "")
    return Finding(
      code: "ING023", severity: .warn, field: "",
      message:
        "another table \(table.isAbove ? "stands above, from row \(first) to row \(table.lastRow)" : "begins in row \(first)"); \(rows) left out (columns "
        + "\(columns)): \(remedy(table, place))")
  }

  private static func remedy(_ table: OtherTable, _ place: SheetPlace) -> String {
    switch place.format {
    case .xlsx:
      let first = table.header.firstIndex { !$0.isEmpty } ?? 0
      let last = max(first, table.header.count - 1)
      let area =
        "\(SheetColumn.letters(first))\(table.headerRow):\(SheetColumn.letters(last))\(table.lastRow)"
      let quoted = "'\(place.sheet.replacing("'", with: "''"))'!\(area)"
      return "import the file again with --range \(place.isOnlySheet ? area : "\"\(quoted)\"")"
    case .csv where table.isAbove || !table.isNumbered:
      return "send it as a file of its own if it is to be imported"
    case .csv:
      return "import the file again with --table \(place.number(of: table)), or send the tables as "
        + "files of their own"
    }
  }

  /// ING027: the header again, between the rows.
  private static func headerAgain(_ count: Int, _ rows: [Int], titles: Int) -> Finding {
    Finding(
      code: "ING027", severity: .info, field: "",
      message: "the header is repeated at \(places(count, rows)), and was left out there"
        + (titles == 0
          ? "" : titles == 1 ? ", with a title above" : ", with \(titles) titles above"))
  }

  /// ING028: sums between or below the rows.
  private static func totals(_ count: Int, _ rows: [Int]) -> Finding {
    Finding(
      code: "ING028", severity: .info, field: "",
      message: "sums of other rows stand at \(places(count, rows)), and were left out")
  }

  /// ING029: something beside the table.
  private static func beside(_ column: Int, _ rows: Int, from first: Int) -> Finding {
    Finding(
      code: "ING029", severity: .warn, field: "",
      message: "something stands beside the table, from column \(SheetColumn.letters(column)) on "
        + "behind an empty column, in \(rows == 1 ? "row" : "\(rows) rows from row") \(first)"
        + "\(rows == 1 ? "" : " on"); it was left out: name the cells with --range if it is to be "
        + "imported")
  }

  /// ING011: addresses or numbers in what was left out of a list of people who refuse.
  private static func contactsLeftOut(_ rows: [Int], _ format: TableFile.Format) -> Finding {
    let remedy =
      format == .csv
      ? "preamble_rows and footer_rows in the mapping's 'csv' say how many rows above and below are "
        + "notes, 0 that none is"
      : "--range names the cells of the table"
    return Finding(
      code: "ING011", severity: .warn, field: "",
      message:
        "\(places(rows.count, rows)): an address or a telephone number stands outside of the "
        + "table and was left out, so it refuses nothing; move it into the table, or a second table "
        + "into a file of its own; where it is only a note, \(remedy)")
  }

  /// ING013: a word for a refusal in a column that nothing reads, as its first rows had none.
  static func unreadRefusal(_ refusal: UnreadRefusals.Refusal, header: String) -> Finding {
    Finding(
      code: "ING013", severity: .warn, field: "",
      message: "'\(header)' says '\(refusal.word)' in row \(refusal.rowNumber), which refuses "
        + "messages, and no field takes the column: read it with 'columns: {\(header): "
        + "contact_status}' in the mapping, or leave it alone with 'columns: {\(header): \"\"}'",
      value: refusal.word)
  }

  private static func places(_ count: Int, _ rows: [Int]) -> String {
    let shown = rows.prefix(5).map(String.init).joined(separator: ", ")
    return (count == 1 ? "row " : "rows ") + shown + (count > 5 ? " and \(count - 5) more" : "")
  }
}

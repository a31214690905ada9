import Bytes
import Definitions
import LeadModel
import Rejects
import Store

/// Recognises the rows of a sheet of a rejects workbook.
struct ReturnedRows {
  /// A rejected row with its corrections.
  struct Chain {
    struct Member {
      let id: Int64
      let record: Int64
      let cells: String
      /// Whether something was found about it that rejects it.
      let wasRejected: Bool
    }

    /// The row as the supplier sent it.
    let origin: Int64
    /// In the order of their arrival.
    let members: [Member]
    /// The row that speaks for the rejected one now.
    let latest: Member

    /// Whether the person was erased: nothing of the row is left.
    var isErased: Bool { members.contains { $0.cells == "[]" } }
  }

  let sheet: ReturnedSheet
  private let database: Database
  private let cell: ReturnedCell
  /// Rejected rows that this file has answered: the second row with a token is a copy of the first.
  private var answered: Set<Int64> = []
  /// Why rows are still rejected, counted.
  private(set) var stillWrong: [String: Int] = [:]

  /// - Returns: nil when the sheet's rows came from another supplier, or as another kind, than this
  ///   mapping reads: then nothing is known of them.
  init?(_ sheet: ReturnedSheet?, mapping: SourceMapping, database: Database) {
    guard let sheet, sheet.kind == mapping.kind, sheet.supplier == mapping.supplier else {
      return nil
    }
    self.sheet = sheet
    self.database = database
    cell = ReturnedCell(dateOrder: mapping.dateOrder, decimal: mapping.decimal)
  }

  /// The rejected row that a row of the file stands for, if its token says so for the first time.
  mutating func take(row number: Int) throws -> Chain? {
    guard let chain = try chain(of: sheet.tokens[row: number]),
      answered.insert(chain.origin).inserted
    else { return nil }
    return chain
  }

  /// The rejected row that a token names, when it came with the sheet that this one was made from.
  func chain(of token: RejectToken?) throws -> Chain? {
    guard let token, case .row(let id) = token.subject else { return nil }
    let place = try database.query("ingest-return-row").first(.int(id)) {
      (sheet: $0.int(0), hash: $0.text(1))
    }
    guard let place, place.sheet == sheet.originID, token.isOf(contentHash: place.hash) else {
      return nil
    }
    var members: [Chain.Member] = []
    try database.query("ingest-return-chain").rows(.int(id)) {
      members.append(
        Chain.Member(
          id: $0.int(0), record: $0.int(1), cells: $0.text(2), wasRejected: $0.int(3) != 0))
    }
    guard let latest = members.last else { return nil }
    return Chain(origin: id, members: members, latest: latest)
  }

  /// The cells of a row, where they differ from the latest version only by what spreadsheets do as
  /// they were, and with the cells of columns that were removed.
  func settled(_ returned: [String], like latest: Chain.Member, fields: [String]) throws -> [String]
  {
    let given = try CellJSON.decode(latest.cells)
    var marked: Set<Int> = []
    try database.query("ingest-return-flags").rows(.int(latest.id)) {
      if let column = fields.firstIndex(of: $0.text(0)) { marked.insert(column) }
    }
    let missing = Set(sheet.columns.missing)
    var cells = (0..<max(returned.count, given.count)).map { column in
      let before = column < given.count ? given[column] : ""
      if missing.contains(column) { return before }
      let after = column < returned.count ? returned[column] : ""
      return cell.settled(after, given: before, wasMarked: marked.contains(column))
    }
    while cells.count > sheet.columns.header.count, cells.last?.isEmpty == true {
      cells.removeLast()
    }
    return cells
  }

  func isRejected(_ row: Int64) throws -> Bool {
    try database.query("ingest-row-is-rejected").first(.int(row)) { _ in true } ?? false
  }

  /// Counts why a row is rejected still.
  mutating func noteStillWrong(_ row: Int64) throws {
    try database.query("ingest-return-reasons").rows(.int(row)) {
      let field = $0.text(1)
      stillWrong[$0.text(0) + (field.isEmpty ? "" : " \(field)"), default: 0] += 1
    }
  }

  /// `3 rows are still wrong (VAL001 email 2, ING002 stage 1)`; nil when none is.
  func complaint(rows: Int) -> String? {
    guard rows > 0 else { return nil }
    let reasons = stillWrong.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    return "\(rows) \(rows == 1 ? "row is" : "rows are") still wrong (\(reasons))"
  }
}

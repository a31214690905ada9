import Bytes
import Definitions
import LeadModel
import Store

/// The sheets of the store, and where new rows of them stand.
struct SheetCatalogue {
  struct Sheet {
    let id: Int64
    let kind: RecordKind
    let supplier: String
    let fields: [String]
    /// Whether texts may carry the apostrophes that a CSV export puts before formulas. Those of other
    /// files are part of the text.
    let isGuarded: Bool
    let fileID: Int64
    let rules: LoadRules
    let header: [String]
    /// The text of a mapping that was proposed for the file and read it; nil: a configured one did.
    let proposedMapping: String?
  }

  struct News {
    let sheet: Int64
    let ids: ClosedRange<Int64>
  }

  private var byID: [Int64: Sheet] = [:]
  private var ordered: [Sheet] = []

  init(_ database: Database) throws {
    try database.query("validate-sheets").rows { row in
      guard let kind = RecordKind(rawValue: row.text(2)) else { return }
      let fields = (try? CellJSON.decode(row.text(1))) ?? []
      let rules = LoadRules(
        mode: LoadRules.Mode(rawValue: row.text(5)) ?? .upsert,
        key: row.text(6).split(separator: ",").map(String.init), fillsOnlyEmpty: row.int(7) != 0)
      let header = (try? CellJSON.decode(row.text(9))) ?? []
      let sheet = Sheet(
        id: row.int(0), kind: kind, supplier: row.text(3), fields: fields,
        isGuarded: row.text(8) == "csv" && row.text(3) == ReservedField.exportSupplier,
        fileID: row.int(4), rules: rules, header: header,
        proposedMapping: row.optionalText(10))
      byID[sheet.id] = sheet
      ordered.append(sheet)
    }
  }

  func kind(of sheet: Int64) -> RecordKind? { byID[sheet]?.kind }

  func sheets(of kind: RecordKind) -> [Sheet] { ordered.filter { $0.kind == kind } }

  func news(after mark: Int64, _ database: Database) throws -> [News] {
    var news: [News] = []
    try database.query("validate-sheet-ranges").rows(.int(mark)) { row in
      news.append(
        News(sheet: row.int(0), ids: row.int(1)...row.int(2)))
    }
    return news
  }
}

import Forecasting
import LeadModel
import Store

/// Reads deals with their stages for the forecast.
struct DealReader {
  private struct Row {
    let id: Int64
    let supplier: String
    let stage: String
    let amountCents: Int64?
    let currency: String
    let category: String
    let createdAt: Timestamp?
    let expectedCloseAt: Timestamp?
    let closedAt: Timestamp?
    let outcome: DealOutcome
    var entries: [StageEntry] = []
  }

  /// All deals, by id. A stage entry belongs to the deal with its external id; where two suppliers
  /// use the same id, to the one of its own supplier.
  static func deals(in database: Database) throws -> [Deal] {
    var rows: [Row] = []
    var byExternalID: [String: [Int]] = [:]
    try database.query("report-deals").rows { row in
      byExternalID[row.text(2), default: []].append(rows.count)
      rows.append(
        Row(
          id: row.int(0), supplier: row.text(1), stage: row.text(3),
          amountCents: row.optionalInt(4), currency: row.text(5).uppercased(),
          category: row.text(6), createdAt: row.time(7), expectedCloseAt: row.time(8),
          closedAt: row.time(9), outcome: DealOutcome(rawValue: row.text(10)) ?? .open))
    }
    try database.query("report-deal-stages").rows { row in
      let candidates = byExternalID[row.text(1)] ?? []
      let supplier = row.text(0)
      guard
        let index = candidates.count == 1
          ? candidates.first : candidates.first(where: { rows[$0].supplier == supplier }),
        let at = row.time(3)
      else { return }
      rows[index].entries.append(
        StageEntry(
          stage: row.text(2), at: at, amountCents: row.optionalInt(4),
          expectedCloseAt: row.time(5)))
    }
    return rows.map { row in
      Deal(
        id: row.id, stage: row.stage, currency: row.currency, amountCents: row.amountCents,
        category: row.category, createdAt: row.createdAt, expectedCloseAt: row.expectedCloseAt,
        closedAt: row.closedAt, outcome: row.outcome, entries: row.entries)
    }
  }
}

extension Statement {
  fileprivate func time(_ column: Int) -> Timestamp? {
    optionalInt(column).map { Timestamp(seconds: $0) }
  }
}

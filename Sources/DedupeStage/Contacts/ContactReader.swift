import Matching
import Store

/// Reads contacts as leads: with the keys that leads are linked by.
struct ContactReader {
  private let database: Database
  private var maker: KeyMaker
  /// Names of accounts by supplier and id.
  private var accountNames: [String: String] = [:]
  /// A contact's place among the leads: after all of them.
  static let place = Int64.max

  init(database: Database, rules: MatchingRules) throws {
    self.database = database
    maker = KeyMaker(rules: rules)
    try database.query("dedupe-account-names").rows {
      // The one that came first stays.
      accountNames["\($0.text(0))\n\($0.text(1))"] = $0.text(2)
      accountNames[$0.text(1)] = $0.text(2)
    }
  }

  /// A contact as clustering sees it; nil when there is none.
  mutating func contact(_ id: Int64) throws -> ClusterLead? {
    var values = [RecordValue](repeating: .null, count: EntityField.allCases.count)
    let exists = try database.query("dedupe-contact").first(.int(id)) { row -> Bool in
      func set(_ field: EntityField, _ text: String?) {
        values[field.rawValue] = text.map { .text($0) } ?? .null
      }
      set(.fullName, row.optionalText(0))
      set(.firstName, row.optionalText(1))
      set(.lastName, row.optionalText(2))
      set(.email, row.optionalText(3))
      set(.emailStatus, row.optionalText(3) == nil ? "missing" : "valid")
      set(.phone, row.optionalText(4))
      set(.phoneStatus, row.optionalText(4) == nil ? "missing" : "valid")
      let account = row.optionalText(5)
      set(
        .company,
        account.map { accountNames["\(row.text(6))\n\($0)"] ?? accountNames[$0] ?? $0 })
      return true
    }
    guard exists == true else { return nil }
    return maker.lead(
      LeadRecord(id: Self.place, sourceRow: Self.place, supplier: "", values: values))
  }
}

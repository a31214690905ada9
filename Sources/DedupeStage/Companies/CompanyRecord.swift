import Matching
import Store

/// A company of several accounts with its surviving values.
struct CompanyRecord: Equatable {
  static let names = [
    "name", "phone", "website", "industry", "employees", "annual_revenue", "street", "city",
    "postcode", "region", "country",
  ]

  let id: Int64
  let accountCount: Int64
  /// In the order of `names`.
  let values: [RecordValue]
  let domain: String?
  let provenance: String?

  init(
    id: Int64, accountCount: Int64, values: [RecordValue], domain: String?, provenance: String?
  ) {
    self.id = id
    self.accountCount = accountCount
    self.values = values
    self.domain = domain
    self.provenance = provenance
  }

  /// A company of a row of `dedupe-companies`.
  init(_ row: Statement) {
    let columns = [2] + Array(4...13)
    self.init(
      id: row.int(0), accountCount: row.int(1),
      values: columns.map { column in
        switch row.value(column) {
        case .null: .null
        case .int(let number): .int(number)
        case .text(let text): .text(text)
        case .real(let number): .text(String(number))
        }
      },
      domain: row.optionalText(3), provenance: row.optionalText(14))
  }

  func write(in database: Database) throws {
    var bound = values.map { value -> SQLValue in
      switch value {
      case .null: .null
      case .int(let number): .int(number)
      case .text(let text): .text(text)
      }
    }
    bound.insert(SQLValue(domain), at: 1)
    let statement = try database.query("dedupe-company-write")
    statement.bindAll([.int(id), .int(accountCount)] + bound + [SQLValue(provenance)])
    while try statement.step() {}
  }
}

import Bytes
import Matching
import Store

/// All accounts, as they are compared and as they survive.
struct AccountTable {
  private(set) var records = LinkRecords()
  private(set) var identities: [CompanyClusters.Identity] = []
  /// What survivorship looks at; the domain is in none of its fields.
  private(set) var accounts: [LeadRecord] = []
  private(set) var domains: [String?] = []

  private static let fields: [EntityField] = [
    .company, .phone, .website, .industry, .employees, .annualRevenue, .street, .city, .postcode,
    .region, .country,
  ]

  init(_ database: Database, domainRules: DomainRules) throws {
    var reader = LinkReader(roleLocalParts: [])
    var domain = DomainReader(rules: domainRules)
    try database.query("dedupe-accounts").rows { row in
      row.withTextBytes(4) { domain.read(host: $0) }
      if domain.domain.isEmpty { row.withTextBytes(6) { domain.read(website: $0) } }
      let id = row.int(0)
      domain.domain.withUnsafeBufferPointer { domain in
        var input = LinkInput()
        // A company's domain is what a person's mailbox is: nobody else has it.
        input.email = domain
        // The columns' bytes live until the next step.
        input.company = row.withTextBytes(3) { $0 }
        input.phone = row.withTextBytes(5) { $0 }
        input.street = row.withTextBytes(10) { $0 }
        input.city = row.withTextBytes(11) { $0 }
        input.postcode = row.withTextBytes(12) { $0 }
        input.region = row.withTextBytes(13) { $0 }
        reader.read(id, input, into: &records)
      }
      identities.append(
        CompanyClusters.Identity(
          domain: String(decoding: domain.domain, as: UTF8.self), country: row.text(14)))
      domains.append(row.optionalText(4))
      accounts.append(Self.account(row))
    }
  }

  /// An account as a lead whose company it is, so that the same rules choose what survives.
  private static func account(_ row: Statement) -> LeadRecord {
    var values = [RecordValue](repeating: .null, count: EntityField.allCases.count)
    values[EntityField.company.rawValue] = .text(row.text(3))
    for (offset, field) in fields.dropFirst().enumerated() {
      let column = offset + 5
      switch field {
      case .employees, .annualRevenue:
        values[field.rawValue] = row.optionalInt(column).map { .int($0) } ?? .null
      default: values[field.rawValue] = row.optionalText(column).map { .text($0) } ?? .null
      }
    }
    if !values[EntityField.phone.rawValue].isNull {
      values[EntityField.phoneStatus.rawValue] = .text("valid")
    }
    return LeadRecord(
      id: row.int(0), sourceRow: row.int(1), supplier: row.text(2), values: values)
  }

  /// An account's name is what a lead's company is.
  private static func renamed(_ provenance: String) -> String {
    let lead = "\"\(EntityField.company.name)\":"
    var provenance = provenance
    if let range = provenance.firstRange(of: lead) {
      provenance.replaceSubrange(range, with: "\"name\":")
    }
    return provenance
  }

  /// The values of a company that survive of its accounts, given by ascending positions.
  func company(of positions: [Int], by survivorship: Survivorship) -> CompanyRecord? {
    let accounts = positions.map { self.accounts[$0] }
    guard let survivors = survivorship.entity(of: accounts), let anchor = accounts.first else {
      return nil
    }
    // The domain goes with the web site; without one, the first that is known.
    let site = survivors.values[EntityField.website.rawValue]
    let home =
      positions.first { self.accounts[$0][.website] == site && domains[$0] != nil }
      ?? positions.first { domains[$0] != nil }
    return CompanyRecord(
      id: anchor.id, accountCount: Int64(accounts.count),
      values: Self.fields.map { survivors.values[$0.rawValue] },
      domain: home.flatMap { domains[$0] },
      provenance: survivors.provenance.map { Self.renamed($0) })
  }
}

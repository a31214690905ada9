import Matching
import StageKit
import Store

/// Writes which accounts are one company, as far as the store does not say so, and what follows.
struct CompanyWriter {
  private struct StoredLink: Equatable {
    let company: Int64
    let rule: String
    let matched: Int64
    let weight: Double
  }

  private let context: StageContext
  private let database: Database
  private let accounts: AccountTable
  private let survivorship: Survivorship
  private let known: Int64

  /// Accounts up to the id `known` have been linked before.
  init(context: StageContext, accounts: AccountTable, rules: MatchingRules, known: Int64) {
    self.context = context
    self.accounts = accounts
    self.known = known
    database = context.database
    survivorship = Survivorship(rules: rules.survivorship)
  }

  func write(_ links: [CompanyClusters.Link]) throws {
    let ids = accounts.records.ids
    let former = try storedLinks()
    var wanted: [Int64: StoredLink] = [:]
    var members: [Int: [Int]] = [:]
    for link in links {
      wanted[ids[link.account]] = StoredLink(
        company: ids[link.company], rule: link.rule.name, matched: ids[link.matched],
        weight: link.weight)
      members[link.company, default: [link.company]].append(link.account)
    }
    var touched = try writeLinks(from: former, to: wanted)
    try CompanyRedirects(context: context, known: known).write(
      accounts: ids, from: former.mapValues(\.company), to: wanted.mapValues(\.company),
      rules: wanted.mapValues(\.rule))
    touched.formUnion(try writeCompanies(members))
    // Whoever met a company by one of its accounts may meet another now.
    var concerned = touched
    for account in ids {
      if touched.contains(wanted[account]?.company ?? account)
        || touched.contains(former[account]?.company ?? account)
      {
        concerned.insert(account)
      }
    }
    for id in concerned.sorted() {
      try context.revisit(stage: "enrich", subject: "account", id: id)
    }
  }

  private func storedLinks() throws -> [Int64: StoredLink] {
    var links: [Int64: StoredLink] = [:]
    try database.query("dedupe-company-links").rows {
      links[$0.int(0)] = StoredLink(
        company: $0.int(1), rule: $0.text(2), matched: $0.int(3), weight: $0.double(4))
    }
    return links
  }

  /// Gives the companies that have won or lost an account.
  private func writeLinks(
    from former: [Int64: StoredLink], to wanted: [Int64: StoredLink]
  ) throws -> Set<Int64> {
    var touched: Set<Int64> = []
    for account in Set(former.keys).union(wanted.keys).sorted() {
      let (old, new) = (former[account], wanted[account])
      guard old != new else { continue }
      if let new {
        try database.query("dedupe-company-link-write").run(
          .int(account), .int(new.company), .text(new.rule), .int(new.matched), .real(new.weight))
      } else {
        try database.query("dedupe-company-link-delete").run(.int(account))
      }
      let (oldCompany, newCompany) = (old?.company ?? account, new?.company ?? account)
      guard oldCompany != newCompany else { continue }
      touched.formUnion([oldCompany, newCompany])
      try context.recordChange(
        subject: "account", id: account, field: "company_id", old: String(oldCompany),
        new: String(newCompany), reason: new?.rule ?? "account left")
    }
    return touched
  }

  /// Gives the companies whose values have changed.
  private func writeCompanies(_ members: [Int: [Int]]) throws -> Set<Int64> {
    var stored: [Int64: CompanyRecord] = [:]
    try database.query("dedupe-companies").rows { row in
      let company = CompanyRecord(row)
      stored[company.id] = company
    }
    var touched: Set<Int64> = []
    for root in members.keys.sorted() {
      let positions = (members[root] ?? []).sorted()
      guard let company = accounts.company(of: positions, by: survivorship) else { continue }
      let old = stored.removeValue(forKey: company.id)
      guard old != company else { continue }
      try company.write(in: database)
      touched.insert(company.id)
      if let old { try recordChanges(from: old, to: company) }
    }
    for gone in stored.keys.sorted() {
      try database.query("dedupe-company-delete").run(.int(gone))
      touched.insert(gone)
    }
    return touched
  }

  private func recordChanges(from old: CompanyRecord, to new: CompanyRecord) throws {
    var fields = Array(zip(CompanyRecord.names, zip(old.values, new.values)))
      .map { (name: $0, old: $1.0.text, new: $1.1.text) }
    fields.append((name: "domain", old: old.domain, new: new.domain))
    for field in fields where field.old != field.new {
      try context.recordChange(
        subject: "company", id: new.id, field: field.name, old: field.old, new: field.new,
        reason: old.accountCount == new.accountCount ? "account updated" : "accounts joined or left"
      )
    }
  }
}

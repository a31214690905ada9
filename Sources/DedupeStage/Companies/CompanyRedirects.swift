import StageKit
import Store

/// Keeps where the ids of companies lead to that are none any more, and the history of companies that
/// merged and split.
struct CompanyRedirects {
  let context: StageContext
  /// Accounts up to this id have been linked before.
  let known: Int64

  /// Part of the transaction of the work.
  ///
  /// - Parameters:
  ///   - accounts: those that there are, in ascending order.
  ///   - former: the companies of accounts that had joined one, some of which may be gone.
  ///   - wanted: the companies of accounts that have joined one now.
  ///   - rules: why they have.
  /// - Throws: `DatabaseError`.
  func write(
    accounts: [Int64], from former: [Int64: Int64], to wanted: [Int64: Int64],
    rules: [Int64: String]
  ) throws {
    let present = Set(accounts)
    var redirects: [Int64: Int64] = [:]
    try context.database.query("dedupe-company-redirects").rows {
      redirects[$0.int(0)] = $0.int(1)
    }
    // Where those are who stayed of companies whose first account is gone: with the next one.
    var heirs: [Int64: Int64] = [:]
    for account in accounts {
      guard let company = former[account], !present.contains(company), heirs[company] == nil else {
        continue
      }
      heirs[company] = wanted[account] ?? account
    }
    /// The company that an id leads to; nil when all accounts of it are gone.
    func home(of id: Int64) -> Int64? {
      present.contains(id) ? wanted[id] ?? id : heirs[id]
    }
    var goal: [Int64: Int64] = [:]
    for (old, company) in redirects {
      if present.contains(old) {
        goal[old] = wanted[old]
      } else {
        goal[old] = home(of: company)
      }
    }
    let merged = accounts.filter { $0 <= known && former[$0] == nil && wanted[$0] != nil }
    for account in merged { goal[account] = wanted[account] }
    for (gone, heir) in heirs { goal[gone] = heir }
    try writeRows(from: redirects, to: goal)

    for account in merged { try record(account, wanted[account], rules[account] ?? "merged") }
    for (gone, heir) in heirs.sorted(by: { $0.key < $1.key }) {
      try record(gone, heir, "its first account is gone")
    }
    for account in accounts {
      guard let parent = former[account], wanted[account] == nil, present.contains(parent) else {
        continue
      }
      try context.recordChange(
        subject: "company", id: account, field: "company_id", old: String(parent),
        new: String(account), reason: "split")
    }
  }

  private func writeRows(from stored: [Int64: Int64], to wanted: [Int64: Int64]) throws {
    for old in Set(stored.keys).union(wanted.keys).sorted() where stored[old] != wanted[old] {
      if let company = wanted[old] {
        try context.database.query("dedupe-company-redirect-write").run(.int(old), .int(company))
      } else {
        try context.database.query("dedupe-company-redirect-delete").run(.int(old))
      }
    }
  }

  private func record(_ company: Int64, _ home: Int64?, _ reason: String) throws {
    try context.recordChange(
      subject: "company", id: company, field: "company_id", old: String(company),
      new: home.map(String.init), reason: reason)
  }
}

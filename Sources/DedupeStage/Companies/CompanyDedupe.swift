import Definitions
import Matching
import StageKit
import Store

/// Links accounts that are one company.
///
/// Accounts are few beside leads: when any of them has come, changed or gone, all are compared again
/// in memory, and what differs from the store is written in one transaction. So the companies are those
/// of the accounts that there are, in whatever order they came.
struct CompanyDedupe {
  let context: StageContext
  let rules: MatchingRules

  private static let subject = "company"
  /// The stage is told of accounts that have changed or are gone.
  private static let accounts = "account"
  /// How far accounts were companies when they were last linked, whatever the configuration.
  private static let known = "company-known"
  /// Counts up when accounts would be linked in another way than before.
  private static let version = 2

  /// `contacts` are known by the names of their accounts too.
  func run(_ contacts: ContactDedupe) throws {
    let database = context.database
    let changed = try context.revisits(Self.accounts)
    let exist = try database.query("dedupe-companies-exist").first { $0.int(0) != 0 }
    guard exist == true || !changed.isEmpty else { return }
    let last = try database.query("dedupe-last-account").first { $0.int(0) } ?? 0
    let state =
      context.configurationHash(of: [MatchingDefinition.file, DomainFile.name])
      + "-\(Self.version)"
    let mark = try context.mark(Self.subject, configHash: state)
    // All that were there are gone when the last is 0; what is left of them goes too.
    guard mark != last || last == 0 || !changed.isEmpty else { return }
    context.didWork()
    let accounts = try AccountTable(
      database, domainRules: DomainFile.rules(from: context.configuration.load(DomainFile.name)))
    let clusters = CompanyClusters(
      accounts.records, identities: accounts.identities,
      model: .ofCompanies(accounts: accounts.records.count, rules: rules.linkage))
    let known = try context.mark(Self.known, configHash: "")
    try context.transaction {
      try CompanyWriter(context: context, accounts: accounts, rules: rules, known: known)
        .write(clusters.links)
      for id in changed { try context.clearRevisit(Self.accounts, id: id) }
      try context.setMark(Self.subject, to: last, configHash: state)
      try context.setMark(Self.known, to: max(known, last), configHash: "")
      try contacts.takeAccountNames()
    }
  }
}

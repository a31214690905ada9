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
  /// Counts up when accounts would be linked in another way than before.
  private static let version = 1

  /// `contacts` are known by the names of their accounts too.
  func run(_ contacts: ContactDedupe) throws {
    let database = context.database
    let exist = try database.query("dedupe-companies-exist").first { $0.int(0) != 0 }
    guard exist == true else { return }
    let accounts = try AccountTable(
      database, domainRules: DomainFile.rules(from: context.configuration.load(DomainFile.name)))
    // What is known of the accounts is the mark: they are linked as they are.
    let state =
      context.configurationHash(of: [MatchingDefinition.file, DomainFile.name])
      + "-\(Self.version)-\(String(accounts.digest, radix: 16))"
    guard try context.mark(Self.subject, configHash: state) == 0 else { return }
    context.didWork()
    let clusters = CompanyClusters(
      accounts.records, identities: accounts.identities, model: model(of: accounts))
    try context.transaction {
      try CompanyWriter(context: context, accounts: accounts, rules: rules).write(clusters.links)
      try context.setMark(Self.subject, to: 1, configHash: state)
      try contacts.takeAccountNames()
    }
  }

  /// The program's own model: what a base learnt of its people says nothing of companies.
  private func model(of accounts: AccountTable) -> LinkModel {
    var model = LinkModel.initial
    model.linkThreshold = rules.linkage.linkThreshold
    // The more there are, the less likely any two of them are one.
    model.prior = min(model.prior, 1 / Double(max(1, accounts.records.count)))
    return model
  }
}

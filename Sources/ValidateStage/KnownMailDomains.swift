import LeadModel
import Resolver
package import Store

/// What a base knows of mail domains: what they said when a night looked them up last.
package struct KnownMailDomains {
  private let database: Database

  package init(database: Database) { self.database = database }

  /// What a domain in A-label form said last, be it over or not; nil where it has said nothing.
  ///
  /// - Throws: `DatabaseError`.
  func answer(_ domain: String) throws -> DomainAnswer? {
    let answer = try database.query("validate-dns-last").first(.text(domain)) { DomainAnswer($0) }
    guard let answer = answer ?? nil, answer.verdict.kind != .deferred else { return nil }
    return answer
  }
}

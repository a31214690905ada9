package import LeadModel
import Bytes

/// What is known about a company that is an account.
package struct AccountFacts: Sendable, Equatable {
  package let id: Int64
  /// The company that the account belongs to: the id of its first account.
  package let company: Int64
  /// The company's.
  package let name: String
  /// Registered domain, lower case, as `DomainReader` gives it; empty when unknown.
  package let domain: String
  /// The account's own name, standardised.
  package let key: String
  package let industry: String?
  package let employees: Int64?
  package let country: String?

  package init(
    id: Int64, company: Int64? = nil, name: String, domain: String, key: String, industry: String?,
    employees: Int64?, country: String?
  ) {
    self.id = id
    self.company = company ?? id
    self.name = name
    self.domain = domain
    self.key = key
    self.industry = industry
    self.employees = employees
    self.country = country
  }
}

/// Accounts by domain and by standardised name.
package struct AccountIndex: Sendable {
  package let accounts: [AccountFacts]
  private var byDomain: [UInt64: [Int32]] = [:]
  private var byKey: [UInt64: [Int32]] = [:]

  /// Indexes accounts, which come in ascending order of their ids.
  package init(accounts: [AccountFacts] = []) {
    self.accounts = accounts
    byDomain.reserveCapacity(accounts.count)
    byKey.reserveCapacity(accounts.count)
    for (position, account) in accounts.enumerated() {
      if !account.domain.isEmpty {
        byDomain[Hash64.of(account.domain), default: []].append(Int32(position))
      }
      if !account.key.isEmpty {
        byKey[Hash64.of(account.key), default: []].append(Int32(position))
      }
    }
  }

  package var isEmpty: Bool { accounts.isEmpty }

  /// The account with a domain; of several, the one that arrived first.
  package func account(domain: [UInt8]) -> AccountFacts? {
    guard !domain.isEmpty else { return nil }
    return candidates(byDomain, domain).first { $0.domain.utf8.elementsEqual(domain) }
  }

  /// The account with a standardised name; of several companies, the only one in the country, and none
  /// when that leaves the choice open.
  package func account(key: [UInt8], country: CountryCode?) -> AccountFacts? {
    guard !key.isEmpty else { return nil }
    let named = candidates(byKey, key).filter { $0.key.utf8.elementsEqual(key) }
    guard let country else { return Self.onlyCompany(of: named) }
    if let only = Self.onlyCompany(of: named) {
      // Two companies of one name in two countries are two companies.
      guard let theirs = only.country.flatMap({ CountryCode($0) }) else { return only }
      return theirs == country ? only : nil
    }
    return Self.onlyCompany(
      of: named.filter { $0.country.flatMap { CountryCode($0) } == country })
  }

  /// The first account, if all are of one company.
  private static func onlyCompany(of accounts: [AccountFacts]) -> AccountFacts? {
    guard let first = accounts.first else { return nil }
    return accounts.allSatisfy { $0.company == first.company } ? first : nil
  }

  private func candidates(_ table: [UInt64: [Int32]], _ value: [UInt8]) -> [AccountFacts] {
    let hash = value.withUnsafeBufferPointer { Hash64.of($0) }
    return table[hash]?.map { accounts[Int($0)] } ?? []
  }
}

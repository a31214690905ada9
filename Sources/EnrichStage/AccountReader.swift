import Bytes
import Enrichment
import Store

/// Reads accounts with the keys under which entities meet them.
struct AccountReader {
  private var domains: DomainReader

  init(rules: DomainRules) {
    domains = DomainReader(rules: rules)
  }

  /// The account of a row of `enrich-accounts`.
  mutating func account(_ row: Statement) -> AccountFacts {
    row.withTextBytes(2) { domains.read(host: $0) }
    if domains.domain.isEmpty { row.withTextBytes(3) { domains.read(website: $0) } }
    return AccountFacts(
      id: row.int(0), company: row.int(7), name: row.text(8),
      domain: String(decoding: domains.domain, as: UTF8.self),
      key: CompanyName.key(of: row.text(1)), industry: row.optionalText(4),
      employees: row.optionalInt(5), country: row.optionalText(6))
  }

  /// The accounts with ids in a range, in order.
  mutating func accounts(
    _ range: ClosedRange<Int64>, in database: Database
  ) throws -> [AccountFacts] {
    var accounts: [AccountFacts] = []
    try database.query("enrich-accounts").rows(.int(range.lowerBound), .int(range.upperBound)) {
      accounts.append(account($0))
    }
    return accounts
  }

  /// The account with an id; nil when it is gone.
  mutating func account(_ id: Int64, in database: Database) throws -> AccountFacts? {
    try accounts(id...id, in: database).first
  }
}

/// Hashes that `account_key` keeps.
enum AccountKeyHash {
  // Seeds keep a domain and a name of the same letters apart.
  static func domain(_ domain: String) -> Int64 { hash(domain, seed: 1) }
  static func name(_ key: String) -> Int64 { hash(key, seed: 2) }

  private static func hash(_ text: String, seed: UInt64) -> Int64 {
    var text = text
    return text.withUTF8 { Int64(bitPattern: Hash64.of($0, seed: seed)) }
  }
}

/// How a batch of entities finds its accounts.
enum AccountSource: Sendable {
  /// All accounts are in memory.
  case whole(AccountIndex)
  /// There are many more accounts than entities to look at: each batch asks for its own.
  case byKey

  /// Accounts that are loaded whatever the number of entities.
  private static let smallBase = 20_000

  init(
    entities: Int, rules: DomainRules, in database: Database
  ) throws {
    let limit = max(Self.smallBase, 4 * entities)
    let count = try database.query("enrich-account-count").first(.int(Int64(limit) + 1)) {
      Int($0.int(0))
    }
    guard (count ?? 0) <= limit else {
      self = .byKey
      return
    }
    var reader = AccountReader(rules: rules)
    self = .whole(AccountIndex(accounts: try reader.accounts(Int64.min...Int64.max, in: database)))
  }

  /// The accounts that some entities may meet.
  func index(
    for keys: @autoclosure () throws -> [AccountKeys], rules: DomainRules, in database: Database
  ) throws -> AccountIndex {
    switch self {
    case .whole(let index): return index
    case .byKey:
      var ids: Set<Int64> = []
      let query = try database.query("enrich-account-ids")
      for key in try keys() {
        let hashes = [AccountKeyHash.domain(key.domain), AccountKeyHash.name(key.companyKey)]
        for hash in hashes {
          try query.rows(.int(hash)) { ids.insert($0.int(0)) }
        }
      }
      var reader = AccountReader(rules: rules)
      return AccountIndex(
        accounts: try ids.sorted().compactMap { try reader.account($0, in: database) })
    }
  }
}

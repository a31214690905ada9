/// Joins accounts that are one company.
///
/// Two registered domains, or two countries, are two companies, whatever else agrees: no company
/// gets accounts of both. Beyond that the surest pairs are joined first, and not along a chain of
/// doubts. The outcome depends on what the accounts say, not on the order in which they came.
package struct CompanyClusters: Sendable {
  /// What tells companies apart for certain; empty for what is not known.
  package struct Identity: Sendable, Equatable {
    package var domain: String
    package var country: String

    package init(domain: String, country: String) {
      self.domain = domain
      self.country = country
    }

    fileprivate func contradicts(_ other: Identity) -> Bool {
      !domain.isEmpty && !other.domain.isEmpty && domain != other.domain
        || !country.isEmpty && !other.country.isEmpty && country != other.country
    }

    /// What two accounts of one company say together.
    fileprivate func united(with other: Identity) -> Identity {
      Identity(
        domain: domain.isEmpty ? other.domain : domain,
        country: country.isEmpty ? other.country : country)
    }
  }

  /// Why an account belongs to a company that an earlier one founded.
  package struct Link: Sendable, Equatable {
    /// Positions of the account, of the company's first one, and of the one it was matched with.
    package let account: Int
    package let company: Int
    package let matched: Int
    package let rule: CompanyRule
    /// Match weight of the two, in bits.
    package let weight: Double
  }

  private struct Edge {
    let left: Int
    let right: Int
    let rule: CompanyRule
    let weight: Double
  }

  /// Pairs across two companies that are looked at before the model joins these.
  private static let pairsLookedAt = 1_024

  /// Bits by which one company has to be likelier than another.
  private static let leastDifference = 3.0

  /// In ascending order of the accounts, those that founded a company left out.
  package private(set) var links: [Link] = []
  private let records: LinkRecords
  private let weights: PairWeights
  /// Of each account; of a company's first one so far, what all of its accounts say.
  private var identities: [Identity]
  private var members: [Int: [Int]] = [:]
  private var roots: [Int]

  /// - Parameters:
  ///   - records: the accounts in ascending order of their ids, domains in the place of mailboxes.
  ///   - identities: by account.
  ///   - model: what agreements prove.
  package init(_ records: LinkRecords, identities: [Identity], model: LinkModel) {
    self.records = records
    self.identities = identities
    weights = PairWeights(model, records: records)
    roots = Array(0..<records.count)
    let edges = withoutDoubts(
      self.edges(least: LinkModel.weight(of: model.linkThreshold)))
    let own = identities
    for edge in edges.sorted(by: { isBefore($0, $1, own) }) { join(edge) }
    links = self.links(by: edges)
  }

  // MARK: Pairs

  private func edges(least: Double) -> [Edge] {
    let comparer = PairComparer(records)
    let candidates = CandidatePairs(BlockKeys(records))
    var edges: [Edge] = []
    for rule in BlockingRule.allCases {
      candidates.forEach(of: rule) { left, right, isCandidate in
        if isCandidate, let edge = edge(left, right, comparer, least) { edges.append(edge) }
        return true
      }
    }
    return edges + crowdedEdges(comparer, least)
  }

  /// Accounts of one name and one domain are compared along a line where they are more than are
  /// compared with each other, such as the sites of a chain.
  private func crowdedEdges(_ comparer: PairComparer, _ least: Double) -> [Edge] {
    struct Home: Hashable {
      let domain, country: String
      let name: UInt32
    }
    var sites: [Home: [Int]] = [:]
    for account in 0..<records.count {
      let name = records.number(account, .company)
      guard !identities[account].domain.isEmpty, name != 0 else { continue }
      let identity = identities[account]
      sites[Home(domain: identity.domain, country: identity.country, name: name), default: []]
        .append(account)
    }
    var edges: [Edge] = []
    for members in sites.values where members.count > BlockingRule.largestBlock {
      let members = members.sorted { records.isBefore($0, $1) ?? ($0 < $1) }
      for (one, other) in zip(members, members.dropFirst()) {
        if let edge = edge(min(one, other), max(one, other), comparer, least) { edges.append(edge) }
      }
    }
    return edges
  }

  private func edge(
    _ left: Int, _ right: Int, _ comparer: PairComparer, _ least: Double
  ) -> Edge? {
    guard !identities[left].contradicts(identities[right]) else { return nil }
    let pattern = comparer.pattern(left, right)
    let weight = weights.weight(pattern, left, right)
    let isSure =
      weight >= least && areNamesAlike(pattern, left, right) && !areBranches(pattern)
    guard let rule = Self.rule(pattern) ?? (isSure ? .model : nil) else { return nil }
    return Edge(left: left, right: right, rule: rule, weight: weight)
  }

  /// The rule that makes two accounts one company whatever the model says.
  private static func rule(_ pattern: LinkPattern) -> CompanyRule? {
    let areNamesAlike = (1...2).contains(pattern[.company])
    if areNamesAlike, pattern[.email] == 1 { return .domain }
    if areNamesAlike, pattern[.phone] == 1 { return .phone }
    // Another street, or another number, may be another branch, and then another firm.
    let isOnePlace = [1, 3].contains(pattern[.place]) && pattern[.street] < 4
    return pattern[.company] == 1 && isOnePlace && pattern[.phone] != 4 ? .nameAndPlace : nil
  }

  /// Whether two accounts are at two addresses, and share no number and no domain.
  private func areBranches(_ pattern: LinkPattern) -> Bool {
    pattern[.street] >= 4 && !(1...3).contains(pattern[.phone]) && pattern[.email] != 1
  }

  /// Whether two names may be those of one company: a word in common is what neighbours have too.
  private func areNamesAlike(_ pattern: LinkPattern, _ left: Int, _ right: Int) -> Bool {
    if pattern[.company] == 3, pattern[.email] != 1 {
      let bytes = records.pool.bytes.span
      return Similarity.commonWords(
        bytes.extracting(records.range(left, .company)),
        bytes.extracting(records.range(right, .company))
      ).ofShorter == 1
    }
    return pattern[.company] != 4
  }

  /// Leaves out what an account has in common with accounts of two companies alike: it may be either's.
  private func withoutDoubts(_ edges: [Edge]) -> [Edge] {
    var edgesOf: [Int: [Int]] = [:]
    for (index, edge) in edges.enumerated() {
      edgesOf[edge.left, default: []].append(index)
      edgesOf[edge.right, default: []].append(index)
    }
    var doubtful: Set<Int> = []
    for (account, own) in edgesOf where own.count > 1 {
      let rule = own.map { edges[$0].rule.rawValue }.min()
      let strongest = own.filter { edges[$0].rule.rawValue == rule }
      let weight = strongest.map { edges[$0].weight }.max() ?? 0
      var known: Identity?
      for index in strongest where edges[index].weight > weight - Self.leastDifference {
        let edge = edges[index]
        let other = identities[edge.left == account ? edge.right : edge.left]
        if let known, known.contradicts(other) { doubtful.insert(account) }
        known = known?.united(with: other) ?? other
      }
    }
    return edges.filter { !doubtful.contains($0.left) && !doubtful.contains($0.right) }
  }

  private func isBefore(_ edge: Edge, _ other: Edge, _ own: [Identity]) -> Bool {
    if edge.rule != other.rule { return edge.rule.rawValue < other.rule.rawValue }
    if edge.weight != other.weight { return edge.weight > other.weight }
    let (ends, others) = (sorted(edge, own), sorted(other, own))
    return isBefore(ends.0, others.0, own) ?? isBefore(ends.1, others.1, own) ?? false
  }

  private func sorted(_ edge: Edge, _ own: [Identity]) -> (Int, Int) {
    isBefore(edge.right, edge.left, own) == true ? (edge.right, edge.left) : (edge.left, edge.right)
  }

  /// By what the accounts say; nil for two that say the same.
  private func isBefore(_ left: Int, _ right: Int, _ own: [Identity]) -> Bool? {
    if let isBefore = records.isBefore(left, right) { return isBefore }
    let (left, right) = (own[left], own[right])
    return left == right
      ? nil : (left.domain, left.country) < (right.domain, right.country)
  }

  // MARK: Companies

  private mutating func join(_ edge: Edge) {
    let (left, right) = (roots[edge.left], roots[edge.right])
    guard left != right, !identities[left].contradicts(identities[right]) else { return }
    let (leftMembers, rightMembers) = (members[left] ?? [left], members[right] ?? [right])
    guard edge.rule != .model || agree(leftMembers, rightMembers) else { return }
    let (root, gone) = (min(left, right), max(left, right))
    identities[root] = identities[root].united(with: identities[gone])
    for member in gone == left ? leftMembers : rightMembers { roots[member] = root }
    members[root] = leftMembers + rightMembers
    members[gone] = nil
  }

  private func agree(_ left: [Int], _ right: [Int]) -> Bool {
    var sum = 0.0
    var count = 0
    for first in left {
      for second in right {
        sum += max(-20, min(20, weights.weight(min(first, second), max(first, second))))
        count += 1
        if count == Self.pairsLookedAt { return sum > 0 }
      }
    }
    return sum > 0
  }

  /// The strongest reason why each account is where it is: an earlier account before a later one,
  /// then the stronger rule, then the earliest account.
  private func links(by edges: [Edge]) -> [Link] {
    var best: [Int: Link] = [:]
    func note(_ account: Int, _ matched: Int, _ edge: Edge) {
      guard roots[account] != account else { return }
      let link = Link(
        account: account, company: roots[account], matched: matched, rule: edge.rule,
        weight: edge.weight)
      func order(_ link: Link) -> (Int, Int, Int) {
        (link.matched > account ? 1 : 0, link.rule.rawValue, link.matched)
      }
      if let known = best[account], order(known) <= order(link) { return }
      best[account] = link
    }
    for edge in edges where roots[edge.left] == roots[edge.right] {
      note(edge.left, edge.right, edge)
      note(edge.right, edge.left, edge)
    }
    return best.values.sorted { $0.account < $1.account }
  }
}

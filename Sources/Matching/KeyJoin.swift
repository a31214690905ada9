/// Leads that a key makes one person, as long as nothing says otherwise.
package struct KeyJoin: Sendable {
  package let rule: MatchRule
  /// Of the key: what joins are ordered by, whatever the order in which leads came.
  package let hash: Int64
  /// Positions, in ascending order.
  package let members: [Int]
  /// Hash of each member's family name and initial; nil for none.
  package let names: [Int64?]

  package init(rule: MatchRule, hash: Int64, members: [Int], names: [Int64?]) {
    self.rule = rule
    self.hash = hash
    self.members = members
    self.names = names
  }

  fileprivate var name: Int64 { names.lazy.compactMap { $0 }.first ?? 0 }
}

/// Pairs that somebody decided about, by position.
package struct DecidedPairs: Sendable {
  /// One person whatever else is said.
  package private(set) var same: [(Int, Int)] = []
  /// Never one person; by position, from both sides.
  package private(set) var apart: [Int: [Int]] = [:]

  package init() {}

  /// Each pair once, in order.
  package var all: [(left: Int, right: Int, isSame: Bool)] {
    let apart = apart.flatMap { left, others in
      others.filter { $0 > left }.map { (left: left, right: $0, isSame: false) }
    }
    return (same.map { (left: $0.0, right: $0.1, isSame: true) } + apart)
      .sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  }

  package var isEmpty: Bool { same.isEmpty && apart.isEmpty }

  package mutating func add(_ left: Int, _ right: Int, isSame: Bool) {
    guard !isSame else { return same.append((min(left, right), max(left, right))) }
    apart[left, default: []].append(right)
    apart[right, default: []].append(left)
  }

  /// The pairs of some leads, of whom none is decided to be one person with others.
  package func among(_ positions: Set<Int>) -> DecidedPairs {
    var pairs = self
    pairs.same = same.filter { positions.contains($0.0) }
    pairs.apart = apart.filter { positions.contains($0.key) }
    return pairs
  }
}

extension Clusters {
  /// Joins the pairs that were decided to be one person.
  package mutating func join(_ decided: DecidedPairs) {
    for (left, right) in decided.same { join([left, right], rule: .review) }
  }

  /// Joins leads by keys, the stronger rule first, but never two that were decided to be two people.
  ///
  /// A key whose leads it would bring together joins only those whose names agree; where it would
  /// bring them together still, it joins only who may be joined to all others of the name. Nobody is
  /// given to the one or the other of two people by chance: what else the leads say decides, or they
  /// stay alone. The outcome depends on the leads and their keys alone, not on the order of either.
  package mutating func join(_ joins: [KeyJoin], apart: [Int: [Int]]) {
    var guarded = ApartSets(apart, in: &self)
    // The joins of one key are those of different names.
    let sorted = joins.sorted {
      ($0.rule.rawValue, $0.hash, $0.name) < ($1.rule.rawValue, $1.hash, $1.name)
    }
    for join in sorted {
      if guarded.parted(join.members, in: &self).isEmpty {
        guarded.join(join.members, rule: join.rule, in: &self)
        continue
      }
      var named: [Int64: [Int]] = [:]
      for (member, name) in zip(join.members, join.names) {
        if let name { named[name, default: []].append(member) }
      }
      for (_, members) in named.sorted(by: { $0.key < $1.key }) {
        let parted = guarded.parted(members, in: &self)
        let free = members.filter { !parted.contains(root(of: $0)) }
        guarded.join(free, rule: join.rule, in: &self)
      }
    }
  }
}

/// Which sets must not become one, while sets are joined.
private struct ApartSets {
  private let apart: [Int: [Int]]
  /// The elements of a set that are apart from others, by the set's root.
  private var elements: [Int: [Int]] = [:]

  init(_ apart: [Int: [Int]], in sets: inout Clusters) {
    self.apart = apart
    for element in apart.keys.sorted() {
      elements[sets.root(of: element), default: []].append(element)
    }
  }

  /// Roots of the sets of some elements that must not be joined to another of these sets.
  func parted(_ members: [Int], in sets: inout Clusters) -> Set<Int> {
    var roots: Set<Int> = []
    for member in members { roots.insert(sets.root(of: member)) }
    return roots.filter { root in
      (elements[root] ?? []).contains { element in
        (apart[element] ?? []).contains { roots.contains(sets.root(of: $0)) }
      }
    }
  }

  mutating func join(_ members: [Int], rule: MatchRule, in sets: inout Clusters) {
    guard members.count > 1 else { return }
    var gone: Set<Int> = []
    for member in members { gone.insert(sets.root(of: member)) }
    sets.join(members, rule: rule)
    let all = gone.sorted().flatMap { elements.removeValue(forKey: $0) ?? [] }
    if !all.isEmpty { elements[sets.root(of: members[0])] = all }
  }
}

import LeadModel
import Matching
import StageKit

/// Edges in, with the records or without them, and for every record its cluster out.
///
/// Two groups become one only when their members agree on the average: of pairs without an edge the
/// records tell how well they do, and without these such a pair speaks against it.
///
/// Lines with a `decision` about two records go before edges, as those of a base do. Lines have no
/// order here: where decisions contradict each other, `different` counts.
struct ClusterStream {
  private let rules: MatchingRules
  private let model: LinkModel

  /// Bits of a pair of which nothing is known: it counts as two people for certain.
  private static let unknown = -20.0

  init(rules: MatchingRules, model: LinkModel) {
    self.rules = rules
    self.model = model
  }

  private struct Edge {
    let left: Int
    let right: Int
    /// Nil for an edge of the model.
    let rule: MatchRule?
    let weight: Double
  }

  mutating func run(_ lines: inout StreamLines) throws {
    var records = StreamRecords()
    var edges: [Edge] = []
    var decisions = StreamDecisions()
    try lines.forEach { line, fields, _ in
      if fields["too_many"] != nil { return }
      guard let left = fields["left"], let right = fields["right"] else {
        _ = records.add(try StreamRecords.id(of: fields), line: line)
        return
      }
      if let word = fields["decision"] {
        try decisions.add(left, right, word)
        return
      }
      let rule = MatchRule.keys.first { $0.name == fields["rule"] }
      guard rule != nil || fields["weight"].flatMap(Double.init) != nil else {
        throw StageFailure(.unusableInput, "found an edge without 'weight' or a known 'rule'")
      }
      edges.append(
        Edge(
          left: records.add(left, line: nil), right: records.add(right, line: nil), rule: rule,
          weight: fields["weight"].flatMap(Double.init) ?? 0))
    }
    let sorted = try records.sorted(rules, lines)
    let decided = decisions.pairs { records.arrival(of: $0).map { sorted.positions[$0] } }
    decisions.say(lines)
    var clusters = Clusters(count: sorted.ids.count)
    clusters.join(decided)
    clusters.join(joins(by: edges, sorted), apart: decided.apart)
    link(edges.filter { $0.rule == nil }, sorted, apart: decided.apart, &clusters)
    write(sorted, &clusters, &lines)
  }

  /// What keys join: the edges of one rule from one record are those of one key.
  private func joins(by edges: [Edge], _ sorted: StreamRecords.Sorted) -> [KeyJoin] {
    var members: [MatchRule: [Int: Set<Int>]] = [:]
    for edge in edges {
      guard let rule = edge.rule else { continue }
      let pair = Pair(sorted.positions[edge.left], sorted.positions[edge.right])
      guard pair.left != pair.right else { continue }
      members[rule, default: [:]][pair.left, default: [pair.left]].insert(pair.right)
    }
    return MatchRule.keys.flatMap { rule in
      (members[rule] ?? [:]).sorted { $0.key < $1.key }.map { first, members in
        let members = members.sorted()
        return KeyJoin(
          rule: rule, hash: sorted.leads[first].keys[rule] ?? 0, members: members,
          names: members.map { sorted.leads[$0].keys.agreement })
      }
    }
  }

  private func link(
    _ edges: [Edge], _ sorted: StreamRecords.Sorted, apart: [Int: [Int]],
    _ clusters: inout Clusters
  ) {
    let weights = PairWeights(model, records: sorted.records)
    var given: [Pair: Double] = [:]
    for edge in edges {
      let pair = Pair(sorted.positions[edge.left], sorted.positions[edge.right])
      if pair.left != pair.right { given[pair] = edge.weight }
    }
    // An edge is written with fewer digits than it is computed with.
    func weight(_ left: Int, _ right: Int) -> Double? {
      guard sorted.isKnown[left], sorted.isKnown[right] else {
        return given[Pair(left, right)] ?? Self.unknown
      }
      return weights.weightUnlessTwo(left, right)
    }
    let least = LinkModel.weight(of: model.linkThreshold)
    let linked = given.keys.sorted().map {
      LinkEdge(left: $0.left, right: $0.right, weight: weight($0.left, $0.right) ?? Self.unknown)
    }
    let found = LinkClusters(
      sure: clusters.sets(), edges: linked.filter { $0.weight >= least }, apart: apart,
      isBefore: { weights.isBefore($0, $1) }, weight: weight)
    for edge in found.links { clusters.join([edge.left, edge.right], rule: .model) }
  }

  private func write(
    _ sorted: StreamRecords.Sorted, _ clusters: inout Clusters, _ lines: inout StreamLines
  ) {
    var sizes: [Int: Int] = [:]
    for position in sorted.ids.indices { sizes[clusters.root(of: position), default: 0] += 1 }
    for (position, id) in sorted.ids.enumerated() {
      let root = clusters.root(of: position)
      var members: [(key: String, value: JSONValue)] = [
        ("id", .string(id)), ("cluster", .string(sorted.ids[root])),
        ("size", .int(Int64(sizes[root] ?? 1))),
      ]
      if root != position, let evidence = clusters.evidence(of: position) {
        members.append(("rule", .string(evidence.rule.name)))
        members.append(("matched", .string(sorted.ids[evidence.matched])))
      }
      lines.write(members)
    }
  }
}

/// Two positions, the lower first.
private struct Pair: Hashable, Comparable {
  let left: Int
  let right: Int

  init(_ one: Int, _ other: Int) { (left, right) = (min(one, other), max(one, other)) }

  static func < (one: Pair, other: Pair) -> Bool {
    (one.left, one.right) < (other.left, other.right)
  }
}

/// Joins records by their edges, the surest first, but not along a chain of doubts: two sets become
/// one only when their members, on the average of all pairs across, are more likely one person than
/// not, no two of them have names or birth dates of two people, and none were decided to be two.
///
/// The outcome depends on the set of edges alone, not on their order.
package struct LinkClusters {
  /// Pairs across two sets that are looked at before these are joined.
  private static let pairsLookedAt = 1_024

  private var members: [Int: [Int]] = [:]
  private var rootOf: [Int: Int] = [:]
  /// The edges that made two sets one, the surest first.
  package private(set) var links: [LinkEdge] = []

  /// - Parameters:
  ///   - sure: sets that are one person for certain, members in ascending order.
  ///   - edges: of probability above the threshold for linking.
  ///   - weights: the match weights of the records.
  ///   - apart: whom each record is never joined to.
  package init(
    sure: [[Int]], edges: [LinkEdge], weights: PairWeights, apart: [Int: [Int]] = [:]
  ) {
    self.init(
      sure: sure, edges: edges, apart: apart, isBefore: { weights.isBefore($0, $1) },
      weight: { weights.weightUnlessTwo($0, $1) })
  }

  /// `isBefore` decides between edges of the same weight, nil for those that are alike; `weight` is
  /// the match weight of any two records, in bits; nil for two that are never one person.
  package init(
    sure: [[Int]], edges: [LinkEdge], apart: [Int: [Int]] = [:],
    isBefore: (LinkEdge, LinkEdge) -> Bool? = { _, _ in nil },
    weight: (_ left: Int, _ right: Int) -> Double?
  ) {
    for set in sure {
      guard let root = set.first else { continue }
      members[root] = set
      for member in set { rootOf[member] = root }
    }
    let sorted = edges.sorted {
      $0.weight != $1.weight
        ? $0.weight > $1.weight
        : isBefore($0, $1) ?? (($0.left, $0.right) < ($1.left, $1.right))
    }
    for edge in sorted {
      let left = rootOf[edge.left] ?? edge.left
      let right = rootOf[edge.right] ?? edge.right
      guard left != right else { continue }
      let (leftSet, rightSet) = (members[left] ?? [left], members[right] ?? [right])
      let isLeftLarger = leftSet.count >= rightSet.count
      guard
        apart.isEmpty
          || !areApart(isLeftLarger ? rightSet : leftSet, isLeftLarger ? left : right, apart),
        leftSet.count + rightSet.count == 2 || agree(leftSet, rightSet, weight)
      else { continue }
      links.append(edge)
      let (root, gone) = isLeftLarger ? (left, right) : (right, left)
      let smaller = isLeftLarger ? rightSet : leftSet
      members[gone] = nil
      members[root, default: [root]] += smaller
      for member in smaller { rootOf[member] = root }
      rootOf[root] = root
    }
  }

  /// Whether one of some records is never joined to one of a set, given by its root.
  private func areApart(_ records: [Int], _ root: Int, _ apart: [Int: [Int]]) -> Bool {
    records.contains { record in
      (apart[record] ?? []).contains { (rootOf[$0] ?? $0) == root }
    }
  }

  private func agree(
    _ left: [Int], _ right: [Int], _ weight: (Int, Int) -> Double?
  ) -> Bool {
    var sum = 0.0
    var count = 0
    for first in left {
      for second in right {
        guard let weight = weight(min(first, second), max(first, second)) else { return false }
        // Each pair counts at most for certain: one strong agreement does not outvote several
        // doubts.
        sum += max(-20, min(20, weight))
        count += 1
        if count == Self.pairsLookedAt { return sum > 0 }
      }
    }
    return sum > 0
  }
}

/// What people have decided about pairs of leads, as far as the decisions agree with each other.
package struct LeadDecisions: Sendable, Equatable {
  /// By lead, from both sides: whom it is one person with, and whom it is not.
  package private(set) var same: [Int64: Set<Int64>] = [:]
  package private(set) var apart: [Int64: Set<Int64>] = [:]

  package init() {}

  package var isEmpty: Bool { same.isEmpty && apart.isEmpty }

  package mutating func add(_ left: Int64, _ right: Int64, isSame: Bool) {
    if isSame {
      same[left, default: []].insert(right)
      same[right, default: []].insert(left)
    } else {
      apart[left, default: []].insert(right)
      apart[right, default: []].insert(left)
    }
  }

  /// The leads that a decision is about, in ascending order.
  package var leads: [Int64] { Set(same.keys).union(apart.keys).sorted() }

  /// The decisions about leads that have a position.
  package func pairs(_ position: (Int64) -> Int?) -> DecidedPairs {
    var pairs = DecidedPairs()
    for (isSame, decisions) in [(true, same), (false, apart)] {
      for lead in decisions.keys.sorted() {
        guard let left = position(lead) else { continue }
        for other in (decisions[lead] ?? []).sorted() where other > lead {
          if let right = position(other) { pairs.add(left, right, isSame: isSame) }
        }
      }
    }
    return pairs
  }
}

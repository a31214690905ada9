/// Why a lead belongs to its entity.
package struct LinkEvidence: Sendable, Equatable {
  package let rule: MatchRule
  package let matchedLead: Int64

  package init(rule: MatchRule, matchedLead: Int64) {
    self.rule = rule
    self.matchedLead = matchedLead
  }
}

/// Sets of leads that are one person, grown by joining; elements are `0..<count`.
///
/// The root of a set is its smallest element, so that roots, like entity ids, do not depend on the
/// order of joining.
package struct Clusters: Sendable {
  private var parents: [UInt32]
  /// Best evidence of each element: later-than-itself flag, rule, matched element; smaller is
  /// better.
  private var evidence: [UInt64]

  /// A set for each of `count` elements, of which there are at most 2^32.
  package init(count: Int) {
    parents = Array(0..<UInt32(count))
    evidence = Array(repeating: .max, count: count)
  }

  package mutating func root(of element: Int) -> Int {
    var current = UInt32(element)
    while parents[Int(current)] != current {
      let grandparent = parents[Int(parents[Int(current)])]
      parents[Int(current)] = grandparent
      current = grandparent
    }
    return Int(current)
  }

  /// Makes one set of all sets that the elements are in, and notes the evidence of each. Elements
  /// are two or more, in ascending order.
  package mutating func join(_ elements: some RandomAccessCollection<Int>, rule: MatchRule) {
    guard let first = elements.first, let second = elements.dropFirst().first else { return }
    for element in elements {
      union(first, element)
      note(element, rule: rule, matched: element == first ? second : first)
    }
  }

  /// Makes each of some elements a set of its own again. They are all of their sets.
  package mutating func part(_ elements: [Int]) {
    for element in elements {
      parents[element] = UInt32(element)
      evidence[element] = .max
    }
  }

  /// The strongest reason why an element is in its set: an earlier lead before a later one, then
  /// the stronger rule, then the earliest lead. Nil for an element that joined nothing.
  package func evidence(of element: Int) -> (rule: MatchRule, matched: Int)? {
    let best = evidence[element]
    guard best != .max, let rule = MatchRule(rawValue: Int(best >> 32 & 0xFF)) else { return nil }
    return (rule, Int(best & 0xFFFF_FFFF))
  }

  /// The sets of two or more, members in ascending order.
  package mutating func sets() -> [[Int]] {
    var members: [Int: [Int]] = [:]
    for element in parents.indices where isJoined(element) {
      members[root(of: element), default: []].append(element)
    }
    return members.sorted { $0.key < $1.key }.map(\.value)
  }

  package func isJoined(_ element: Int) -> Bool { evidence[element] != .max }

  private mutating func union(_ left: Int, _ right: Int) {
    let leftRoot = root(of: left)
    let rightRoot = root(of: right)
    if leftRoot < rightRoot {
      parents[rightRoot] = UInt32(leftRoot)
    } else if rightRoot < leftRoot {
      parents[leftRoot] = UInt32(rightRoot)
    }
  }

  private mutating func note(_ element: Int, rule: MatchRule, matched: Int) {
    let later: UInt64 = matched > element ? 1 : 0
    let candidate = later << 40 | UInt64(rule.rawValue) << 32 | UInt64(matched)
    if candidate < evidence[element] { evidence[element] = candidate }
  }
}

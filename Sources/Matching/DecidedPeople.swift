/// Takes decisions about pairs one after the other, as long as they agree with those before.
package struct DecidedPeople: Sendable {
  /// Of each lead, a lead of the set that it is one person with.
  private var parents: [Int64: Int64] = [:]
  private var members: [Int64: [Int64]] = [:]
  /// By set, the sets that are other people.
  private var others: [Int64: Set<Int64>] = [:]

  package init() {}

  /// - Returns: whether the decision agrees with those taken so far; else it is left out.
  package mutating func take(_ one: Int64, _ other: Int64, isSame: Bool) -> Bool {
    let (left, right) = (parents[one] ?? one, parents[other] ?? other)
    guard isSame else {
      if left == right { return false }
      others[left, default: []].insert(right)
      others[right, default: []].insert(left)
      return true
    }
    if left == right { return true }
    if others[left]?.contains(right) == true { return false }
    join(left, right)
    return true
  }

  private mutating func join(_ left: Int64, _ right: Int64) {
    let isLeftLarger = (members[left]?.count ?? 1) >= (members[right]?.count ?? 1)
    let (root, gone) = isLeftLarger ? (left, right) : (right, left)
    for member in members.removeValue(forKey: gone) ?? [gone] {
      parents[member] = root
      members[root, default: [root]].append(member)
    }
    for other in others.removeValue(forKey: gone) ?? [] {
      others[other]?.remove(gone)
      others[other]?.insert(root)
      others[root, default: []].insert(other)
    }
  }
}

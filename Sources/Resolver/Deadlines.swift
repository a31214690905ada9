/// Things to do at instants to come, the soonest first: a binary heap.
struct Deadlines<Value> {
  private var entries: [(at: UInt64, value: Value)] = []

  /// The soonest instant, nil when there is none.
  var soonest: UInt64? { entries.first?.at }

  mutating func add(_ value: Value, at instant: UInt64) {
    entries.append((instant, value))
    var child = entries.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard entries[child].at < entries[parent].at else { break }
      entries.swapAt(child, parent)
      child = parent
    }
  }

  /// Takes the soonest out when its time has come.
  mutating func next(at now: UInt64) -> Value? {
    guard let first = entries.first, first.at <= now else { return nil }
    let last = entries.removeLast()
    guard !entries.isEmpty else { return first.value }
    entries[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < entries.count {
        if entries[child].at < entries[least].at { least = child }
      }
      guard least != parent else { return first.value }
      entries.swapAt(parent, least)
      parent = least
    }
  }
}

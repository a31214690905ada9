/// What waits in the order in which it came; taking from the front costs nothing.
struct Backlog<Element> {
  private var items: [Element] = []
  private var start = 0
  private static var longestGap: Int { 4096 }

  var first: Element? { start < items.count ? items[start] : nil }

  mutating func add(_ item: Element) { items.append(item) }

  mutating func dropFirst() {
    start += 1
    guard start == items.count || start > Self.longestGap else { return }
    items.removeFirst(start)
    start = 0
  }
}

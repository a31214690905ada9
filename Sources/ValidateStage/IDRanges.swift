/// Intervals of ids, ascending and apart, cut into batches.
struct IDRanges {
  /// Ids a batch: large enough that handing it over costs nothing, small enough to keep memory low.
  private static let batchWidth: Int64 = 1024

  private var intervals: [ClosedRange<Int64>] = []

  /// Takes intervals in any order; those that overlap become one.
  init(_ intervals: [ClosedRange<Int64>]) {
    for interval in intervals.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = self.intervals.last, interval.lowerBound <= last.upperBound {
        self.intervals[self.intervals.count - 1] =
          last.lowerBound...max(last.upperBound, interval.upperBound)
      } else {
        self.intervals.append(interval)
      }
    }
  }

  /// Ids in all intervals.
  var count: Int { intervals.reduce(0) { $0 + $1.count } }

  /// The next batch; nil when there are no more.
  mutating func next() -> ClosedRange<Int64>? {
    guard let interval = intervals.first else { return nil }
    let last = min(interval.lowerBound + Self.batchWidth - 1, interval.upperBound)
    if last < interval.upperBound {
      intervals[0] = (last + 1)...interval.upperBound
    } else {
      intervals.removeFirst()
    }
    return interval.lowerBound...last
  }
}

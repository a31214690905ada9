internal import LeadModel

/// Outcomes of rows as ranges of consecutive rows with the same outcome, in order of arrival.
struct DispositionBuffer {
  struct Range: Equatable {
    let scope: Int64
    let first: Int64
    var last: Int64
    let disposition: Disposition
  }

  private(set) var ranges: [Range] = []

  mutating func add(_ disposition: Disposition, rows: ClosedRange<Int64>, scope: Int64) {
    if let open = ranges.last, open.scope == scope, open.disposition == disposition,
      open.last + 1 == rows.lowerBound
    {
      ranges[ranges.count - 1].last = rows.upperBound
    } else {
      ranges.append(
        Range(
          scope: scope, first: rows.lowerBound, last: rows.upperBound, disposition: disposition))
    }
  }

  mutating func removeAll() { ranges.removeAll(keepingCapacity: true) }
}

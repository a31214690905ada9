/// Joins ranges of rows with the same outcome that touch or overlap, so that the split of the work
/// into transactions and runs does not show in the hash.
struct RangeJoiner: ~Copyable {
  struct Range {
    let stage: String
    let scope: Int64
    let disposition: String
    let first: Int64
    var last: Int64

    func isContinued(by next: Range) -> Bool {
      stage == next.stage && scope == next.scope && disposition == next.disposition
        && next.first <= last + 1
    }
  }

  private var hasher = RowHasher()
  private var open: Range?

  /// Takes the next range; they come sorted by all their members.
  mutating func add(_ range: Range) {
    if var current = open, current.isContinued(by: range) {
      current.last = max(current.last, range.last)
      open = current
    } else {
      close()
      open = range
    }
  }

  /// How many ranges are left, and their digest; ends the joiner.
  consuming func finish() -> (rowCount: Int, digest: String) {
    close()
    let rowCount = hasher.rowCount
    return (rowCount, hasher.hex())
  }

  private mutating func close() {
    guard let range = open else { return }
    hasher.add(range.stage)
    hasher.add(String(range.scope))
    hasher.add(range.disposition)
    hasher.add(String(range.first))
    hasher.add(String(range.last))
    hasher.endRow()
    open = nil
  }
}

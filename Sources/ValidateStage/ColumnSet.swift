/// Some columns of a plan; none has more than 64.
struct ColumnSet: Sendable {
  private var bits: UInt64 = 0

  var isEmpty: Bool { bits == 0 }

  func contains(_ column: Int) -> Bool { bits & Self.bit(column) != 0 }

  mutating func insert(_ column: Int) { bits |= Self.bit(column) }

  private static func bit(_ column: Int) -> UInt64 { column < 64 ? 1 << UInt64(column) : 0 }
}

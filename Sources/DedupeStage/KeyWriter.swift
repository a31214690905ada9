import Store

/// Writes match keys, given in the order of the table.
struct KeyWriter {
  struct Row {
    let hash: Int64
    let lead: Int64
    /// Whether the lead has no keys yet, so that there is nothing to look for.
    let isNew: Bool
  }

  private static let width = 32

  let database: Database

  /// Writes recent keys.
  func write(_ rows: [Row]) throws {
    try write(rows.filter(\.isNew).map { (hash: $0.hash, lead: $0.lead) }, tier: 1)
    let one = try database.query("dedupe-key-insert")
    for row in rows where !row.isNew { try one.run(.int(row.hash), .int(row.lead)) }
  }

  /// Writes keys of leads that have none, many to a statement.
  func write(
    _ keys: some RandomAccessCollection<(hash: Int64, lead: Int64)>, tier: Int64
  ) throws {
    let many = try database.query("dedupe-key-insert-32")
    many.bind(1, tier)
    var waiting = 0
    let whole = keys.count / Self.width * Self.width
    for key in keys.prefix(whole) {
      many.bind(2 * waiting + 2, key.hash)
      many.bind(2 * waiting + 3, key.lead)
      waiting += 1
      guard waiting == Self.width else { continue }
      while try many.step() {}
      waiting = 0
    }
    let one = try database.query("dedupe-key-insert-new")
    for key in keys.suffix(keys.count - whole) {
      try one.run(.int(tier), .int(key.hash), .int(key.lead))
    }
  }
}

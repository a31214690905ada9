/// How many cells of a column were looked at, and what they are.
struct ColumnTally: Sendable, Equatable {
  let rows: Int
  /// Filled cells, by class.
  let counts: [Int]

  init(_ profile: ValueProfile) {
    rows = profile.rowCount
    counts = profile.counts
  }

  var filled: Int { counts.reduce(0, +) }

  // MARK: As the store keeps it

  static let mark: Character = "|"

  /// As in `|40 email=38 text=1`.
  var text: String {
    let parts = ValueClass.allCases.filter { counts[$0.rawValue] > 0 }
      .map { " \($0.name)=\(counts[$0.rawValue])" }
    return "\(Self.mark)\(rows)" + parts.joined()
  }

  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: " ")
    guard let first = parts.first, first.first == Self.mark, let rows = Int(first.dropFirst())
    else { return nil }
    self.rows = rows
    var counts = Array(repeating: 0, count: ValueClass.allCases.count)
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=")
      guard pair.count == 2, let kind = ValueClass(name: pair[0]), let count = Int(pair[1]) else {
        return nil
      }
      counts[kind.rawValue] = count
    }
    self.counts = counts
  }
}

/// What came under one header in a supplier's last files, and whether what comes now can be of the
/// same kind.
///
/// The values of all files together say how often one of another kind comes. Now is a drift where
/// that many of another kind would hardly ever come by chance, and no file before looked like it.
/// So three values of which all are of another kind are proof against hundreds that were not, and
/// one odd value among four is none.
struct ColumnPast {
  /// The layouts that had something to say, the latest first.
  private let shapes: [ColumnShape]
  private let family: ValueFamily?
  /// Filled cells, and those of them that are of another family.
  private let filled: Int
  private let others: Int
  private let rows: Int
  private let empty: Int

  /// Values that a file needs before it is said to look like something.
  private static let enough = 5
  /// Fewest values of another kind that can be proof.
  private static let fewest = 3
  /// Chance that an honest column looks so, below which it is taken for proof: where all values are
  /// of another kind, where few values are, and where only some are.
  private static let chanceOfAll = 1e-3
  private static let chanceOfFew = 1e-5
  private static let chanceOfSome = 1e-6

  init(_ shapes: [ColumnShape]) {
    self.shapes = shapes
    let tallies = shapes.map(ValueFamily.tally)
    let sums = ValueFamily.allCases.map { family in
      tallies.reduce(0) { $0 + ($1.families[family] ?? 0) }
    }
    filled = sums.reduce(0, +)
    rows = tallies.reduce(0) { $0 + $1.rows }
    empty = max(0, rows - filled)
    // What four of five values are, as for a single file.
    let filled = filled
    let most = sums.indices.first { sums[$0] > 0 && sums[$0] * 5 >= filled * 4 }
    family = most.map { ValueFamily.allCases[$0] }
    others = filled - (most.map { sums[$0] } ?? 0)
  }

  // MARK: Values

  /// Whether the values are of another kind than those of every file before.
  func isRetyped(_ now: ColumnShape) -> Bool {
    guard let family else { return false }
    let seen = ValueFamily.tally(now)
    let count = seen.families.values.reduce(0, +)
    let odd = count - (seen.families[family] ?? 0)
    // Of few values most, of many a fifth: what a file's type is lost by.
    let needed = count < 2 * Self.enough ? count / 2 + 1 : count / 5 + 1
    guard odd >= max(Self.fewest, needed) else { return false }
    let limit =
      odd < count ? Self.chanceOfSome : count < Self.enough ? Self.chanceOfFew : Self.chanceOfAll
    return Chance.ofAtLeast(odd, of: count, before: others, of: filled) < limit
      && !shapes.contains { Self.looksLike($0, seen, not: family) }
  }

  /// Whether a file before had hardly more values of the family than one has now.
  private static func looksLike(
    _ was: ColumnShape, _ now: ValueFamily.Tally, not family: ValueFamily
  ) -> Bool {
    let tally = ValueFamily.tally(was)
    let count = tally.families.values.reduce(0, +)
    return count >= enough && (tally.families[family] ?? 0) * 5 < count * 4
  }

  // MARK: Nothing

  /// Whether a column that came filled is empty now.
  func isEmptied(_ now: ColumnShape) -> Bool {
    guard let latest = shapes.first, !latest.field.isEmpty, filled >= 2 * Self.enough,
      empty * 5 <= rows, now.emptyPercent >= 95,
      !shapes.contains(where: { $0.emptyPercent >= 95 })
    else { return false }
    let count = now.tally?.rows ?? 0
    // Of an old layout nobody knows how many rows it had.
    guard count > 0 else { return now.emptyPercent >= 95 }
    return Chance.ofAtLeast(count - now.filledCount, of: count, before: empty, of: rows)
      < Self.chanceOfFew
  }
}

import LeadModel

/// How a file's layout differs from the one that its supplier sent before.
package struct LayoutDrift: Sendable, Equatable {
  package enum Change: String, Sendable {
    /// Another header where the same column was; the field is the same, or its values are.
    case renamed
    /// The values look different.
    case retyped
    /// A column that gave a field is gone.
    case removed
    /// A column that gave a field came filled and is empty.
    case emptied
    /// The same columns in another order.
    case reordered
    case added
  }

  package struct Item: Sendable, Equatable {
    package let change: Change
    /// Header and type before; empty for an added column.
    package let was: String
    package let now: String
  }

  package private(set) var items: [Item]

  /// Whether somebody has to look. More columns harm nobody, and fewer are a shorter sheet that
  /// says nothing of the rest; both together may be a column that was renamed.
  package var isDrift: Bool {
    let changes = Set(items.map(\.change))
    return !changes.isDisjoint(with: [.renamed, .retyped, .emptied, .reordered])
      || changes.isSuperset(of: [.removed, .added])
  }

  /// Whether the columns only stand in another order, which changes nothing of what they mean.
  package var isOrderOnly: Bool {
    isDrift && items.allSatisfy { $0.change == .reordered || $0.change == .added }
  }

  /// Values that a type needs before it is held against another one.
  private static let enough = 5

  /// The drift against the supplier's last layouts; nil when there is none yet, or nothing differs
  /// but further columns.
  ///
  /// Headers are held against the likest layout, values against all: a column has drifted when its
  /// values are unlike those of every earlier file that had enough of them. The history has the
  /// latest file first.
  package static func against(_ history: [[ColumnShape]], _ now: [ColumnShape]) -> LayoutDrift? {
    guard
      var best = history.map({ LayoutDrift(was: $0, now: now) }).min(by: { $0.weight < $1.weight })
    else { return nil }
    best.items += now.compactMap { valueChange($0, history) }
    return best.items.contains { $0.change != .added } ? best : nil
  }

  /// How a column's values differ from all that came under its header.
  private static func valueChange(_ now: ColumnShape, _ history: [[ColumnShape]]) -> Item? {
    let key = HeaderText.normalised(now.header)
    let shapes = history.compactMap { layout in
      layout.first { HeaderText.normalised($0.header) == key }
    }
    guard let latest = shapes.first else { return nil }
    let past = ColumnPast(shapes)
    if past.isEmptied(now) {
      return Item(
        change: .emptied, was: "'\(latest.header)': \(latest.emptyPercent) % empty",
        now: "'\(now.header)': \(now.emptyPercent) % empty")
    }
    let known = shapes.filter { $0.filledCount >= enough }
    let isSpelledOtherwise =
      now.filledCount >= enough
      && (isNew(now.dateOrder, known.compactMap(\.dateOrder))
        || isNew(now.decimalMark, known.compactMap(\.decimalMark)))
    guard past.isRetyped(now) || isSpelledOtherwise else { return nil }
    let was = shapes.first { $0.filledCount >= enough && $0.type != nil } ?? latest
    return Item(
      change: .retyped, was: "'\(was.header)': \(was.typeName)",
      now: "'\(now.header)': \(now.typeName)")
  }

  /// Whether values prove another spelling than all of those did that proved one.
  private static func isNew<Spelling: Equatable>(_ now: Spelling?, _ before: [Spelling]) -> Bool {
    guard let now, !before.isEmpty else { return false }
    return !before.contains(now)
  }

  private var weight: Int {
    items.reduce(0) { $0 + ($1.change == .added ? 1 : $1.change == .reordered ? 2 : 4) }
  }

  init(was: [ColumnShape], now: [ColumnShape]) {
    var items: [Item] = []
    var gone: [(Int, ColumnShape)] = []
    var left = Array(now.enumerated())
    var positions: [Int] = []
    for (index, column) in was.enumerated() {
      let key = HeaderText.normalised(column.header)
      if let match = left.firstIndex(where: { HeaderText.normalised($0.element.header) == key }) {
        positions.append(left[match].offset)
        left.remove(at: match)
      } else {
        gone.append((index, column))
      }
    }
    for (index, column) in gone {
      // The one in its place that carries its field, or looks like it, is the same column renamed.
      let match =
        left.firstIndex {
          !column.field.isEmpty && $0.element.field == column.field
        }
        ?? left.firstIndex {
          $0.offset == index && $0.element.type == column.type && now.count == was.count
        }
      if let match {
        items.append(
          Item(change: .renamed, was: Self.name(column), now: Self.name(left[match].element)))
        left.remove(at: match)
      } else if !column.field.isEmpty {
        items.append(Item(change: .removed, was: Self.name(column), now: ""))
      }
    }
    if positions != positions.sorted() {
      items.append(
        Item(
          change: .reordered, was: Self.order(was.map(\.header)), now: Self.order(now.map(\.header))
        ))
    }
    for column in left where !column.element.header.allSatisfy(\.isWhitespace) {
      items.append(Item(change: .added, was: "", now: Self.name(column.element)))
    }
    self.items = items
  }

  private static func name(_ column: ColumnShape) -> String {
    column.field.isEmpty ? "'\(column.header)'" : "'\(column.header)' (\(column.field))"
  }

  private static func order(_ headers: [String]) -> String {
    let shown = headers.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    return headers.count > 12 ? shown + ", ..." : shown
  }
}

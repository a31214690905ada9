import Bytes
import ColumnMapping
import Tabular

/// What the columns of a table hold, as its first rows show: which kinds of values, and one column
/// that every row has.
struct TableTypes {
  /// What nearly all values of a column are; nil for texts, and where they differ.
  private let classes: [ValueClass?]
  /// A column that nearly every row has filled with values of one kind, from 0.
  let key: Int?
  private let keyIsMail: Bool

  private static let rowLimit = 300
  private static let fewestRows = 2

  static let none = TableTypes(profiles: [])

  /// Looks at the first rows of a sheet, from the position of the first one below the header on.
  init(_ batch: CellBatch, from first: Int, width: Int) {
    var last = first
    while last < batch.rowCount, last - first < Self.rowLimit,
      last - first < Self.fewestRows || batch.rowNumber(last) == batch.rowNumber(last - 1) + 1
    {
      last += 1
    }
    // Where tables follow each other without a blank line, fewer rows are of one table.
    var best = TableTypes(profiles: [])
    while last - first >= Self.fewestRows {
      // Few rows are enough where there are no more, and not to overrule many.
      if !best.classes.isEmpty, last - first < 2 * Self.fewestRows { break }
      let found = TableTypes(profiles: Self.profiles(batch, first..<last, width))
      if best.classes.isEmpty || found.keyIsMail { best = found }
      if best.keyIsMail { break }
      last = first + (last - first) / 2
    }
    self = best
  }

  private static func profiles(
    _ batch: CellBatch, _ rows: Range<Int>, _ width: Int
  ) -> [ValueProfile] {
    var profiles = [ValueProfile](repeating: ValueProfile(), count: width)
    for row in rows {
      for column in 0..<width { batch.withCell(row, column) { profiles[column].add($0) } }
    }
    return profiles
  }

  private init(profiles: [ValueProfile]) {
    classes = profiles.map { profile in
      guard profile.filledCount >= Self.fewestRows, let kind = profile.dominant,
        kind != .text, kind != .boolean
      else { return nil }
      return kind
    }
    let classes = classes
    let full = profiles.indices.filter {
      classes[$0] != nil && profiles[$0].emptyShare <= 0.05
    }
    key =
      full.first { classes[$0] == .email }
      ?? full.max { profiles[$0].distinctShare < profiles[$1].distinctShare }
    keyIsMail = key.map { classes[$0] == .email } ?? false
  }

  /// Whether all columns hold texts, as far as the rows show.
  var isUntyped: Bool { classes.allSatisfy { $0 == nil } }

  // MARK: Rows

  /// Whether a row has nothing in the column that every row has filled, or no address there.
  func isOdd(_ batch: CellBatch, _ row: Int) -> Bool {
    guard let key else { return false }
    if !keyIsMail { return batch.range(row, key).isEmpty }
    return batch.withCell(row, key) { !$0.contains(UInt8(ascii: "@")) }
  }

  /// Whether a row has a value of the right kind in the column that every row has filled.
  func hasKey(_ batch: CellBatch, _ row: Int) -> Bool {
    key.map { isLike(batch, row, $0) ?? false } ?? false
  }

  /// Whether a row has an address, a day or the like where its table has such.
  func hasValue(_ batch: CellBatch, _ row: Int) -> Bool {
    classes.indices.contains { column in
      classes[column] != .integer && classes[column] != .decimal
        && isLike(batch, row, column) == true
    }
  }

  /// Columns of one kind in which a row has a value of that kind.
  func fitting(_ batch: CellBatch, _ row: Int) -> [Int] {
    classes.indices.filter { isLike(batch, row, $0) == true }
  }

  /// Columns of one kind in which a row has a value of that kind, and of another.
  func likeness(_ batch: CellBatch, _ row: Int) -> (like: Int, unlike: Int) {
    var (like, unlike) = (0, 0)
    for column in classes.indices {
      guard let isLike = isLike(batch, row, column) else { continue }
      if isLike { like += 1 } else { unlike += 1 }
    }
    return (like, unlike)
  }

  /// Whether a row can hardly be one of the table.
  func isUnlike(_ batch: CellBatch, _ row: Int) -> Bool {
    let (like, unlike) = likeness(batch, row)
    let lacksKey = key.map { batch.range(row, $0).isEmpty } ?? false
    return unlike > like || lacksKey && like == 0
  }

  /// Nil for an empty cell, and where the column's values differ in kind.
  private func isLike(_ batch: CellBatch, _ row: Int, _ column: Int) -> Bool? {
    guard let kind = classes[column] else { return nil }
    return batch.withCell(row, column) { cell in
      let text = ASCII.trimmed(cell)
      return text.isEmpty ? nil : Self.isLike(text, kind)
    }
  }

  private static func isLike(_ text: UnsafeBufferPointer<UInt8>, _ kind: ValueClass) -> Bool {
    let found = ValueClass.of(text)
    if found == kind { return true }
    switch (found, kind) {
    case (.date, .timestamp), (.timestamp, .date), (.url, .domain), (.domain, .url),
      (.integer, .decimal), (.decimal, .integer), (.phone, .integer):
      return true
    // A count is no telephone number.
    case (.integer, .phone): return text.count >= 6
    default: return false
    }
  }

  /// Whether a cell holds a number, a day or an address, while its column does not.
  func isOtherValue(_ batch: CellBatch, _ row: Int, _ column: Int) -> Bool {
    batch.withCell(row, column) { cell in
      let text = ASCII.trimmed(cell)
      guard !text.isEmpty, ValueClass.of(text) != .text else { return false }
      guard column < classes.count, let kind = classes[column] else { return true }
      return !Self.isLike(text, kind)
    }
  }

  static func isNumber(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { [.integer, .decimal].contains(ValueClass.of($0)) }
  }
}

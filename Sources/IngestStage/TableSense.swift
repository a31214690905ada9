import Bytes
import ColumnMapping
import LeadModel
import Tabular

/// Tells the rows of a table from what other programs put between, beside and below them: by what
/// its columns hold, and by what the words of a row mean as a header.
struct TableSense {
  /// What a row is that stands where something else than a row may stand.
  enum Verdict: Equatable {
    case row
    /// The header again, perhaps in other words.
    case header
    /// The header of another table.
    case otherHeader
    /// A sum of rows, or how many there are.
    case total
    /// One text alone: a title where a header follows, a note where nothing does.
    case title
  }

  let width: Int
  private let names: [[UInt8]]
  private let firstNamed: Int
  /// What the header's words mean, by column; empty where they mean nothing known.
  private let fields: [String]
  /// Whether an address or a number in the first column is a row by itself.
  private let takesContacts: Bool
  private let types: TableTypes
  private let kind: RecordKind
  private let matcher: ColumnMatcher

  private static let contacts = ["email", "phone", "email_sha256", "phone_sha256"]

  /// Rows below a header that are held against it.
  static let rowsBelow = 3
  private static let longestName = 80

  /// Knows a header by its cells and by the fields that its columns were found to carry.
  init(
    header: [String], fields: [String], types: TableTypes, kind: RecordKind,
    matcher: ColumnMatcher
  ) {
    width = header.count
    names = header.map { cell in
      Array(cell.utf8).withUnsafeBufferPointer { Self.folded(ASCII.trimmed($0)) }
    }
    firstNamed = names.firstIndex { !$0.isEmpty } ?? 0
    self.types = types
    self.kind = kind
    self.matcher = matcher
    let meanings = header.indices.map { column in
      if fields.indices.contains(column), !fields[column].isEmpty { return fields[column] }
      return Self.meaning(header[column], kind, matcher) ?? ""
    }
    self.fields = meanings
    takesContacts =
      Self.contacts.contains(meanings.first ?? "")
      && !kind.fields.contains { $0.isRequired && meanings.contains($0.name) }
  }

  // MARK: Asked of every row

  /// Whether a row is the header again, in any case, perhaps behind a byte order mark.
  func isHeader(_ batch: CellBatch, _ row: Int) -> Bool {
    guard width > 0, !names[firstNamed].isEmpty,
      Self.equals(batch, row, firstNamed, names[firstNamed])
    else { return false }
    for column in 0..<max(width, batch.cellCount(row)) {
      let name = column < width ? names[column] : []
      if !Self.equals(batch, row, column, name) { return false }
    }
    return true
  }

  /// Whether a row lacks what every row has: it may be none.
  func isOdd(_ batch: CellBatch, _ row: Int) -> Bool { types.isOdd(batch, row) }

  /// Whether a row is an address or a number in its first cell and nothing else, where that alone is no
  /// row: below the names of something else, or of what happened to whom.
  func isStrayContact(_ batch: CellBatch, _ row: Int) -> Bool {
    guard !takesContacts, batch.cellCount(row) > 0, !batch.range(row, 0).isEmpty,
      (1..<batch.cellCount(row)).allSatisfy({ batch.range(row, $0).isEmpty })
    else { return false }
    return batch.withCell(row, 0, ContactText.isOne)
  }

  private static func equals(
    _ batch: CellBatch, _ row: Int, _ column: Int, _ name: [UInt8]
  ) -> Bool {
    batch.withCell(row, column) { cell in
      // Padding and a mark are the only ways to be longer.
      if cell.count == name.count { return zip(cell, name).allSatisfy { lower($0) == $1 } }
      guard cell.count > name.count,
        cell[0] == 0xEF || ASCII.isSpace(cell[0]) || ASCII.isSpace(cell[cell.count - 1])
      else { return false }
      let isMarked = cell.count >= 3 && cell[0] == 0xEF && cell[1] == 0xBB && cell[2] == 0xBF
      let text = ASCII.trimmed(isMarked ? UnsafeBufferPointer(rebasing: cell[3...]) : cell)
      return text.count == name.count && zip(text, name).allSatisfy { lower($0) == $1 }
    }
  }

  private static func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

  private static func folded(_ cell: UnsafeBufferPointer<UInt8>) -> [UInt8] { cell.map(lower) }

  // MARK: Asked of few

  /// What a row is; one that is apart has a blank line, or a title, above it.
  func verdict(_ batch: CellBatch, _ row: Int, isApart: Bool) -> Verdict {
    if types.hasValue(batch, row) { return .row }
    let cells = (0..<batch.cellCount(row)).map { column in
      batch.withCell(row, column) { String(decoding: ASCII.trimmed($0), as: UTF8.self) }
    }
    let filled = cells.indices.filter { !cells[$0].isEmpty }
    if isTotal(cells, filled, isApart: isApart) { return .total }
    if filled.count == 1 {
      return HeaderRow.looksLikeValue(cells[filled[0]]) ? .row : .title
    }
    guard filled.count > 1, Self.couldBeNames(filled.map { cells[$0] }) else { return .row }
    return header(cells, filled, batch, row, isApart: isApart)
  }

  /// Whether a row has nothing but different words.
  func mayName(_ batch: CellBatch, _ row: Int) -> Bool {
    let filled = batch.strings(row).filter { !$0.allSatisfy(\.isWhitespace) }
    return filled.count > 1 && Self.couldBeNames(filled)
  }

  /// Whether a row has hardly anything in it, and nothing of what every row has.
  func isSparse(_ batch: CellBatch, _ row: Int) -> Bool {
    width > 2 && !types.hasKey(batch, row)
      && (0..<batch.cellCount(row)).count { !batch.range(row, $0).isEmpty } <= 2
      && types.likeness(batch, row).like == 0
  }

  /// Whether a header and the row below it have other kinds of values than the table: what a CSV
  /// file's tables are counted by, which are told apart before anybody knows what words mean.
  func isUnlikeInKind(_ batch: CellBatch, _ row: Int) -> Bool {
    types.likeness(batch, row).unlike > 0
      && rowsBelow(batch, row).first.map { types.likeness(batch, $0).unlike > 0 } ?? false
  }

  /// Whether a row begins with a word for a sum and has nothing but numbers behind it.
  func isLabelledSum(_ batch: CellBatch, _ row: Int) -> Bool {
    let filled = (0..<batch.cellCount(row)).filter { !batch.range(row, $0).isEmpty }
    guard filled.count > 1, TotalWords.begin(batch.string(row, filled[0])) else { return false }
    return filled.dropFirst().allSatisfy { TableTypes.isNumber(batch.string(row, $0)) }
  }

  private func isTotal(_ cells: [String], _ filled: [Int], isApart: Bool) -> Bool {
    guard let first = filled.first, TotalWords.begin(cells[first]),
      types.key != nil || isApart, filled.count <= max(2, width / 2)
    else { return false }
    let sums = filled.dropFirst()
    if sums.isEmpty { return isApart && cells[first].contains(where: \.isNumber) }
    return sums.allSatisfy { TableTypes.isNumber(cells[$0]) }
  }

  private static func couldBeNames(_ cells: [String]) -> Bool {
    Set(cells.map { $0.lowercased() }).count == cells.count
      && cells.allSatisfy { $0.utf8.count <= longestName && !HeaderRow.looksLikeValue($0) }
  }

  private func header(
    _ cells: [String], _ filled: [Int], _ batch: CellBatch, _ row: Int, isApart: Bool
  ) -> Verdict {
    let asHeader = matcher.row(cells)
    let known = RecordKind.guessed.map { matcher.recognised(asHeader, kind: $0).count }.max() ?? 0
    let same = filled.count { column in
      column < width && !fields[column].isEmpty
        && (Self.meaning(cells[column], kind, matcher) == fields[column]
          || Self.folded(cells[column]) == names[column])
    }
    if same >= 2, same * 2 >= filled.count, known <= same { return .header }
    let below = rowsBelow(batch, row)
    let isUnlike = !below.isEmpty && below.allSatisfy { types.isUnlike(batch, $0) }
    let isSure = isApart || below.count > 1
    if known >= 2, known * 2 >= filled.count, known > same, isSure {
      if isUnlike { return .otherHeader }
      // Where the columns hold nothing but texts, the words have to say it alone.
      let needed = types.isUntyped && isApart ? (2 * filled.count + 2) / 3 : filled.count
      if known >= needed, filled.count > 2, namesWhatFits(cells, batch, below) {
        return .otherHeader
      }
    }
    let values = isUnlike && below.count > 1 && hasOtherValues(filled, batch, below)
    return isApart && values ? .otherHeader : .row
  }

  /// Whether the row below has values like the table's only where a row names them as the table does.
  private func namesWhatFits(_ cells: [String], _ batch: CellBatch, _ below: [Int]) -> Bool {
    guard let row = below.first else { return false }
    return types.fitting(batch, row).allSatisfy { column in
      column < cells.count && Self.meaning(cells[column], kind, matcher) == fields[column]
    }
  }

  /// Rows right below another one, without a blank line between.
  private func rowsBelow(_ batch: CellBatch, _ row: Int) -> [Int] {
    var below: [Int] = []
    while below.count < Self.rowsBelow, row + below.count + 1 < batch.rowCount,
      batch.rowNumber(row + below.count + 1) == batch.rowNumber(row) + below.count + 1
    {
      below.append(row + below.count + 1)
    }
    return below
  }

  /// Whether rows have numbers, days or addresses below the words of a row, where the table has none
  /// such, and nothing where that row has no word.
  private func hasOtherValues(_ filled: [Int], _ batch: CellBatch, _ below: [Int]) -> Bool {
    let isWithin = below.allSatisfy { row in
      (0..<batch.cellCount(row)).allSatisfy { column in
        batch.range(row, column).isEmpty || filled.contains(column)
      }
    }
    return isWithin
      && filled.contains { column in
        below.allSatisfy { types.isOtherValue(batch, $0, column) }
      }
  }

  private static func folded(_ text: String) -> [UInt8] { text.utf8.map(lower) }

  private static func meaning(
    _ cell: String, _ kind: RecordKind, _ matcher: ColumnMatcher
  ) -> String? {
    matcher.recognised(matcher.row([cell]), kind: kind).min()
  }
}

/// Where the columns of a sheet of rejected rows stand in the workbook that came back.
///
/// Columns keep their places as a rule. Where somebody moved or removed some, they are found by
/// their headers; among equal headers, empty ones too, the first is the first.
package struct ReturnedColumns: Equatable, Sendable {
  /// The header as the supplier sent it.
  package let header: [String]
  /// For each column of the header, its place in the workbook; nil when it is gone. Nil as a whole
  /// when every column stands where it stood, with what overflows behind them.
  let places: [Int?]?
  /// Columns without a header that no column of the supplier's is: what overflows the header.
  private let overflow: [Int]

  /// `found` is the workbook's header, `column` the place of the tokens in it: what stands right of
  /// that is nobody's.
  package init(header: [String], found: [String], tokens column: Int) {
    self.header = header
    let cells = Array(found.prefix(column))
    if Self.trimmed(cells) == Self.trimmed(header) {
      places = nil
      overflow = []
      return
    }
    var free = Array(cells.enumerated())
    places = header.map { name in
      guard let index = free.firstIndex(where: { Self.isSame($0.element, name) }) else {
        return nil
      }
      return free.remove(at: index).offset
    }
    overflow = free.filter { $0.element.allSatisfy(\.isWhitespace) }.map(\.offset)
  }

  /// Columns that the workbook no longer has.
  package var missing: [Int] {
    places.map { places in places.indices.filter { places[$0] == nil } } ?? []
  }

  /// Whether so few columns are there that this is another table.
  package var isForeign: Bool {
    let named = header.indices.filter { !header[$0].isEmpty }
    return places.map { places in named.count { places[$0] != nil } * 2 < named.count } ?? false
  }

  /// The cells of a row in the supplier's order; what overflows the header follows.
  package func cells(of row: [String], tokens column: Int) -> [String] {
    var cells: [String]
    if let places {
      cells = (places + overflow.map { $0 }).map { place in
        place.flatMap { $0 < row.count ? row[$0] : nil } ?? ""
      }
    } else {
      cells = Array(row.prefix(column))
    }
    // What is blank behind the header was only formatted.
    while cells.count > header.count, cells.last?.isEmpty == true { cells.removeLast() }
    return cells
  }

  /// A header without the empty cells at its end.
  package static func trimmed(_ cells: [String]) -> ArraySlice<String> {
    var cells = cells[...]
    while cells.last?.allSatisfy(\.isWhitespace) == true { cells = cells.dropLast() }
    return cells
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    left == right
      || left.split(whereSeparator: \.isWhitespace) == right.split(whereSeparator: \.isWhitespace)
  }
}

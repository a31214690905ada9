import Bytes
package import LeadModel

/// What the values of a column look like: counts that are added up cell by cell, and a sample.
package struct ValueProfile: Sendable {
  /// Rows looked at.
  package private(set) var rowCount = 0
  /// Cells with anything but white space.
  package private(set) var filledCount = 0
  package private(set) var counts: [Int] = Array(repeating: 0, count: ValueClass.allCases.count)
  /// Dates whose first number can only be a day, and those whose second can.
  package private(set) var dayFirstCount = 0
  package private(set) var monthFirstCount = 0
  package private(set) var yearFirstCount = 0
  /// Numbers whose last mark can only be the decimal one.
  package private(set) var commaDecimalCount = 0
  package private(set) var pointDecimalCount = 0
  /// Of the longest value, in bytes.
  package private(set) var longest = 0
  /// The first values that differ.
  package private(set) var sample: [String] = []
  private var sampleSet: Set<String> = []
  /// Values that the sample was offered.
  private var offeredCount = 0

  /// Values that are kept for a closer look.
  package static let sampleSize = 200

  package init() {}

  package init(_ values: some Sequence<String>) {
    for value in values { add(value) }
  }

  package mutating func add(_ value: String) {
    var value = value
    value.withUTF8 { add($0) }
  }

  /// Adds a cell.
  package mutating func add(_ raw: UnsafeBufferPointer<UInt8>) {
    rowCount += 1
    let cell = ASCII.trimmed(raw)
    guard !cell.isEmpty else { return }
    filledCount += 1
    if cell.count > longest { longest = cell.count }
    let kind = ValueReader.classify(cell)
    counts[kind.rawValue] += 1
    switch kind {
    case .date, .timestamp: noteOrder(cell)
    case .decimal: noteDecimal(cell)
    default: break
    }
    if offeredCount < Self.sampleSize { keep(cell) }
  }

  private mutating func keep(_ cell: UnsafeBufferPointer<UInt8>) {
    offeredCount += 1
    let text = String(decoding: cell.prefix(200), as: UTF8.self)
    if sampleSet.insert(text).inserted { sample.append(text) }
  }

  private mutating func noteOrder(_ cell: UnsafeBufferPointer<UInt8>) {
    switch DateShape.read(cell)?.order {
    case .dmy: dayFirstCount += 1
    case .mdy: monthFirstCount += 1
    case .ymd: yearFirstCount += 1
    case .unclear, nil: break
    }
  }

  private mutating func noteDecimal(_ cell: UnsafeBufferPointer<UInt8>) {
    guard let mark = cell.lastIndex(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") })
    else { return }
    var decimals = 0
    while mark + 1 + decimals < cell.count, ASCII.isDigit(cell[mark + 1 + decimals]) {
      decimals += 1
    }
    let other = cell[mark] == UInt8(ascii: ",") ? UInt8(ascii: ".") : UInt8(ascii: ",")
    // Three digits after the only mark are a group as often as decimals.
    guard decimals != 3 || cell.contains(other) else { return }
    if cell[mark] == UInt8(ascii: ",") {
      commaDecimalCount += 1
    } else {
      pointDecimalCount += 1
    }
  }

  // MARK: What it says

  /// Whether enough rows were looked at to say that the column holds nothing.
  var isEmpty: Bool { filledCount == 0 && rowCount >= 5 }

  package func count(_ kind: ValueClass) -> Int { counts[kind.rawValue] }

  /// Of the filled cells.
  package func share(_ kind: ValueClass) -> Double {
    filledCount == 0 ? 0 : Double(count(kind)) / Double(filledCount)
  }

  /// Of all rows.
  package var emptyShare: Double {
    rowCount == 0 ? 1 : Double(rowCount - filledCount) / Double(rowCount)
  }

  /// Of the values that were offered to the sample: 1 when no two are alike.
  package var distinctShare: Double {
    offeredCount == 0 ? 0 : Double(sample.count) / Double(offeredCount)
  }

  /// What four of five values look like; nil when there is no such thing, or nothing.
  package var dominant: ValueClass? {
    guard filledCount > 0 else { return nil }
    if share(.date) + share(.timestamp) >= 0.8 {
      return share(.timestamp) > share(.date) ? .timestamp : .date
    }
    if share(.integer) + share(.decimal) >= 0.8, share(.decimal) > 0 { return .decimal }
    if share(.url) + share(.domain) >= 0.8 { return share(.url) >= share(.domain) ? .url : .domain }
    return ValueClass.allCases.first { share($0) >= 0.8 }
  }

  /// The order that the dates prove, nil when they prove none or both.
  package var dateOrder: DateOrder? {
    switch (dayFirstCount > 0, monthFirstCount > 0) {
    case (true, false): .dmy
    case (false, true): .mdy
    case (true, true): nil
    case (false, false): yearFirstCount > 0 ? .ymd : nil
    }
  }

  /// The decimal mark that the numbers prove, nil when they prove none or both.
  package var decimalMark: DecimalMark? {
    switch (commaDecimalCount > 0, pointDecimalCount > 0) {
    case (true, false): .comma
    case (false, true): .point
    default: nil
    }
  }
}

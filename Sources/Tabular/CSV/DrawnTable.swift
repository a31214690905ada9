/// Recognises tables that are drawn with lines of dashes.
enum DrawnTable {
  /// What stands between the cells of drawn tables.
  private static let delimiters: [[UInt8]] = [[124], Array("│".utf8), Array("┃".utf8)]
  private static let fewestDashes = 3

  /// Whether a line is one of the frame: `+----+----+`, `|---|:-:|`, `----+----`, `├────┼────┤`.
  static func isRule(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var dashes = 0
    var corners = 0
    var index = line.startIndex
    while index < line.endIndex {
      switch line[index] {
      case UInt8(ascii: "-"), UInt8(ascii: "="): dashes += 1
      case UInt8(ascii: "+"), UInt8(ascii: "|"): corners += 1
      case UInt8(ascii: ":"), 32, 9: break
      // U+2500 to U+257F: the horizontal ones come first.
      case 0xE2:
        guard index + 2 < line.endIndex, line[index + 1] == 0x94 || line[index + 1] == 0x95 else {
          return false
        }
        if line[index + 1] == 0x94, line[index + 2] <= 0x81 || line[index + 2] == 0xBF {
          dashes += 1
        } else if line[index + 1] == 0x95, line[index + 2] == 0x90 {
          dashes += 1
        } else {
          corners += 1
        }
        index += 2
      default: return false
      }
      index += 1
    }
    return dashes >= fewestDashes && corners > 0
  }

  /// The delimiter of a drawn table, where the sample is one: a line of the frame stands before or
  /// after the first row, and the rows have one number of cells.
  static func delimiter(
    of sample: UnsafeBufferPointer<UInt8>, _ format: CSVFormat, given: [UInt8]?
  ) -> [UInt8]? {
    for delimiter in given.map({ [$0] }) ?? delimiters {
      var drawn = format
      drawn.delimiter = delimiter
      drawn.quote = nil
      drawn.isDrawn = true
      if isTable(sample, drawn) { return delimiter }
    }
    return nil
  }

  private static func isTable(_ sample: UnsafeBufferPointer<UInt8>, _ format: CSVFormat) -> Bool {
    let scanner = RecordScanner(format)
    var record = RecordBuffer()
    var counts: [Int: Int] = [:]
    var (position, rows, rules, rowsBeforeRule) = (0, 0, 0, 0)
    while position < sample.count, rows < FormatScore.rowLimit {
      let stop = format.lineEnd(sample, from: position)
      if isRule(sample[position..<stop]) {
        rules += 1
        if rules == 1 { rowsBeforeRule = rows }
        position = stop + format.lineEndLength(sample, stop)
        continue
      }
      position = scanner.scan(sample, from: position, into: &record).end
      if record.isBlank, record.count == 1 { continue }
      rows += 1
      if record.count > 1 { counts[record.count, default: 0] += 1 }
    }
    guard rules > 0, rowsBeforeRule < 5, let most = counts.values.max() else { return false }
    return most > 1 && most * 5 >= rows * 3
  }
}

/// Finds which of comma, semicolon, tab and pipe separates the cells of a text.
enum DelimiterGuess {
  static let candidates = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }
  private static let maximumRecords = 200

  /// The candidate that splits the records most evenly, and into the most cells; a comma when
  /// nothing splits them.
  ///
  /// Texts can hold more punctuation than there are columns, and as evenly. But a header has none
  /// of it: a candidate that stands in the header of another, which stands in its own, wins.
  static func delimiter(of text: [UInt8]) -> UInt8 {
    let splits = candidates.compactMap { Split($0, counts(of: $0, in: text)) }
    let ranked = splits.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }
    .map(\.element)
    guard let first = ranked.first else { return UInt8(ascii: ",") }
    return (ranked.dropFirst().first { $0.isInHeader(without: first) } ?? first).delimiter
  }

  /// What one candidate makes of the records.
  private struct Split {
    let delimiter: UInt8
    let counts: [Int]
    /// The commonest number of delimiters in a record that has any.
    let commonest: Int
    /// Of the records that have this number.
    let share: Double

    init?(_ delimiter: UInt8, _ counts: [Int]) {
      var tally: [Int: Int] = [:]
      for count in counts where count > 0 { tally[count, default: 0] += 1 }
      guard let most = tally.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else {
        return nil
      }
      self.delimiter = delimiter
      self.counts = counts
      commonest = most.key
      share = Double(most.value) / Double(counts.count)
    }

    /// 1 delimiter weighs 0.5, 3 weigh 0.75, 19 weigh 0.95: evenness counts for more than number.
    var score: Double { share * (1 - 1 / Double(commonest + 1)) }

    /// The first record with the commonest number.
    var header: Int { counts.firstIndex(of: commonest) ?? 0 }

    /// Whether this is in most records, its header does without the other one, and the other's
    /// does not do without this one.
    func isInHeader(without other: Split) -> Bool {
      share > 0.5 && other.count(in: header) == 0 && count(in: other.header) > 0
    }

    /// Quotes divide the text into records a little differently for each delimiter.
    private func count(in record: Int) -> Int {
      counts.indices.contains(record) ? counts[record] : 0
    }
  }

  /// Delimiters outside quotes in each record that is not blank.
  private static func counts(of delimiter: UInt8, in text: [UInt8]) -> [Int] {
    let quote = UInt8(ascii: "\"")
    var counts: [Int] = []
    var count = 0
    var length = 0
    var quoted = false
    var atStart = true
    for (index, byte) in text.enumerated() {
      if quoted {
        // A quote closes the cell only before a delimiter or the end of the line.
        if byte == quote {
          let next = index + 1 < text.count ? text[index + 1] : 10
          if next == delimiter || next == 10 || next == 13 { quoted = false }
        }
        continue
      }
      switch byte {
      case quote where atStart:
        quoted = true
        atStart = false
        length += 1
      case delimiter:
        count += 1
        length += 1
        atStart = true
      case 10, 13:
        if length > 0 { counts.append(count) }
        if counts.count == maximumRecords { return counts }
        count = 0
        length = 0
        atStart = true
      default:
        length += 1
        atStart = false
      }
    }
    if length > 0 { counts.append(count) }
    return counts
  }
}

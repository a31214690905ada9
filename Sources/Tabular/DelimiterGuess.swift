/// Finds which of comma, semicolon, tab and pipe separates the cells of a text.
enum DelimiterGuess {
  static let candidates = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }
  private static let maximumRecords = 200

  /// The candidate that splits the records most evenly, and into the most cells; a comma when
  /// nothing splits them.
  static func delimiter(of text: [UInt8]) -> UInt8 {
    var best = UInt8(ascii: ",")
    var bestScore = 0.0
    for candidate in candidates {
      let score = score(counts(of: candidate, in: text))
      if score > bestScore {
        best = candidate
        bestScore = score
      }
    }
    return best
  }

  /// Share of the records that have the commonest number of delimiters, weighed by that number.
  private static func score(_ counts: [Int]) -> Double {
    var tally: [Int: Int] = [:]
    for count in counts where count > 0 { tally[count, default: 0] += 1 }
    let commonest = tally.max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let commonest else { return 0 }
    let share = Double(commonest.value) / Double(counts.count)
    // 1 delimiter weighs 0.5, 3 weigh 0.75, 19 weigh 0.95: evenness counts for more than number.
    return share * (1 - 1 / Double(commonest.key + 1))
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

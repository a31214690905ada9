import Bytes
package import LeadModel

/// The value that somebody meant who wrote one that cannot be read. Nil where several would do.
package enum ValueSuggestion {
  /// The date that the cell is in another order of day, month and year.
  ///
  /// When two orders would do, the one that has passed by the as-of date counts.
  package static func date(
    _ cell: UnsafeBufferPointer<UInt8>, order: DateOrder, asOf: Timestamp
  ) -> String? {
    let readings = DateOrder.allCases.filter { $0 != order }.compactMap {
      DateReader.read(cell, order: $0)?.instant.date
    }
    let dates = Set(readings).sorted()
    if dates.count == 1 { return dates[0].description }
    let past = dates.filter { $0 <= asOf.date }
    return past.count == 1 ? past[0].description : nil
  }

  /// A future date with its day and month swapped, when that has passed.
  package static func swapped(_ date: CivilDate, asOf: Timestamp) -> String? {
    guard let other = CivilDate(year: date.year, month: date.day, day: date.month),
      other <= asOf.date
    else { return nil }
    return other.description
  }

  /// An amount that is one with the other decimal mark, written with the supplier's.
  package static func money(
    _ cell: UnsafeBufferPointer<UInt8>, mark: DecimalMark
  ) -> String? {
    let other: DecimalMark = mark == .point ? .comma : .point
    guard let cents = try? MoneyReader.read(cell, mark: other).cents else { return nil }
    let digits = String(cents.magnitude % 100 + 100).dropFirst()
    return (cents < 0 ? "-" : "") + "\(cents.magnitude / 100)" + (mark == .point ? "." : ",")
      + digits
  }

  /// The only number in a text, as in `ca. 250 people`.
  package static func integer(_ text: String) -> String? {
    guard text.utf8.count <= 64, !text.contains("-") else { return nil }
    let runs = text.split { !$0.isASCII || !$0.isNumber }
    guard runs.count == 1, let run = runs.first, run.count <= 9 else { return nil }
    // A sign beside digits may part thousands or decimals.
    let (start, end) = (run.startIndex, run.endIndex)
    let beside = [
      start > text.startIndex ? text[text.index(before: start)] : " ",
      end < text.endIndex ? text[end] : " ",
    ]
    guard beside.allSatisfy({ $0.isLetter || " ~<>+≈(".contains($0) || $0 == ")" }) else {
      return nil
    }
    // "1k" and "2 Mio." are no 1 and 2.
    let unit = text[end...].drop { $0 == " " }.prefix { $0.isLetter }.lowercased()
    guard let factor = thousands[unit] else { return String(run) }
    return Int(run).map { String($0 * factor) }
  }

  private static let thousands = [
    "k": 1_000, "tsd": 1_000, "thousand": 1_000, "tausend": 1_000, "mil": 1_000, "mille": 1_000,
    "m": 1_000_000, "mio": 1_000_000, "mn": 1_000_000, "million": 1_000_000,
    "millions": 1_000_000, "millionen": 1_000_000, "millones": 1_000_000,
  ]
}

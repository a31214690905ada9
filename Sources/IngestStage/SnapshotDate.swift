import LeadModel

/// The date that a file's name states, as `tps-2026-11-01.csv` and `robinson_20261101.csv` do.
enum SnapshotDate {
  /// - Returns: nil for a name without a whole date. Of several dates the earliest: a list that seems
  ///   older than it is holds messages back, one that seems newer lets them go.
  static func of(name: String) -> CivilDate? {
    let bytes = Array(name.utf8)
    var dates: [CivilDate] = []
    var start = 0
    while start < bytes.count {
      guard let first = digits(bytes, from: start) else {
        start += 1
        continue
      }
      let whole = Array(first)
      if whole.count == 8 {
        dates += [date(whole[..<4], whole[4..<6], whole[6...])].compactMap { $0 }
      } else if whole.count == 4, let month = part(bytes, after: first.endIndex),
        let day = part(bytes, after: month.endIndex),
        bytes[first.endIndex] == bytes[month.endIndex]
      {
        dates += [date(first[...], month, day)].compactMap { $0 }
      }
      start = first.endIndex
    }
    return dates.min()
  }

  /// The digits that begin at a place.
  private static func digits(_ bytes: [UInt8], from start: Int) -> ArraySlice<UInt8>? {
    let run = bytes[start...].prefix { (48...57).contains($0) }
    return run.isEmpty ? nil : run
  }

  /// Two digits behind a mark that parts the numbers of a date.
  private static func part(_ bytes: [UInt8], after end: Int) -> ArraySlice<UInt8>? {
    guard end < bytes.count, "-_.".utf8.contains(bytes[end]),
      let run = digits(bytes, from: end + 1), run.count == 2
    else { return nil }
    return run
  }

  private static func date(
    _ year: ArraySlice<UInt8>, _ month: ArraySlice<UInt8>, _ day: ArraySlice<UInt8>
  ) -> CivilDate? {
    func number(_ digits: ArraySlice<UInt8>) -> Int {
      digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    }
    // A number of eight digits is hardly ever a day of another time.
    guard (1990...2099).contains(number(year)) else { return nil }
    return CivilDate(year: number(year), month: number(month), day: number(day))
  }

  /// When the list in a file was drawn up: at the end of the day that its name states, at the latest
  /// as of the run; as of the run where it states none.
  static func time(name: String, asOf: Timestamp) -> Timestamp {
    guard let date = of(name: name) else { return asOf }
    return min(Timestamp(date).adding(seconds: Timestamp.secondsPerDay - 1), asOf)
  }
}

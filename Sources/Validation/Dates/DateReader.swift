import Bytes
package import LeadModel

/// Reads dates and times as spreadsheets, programs and people write them.
package enum DateReader {
  package struct Reading: Equatable, Sendable {
    /// In UTC, unless `isLocal`.
    package let instant: Timestamp
    /// The day as it is written, whatever day it is elsewhere: what counts of a date of birth.
    package let day: CivilDate
    /// Whether a spreadsheet's day number stood in the cell.
    package let isSerial: Bool
    /// Whether a time of day without an offset was read: the instant is what a wall clock shows.
    package let isLocal: Bool
    /// Whether its year was written with two digits.
    package var hasShortYear = false

    /// The same, where the time zone of its wall clock is known.
    package func at(_ instant: Timestamp) -> Reading {
      Reading(
        instant: instant, day: day, isSerial: isSerial, isLocal: false, hasShortYear: hasShortYear)
    }
  }

  /// What a cell is whose supplier does not state the order of day, month and year.
  package enum Undirected: Equatable, Sendable {
    /// The same in every order.
    case plain(Reading)
    /// A date in this order and in no other.
    case only(Reading, DateOrder)
    /// A different day in each of several orders, as `03/04/2026`.
    case ambiguous([Reading])
    case none
  }

  /// The instant that a cell names; nil when it names none. A date alone is midnight UTC.
  ///
  /// ISO 8601 is read whatever the order. A year of two digits is of 1970 to 2069 (POSIX).
  ///
  /// `12/31/2025` is no date in the order `dmy`.
  package static func read(
    _ cell: UnsafeBufferPointer<UInt8>, order: DateOrder
  ) -> Reading? {
    // Most dates are figures.
    scan(cell, order: order) ?? DateWording.withPlain(cell) { scan($0, order: order) }
  }

  /// The instant that a number names as seconds or thousandths since 1970, where it is one of the
  /// years 2001 to 2033; nil for any other. Figures of a date make no such number.
  package static func sinceEpoch(_ cell: UnsafeBufferPointer<UInt8>) -> Reading? {
    let text = ASCII.trimmed(cell)
    let digits = text.prefix { ASCII.isDigit($0) }
    let rest = text[digits.endIndex...]
    guard digits.count == 10 || digits.count == 13 && rest.isEmpty, digits.first == 0x31,
      rest.isEmpty
        || rest.first == UInt8(ascii: ".") && rest.count < 12
          && rest.dropFirst().allSatisfy(ASCII.isDigit)
    else { return nil }
    let seconds = digits.prefix(10).reduce(Int64(0)) { $0 * 10 + Int64($1) - 48 }
    let instant = Timestamp(seconds: seconds)
    return Reading(instant: instant, day: instant.date, isSerial: false, isLocal: false)
  }

  /// The same of a cell in the wording of `DateWording`.
  static func scan(_ cell: UnsafeBufferPointer<UInt8>, order: DateOrder) -> Reading? {
    let text = ASCII.trimmed(cell)
    if let standard = standard(text) { return standard }
    var scanner = DateScanner(text)
    if let serial = scanner.serialDay() { return serial }
    guard let parts = scanner.parts(order: order), let date = parts.date else { return nil }
    guard let time = scanner.timeOfDay() else { return nil }
    return Reading(
      instant: Timestamp(date).adding(seconds: time.seconds), day: date, isSerial: false,
      isLocal: time.isLocal, hasShortYear: parts.hasShortYear)
  }

  /// `2026-01-05` and `2026-01-05T10:00:00Z`, as programs write them: read at a glance, for most dates
  /// are such.
  private static func standard(_ text: UnsafeBufferPointer<UInt8>) -> Reading? {
    guard text.count == 10 || text.count == 20, text[4] == UInt8(ascii: "-"),
      text[7] == UInt8(ascii: "-"), let year = figures(text, 0..<4),
      let month = figures(text, 5..<7), let day = figures(text, 8..<10),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    var seconds = 0
    if text.count == 20 {
      guard text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"),
        text[16] == UInt8(ascii: ":"), text[19] == UInt8(ascii: "Z"),
        let hour = figures(text, 11..<13), let minute = figures(text, 14..<16),
        let second = figures(text, 17..<19), hour < 24, minute < 60, second <= 60
      else { return nil }
      seconds = hour * 3600 + minute * 60 + second
    }
    return Reading(
      instant: Timestamp(date).adding(seconds: Int64(seconds)), day: date, isSerial: false,
      isLocal: false)
  }

  private static func figures(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var number = 0
    for index in range {
      guard ASCII.isDigit(text[index]) else { return nil }
      number = number * 10 + Int(text[index] - 48)
    }
    return number
  }

  /// The same where nobody states the order. Points are written where the day comes first.
  package static func read(_ cell: UnsafeBufferPointer<UInt8>) -> Undirected {
    let reading = undirected(cell)
    return reading == .none ? DateWording.withPlain(cell) { undirected($0) } : reading
  }

  private static func undirected(_ cell: UnsafeBufferPointer<UInt8>) -> Undirected {
    let text = ASCII.trimmed(cell)
    let digits = text.prefix { ASCII.isDigit($0) }.count
    if digits > 2 { return scan(text, order: .ymd).map { .plain($0) } ?? .none }
    let mark = digits > 0 && digits < text.count ? text[digits] : 0
    if mark == UInt8(ascii: "."), let reading = scan(text, order: .dmy) {
      return reading == scan(text, order: .mdy) ? .plain(reading) : .only(reading, .dmy)
    }
    // A year of two digits comes first where hyphens stand between, as in the standard's dates.
    let orders: [DateOrder] = mark == UInt8(ascii: "-") ? [.dmy, .mdy, .ymd] : [.dmy, .mdy]
    var found: [(reading: Reading, order: DateOrder)] = []
    for order in orders {
      guard let reading = scan(text, order: order) else { continue }
      if !found.contains(where: { $0.reading == reading }) { found.append((reading, order)) }
    }
    guard let first = found.first else {
      return scan(text, order: .ymd).map { .only($0, .ymd) } ?? .none
    }
    if found.count > 1 { return .ambiguous(found.map(\.reading)) }
    let isSameInBoth = [DateOrder.dmy, .mdy].allSatisfy { scan(text, order: $0) != nil }
    return isSameInBoth ? .plain(first.reading) : .only(first.reading, first.order)
  }

  /// The latest day that a cell may mean, in whatever order it is written; the last of its year where
  /// only that can be read, nil where nothing can.
  package static func latest(_ cell: UnsafeBufferPointer<UInt8>) -> CivilDate? {
    let text = ASCII.trimmed(cell)
    let dates = [DateOrder.dmy, .mdy, .ymd].compactMap { read(text, order: $0)?.day }
    if let latest = dates.max() { return latest }
    let years = text.split { !ASCII.isDigit($0) }.filter { $0.count == 4 }
      .map { $0.reduce(0) { $0 * 10 + Int($1) - 48 } }.filter { (1900...2099).contains($0) }
    return years.max().flatMap { CivilDate(year: $0, month: 12, day: 31) }
  }

  package static func read(_ text: String) -> Undirected {
    var text = text
    return text.withUTF8 { read($0) }
  }

  package static func read(_ text: String, order: DateOrder) -> Reading? {
    var text = text
    return text.withUTF8 { read($0, order: order) }
  }
}

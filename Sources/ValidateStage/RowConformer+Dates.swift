import Bytes
import LeadModel
import Validation

extension RowConformer {
  /// Reads a date or a time; the column stays null when the cell names none, or several.
  mutating func readTimestamp(_ cell: UnsafeBufferPointer<UInt8>, field: Int, column: Int) {
    guard let reading = reading(of: cell, field: field) else { return }
    // A date is the day that is written; only a time is one elsewhere too.
    let isDate = plan.fields[field].type == .date
    var date: CivilDate { isDate ? reading.day : reading.instant.date }
    if reading.isSerial {
      add(
        .dateSerial, field: field, cell: cell,
        message: "is a spreadsheet's day number and was read as \(Self.text(of: reading))",
        suggestion: Self.text(of: reading))
    } else if reading.hasShortYear {
      add(
        .dateShortYear, field: field, cell: cell,
        message: "has a year of two digits and was read as \(date)", suggestion: "\(date)")
    }
    if isDate {
      out[column] = .int(Timestamp(date).seconds)
      settleBirth(reading, column: column)
      return
    }
    out[column] = .int(instant(of: reading).seconds)
    if reading.instant.seconds < Self.newestOldDate { noteOld(date, cell: cell, field: field) }
  }

  /// A date with its time of day, where it has one, as it is read again.
  private static func text(of reading: DateReader.Reading) -> String {
    let second = reading.instant.secondOfDay
    guard second > 0 else { return "\(reading.instant.date)" }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(reading.instant.date) \(two(second / 3600)):\(two(second / 60 % 60))"
      + (second % 60 == 0 ? "" : ":" + two(second % 60))
  }

  /// A cell's date, or a finding that says why it has none.
  private mutating func reading(
    of cell: UnsafeBufferPointer<UInt8>, field: Int
  ) -> DateReader.Reading? {
    if let order = layout.dateOrder {
      if let reading = DateReader.read(cell, order: order) { return reading }
    } else {
      switch DateReader.read(cell) {
      case .plain(let reading): return reading
      case .only(let reading, let order):
        add(
          .dateOrderGuessed, field: field, cell: cell,
          message: "was read as \(reading.instant.date), in the order '\(order.rawValue)', which "
            + "nothing states; add 'date_order' to the mapping",
          suggestion: "\(reading.instant.date)")
        return reading
      case .ambiguous(let readings):
        let dates = readings.map { "\($0.instant.date)" }.joined(separator: " or ")
        let past = readings.map(\.instant.date).filter { $0 <= settings.asOf.date }
        add(
          .dateAmbiguous, field: field, cell: cell,
          message: "is \(dates); state the order by 'date_order' in the mapping, or write it as "
            + "2025-12-31",
          suggestion: past.count == 1 ? "\(past[0])" : nil)
        return nil
      case .none: break
      }
    }
    if plan.fields[field].type != .date, let reading = DateReader.sinceEpoch(cell) {
      add(
        .dateEpoch, field: field, cell: cell,
        message: "is a number of seconds since 1970 and was read as \(reading.instant)",
        suggestion: "\(reading.instant)")
      return reading
    }
    if let zoned = NamedZone(cell), let reading = reading(of: zoned, cell, field: field) {
      return reading.get()
    }
    noteFault(cell, field: field)
    return nil
  }

  /// A time with the name of its zone; nil where it is no time.
  private mutating func reading(
    of zoned: NamedZone, _ cell: UnsafeBufferPointer<UInt8>, field: Int
  ) -> Zoned? {
    guard DateOrder.allCases.contains(where: { DateReader.read(zoned.time, order: $0) != nil })
    else { return nil }
    guard let reading = reading(of: zoned.time, field: field) else { return .said }
    guard let name = zoned.name, reading.isLocal else { return .read(reading) }
    guard let zone = namedZones.rules(name) else {
      if plan.fields[field].type == .date { return .read(reading) }
      add(
        .dateUnreadable, field: field, cell: cell,
        message: "is in a time zone, '\(name)', that is not known or not one; write its offset, as "
          + "+01:00")
      return .said
    }
    let instant = zone.instant(
      of: reading.instant.date, secondOfDay: reading.instant.secondOfDay)
    return .read(reading.at(instant))
  }

  /// What came of a time with the name of its zone.
  private enum Zoned {
    case read(DateReader.Reading)
    /// A finding says why there is none.
    case said

    func get() -> DateReader.Reading? { if case .read(let reading) = self { reading } else { nil } }
  }

  private mutating func noteFault(_ cell: UnsafeBufferPointer<UInt8>, field: Int) {
    let order = layout.dateOrder
    let fault = DateFault.of(cell, order: order)
    let example =
      switch order {
      case .dmy: "31.12.2025"
      case .mdy: "12/31/2025"
      case .ymd, nil: "2025-12-31"
      }
    switch fault {
    case .notADate, .otherOrder:
      let stated = order.map { " in the order '\($0.rawValue)'" } ?? ""
      add(
        .dateUnreadable, field: field, cell: cell,
        message: "is no date\(stated); write it as \(example)",
        suggestion: order.flatMap {
          ValueSuggestion.date(cell, order: $0, asOf: settings.asOf)
        })
    case .zero, .month, .day, .time:
      add(
        .dateImpossible, field: field, cell: cell,
        message: "\(fault.explanation); correct it or clear the cell")
    }
  }

  /// The reading in UTC: a time without an offset is local to the supplier's time zone.
  private func instant(of reading: DateReader.Reading) -> Timestamp {
    guard reading.isLocal else { return reading.instant }
    return layout.zone.instant(of: reading.instant.date, secondOfDay: reading.instant.secondOfDay)
  }

  /// Nobody is born in the future: a year of two digits is of the century before.
  private mutating func settleBirth(_ reading: DateReader.Reading, column: Int) {
    let date = reading.day
    guard reading.hasShortYear, date > settings.asOf.date,
      let earlier = CivilDate(year: date.year - 100, month: date.month, day: date.day)
    else { return }
    out[column] = .int(Timestamp(earlier).seconds)
  }

  /// 2000-01-01, the latest that a rule can call too old.
  private static let newestOldDate: Int64 = 946_684_800

  private mutating func noteOld(
    _ date: CivilDate, cell: UnsafeBufferPointer<UInt8>, field: Int
  ) {
    let earliest = out.rules.value(.dateTooOld, "earliest_year")
    guard date.year < earliest else { return }
    add(
      .dateTooOld, field: field, cell: cell,
      message: "is \(date), before \(earliest); check the year")
  }

  /// Warns about something that cannot have happened yet.
  mutating func noteFuture(_ column: Int, field: String) {
    guard case .int(let seconds) = out[column],
      seconds > settings.asOf.seconds + Timestamp.secondsPerDay
    else { return }
    noteFuture(Timestamp(seconds: seconds).date, .dateInFuture, field: field)
  }

  /// The same of a date that is known to lie too far ahead.
  mutating func noteFuture(
    _ date: CivilDate, _ rule: ValidationRule, field: String, what: String? = nil
  ) {
    let swapped = ValueSuggestion.swapped(date, asOf: settings.asOf)
    let advice =
      swapped != nil
      ? "check the order of day and month"
      : date.year > settings.asOf.date.year ? "check the year" : "correct it or clear the cell"
    out.add(
      rule.finding(
        field: field,
        message: (what.map { "\($0), \(date)," } ?? "\(date)")
          + " lies after the date of the run; \(advice)",
        value: "\(date)", suggestion: swapped))
  }

  /// Warns about an end that lies more than a day before the beginning.
  mutating func noteSequence(_ end: Int, field: String, after start: Int, _ startName: String) {
    guard case .int(let ending) = out[end], case .int(let beginning) = out[start],
      ending < beginning - Timestamp.secondsPerDay
    else { return }
    let (date, first) = (Timestamp(seconds: ending).date, Timestamp(seconds: beginning).date)
    out.add(
      ValidationRule.dateSequence.finding(
        field: field,
        message: "\(date) lies before '\(startName)', which is \(first); check both",
        value: "\(date)"))
  }
}

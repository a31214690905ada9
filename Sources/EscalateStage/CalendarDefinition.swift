import Definitions
import Escalation
import LeadModel
import StageKit

/// Reads working calendars of `calendars/`.
enum CalendarDefinition {
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// - Throws: `DefinitionError` with the place of what does not fit.
  static func parse(_ root: DefinitionNode) throws(DefinitionError) -> WorkingCalendar {
    try root.allow(keys: ["time_zone", "hours", "holidays"])
    let zoneNode = try root.required("time_zone")
    let zone: ZoneRules
    do {
      zone = try ZoneFile.load(try zoneNode.string())
    } catch let error as ZoneFileError {
      throw zoneNode.failure(error.description)
    } catch let error as DefinitionError {
      throw error
    } catch {
      throw zoneNode.failure("\(error)")
    }
    let hoursNode = try root.required("hours")
    try hoursNode.allow(keys: weekdays)
    var hours: [Int: [Range<Int>]] = [:]
    for (index, name) in weekdays.enumerated() {
      guard let node = hoursNode[name] else { continue }
      var ranges: [Range<Int>] = []
      for item in try node.sequence() { ranges.append(try range(item)) }
      hours[index + 1] = ranges
    }
    var holidays: [Holiday] = []
    for item in try root.sequence("holidays", default: []) { holidays.append(try holiday(item)) }
    do {
      return try WorkingCalendar(zone: zone, hours: hours, holidays: holidays)
    } catch {
      switch error {
      case .noWorkingHours:
        throw hoursNode.failure("found no working hours, expected some on one weekday at least")
      case .badHours(let weekday):
        let name = weekdays[weekday - 1]
        throw (hoursNode[name] ?? hoursNode)
          .failure("found hours of \(name) that overlap; merge or correct them")
      }
    }
  }

  private static func range(_ node: DefinitionNode) throws(DefinitionError) -> Range<Int> {
    let text = try node.string()
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let start = secondOfDay(ends[0]), let end = secondOfDay(ends[1]),
      start < end
    else { throw node.failure("found '\(text)', expected hours such as \"09:00-17:30\"") }
    return start..<end
  }

  /// `HH:MM`, up to 24:00.
  private static func secondOfDay(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...59).contains(minute), (0...24).contains(hour),
      hour < 24 || minute == 0
    else { return nil }
    return hour * 3600 + minute * 60
  }

  private static func holiday(_ node: DefinitionNode) throws(DefinitionError) -> Holiday {
    try node.allow(keys: ["yearly", "easter", "date", "name"])
    if let item = node["yearly"] {
      let text = try item.string()
      // 2024 is a leap year, so that 29 February is a day.
      guard let date = CivilDate(iso: "2024-\(text)") else {
        throw item.failure("found '\(text)', expected month and day such as 12-25")
      }
      return .yearly(month: date.month, day: date.day)
    }
    if let item = node["easter"] { return .easter(offsetDays: try item.int(in: -120...240)) }
    let item = try node.required("date")
    let text = try item.string()
    guard let date = CivilDate(iso: text) else {
      throw item.failure("found '\(text)', expected a date such as 2026-12-24")
    }
    return .date(date)
  }
}

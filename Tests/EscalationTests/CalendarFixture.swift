import Escalation
import Foundation
import LeadModel
import Testing

/// Monday to Friday, 9 to 13 and 14 to 18 in Berlin, Christmas Day and Good Friday off.
func berlinCalendar() throws -> WorkingCalendar {
  let bytes = try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/Europe/Berlin"))
  let day = [9 * 3600..<13 * 3600, 14 * 3600..<18 * 3600]
  return try WorkingCalendar(
    zone: ZoneRules(name: "Europe/Berlin", tzif: Array(bytes)),
    hours: [1: day, 2: day, 3: day, 4: day, 5: day],
    holidays: [
      .yearly(month: 12, day: 25), .easter(offsetDays: -2),
      .date(try #require(CivilDate(iso: "2026-11-18"))),
    ])
}

func instant(_ text: String) throws -> Timestamp {
  try #require(Timestamp(iso: text))
}

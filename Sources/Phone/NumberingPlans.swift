internal import CPhone

/// The numbering plans that numbers are judged by.
package enum NumberingPlans {
  /// The version of libphonenumber's metadata that they were made from, as `9.0.43`.
  package static var version: String { String(cString: leadmill_phone_plans_version()) }

  /// IANA names of the time zones that a valid number in E.164 form may be in: those of its area where
  /// it is tied to one, else all of its calling code. Empty when nothing is known.
  package static func timeZones(of e164: String) -> [String] {
    let set = leadmill_phone_time_zones(e164, e164.utf8.count)
    guard let names = leadmill_phone_zone_set(set) else { return [] }
    return String(cString: names).split(separator: " ").map(String.init)
  }
}

/// An instant: whole seconds since 1970-01-01T00:00:00Z, without leap seconds.
///
/// All times in the store are of this kind; local times exist only at the edges, together with
/// the time zone that they are local to.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// Seconds since the Unix epoch, negative before it.
  package var seconds: Int64

  package static let secondsPerDay: Int64 = 86_400

  package init(seconds: Int64) {
    self.seconds = seconds
  }

  /// Midnight UTC of a civil date.
  package init(_ date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    seconds =
      Int64(date.daysSinceEpoch) * Self.secondsPerDay
      + Int64(hour) * 3600 + Int64(minute) * 60 + Int64(second)
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.seconds < right.seconds
  }

  /// The UTC date that the instant falls on.
  package var date: CivilDate {
    CivilDate(daysSinceEpoch: Int(floorDivide(seconds, Self.secondsPerDay)))
  }

  /// Seconds since midnight UTC, 0 to 86,399.
  package var secondOfDay: Int {
    Int(seconds - floorDivide(seconds, Self.secondsPerDay) * Self.secondsPerDay)
  }

  /// The last moment that a refusal of this time may be of: of one that was given as a day alone, which
  /// is read as its midnight, any moment of it.
  package var latestOfRefusal: Timestamp {
    secondOfDay == 0 ? adding(seconds: Self.secondsPerDay - 1) : self
  }

  package func adding(days: Int) -> Timestamp {
    Timestamp(seconds: seconds + Int64(days) * Self.secondsPerDay)
  }

  package func adding(seconds more: Int64) -> Timestamp {
    Timestamp(seconds: seconds + more)
  }
}

/// Quotient rounded towards negative infinity, so that days before 1970 come out right.
func floorDivide(_ dividend: Int64, _ divisor: Int64) -> Int64 {
  let quotient = dividend / divisor
  return dividend % divisor < 0 ? quotient - 1 : quotient
}

extension Timestamp: CustomStringConvertible {
  /// RFC 3339 in UTC, as `2026-11-02T06:00:00Z`.
  package var description: String {
    let time = secondOfDay
    let parts = [time / 3600, time / 60 % 60, time % 60].map { padded($0, to: 2) }
    return "\(date)T\(parts.joined(separator: ":"))Z"
  }
}

/// A non-negative number with leading zeros.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

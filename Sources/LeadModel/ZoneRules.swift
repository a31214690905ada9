/// What is wrong with the bytes of a time zone file.
package enum ZoneRulesError: Error, Equatable, Sendable {
  /// The bytes do not start with `TZif`, or are of version 1, which ends in 2037.
  case notTZif
  /// The bytes end early or contradict themselves.
  case malformed
}

/// A local date and time of day, in a time zone that the context knows.
package struct LocalTime: Hashable, Sendable {
  package let date: CivilDate
  /// Seconds since local midnight as a wall clock shows them, 0 to 86,399.
  package let secondOfDay: Int

  package init(date: CivilDate, secondOfDay: Int) {
    self.date = date
    self.secondOfDay = secondOfDay
  }

  /// The wall clock read as if it were UTC.
  var naiveSeconds: Int64 { Timestamp(date).seconds + Int64(secondOfDay) }
}

/// The offsets from UTC of one time zone: the transitions it has had and the rule it follows on.
///
/// A value made from the bytes of a compiled time zone file, so that whoever holds it needs no
/// file, clock or locale.
///
/// - Source: RFC 8536 (TZif) for the format; POSIX.1-2017 section 8.3 for the rule in its footer.
package struct ZoneRules: Hashable, Sendable {
  /// The IANA name, as `Europe/Berlin`.
  package let name: String
  /// Instants (UTC seconds) from which the offset of the same index holds, ascending.
  private let transitions: [Int64]
  private let offsets: [Int]
  /// The offset before the first transition.
  private let firstOffset: Int
  /// What holds after the last transition; without it the last offset goes on.
  private let rule: PosixZoneRule?

  /// UTC under its own name: no transitions.
  package static let utc = ZoneRules(name: "UTC", fixedOffsetSeconds: 0)

  package init(name: String, fixedOffsetSeconds: Int) {
    self.name = name
    transitions = []
    offsets = []
    firstOffset = fixedOffsetSeconds
    rule = nil
  }

  /// Reads the bytes of a compiled time zone file.
  ///
  /// - Throws: `ZoneRulesError` when they are not TZif of version 2 or later, or are damaged.
  package init(name: String, tzif bytes: [UInt8]) throws(ZoneRulesError) {
    var reader = TZifReader(bytes: bytes)
    let legacy = try reader.header()
    guard legacy.version >= UInt8(ascii: "2") else { throw .notTZif }
    try reader.skip(legacy.byteCount(timeSize: 4))
    let header = try reader.header()
    var times: [Int64] = []
    for _ in 0..<header.timeCount { times.append(try reader.int64()) }
    var indexes: [Int] = []
    for _ in 0..<header.timeCount { indexes.append(Int(try reader.byte())) }
    var types: [Int] = []
    for _ in 0..<header.typeCount {
      types.append(Int(try reader.int32()))
      try reader.skip(2)
    }
    try reader.skip(header.bytesAfterTypes)
    guard let first = types.first, indexes.allSatisfy({ $0 < types.count }),
      zip(times, times.dropFirst()).allSatisfy({ $0 < $1 })
    else { throw .malformed }
    self.name = name
    transitions = times
    offsets = indexes.map { types[$0] }
    firstOffset = first
    let footer = try reader.footer()
    if footer.isEmpty {
      rule = nil
    } else {
      guard let parsed = PosixZoneRule(footer) else { throw .malformed }
      rule = parsed
    }
  }

  /// Seconds to add to UTC to get the local time at an instant; east of Greenwich is positive.
  package func offsetSeconds(at instant: Timestamp) -> Int {
    guard let last = transitions.last else {
      return rule?.offsetSeconds(at: instant) ?? firstOffset
    }
    if instant.seconds >= last {
      return rule?.offsetSeconds(at: instant) ?? offsets[offsets.count - 1]
    }
    // The number of transitions at or before the instant, by bisection.
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= instant.seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? firstOffset : offsets[low - 1]
  }

  /// What a wall clock in the zone shows at an instant.
  package func local(at instant: Timestamp) -> LocalTime {
    let shifted = instant.adding(seconds: Int64(offsetSeconds(at: instant)))
    return LocalTime(date: shifted.date, secondOfDay: shifted.secondOfDay)
  }

  /// The instant at which a wall clock in the zone shows a local time.
  ///
  /// A time that the clock shows twice means the first; one that it skips is moved on by the length
  /// of the gap, so that 02:30 in a spring night becomes 03:30.
  package func instant(of local: LocalTime) -> Timestamp {
    let naive = local.naiveSeconds
    // No zone changes its offset twice within two days.
    let before = offsetSeconds(at: Timestamp(seconds: naive - Timestamp.secondsPerDay))
    let after = offsetSeconds(at: Timestamp(seconds: naive + Timestamp.secondsPerDay))
    let candidates = [before, after].map { Timestamp(seconds: naive - Int64($0)) }
    for (offset, candidate) in zip([before, after], candidates).sorted(by: { $0.1 < $1.1 })
    where offsetSeconds(at: candidate) == offset {
      return candidate
    }
    return candidates[0]
  }

  package func instant(of date: CivilDate, secondOfDay: Int = 0) -> Timestamp {
    instant(of: LocalTime(date: date, secondOfDay: secondOfDay))
  }
}

/// Walks the big-endian fields of a TZif file.
private struct TZifReader {
  let bytes: [UInt8]
  var index = 0

  struct Header {
    let version: UInt8
    let utCount: Int
    let standardCount: Int
    let leapCount: Int
    let timeCount: Int
    let typeCount: Int
    let nameByteCount: Int

    func byteCount(timeSize: Int) -> Int {
      timeCount * (timeSize + 1) + typeCount * 6 + nameByteCount + leapCount * (timeSize + 4)
        + standardCount + utCount
    }

    /// The abbreviations, leap seconds and indicators of the second block, none of which is used.
    var bytesAfterTypes: Int { nameByteCount + leapCount * 12 + standardCount + utCount }
  }

  mutating func header() throws(ZoneRulesError) -> Header {
    guard index + 44 <= bytes.count, bytes[index..<index + 4].elementsEqual("TZif".utf8)
    else { throw .notTZif }
    let version = bytes[index + 4]
    index += 20
    var counts: [Int] = []
    for _ in 0..<6 {
      let count = Int(try int32())
      // The largest zone file has a few hundred transitions.
      guard (0...100_000).contains(count) else { throw .malformed }
      counts.append(count)
    }
    return Header(
      version: version, utCount: counts[0], standardCount: counts[1], leapCount: counts[2],
      timeCount: counts[3], typeCount: counts[4], nameByteCount: counts[5])
  }

  mutating func skip(_ count: Int) throws(ZoneRulesError) {
    guard index + count <= bytes.count else { throw .malformed }
    index += count
  }

  mutating func byte() throws(ZoneRulesError) -> UInt8 {
    guard index < bytes.count else { throw .malformed }
    defer { index += 1 }
    return bytes[index]
  }

  mutating func int32() throws(ZoneRulesError) -> Int32 {
    var value: UInt32 = 0
    for _ in 0..<4 { value = value << 8 | UInt32(try byte()) }
    return Int32(bitPattern: value)
  }

  mutating func int64() throws(ZoneRulesError) -> Int64 {
    var value: UInt64 = 0
    for _ in 0..<8 { value = value << 8 | UInt64(try byte()) }
    return Int64(bitPattern: value)
  }

  /// The text between the two line feeds that end the file.
  mutating func footer() throws(ZoneRulesError) -> String {
    guard try byte() == 10 else { throw .malformed }
    guard let end = bytes[index...].firstIndex(of: 10) else { throw .malformed }
    return String(decoding: bytes[index..<end], as: UTF8.self)
  }
}

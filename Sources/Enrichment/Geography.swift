import Bytes
internal import CPhone
package import LeadModel

/// An index into `Geography.zones`.
package typealias ZoneIndex = Int16

/// What a place or a number says about where somebody is.
package struct PlaceHint: Sendable, Equatable {
  package var country: CountryCode?
  /// An index into `Geography.regions`.
  package var region: Int16?
  package var zone: ZoneIndex?
}

/// A part of a country.
package struct GeographicRegion: Sendable {
  package let country: CountryCode
  /// ISO 3166-2, as `US-NY`.
  package let code: String
  /// Nil when the region is divided between zones.
  package let zone: ZoneIndex?
}

/// Countries, their regions, time zones, calling and postal codes: read once from the tables, then
/// looked up without allocation.
package struct Geography: Sendable {
  /// IANA names of all time zones that a lookup can give.
  package private(set) var zones: [String] = []
  package private(set) var regions: [GeographicRegion] = []
  private var zoneOfCountry: [CountryCode: ZoneIndex] = [:]
  private var knownCountries: Set<CountryCode> = []
  /// By calling code, 0 to 999.
  private var countryOfCallingCode: [CountryCode?] = Array(repeating: nil, count: 1000)
  /// By country and folded name or code.
  private var regionOfName: [UInt64: Int16] = [:]
  /// By country, then by the number (three digits) or letter that a postcode begins with.
  private var regionOfPostcode: [CountryCode: [Int: Int16]] = [:]
  /// By calling code and area code: see `areaKey`.
  private var hintOfArea: [Int: PlaceHint] = [:]
  private var zoneIndexes: [String: ZoneIndex] = [:]
  /// By the numbering plans' set of zones; nil for one of several zones.
  private var zoneOfSet: [ZoneIndex?] = []

  package init() {
    readCountries()
    readRegions()
    readPostcodes()
    readAreas()
    readZoneSets()
  }

  // MARK: Lookups

  package func isCountry(_ code: CountryCode) -> Bool { knownCountries.contains(code) }

  /// The zone that holds for (nearly) everybody in a country; nil when there are several.
  package func zone(of country: CountryCode) -> ZoneIndex? { zoneOfCountry[country] }

  /// A region by its name or its code (`NY`, `US-NY`, `New York`, `N.Y.`).
  package func region(
    named name: UnsafeBufferPointer<UInt8>, of country: CountryCode, scratch: inout [UInt8]
  ) -> Int16? {
    scratch.removeAll(keepingCapacity: true)
    TextFold.appendWords(of: name, to: &scratch)
    guard !scratch.isEmpty else { return nil }
    let key = scratch.withUnsafeBufferPointer { Hash64.of($0, seed: UInt64(country.packed)) }
    return regionOfName[key]
  }

  package func region(
    ofPostcode postcode: UnsafeBufferPointer<UInt8>, in country: CountryCode
  ) -> Int16? {
    guard let table = regionOfPostcode[country], let first = postcode.first else { return nil }
    if ASCII.isLetter(first) { return table[Int(first & 0xDF)] }
    guard postcode.count >= 3 else { return nil }
    var number = 0
    for byte in postcode.prefix(3) {
      guard ASCII.isDigit(byte) else { return nil }
      number = number * 10 + Int(byte - 48)
    }
    return table[1000 + number]
  }

  /// What a number in E.164 form says: its country, and region and zone where its area code tells
  /// them.
  package func hint(ofPhone number: UnsafeBufferPointer<UInt8>) -> PlaceHint {
    guard number.count > 4, number[0] == UInt8(ascii: "+") else { return PlaceHint() }
    var callingCode = 0
    for length in 1...3 {
      guard ASCII.isDigit(number[length]) else { return PlaceHint() }
      callingCode = callingCode * 10 + Int(number[length] - 48)
      if let country = countryOfCallingCode[callingCode] {
        return areaHint(number, after: length, callingCode)
          ?? PlaceHint(country: callingCode == 1 ? nil : country)
      }
    }
    return PlaceHint()
  }

  /// The zone of the place that a number in E.164 form is tied to; nil where it may be in several.
  package func zone(ofPhone number: UnsafeBufferPointer<UInt8>) -> ZoneIndex? {
    // Mobile numbers of Indonesia are of all its islands; the table has the capital's zone for them.
    // Area codes of North America that `AreaCodeTable` leaves open are divided.
    if number.starts(with: "+628".utf8) || number.starts(with: "+1".utf8) { return nil }
    let set = number.withMemoryRebound(to: CChar.self) {
      Int(leadmill_phone_time_zones($0.baseAddress, $0.count))
    }
    return zoneOfSet.indices.contains(set) ? zoneOfSet[set] : nil
  }

  private func areaHint(
    _ number: UnsafeBufferPointer<UInt8>, after start: Int, _ callingCode: Int
  ) -> PlaceHint? {
    guard [1, 7, 55, 61].contains(callingCode) else { return nil }
    var area = 0
    for length in 1...3 {
      guard start + length < number.count else { return nil }
      area = area * 10 + Int(number[start + length] - 48)
      if let hint = hintOfArea[Self.areaKey(callingCode, area, length)] { return hint }
    }
    return nil
  }

  private static func areaKey(_ callingCode: Int, _ area: Int, _ length: Int) -> Int {
    (callingCode * 1000 + area) * 4 + length
  }

  // MARK: Tables

  private mutating func index(ofZone name: Substring) -> ZoneIndex? {
    guard name != "-", name != "*" else { return nil }
    if let known = zoneIndexes[String(name)] { return known }
    let index = ZoneIndex(zones.count)
    zones.append(String(name))
    zoneIndexes[String(name)] = index
    return index
  }

  private mutating func readZoneSets() {
    while let names = leadmill_phone_zone_set(Int32(zoneOfSet.count)) {
      let zones = String(cString: names).split(separator: " ")
      zoneOfSet.append(zones.count == 1 ? index(ofZone: zones[0]) : nil)
    }
  }

  private mutating func readCountries() {
    for line in CountryTable.table.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count == 3, let code = CountryCode(String(parts[0])) else { continue }
      knownCountries.insert(code)
      if let zone = index(ofZone: parts[2]) { zoneOfCountry[code] = zone }
      if let number = Int(parts[1]) { countryOfCallingCode[number] = code }
    }
    // The members of these plans are told apart by their area codes.
    countryOfCallingCode[1] = CountryCode("US")
  }

  private mutating func readRegions() {
    for line in RegionTable.table.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 3)
      guard parts.count == 4, let country = CountryCode(String(parts[0])) else { continue }
      let position = Int16(regions.count)
      regions.append(
        GeographicRegion(
          country: country, code: "\(parts[0])-\(parts[1])", zone: index(ofZone: parts[2])))
      let names =
        [String(parts[1]), "\(parts[0])-\(parts[1])"]
        + parts[3].split(separator: ",")
        .map(String.init)
      for name in names {
        let key = Hash64.of(
          TextFold.words(of: name), seed: UInt64(country.packed))
        if regionOfName[key] == nil { regionOfName[key] = position }
      }
    }
  }

  private func region(_ country: CountryCode, _ suffix: Substring) -> Int16? {
    regions.firstIndex { $0.country == country && $0.code.dropFirst(3) == suffix }
      .map(Int16.init)
  }

  private mutating func readPostcodes() {
    for line in RegionTable.postcodes.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count > 2, let country = CountryCode(String(parts[0])),
        let region = region(country, parts[1])
      else { continue }
      for range in parts.dropFirst(2) {
        let bounds = range.split(separator: "-").compactMap { Int($0) }
        if let first = bounds.first, let last = bounds.last {
          for number in first...last {
            regionOfPostcode[country, default: [:]][1000 + number] = region
          }
        } else if let letter = range.utf8.first {
          regionOfPostcode[country, default: [:]][Int(letter)] = region
        }
      }
    }
  }

  private mutating func readAreas() {
    for line in AreaCodeTable.table.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count > 4, let callingCode = Int(parts[0]),
        let country = CountryCode(String(parts[1]))
      else { continue }
      let region = region(country, parts[2])
      let zone: ZoneIndex? =
        switch parts[3] {
        case "=": region.flatMap { regions[Int($0)].zone }
        case "-": zoneOfCountry[country]
        default: index(ofZone: parts[3])
        }
      for area in parts.dropFirst(4) {
        guard let number = Int(area) else { continue }
        hintOfArea[Self.areaKey(callingCode, number, area.count)] = PlaceHint(
          country: country, region: region, zone: zone)
      }
    }
  }
}

extension Hash64 {
  static func of(_ text: String, seed: UInt64) -> UInt64 {
    var text = text
    return text.withUTF8 { of($0, seed: seed) }
  }
}

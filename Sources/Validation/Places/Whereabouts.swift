import Bytes
package import LeadModel

/// How far a fixed-line number's area is from the place of a postcode, in countries whose plans tie the
/// numbers of an area to it.
package enum Whereabouts {
  package typealias Text = UnsafeBufferPointer<UInt8>

  package struct Distance: Equatable, Sendable {
    /// A town that has the area code.
    package let town: String
    /// Between the middle of the area and that of the postcodes that begin alike.
    package let kilometres: Int
  }

  /// Farther apart than people go to work, and than a company calls its surroundings: kilometres from
  /// the edge of the one to the edge of the other.
  private static let far = 100.0

  /// How far apart a number in E.164 form and a postcode are; nil where they are not, or where that is
  /// not known.
  package static func distance(
    ofNumber number: Text, postcode: Text, country: CountryCode
  ) -> Distance? {
    guard number.count > 3, let plan = place(of: country), number[1] == plans[plan].callingCode.0,
      number[2] == plans[plan].callingCode.1
    else { return nil }
    let table = plans[plan].table.value
    guard let area = table.areas.spot(of: Text(rebasing: number[3...])),
      let place = table.postcodes.spot(of: postcode)
    else { return nil }
    let kilometres = area.kilometres(to: place)
    guard kilometres - area.reach - place.reach > far else { return nil }
    return Distance(town: table.towns[area.town], kilometres: Int(kilometres))
  }

  /// Whether distances in a country are known.
  package static func isKnown(_ country: CountryCode) -> Bool { place(of: country) != nil }

  private static func place(of country: CountryCode) -> Int? {
    countries.firstIndex(of: country)
  }

  package static func distance(
    ofNumber number: String, postcode: String, country: CountryCode
  ) -> Distance? {
    var (number, postcode) = (number, postcode)
    return number.withUTF8 { number in
      postcode.withUTF8 { distance(ofNumber: number, postcode: $0, country: country) }
    }
  }

  // MARK: Tables

  private struct Plan: Sendable {
    let country: CountryCode
    let callingCode: (UInt8, UInt8)
    let table: Deferred<Table>
  }

  /// Where the areas and postcodes of a country lie.
  private struct Table: Sendable {
    var areas = Beginnings()
    var postcodes = Beginnings()
    var towns: [String] = []

    init(of country: CountryCode) {
      let lines = PostcodeTable.whereabouts
      var start = 0
      while start < lines.count {
        let rest = Text(rebasing: lines[start...])
        let end = start + (ASCII.position(of: UInt8(ascii: "\n"), in: rest) ?? rest.count)
        // `A`, a tab, the country: the lines of others are passed over.
        if end - start > 4, lines[start + 2] == country.first, lines[start + 3] == country.second {
          add(Text(rebasing: lines[start..<end]))
        }
        start = end + 1
      }
    }

    private mutating func add(_ line: Text) {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard cells.count == 7 else { return }
      let isArea = cells[0].elementsEqual("A".utf8)
      let spot = Spot(
        north: number(cells[3]) / 100, east: number(cells[4]) / 100, reach: number(cells[5]),
        town: isArea ? towns.count : 0)
      if isArea {
        towns.append(String(decoding: cells[6], as: UTF8.self))
        areas.add(cells[2], spot)
      } else {
        postcodes.add(cells[2], spot)
      }
    }
  }

  /// Where codes lie that begin alike.
  private struct Spot: Sendable {
    /// Degrees.
    let north: Double
    let east: Double
    /// Kilometres from the middle to the farthest of its places.
    let reach: Double
    let town: Int

    /// Good enough within a country.
    func kilometres(to other: Spot) -> Double {
      let (upwards, sidewards) = (north - other.north, east - other.east)
      let width = Self.widths[max(0, min(89, Int(abs(north + other.north) / 2)))]
      let (high, wide) = (upwards * Self.degree, sidewards * width)
      return (high * high + wide * wide).squareRoot()
    }

    /// Kilometres between two circles of latitude.
    private static let degree = 111.2
    /// Kilometres between two meridians, by latitude: Bhaskara's approximation of the cosine.
    private static let widths = (0..<90).map { latitude -> Double in
      let square = Double(latitude * latitude)
      return degree * (32_400 - 4 * square) / (32_400 + square)
    }
  }

  /// Codes by what they begin with: digits and letters, each node with places for those to come.
  private struct Beginnings: Sendable {
    private static let width = 36
    private var next = [Int16](repeating: 0, count: width)
    /// Of each node its place in `spots`; 0 for none.
    private var places: [Int16] = [0]
    private var spots: [Spot] = []

    /// What the longest known beginning of a code tells.
    func spot(of code: Text) -> Spot? {
      var (node, found) = (0, 0)
      for byte in code {
        guard let sign = Self.sign(byte) else {
          if byte == 32 || byte == UInt8(ascii: "-") { continue }
          break
        }
        node = Int(next[node * Self.width + sign])
        if node == 0 { break }
        if places[node] != 0 { found = Int(places[node]) }
      }
      return found == 0 ? nil : spots[found - 1]
    }

    mutating func add(_ beginning: some Sequence<UInt8>, _ spot: Spot) {
      var node = 0
      for byte in beginning {
        guard let sign = Self.sign(byte) else { return }
        let place = node * Self.width + sign
        if next[place] == 0 {
          next[place] = Int16(places.count)
          places.append(0)
          next += [Int16](repeating: 0, count: Self.width)
        }
        node = Int(next[place])
      }
      spots.append(spot)
      places[node] = Int16(spots.count)
    }

    private static func sign(_ byte: UInt8) -> Int? {
      if ASCII.isDigit(byte) { return Int(byte) - 48 }
      return ASCII.isLetter(byte) ? Int(ASCII.uppercased(byte)) - 55 : nil
    }
  }

  private static let plans = [
    "AT 43", "DE 49", "ES 34", "GB 44", "IT 39", "PL 48", "SE 46",
  ].compactMap { entry -> Plan? in
    let bytes = Array(entry.utf8)
    return CountryCode(bytes[0], bytes[1]).map { country in
      Plan(
        country: country, callingCode: (bytes[3], bytes[4]),
        table: Deferred { Table(of: country) })
    }
  }
  private static let countries = plans.map(\.country)

  /// A whole number, with or without a minus.
  private static func number(_ cell: Slice<Text>) -> Double {
    let digits = cell.reduce(0.0) { ASCII.isDigit($1) ? $0 * 10 + Double($1 - 48) : $0 }
    return cell.first == UInt8(ascii: "-") ? -digits : digits
  }
}

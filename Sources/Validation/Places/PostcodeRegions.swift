import Bytes
import LeadModel

/// How the postcodes of countries' regions begin. One value per worker: it keeps what it has read.
struct PostcodeRegions: Sendable {
  typealias Text = UnsafeBufferPointer<UInt8>

  private struct Region: Sendable {
    let beginning: String
    let name: String
    /// Built when the region is first asked for.
    var pattern: PostcodePattern?
  }

  /// By country, then by the hash of a folded name: places in `regions`.
  private var known: [CountryCode: [UInt64: Int]] = [:]
  private var regions: [Region] = []
  private var scratch: [UInt8] = []

  private static let longestName = 60

  /// The name of a stated region when a code, in capitals without separators, is none of it; nil where
  /// it is, or where region or its codes are not known.
  mutating func contradicted(by code: Text, stated: Text, of country: CountryCode) -> String? {
    guard stated.count <= Self.longestName, areKnown(of: country), let names = known[country]
    else { return nil }
    let name = Self.withoutCountry(stated, country)
    guard let place = names[TextFolding.hash(name, scratch: &scratch)] else { return nil }
    let pattern = regions[place].pattern ?? PostcodePattern(regions[place].beginning)
    if regions[place].pattern == nil { regions[place].pattern = pattern }
    if pattern.matchesBeginning(code) { return nil }
    // Letters are told by the name that they stand for, a county by its own and not its province's.
    return name.count > 3 ? String(decoding: name, as: UTF8.self) : regions[place].name
  }

  /// Whether any region's codes are known.
  mutating func areKnown(of country: CountryCode) -> Bool {
    if known[country] == nil { read(country) }
    return known[country]?.isEmpty == false
  }

  /// `US-NY` is `NY`.
  private static func withoutCountry(_ region: Text, _ country: CountryCode) -> Text {
    guard region.count > 3, region[2] == UInt8(ascii: "-"),
      ASCII.uppercased(region[0]) == country.first, ASCII.uppercased(region[1]) == country.second
    else { return region }
    return Text(rebasing: region[3...])
  }

  private mutating func read(_ country: CountryCode) {
    var names: [UInt64: Int] = [:]
    for table in [PostcodeTable.states, PostcodeTable.regions] {
      for cells in PostcodeTable.lines(of: country, in: table) where cells.count == 3 {
        let own = cells[2].split(separator: "|").map(String.init)
        let title = own.first { $0.count > 3 } ?? cells[2]
        regions.append(Region(beginning: cells[1], name: title))
        for var name in own {
          let hash = name.withUTF8 { TextFolding.hash($0, scratch: &scratch) }
          if names[hash] == nil { names[hash] = regions.count - 1 }
        }
      }
    }
    known[country] = names
  }
}

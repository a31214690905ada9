import Bytes
package import LeadModel

/// Whether a region is one of another country than the one stated. One value per worker: it keeps what
/// it was asked last.
///
/// Only names tell, never letters, which are those of regions in several countries; a name that a
/// division or a city of the stated country has too tells nothing.
package struct RegionCountry: Sendable {
  package typealias Text = UnsafeBufferPointer<UInt8>

  private struct Owners: Sendable {
    var own: [CountryCode]
    var further: [CountryCode]
  }

  /// Hashes of regions and countries that were found to agree, each at the place that its lower bits
  /// tell: columns have few regions.
  private var agreeing = [UInt64](repeating: 0, count: places)
  private var scratch: [UInt8] = []

  private static let places = 1024
  /// Bytes; what is shorter is letters, what is longer no name.
  private static let lengths = 4...60

  package init() {}

  /// The countries that have a region when the stated one has nothing of its name; none otherwise.
  package mutating func others(of region: Text, stated: CountryCode) -> [CountryCode] {
    guard Self.lengths.contains(region.count) else { return [] }
    let key = Hash64.of(region, seed: UInt64(stated.packed))
    let place = Int(key % UInt64(Self.places))
    if agreeing[place] == key { return [] }
    if let owners = Self.table[TextFolding.hash(region, scratch: &scratch)],
      !owners.own.contains(where: { StatedCountry.isSameState($0, stated) }),
      !owners.further.contains(where: { StatedCountry.isSameState($0, stated) })
    {
      return owners.own
    }
    agreeing[place] = key
    return []
  }

  package mutating func others(of region: String, stated: CountryCode) -> [CountryCode] {
    var region = region
    return region.withUTF8 { others(of: $0, stated: stated) }
  }

  /// By the hash of a folded name.
  private static let table: [UInt64: Owners] = {
    var table: [UInt64: Owners] = [:]
    var scratch: [UInt8] = []
    for line in PostcodeTable.namesakes.split(separator: UInt8(ascii: "\n")) {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard cells.count == 3 else { continue }
      let codes = cells.dropFirst().map { cell in
        cell.split(separator: 32).compactMap { CountryCode(Text(rebasing: $0)) }
      }
      let hash = TextFolding.hash(Text(rebasing: cells[0]), scratch: &scratch)
      table[hash, default: Owners(own: [], further: [])].own += codes[0]
      table[hash]?.further += codes[1]
    }
    return table
  }()
}

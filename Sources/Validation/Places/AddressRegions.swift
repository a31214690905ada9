import Bytes
import LeadModel

/// Regions by the hash of their folded names and letters.
enum AddressRegions {
  struct Region: Sendable {
    let country: CountryCode
    /// How the region's postcodes begin; nil where that is not known.
    let beginning: PostcodePattern?
  }

  static let all: [UInt64: [Region]] = {
    var all: [UInt64: [Region]] = [:]
    var scratch: [UInt8] = []
    func add(_ name: Substring, _ region: Region) {
      var name = String(name)
      let hash = name.withUTF8 { TextFolding.hash($0, scratch: &scratch) }
      all[hash, default: []].append(region)
    }
    let states = String(decoding: PostcodeTable.states, as: UTF8.self)
    for line in states.split(separator: "\n") {
      let cells = line.split(separator: "\t")
      guard cells.count == 3, let country = CountryCode(cells[0]) else { continue }
      let region = Region(country: country, beginning: PostcodePattern(cells[1]))
      for name in cells[2].split(separator: "|") where name.utf8.count > 1 {
        if AddressTable.lesser != "\(country) \(name)" { add(name, region) }
      }
    }
    for line in (AddressTable.regions + "\n" + AddressTable.shared).split(separator: "\n") {
      guard let country = CountryCode(line.prefix(2)) else { continue }
      for name in line.dropFirst(3).split(separator: "|") {
        add(name, Region(country: country, beginning: nil))
      }
    }
    return all
  }()
}

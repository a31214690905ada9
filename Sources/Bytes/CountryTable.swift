package import LeadModel

/// Finds countries by ISO 3166-1 code or by name in the seven languages that files are read in.
package enum CountryTable {
  private struct Table {
    /// By hash of the folded name or three-letter code.
    var names: [UInt64: CountryCode] = [:]
    var englishNames: [CountryCode: String] = [:]
  }

  private static let texts = [
    CountryNames.table, CountryNames.reserved, CountryNames.further, CountryNames.beside,
    CountryNames.official, CountryNames.translated, CountryNames.olympic,
  ]

  /// Every name that is longer than a code, and its country.
  package static var names: [(name: String, code: CountryCode)] {
    texts.flatMap { $0.split(separator: "\n") }.flatMap { line in
      CountryCode(line.prefix(2)).map { code in
        line.dropFirst(3).split(separator: "|").filter { $0.count > 3 }.map { (String($0), code) }
      } ?? []
    }
  }

  private static let table: Table = {
    var table = Table()
    var scratch: [UInt8] = []
    // Split as bytes: the rules for characters would cost ten times as much.
    for line in texts.flatMap({ $0.utf8.split(separator: UInt8(ascii: "\n")) }) {
      guard let code = CountryCode(Substring(line.prefix(2))) else { continue }
      let names = line.dropFirst(3).split(separator: UInt8(ascii: "|"))
      for (position, name) in names.enumerated() {
        var name = String(Substring(name))
        if position == 1, table.englishNames[code] == nil { table.englishNames[code] = name }
        let hash = name.withUTF8 { TextFolding.hash($0, scratch: &scratch) }
        if table.names[hash] == nil { table.names[hash] = code }
      }
    }
    return table
  }()

  /// By two letters, A to Z. By itself, for a code can be told without the names.
  private static let assigned: [Bool] = {
    var assigned = [Bool](repeating: false, count: 26 * 26)
    for line in texts.flatMap({ $0.utf8.split(separator: UInt8(ascii: "\n")) }) {
      if let code = CountryCode(Substring(line.prefix(2))) { assigned[index(of: code)] = true }
    }
    return assigned
  }()

  /// The country that a cell names, or nil when no country is known by that. The scratch
  /// is overwritten.
  package static func find(
    _ cell: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8]
  ) -> CountryCode? {
    if cell.count == 2, let code = CountryCode(cell[0], cell[1]), isAssigned(code) { return code }
    guard cell.count <= longest else { return nil }
    return table.names[TextFolding.hash(cell, scratch: &scratch)]
  }

  /// Bytes of a cell beyond which it is no country's name.
  private static let longest = 256

  package static func find(_ text: String) -> CountryCode? {
    var scratch: [UInt8] = []
    var text = text
    return text.withUTF8 { find($0, scratch: &scratch) }
  }

  private static let near = NearWords(
    CountryNames.table.split(separator: "\n").flatMap { line in
      // Codes are too short to be misspelt.
      line.dropFirst(3).split(separator: "|").filter { $0.count > 3 }
        .map { (String($0), String(line.prefix(2))) }
    })

  /// The English name of the country whose name was misspelt.
  package static func name(near text: String) -> String? {
    near.value(near: text).flatMap { CountryCode($0) }.flatMap { englishName(of: $0) }
  }

  /// Whether ISO 3166-1 has given the code to a country or territory, or it is in common use for
  /// one, as XK for Kosovo.
  package static func isAssigned(_ code: CountryCode) -> Bool {
    assigned[index(of: code)]
  }

  package static func englishName(of code: CountryCode) -> String? {
    table.englishNames[code]
  }

  private static func index(of code: CountryCode) -> Int {
    Int(code.first - 65) * 26 + Int(code.second - 65)
  }
}

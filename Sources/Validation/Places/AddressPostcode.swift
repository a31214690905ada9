import Bytes
import LeadModel

/// What a postcode says of its country, when its shape is that of one country only.
struct AddressPostcode: Sendable {
  typealias Text = UnsafeBufferPointer<UInt8>

  private var compact: [UInt8] = []

  /// The countries that a code can be of; nil where any could have it.
  mutating func countries(
    of postcode: Text, _ check: inout PostcodeCheck
  ) -> Set<CountryCode>? {
    guard (5...16).contains(postcode.count) else { return nil }
    let letters = postcode.prefix(while: ASCII.isLetter).count
    if (1...3).contains(letters), let told = prefixed(postcode, by: letters, &check) {
      return [told]
    }
    guard postcode.contains(where: ASCII.isLetter) else {
      return divided(postcode).map { [$0] }
    }
    guard postcode.contains(where: ASCII.isDigit) else { return nil }
    read(postcode)
    let countries = Self.lettered.filter { country in
      compact.withUnsafeBufferPointer { check.hasShape($0, of: country) }
    }
    var told = Set(countries)
    // The islands' codes are British ones, and so are their numbers.
    if let britain = CountryCode("GB"), told.contains(britain) {
      told = told.filter { $0 == britain || !StatedCountry.isKin($0, britain) }
    }
    return told.isEmpty ? nil : told
  }

  /// Whether a code begins as those of a region do.
  mutating func begins(_ postcode: Text, as beginning: PostcodePattern?) -> Bool {
    guard let beginning, (4...16).contains(postcode.count) else { return false }
    read(postcode)
    return compact.withUnsafeBufferPointer(beginning.matchesBeginning)
  }

  private mutating func read(_ postcode: Text) {
    compact.removeAll(keepingCapacity: true)
    for byte in postcode where byte != 32 && byte != UInt8(ascii: "-") {
      compact.append(ASCII.uppercased(byte))
    }
  }

  /// `D-10115` and `CH-8001`; a blank for the hyphen only behind letters that are no code of a state.
  private mutating func prefixed(
    _ postcode: Text, by letters: Int, _ check: inout PostcodeCheck
  ) -> CountryCode? {
    let isHyphen = postcode[letters] == UInt8(ascii: "-")
    guard isHyphen || postcode[letters] == 32 && letters == 1,
      let country = Self.prefixes[Self.packed(postcode[..<letters])]
    else { return nil }
    read(Text(rebasing: postcode[(letters + 1)...]))
    let fits = compact.withUnsafeBufferPointer { check.hasShape($0, of: country) }
    return fits && compact.allSatisfy(ASCII.isDigit) ? country : nil
  }

  private func divided(_ postcode: Text) -> CountryCode? {
    Self.divided.first { shape in
      shape.shape.count == postcode.count
        && zip(shape.shape, postcode).allSatisfy { $0 == 57 ? ASCII.isDigit($1) : $0 == $1 }
    }?.country
  }

  // MARK: Tables

  private static func packed(_ letters: some Sequence<UInt8>) -> UInt32 {
    letters.reduce(0) { $0 << 8 | UInt32(ASCII.uppercased($1)) }
  }

  private static func codes(_ table: String) -> [CountryCode] {
    table.split { $0 == " " || $0 == "\n" }.compactMap { CountryCode($0) }
  }

  private static let prefixes: [UInt32: CountryCode] = {
    var prefixes: [UInt32: CountryCode] = [:]
    for code in codes(AddressTable.prefixed) { prefixes[packed(code.description.utf8)] = code }
    for entry in AddressTable.carLetters.split(separator: "|") {
      let words = entry.split { $0 == " " || $0 == "\n" }
      guard let letters = words.first, let code = words.last.flatMap({ CountryCode($0) }) else {
        continue
      }
      prefixes[packed(letters.utf8)] = code
    }
    return prefixes
  }()

  private static let lettered = codes(AddressTable.lettered)

  private static let divided: [(country: CountryCode, shape: [UInt8])] =
    AddressTable.divided.split(separator: "|").compactMap { entry in
      CountryCode(entry.prefix(2)).map { ($0, Array(entry.utf8.dropFirst(3))) }
    }
}

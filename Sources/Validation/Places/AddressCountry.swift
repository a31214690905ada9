import Bytes
package import LeadModel

/// The country that an address tells where no column does: by its postcode, its region, or what
/// stands at the end of its street or city. One value per worker.
///
/// A clue leaves one country or a few; an address is believed when its clues agree on one.
package struct AddressCountry: Sendable {
  package typealias Text = UnsafeBufferPointer<UInt8>

  private var postcodes = AddressPostcode()
  private var shapes = PostcodeCheck()
  private var scratch: [UInt8] = []

  /// Longer cells hold more than an address.
  private static let longest = 200

  package init() {}

  /// - Returns: nil when the address says nothing sure of its country, or contradicts itself.
  package mutating func country(
    street: Text, city: Text, region: Text, postcode: Text
  ) -> CountryCode? {
    var agreed = postcodes.countries(of: postcode, &shapes)
    agree(countries(ofRegion: region, postcode: postcode), &agreed)
    agree(countries(atEndOf: city, postcode: postcode), &agreed)
    agree(countries(atEndOf: street, postcode: postcode), &agreed)
    return agreed?.count == 1 ? agreed?.first : nil
  }

  /// The country of a large city, which smaller places elsewhere may bear the name of: nil where region
  /// or postcode are not of that country.
  package mutating func country(ofCity city: Text, region: Text, postcode: Text) -> CountryCode? {
    guard let told = country(ofCity: city), canHave(postcode, told) else { return nil }
    guard !region.isEmpty, region.count <= Self.longest else { return told }
    let known = AddressRegions.all[TextFolding.hash(region, scratch: &scratch)] ?? []
    return known.isEmpty || known.contains { $0.country == told } ? told : nil
  }

  /// The country of a large city, whatever stands beside it.
  package mutating func country(ofCity city: Text) -> CountryCode? {
    guard !city.isEmpty, city.count <= Self.longest else { return nil }
    return AddressCities.all[TextFolding.hash(city, scratch: &scratch)] ?? cityBesideDigits(city)
  }

  /// `1010 Wien`, `Praha 1`, `Paris 8e`.
  private mutating func cityBesideDigits(_ city: Text) -> CountryCode? {
    guard city.contains(where: ASCII.isDigit) else { return nil }
    let words = city.split(separator: 32).filter { !$0.contains(where: ASCII.isDigit) }
    guard words.count == 1, let word = words.first else { return nil }
    return AddressCities.all[TextFolding.hash(Text(rebasing: word), scratch: &scratch)]
  }

  /// Whether a postcode is none, or can be one of the country.
  package mutating func canHave(_ postcode: Text, _ country: CountryCode) -> Bool {
    postcode.isEmpty || shapes.check(postcode, country: country) == .fits
  }

  private func agree(_ clue: Set<CountryCode>?, _ agreed: inout Set<CountryCode>?) {
    guard let clue else { return }
    agreed = agreed?.intersection(clue) ?? clue
  }

  // MARK: Clues

  /// The countries that have the region. Its letters, as `CA`, say nothing without a postcode that is
  /// one of the region; with it they, as names that several countries have, tell which is meant.
  private mutating func countries(ofRegion region: Text, postcode: Text) -> Set<CountryCode>? {
    guard !region.isEmpty, region.count <= Self.longest else { return nil }
    let known = AddressRegions.all[TextFolding.hash(region, scratch: &scratch)] ?? []
    let matching = known.filter { postcodes.begins(postcode, as: $0.beginning) }
    if !matching.isEmpty { return Set(matching.map(\.country)) }
    if region.count <= 3 { return nil }
    var countries = Set(known.map(\.country))
    if let named = CountryTable.find(region, scratch: &scratch) { countries.insert(named) }
    return countries.isEmpty ? nil : countries
  }

  /// What stands behind the last comma, `Germany` or `CA 94105`, and codes beside a city's name,
  /// `D-10115 Berlin` or `London SW1A 1AA`.
  private mutating func countries(atEndOf cell: Text, postcode: Text) -> Set<CountryCode>? {
    guard !cell.isEmpty, cell.count <= Self.longest else { return nil }
    let comma = cell.lastIndex { $0 == UInt8(ascii: ",") || $0 == 10 }
    let part = ASCII.trimmed(Text(rebasing: cell[((comma ?? -1) + 1)...]))
    // A city may bear a country's name.
    if comma != nil, let named = countries(named: part) { return named }
    let words = part.split(separator: 32)
    guard let first = words.first, let last = words.last else { return nil }
    if words.count > 1 {
      let code = Text(rebasing: part[words[words.count - 2].startIndex...])
      let told =
        postcodes.countries(of: code, &shapes)
        ?? postcodes.countries(of: Text(rebasing: first), &shapes)
      if let told { return told }
    }
    guard comma != nil, first.count <= 3, words.count <= 2 else { return nil }
    return countries(
      ofRegion: Text(rebasing: first), postcode: words.count == 2 ? Text(rebasing: last) : postcode)
  }

  /// The country of a name; a name that is a region's too says nothing.
  private mutating func countries(named name: Text) -> Set<CountryCode>? {
    guard
      name.count > 3 || AddressTable.shortNames.contains(where: { name.elementsEqual($0.utf8) }),
      let country = CountryTable.find(name, scratch: &scratch),
      AddressRegions.all[TextFolding.hash(name, scratch: &scratch)] == nil
    else { return nil }
    return [country]
  }
}

extension AddressCountry {
  package mutating func country(
    street: String = "", city: String = "", region: String = "", postcode: String = ""
  ) -> CountryCode? {
    let text = Array((street + city + region + postcode).utf8)
    return text.withUnsafeBufferPointer { all in
      var start = 0
      func next(_ part: String) -> Text {
        defer { start += part.utf8.count }
        return Text(rebasing: all[start..<start + part.utf8.count])
      }
      return country(
        street: next(street), city: next(city), region: next(region), postcode: next(postcode))
    }
  }
}

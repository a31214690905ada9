internal import CPostcodes
import LeadModel

/// Postcodes of countries and of their regions: lines with tabs between their cells.
enum PostcodeTable {
  typealias Text = UnsafeBufferPointer<UInt8>

  /// Country, pattern without separators (`#` a digit), where separators go (`7_3`: in codes
  /// of seven a space before the last three, `BFPO_`: one behind these letters), an example, `0`
  /// where there are codes that begin with a zero, and `LENGTH=DIGITS/DIGITS`: what codes of so many
  /// digits begin with, and of which digit alone none consists.
  static var codes: Text { text(leadmill_postcode_codes()) }

  /// Country, how the codes of a state or province begin, and its letters and names.
  static var states: Text { text(leadmill_postcode_states()) }

  /// The same for further regions, whose letters may be those of regions elsewhere.
  static var regions: Text { text(leadmill_postcode_regions()) }

  /// Name of a region, the countries that it is of, and those that have something else of the name.
  static var namesakes: Text { text(leadmill_region_namesakes()) }

  /// `A` for an area code, `P` for a postcode; country, how codes begin, the middle of their places in
  /// hundredths of degrees north and east, kilometres around it, and a town of an area code.
  static var whereabouts: Text { text(leadmill_whereabouts()) }

  private static func text(_ table: leadmill_postcode_text) -> Text {
    Text(start: table.bytes, count: table.count)
  }

  /// The cells of a table's lines about a country.
  static func lines(of country: CountryCode, in table: Text) -> [[String]] {
    table.split(separator: UInt8(ascii: "\n")).filter {
      $0.starts(with: [country.first, country.second])
    }.map { line in
      line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }
}

import Bytes
package import LeadModel

extension NameReader {
  /// Whether nothing can be wrong with a cell of a name: plain words that mean nothing else.
  package static func isPlain(_ cell: Text) -> Bool { NameShape.isPlain(cell) }

  /// Whether whole names of a country may begin with the family name.
  package static func isFamilyFirstUsual(in country: CountryCode?) -> Bool {
    FamilyNameOrder.isUsual(in: country)
  }

  /// Whether a cell is a title and nothing else.
  package static func isTitle(_ cell: Text) -> Bool {
    let kind = NameWords.kind(of: cell)
    if kind.contains(.named) { return cell.last == UInt8(ascii: ".") }
    return kind.contains(.title) && !kind.contains(.doubtful)
  }
}

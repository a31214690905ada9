import Bytes
package import LeadModel

/// A whole name in its parts: `Dr. Anna van der Berg` and `van der Berg, Anna` are Anna, van der
/// Berg. What `NameReader` reads, as text.
package struct PersonName: Sendable, Equatable {
  package let title: String
  package let given: String
  package let family: String
  package let suffix: String
  /// Whether the text names more than one person.
  package let isSeveral: Bool

  package init(_ text: some StringProtocol, country: CountryCode? = nil) {
    var cell: [UInt8] = []
    var reader = NameReader()
    var name = String(text)
    name.withUTF8 { TextReader.append($0, to: &cell) }
    cell.withUnsafeBufferPointer { reader.read($0, country: country) }
    func joined(_ words: [Range<Int>]) -> String {
      words.map { String(decoding: cell[$0], as: UTF8.self) }.joined(separator: " ")
    }
    title = joined(reader.titles)
    given = joined(reader.given)
    family = joined(reader.family)
    suffix = joined(reader.suffixes)
    isSeveral = reader.isSeveral
  }

  /// What the titles say about the form of address; nil where they say nothing, or where the text
  /// names several persons.
  package var salutation: Salutation? {
    isSeveral
      ? nil
      : title.split(separator: " ").lazy.compactMap { Salutation($0) }.first
  }
}

internal import Bytes
internal import CCities
package import LeadModel

/// In which countries there is a city of a name.
package enum CityTable {
  /// The countries that have a city of that name; none where it is no large city's.
  package static func countries(ofCity name: String) -> Set<CountryCode> {
    guard name.utf8.count <= longest, let line = table[TextFold.words(of: name)] else { return [] }
    return Set(line.split(separator: " ").compactMap { CountryCode(String($0)) })
  }

  /// Bytes; a longer text is no city.
  private static let longest = 80

  /// Codes by folded name.
  private static let table: [String: Substring] = {
    let text = leadmill_cities()
    let lines = String(
      decoding: UnsafeBufferPointer(start: text.bytes, count: text.count), as: UTF8.self)
    var table: [String: Substring] = [:]
    for line in lines.split(separator: "\n") {
      guard let tab = line.firstIndex(of: "\t") else { continue }
      table[String(line[..<tab])] = line[line.index(after: tab)...]
    }
    return table
  }()
}

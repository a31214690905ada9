package import LeadModel

/// What is dialled within a country as it is, and reaches no person.
package enum ShortNumber: Sendable {
  case emergency, service

  /// What a cell is in a country; nil for longer numbers and those of other use.
  ///
  /// - Source: libphonenumber's metadata of short numbers.
  package static func of(
    _ cell: UnsafeBufferPointer<UInt8>, in country: CountryCode
  ) -> ShortNumber? {
    guard cell.count <= 12, cell.allSatisfy({ isDigit($0) || " -./()".utf8.contains($0) }) else {
      return nil
    }
    let digits = cell.filter(isDigit)
    guard (2...6).contains(digits.count), let known = numbers[country.description] else {
      return nil
    }
    if known.emergencies.contains(where: { fits(digits, $0) }) { return .emergency }
    return known.services.contains { fits(digits, $0) } ? .service : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func fits(_ digits: [UInt8], _ pattern: Substring) -> Bool {
    var rest = pattern.utf8[...]
    for digit in digits {
      guard let place = rest.popFirst() else { return false }
      if place == UInt8(ascii: "[") {
        let choice = rest.prefix { $0 != UInt8(ascii: "]") }
        guard choice.contains(digit) else { return false }
        rest = rest.dropFirst(choice.count + 1)
      } else if place != UInt8(ascii: "x"), place != digit {
        return false
      }
    }
    return rest.isEmpty
  }

  private static let numbers: [String: (emergencies: [Substring], services: [Substring])] =
    Dictionary(
      uniqueKeysWithValues: ShortNumberTable.text.split(separator: "\n").map { line in
        let kinds = line.dropFirst(3).split(separator: ";", omittingEmptySubsequences: false)
          .map { $0.split(separator: " ") }
        return (String(line.prefix(2)), (kinds[0], kinds[1]))
      })
}

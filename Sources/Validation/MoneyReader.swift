import Bytes
package import LeadModel

/// Reads amounts of money into whole cents, digit by digit.
package enum MoneyReader {
  package struct Reading: Equatable, Sendable {
    package let cents: Int64
    /// ISO 4217 code when a code or an unambiguous sign stood beside the number.
    package let currency: String?
    /// Whether somebody wrote a part of a cent, rather than a spreadsheet that has computed.
    package let hasMoreThanCents: Bool
  }

  package enum Fault: Error, Equatable {
    case notANumber
    /// One to three digits, a decimal mark and three more: others would read thousands.
    case threeDecimals
    case tooLarge
  }

  /// Decimals beyond cents that people write; a result such as 33.333333333333336 has more.
  private static let writtenDecimals = 3...8

  /// The amount in a cell whose supplier uses a decimal mark.
  ///
  /// What a spreadsheet has computed has more decimals than money: they are rounded to cents.
  ///
  /// - Throws: `Fault`.
  package static func read(
    _ cell: UnsafeBufferPointer<UInt8>, mark: DecimalMark
  ) throws(Fault) -> Reading {
    guard cell.count <= DecimalReader.longest else { throw .notANumber }
    let (number, currency, power) = parts(of: cell)
    guard var decimal = DecimalReader.read(number, mark: mark) else { throw .notANumber }
    if decimal.mayBeGrouped, decimal.digits % 10 != 0, power == 0 { throw .threeDecimals }
    decimal.decimals -= power
    guard let cents = decimal.scaled(by: 2) else { throw .tooLarge }
    return Reading(
      cents: cents, currency: currency,
      hasMoreThanCents: writtenDecimals.contains(decimal.decimals)
        && (3...decimal.decimals).contains { place in decimal.digit(place) != 0 })
  }

  /// The amount rounded to whole units, as revenue is kept.
  package static func wholeUnits(ofCents cents: Int64) -> Int64 {
    let magnitude = (cents.magnitude + 50) / 100
    return cents < 0 ? -Int64(magnitude) : Int64(magnitude)
  }

  /// The number without a currency before or behind it, and the power of ten of a `k` or `Mio`.
  private static func parts(
    of cell: UnsafeBufferPointer<UInt8>
  ) -> (number: UnsafeBufferPointer<UInt8>, currency: String?, power: Int) {
    var text = ASCII.trimmed(cell)
    var currency: String?
    var power = 0
    // A sign or word may stand at each end: '€ 1,5 Mio', '1.5m EUR', 'USD -20'.
    for _ in 0..<2 {
      let prefix = word(of: text, fromEnd: false)
      if !prefix.isEmpty {
        guard take(prefix, &currency, &power) else { break }
        text = ASCII.trimmed(UnsafeBufferPointer(rebasing: text[prefix.count...]))
      }
      let suffix = word(of: text, fromEnd: true)
      if !suffix.isEmpty {
        guard take(suffix, &currency, &power) else { break }
        text = ASCII.trimmed(UnsafeBufferPointer(rebasing: text[..<(text.count - suffix.count)]))
      }
    }
    return (text, currency, power)
  }

  /// The run of letters and signs at an end of the text.
  private static func word(
    of text: UnsafeBufferPointer<UInt8>, fromEnd: Bool
  ) -> UnsafeBufferPointer<UInt8> {
    var count = 0
    while count < text.count {
      let byte = text[fromEnd ? text.count - 1 - count : count]
      guard ASCII.isLetter(byte) || byte == UInt8(ascii: "$") || byte >= 0x80 else { break }
      count += 1
    }
    return UnsafeBufferPointer(
      rebasing: fromEnd ? text[(text.count - count)...] : text[..<count])
  }

  private static func take(
    _ word: UnsafeBufferPointer<UInt8>, _ currency: inout String?, _ power: inout Int
  ) -> Bool {
    let text = String(decoding: word, as: UTF8.self)
    switch text.lowercased() {
    case "$": break
    case "k", "tsd": power = 3
    case "m", "mn", "mio", "million": power = 6
    case "bn", "mrd", "billion": power = 9
    default:
      guard let code = Currency.code(of: text) else { return false }
      currency = code
    }
    return true
  }
}

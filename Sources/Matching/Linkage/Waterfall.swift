import Glibc

/// Steps that add up, each as a bar that begins where the one before ended: text that a terminal and
/// a cell of a workbook show alike.
package struct Waterfall: Sendable {
  /// What a bar of more bits, and one of fewer, is drawn with: told apart without colours too.
  private static let (up, down, zero): (Character, Character, Character) = ("█", "▒", "│")

  private let low: Double
  private let bitsPerPlace: Double
  private let width: Int

  /// - Parameters:
  ///   - totals: all sums that bars begin or end at; zero is always shown.
  ///   - width: of a bar's text, in characters.
  package init(totals: [Double], width: Int) {
    low = min(0, totals.min() ?? 0)
    let high = max(0, totals.max() ?? 0)
    self.width = width
    bitsPerPlace = max(0.001, (high - low) / Double(width - 1))
  }

  private func place(_ total: Double) -> Int {
    max(0, min(width - 1, Int(((total - low) / bitsPerPlace).rounded())))
  }

  /// The bar of a step from one sum to another; without a difference only the line of zero bits.
  package func bar(from start: Double, to end: Double) -> String {
    var places = [Character](repeating: " ", count: width)
    places[place(0)] = Self.zero
    let (first, last) = (place(min(start, end)), place(max(start, end)))
    if start != end {
      for index in first...last { places[index] = end > start ? Self.up : Self.down }
    }
    while places.last == " " { places.removeLast() }
    return String(places)
  }

  /// A number with as many decimals, as people and workbooks read it.
  package static func decimal(_ number: Double, _ digits: Int, signed: Bool = false) -> String {
    let scale = pow(10, Double(digits))
    let scaled = (abs(number) * scale).rounded()
    guard scaled < 1e15 else { return String(number) }
    let whole = Int(scaled)
    let sign = number < 0 && whole > 0 ? "-" : signed && whole > 0 ? "+" : ""
    guard digits > 0 else { return "\(sign)\(whole)" }
    let fraction = String(whole % Int(scale))
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return "\(sign)\(whole / Int(scale)).\(zeros)\(fraction)"
  }
}

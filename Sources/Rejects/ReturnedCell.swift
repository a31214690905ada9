package import LeadModel

/// Tells what a spreadsheet made of a cell by itself from what a person corrected.
///
/// A workbook that was edited comes back with more changes than somebody made: `007` as 7, `+49 30`
/// as 4930, a date retyped, line breaks of another kind. Where the cell says the same as the one
/// that was given out, the supplier's spelling stands.
package struct ReturnedCell: Sendable {
  let dateOrder: DateOrder
  let decimal: DecimalMark

  package init(dateOrder: DateOrder, decimal: DecimalMark) {
    self.dateOrder = dateOrder
    self.decimal = decimal
  }

  /// The supplier's spelling where nobody meant to change it, else what came back.
  ///
  /// - Parameters:
  ///   - returned: the cell as it came back.
  ///   - given: the cell as it was given out.
  ///   - wasMarked: whether the cell was marked as wrong: there even a zero less is a correction.
  /// - Returns: one of the two.
  package func settled(_ returned: String, given: String, wasMarked: Bool) -> String {
    if returned == given { return given }
    if Self.isSameText(returned, given) { return given }
    if wasMarked { return returned }
    return isSameNumber(returned, given) || isSameDate(returned, given)
      || isSameFlag(returned, given)
      ? given : returned
  }

  // MARK: Text

  /// Whether the texts differ only in what a file format cannot hold: line ends, control characters,
  /// white space at the ends, the 32,767th character and those after it.
  private static func isSameText(_ returned: String, _ given: String) -> Bool {
    let (left, right) = (plain(returned), plain(given))
    if left == right { return true }
    if left.utf16.count > 32_000, left.hasSuffix("…") {
      return right.hasPrefix(left.dropLast().dropLast(64))
    }
    return isLossy(left, right)
  }

  private static func plain(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 9, 10, 13, 32, 0xA0:
        if output.last != " " { output.append(" ") }
      case 0..<32, 0x7F, 0xFFFD, 0xFFFE, 0xFFFF: output.append("\u{FFFD}")
      default: output.append(scalar)
      }
    }
    while output.last == " " { output.removeLast() }
    if output.first == " " { output.removeFirst() }
    return String(output)
  }

  /// Whether letters became question marks in a file of an encoding that has none of them.
  private static func isLossy(_ returned: String, _ given: String) -> Bool {
    let (left, right) = (Array(returned.unicodeScalars), Array(given.unicodeScalars))
    guard left.count == right.count else { return false }
    return zip(left, right).allSatisfy { $0 == $1 || ($0 == "?" && $1.value > 0x7F) }
  }

  // MARK: Numbers

  /// Whether a text that reads like a number came back as that number.
  private func isSameNumber(_ returned: String, _ given: String) -> Bool {
    let mark: Character = decimal == .comma ? "," : "."
    let read = Self.digits(of: returned, mark: ".") ?? Self.digits(of: returned, mark: mark)
    guard let read, read.isPlain else { return isSameInScience(returned, given) }
    for given in [Self.digits(of: given, mark: mark), Self.digits(of: given, mark: ".")] {
      if let given, given.value == read.value { return true }
    }
    return false
  }

  private struct Digits {
    /// Without zeros at its ends, a point before decimals.
    let value: String
    /// Whether a spreadsheet writes the number so: no plus, no zeros in front.
    let isPlain: Bool
  }

  private static func digits(of text: String, mark: Character) -> Digits? {
    guard (1...40).contains(text.utf8.count) else { return nil }
    var body = text[...]
    let isNegative = body.first == "-"
    if isNegative || body.first == "+" { body = body.dropFirst() }
    let parts = body.split(separator: mark, omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = parts.first else { return nil }
    guard !whole.isEmpty, whole.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    var decimals = parts.count > 1 ? parts[1] : ""
    guard decimals.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    while decimals.last == "0" { decimals = decimals.dropLast() }
    var value = String(whole.drop { $0 == "0" })
    if value.isEmpty { value = "0" }
    if !decimals.isEmpty { value += "." + decimals }
    value = (isNegative && value != "0" ? "-" : "") + value
    let spelling = text.replacing(String(mark), with: ".")
    return Digits(value: value, isPlain: spelling == value || spelling == value + ".0")
  }

  /// Whether a long number came back as `4.93012E+12`.
  private func isSameInScience(_ returned: String, _ given: String) -> Bool {
    guard returned.utf8.count <= 24, returned.uppercased().contains("E+"),
      let power = returned.uppercased().split(separator: "+").last.flatMap({ Int($0) }),
      let number = Self.digits(of: given, mark: "."), !number.value.contains(".")
    else { return false }
    let mantissa = returned.uppercased().split(separator: "E").first ?? ""
    let shown = mantissa.filter(\.isNumber)
    let digits = number.value.drop { $0 == "-" }
    // The last digit shown may be rounded.
    return digits.count == power + 1 && shown.count >= 3 && digits.hasPrefix(shown.dropLast())
  }

  // MARK: Dates and flags

  /// Whether a date came back as the same day in another spelling.
  private func isSameDate(_ returned: String, _ given: String) -> Bool {
    guard let left = Self.groups(returned), let right = Self.groups(given),
      let day = Self.day(left, dateOrder), let other = Self.day(right, dateOrder), day == other
    else { return false }
    return Self.time(left) == Self.time(right)
  }

  /// The groups of digits in a text that has nothing else that matters.
  private static func groups(_ text: String) -> [Int]? {
    guard (6...32).contains(text.utf8.count) else { return nil }
    guard text.utf8.allSatisfy({ (48...57).contains($0) || "-/.: T,Z".utf8.contains($0) }) else {
      return nil
    }
    let groups = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    return (3...7).contains(groups.count) ? groups : nil
  }

  private static func day(_ groups: [Int], _ order: DateOrder) -> [Int]? {
    let (a, b, c) = (groups[0], groups[1], groups[2])
    let day: [Int]
    if a > 999 {
      day = [a, b, c]
    } else {
      let year = c < 70 ? 2000 + c : c < 100 ? 1900 + c : c
      switch order {
      case .dmy: day = [year, b, a]
      case .mdy: day = [year, a, b]
      case .ymd: day = [a < 70 ? 2000 + a : 1900 + a, b, c]
      }
    }
    return (1...12).contains(day[1]) && (1...31).contains(day[2]) ? day : nil
  }

  private static func time(_ groups: [Int]) -> [Int] {
    var time = Array(groups.dropFirst(3).prefix(3))
    while time.last == 0 { time.removeLast() }
    return time
  }

  private func isSameFlag(_ returned: String, _ given: String) -> Bool {
    for words in [["true", "wahr", "vrai"], ["false", "falsch", "faux"]]
    where words.contains(returned.lowercased()) {
      return words.contains(given.lowercased())
    }
    return false
  }
}

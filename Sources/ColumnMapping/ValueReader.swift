import Bytes

/// Tells what a cell looks like from its bytes alone: a look at each byte, no allocation.
///
/// Structure only: whether a number is in use or a country exists is for others to say.
struct ValueReader {
  /// What the bytes of a cell are.
  private struct Shape {
    var digits = 0
    var letters = 0
    var at = 0
    var dots = 0
    var commas = 0
    var colons = 0
    var slashes = 0
    var dashes = 0
    var spaces = 0
    var parentheses = 0
    var plus = 0
    var other = 0
    var hex = 0

    init(_ cell: UnsafeBufferPointer<UInt8>) {
      for byte in cell {
        switch byte {
        case 48...57:
          digits += 1
          hex += 1
        case 65...70, 97...102:
          letters += 1
          hex += 1
        case 71...90, 103...122: letters += 1
        case UInt8(ascii: "@"): at += 1
        case UInt8(ascii: "."): dots += 1
        case UInt8(ascii: ","): commas += 1
        case UInt8(ascii: ":"): colons += 1
        case UInt8(ascii: "/"): slashes += 1
        case UInt8(ascii: "-"): dashes += 1
        case UInt8(ascii: " "): spaces += 1
        case UInt8(ascii: "("), UInt8(ascii: ")"): parentheses += 1
        case UInt8(ascii: "+"): plus += 1
        default: other += 1
        }
      }
    }
  }

  /// What a cell looks like; the cell is without white space at its ends, and not empty.
  static func classify(_ cell: UnsafeBufferPointer<UInt8>) -> ValueClass {
    // Longer cells are texts; nothing else has that many characters, but for addresses of pages.
    if cell.count > 254 { return startsLikeURL(cell) ? .url : .text }
    let shape = Shape(cell)
    if shape.at == 1, isEmail(cell) { return .email }
    if startsLikeURL(cell) { return .url }
    if shape.letters == 0, shape.other == 0, shape.at == 0 { return numeric(cell, shape) }
    if shape.hex == shape.digits + shape.letters, shape.other + shape.spaces + shape.at == 0 {
      if cell.count == 36, shape.dashes == 4 { return .uuid }
      if cell.count == 64 || cell.count == 40 || cell.count == 32, shape.hex == cell.count {
        return .hash
      }
    }
    if shape.digits >= 4, shape.at == 0, DateShape.hasMonthName(cell) {
      return shape.colons > 0 ? .timestamp : .date
    }
    if shape.digits >= 5, shape.colons > 0, DateShape.read(cell) != nil { return .timestamp }
    if isMoney(cell, shape) { return .decimal }
    if isPhoneWithWords(cell, shape) { return .phone }
    if shape.digits == 0, shape.spaces + shape.dots == 0, isBoolean(cell) { return .boolean }
    if isDomain(cell, shape) { return .domain }
    return .text
  }

  private static func numeric(_ cell: UnsafeBufferPointer<UInt8>, _ shape: Shape) -> ValueClass {
    if shape.digits == 0 { return .text }
    if let date = DateShape.read(cell) { return date.hasTime ? .timestamp : .date }
    if shape.dots == 3, shape.digits >= 4, shape.digits == cell.count - 3, isIP(cell) {
      return .ip
    }
    let isNegative = cell[0] == UInt8(ascii: "-")
    let marks = shape.dots + shape.commas
    if shape.digits + (isNegative ? 1 : 0) == cell.count {
      // A leading zero of a long number is a telephone number's; ids of that kind are rarer.
      let isLocal = cell[0] == 48 && (9...13).contains(shape.digits)
      return isLocal && !isNegative ? .phone : .integer
    }
    let hasOnlyMarks =
      shape.plus + shape.colons + shape.slashes + shape.parentheses + shape.spaces == 0
      && shape.dashes == (isNegative ? 1 : 0)
    if marks > 0, hasOnlyMarks, isNumber(cell) { return .decimal }
    let isPhone =
      (7...18).contains(shape.digits) && shape.colons == 0 && shape.commas == 0
      && shape.slashes <= 1 && shape.plus <= 1
      && (shape.plus == 0 || cell.prefix(2).contains(UInt8(ascii: "+")))
    if isPhone { return .phone }
    return .text
  }

  /// Digits in groups with one mark for decimals: `1.234,50`, `1,234.5`, `12,5`.
  private static func isNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    var run = 0
    var mark: UInt8?
    var isGrouped = false
    for byte in cell {
      if ASCII.isDigit(byte) {
        run += 1
      } else if byte != UInt8(ascii: "-") {
        if run == 0 || mark != nil && run != 3 { return false }
        isGrouped = mark == byte
        mark = byte
        run = 0
      }
    }
    // A mark that comes twice parts groups, and the last group has three digits too:
    // `202.555.0143` is no number.
    return isGrouped ? run == 3 : run > 0
  }

  private static func isEmail(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let at = cell.firstIndex(of: UInt8(ascii: "@")), at > 0, at < cell.count - 3 else {
      return false
    }
    var lastDot = -1
    for index in cell.indices {
      let byte = cell[index]
      if byte == 32 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") { return false }
      if index > at, byte == UInt8(ascii: ".") { lastDot = index }
    }
    return lastDot > at + 1 && lastDot < cell.count - 2
  }

  private static func startsLikeURL(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    for prefix in prefixes where cell.count > prefix.count + 2 {
      if zip(cell, prefix).allSatisfy({ ASCII.lowercased($0) == $1 }) { return true }
    }
    return false
  }

  private static let prefixes = ["http://", "https://", "www.", "ftp://"].map { Array($0.utf8) }

  private static func isDomain(_ cell: UnsafeBufferPointer<UInt8>, _ shape: Shape) -> Bool {
    guard shape.dots >= 1, shape.spaces + shape.at + shape.commas + shape.colons == 0,
      let dot = cell.lastIndex(of: UInt8(ascii: ".")), dot > 1
    else { return false }
    let ending = cell[(dot + 1)...]
    guard (2...12).contains(ending.count), ending.allSatisfy(ASCII.isLetter) else { return false }
    let isHost = cell.allSatisfy {
      ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: "/") || $0 >= 0x80
    }
    // Abbreviations such as "Dr.med" have capitals inside; hosts are written small.
    return isHost && ending.allSatisfy { $0 >= 97 }
  }

  private static func isIP(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    var value = 0
    for byte in cell {
      if byte == UInt8(ascii: ".") {
        value = 0
      } else {
        value = value * 10 + Int(byte - 48)
        if value > 255 { return false }
      }
    }
    return true
  }

  /// `€ 1.200`, `1200 EUR`, `$5M`.
  private static func isMoney(_ cell: UnsafeBufferPointer<UInt8>, _ shape: Shape) -> Bool {
    guard shape.digits > 0, shape.letters <= 3, shape.letters + shape.other > 0, shape.at == 0,
      shape.slashes + shape.parentheses + shape.plus == 0, shape.dashes <= 1
    else { return false }
    let text = String(decoding: cell, as: UTF8.self)
    return signs.contains { text.hasPrefix($0) || text.hasSuffix($0) }
  }

  private static let signs = ["€", "$", "£", "EUR", "USD", "GBP", "CHF", "¥", "R$", "BRL"]

  /// `+49 30 123456 ext. 4`, `tel: 030 12345`.
  private static func isPhoneWithWords(_ cell: UnsafeBufferPointer<UInt8>, _ shape: Shape) -> Bool {
    guard (8...20).contains(shape.digits), shape.letters <= 5, shape.other == 0 else {
      return false
    }
    return cell.contains(UInt8(ascii: "+")) || shape.parentheses == 2
      || shape.letters > 0
        && shape.spaces + shape.dashes + shape.slashes >= 2 && shape.digits >= 9
  }

  private static func isBoolean(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count <= 5 else { return false }
    let word = String(decoding: cell.map(ASCII.lowercased), as: UTF8.self)
    return booleans.contains(word)
  }

  private static let booleans: Set<String> = [
    "yes", "no", "true", "false", "y", "n", "ja", "nein", "oui", "non", "si", "sí", "sì", "não",
    "sim", "nee", "on", "off", "wahr", "vrai", "faux", "j", "nao",
  ]
}

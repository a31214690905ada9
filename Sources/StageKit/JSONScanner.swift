import Bytes

/// Reads the members of one JSON object, byte by byte.
///
/// - Source: RFC 8259.
struct JSONScanner {
  private let bytes: ContiguousArray<UInt8>
  private var position = 0

  private init(_ text: String) {
    bytes = ContiguousArray(text.utf8)
  }

  /// - Throws: `StageFailure` for what is not one object, with the place and what was expected.
  static func members(
    of text: String
  ) throws(StageFailure) -> [(name: String, value: JSONObject.Value)] {
    var scanner = JSONScanner(text)
    return try scanner.object()
  }

  private mutating func object() throws(StageFailure) -> [(name: String, value: JSONObject.Value)] {
    skipSpace()
    guard next == UInt8(ascii: "{") else { throw noObject() }
    position += 1
    skipSpace()
    var members: [(name: String, value: JSONObject.Value)] = []
    var isClosed = skip(UInt8(ascii: "}"))
    while !isClosed {
      guard next == UInt8(ascii: "\"") else {
        throw failure(
          members.isEmpty ? "a name in double quotes, or '}'" : "another name in double quotes")
      }
      let name = try string()
      skipSpace()
      guard skip(UInt8(ascii: ":")) else { throw failure("':' and the value of '\(name)'") }
      skipSpace()
      members.append((name, try value(of: name)))
      skipSpace()
      isClosed = skip(UInt8(ascii: "}"))
      guard isClosed || skip(UInt8(ascii: ",")) else {
        throw failure("',' and another member, or '}'")
      }
      skipSpace()
    }
    skipSpace()
    guard next == nil else {
      throw failure("nothing after the object; write one record as one object")
    }
    return members
  }

  // MARK: Values

  private mutating func value(of name: String) throws(StageFailure) -> JSONObject.Value {
    switch next {
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "{"):
      try skipNested()
      return .object
    case UInt8(ascii: "["):
      try skipNested()
      return .list
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      return .number(try number())
    default:
      for (word, value) in Self.words where bytes[position...].starts(with: word.utf8) {
        position += word.utf8.count
        return value
      }
      throw failure(
        "the value of '\(name)': a text in double quotes, a number, true, false or null")
    }
  }

  private static let words: [(String, JSONObject.Value)] = [
    ("true", .bool(true)), ("false", .bool(false)), ("null", .null),
  ]

  private mutating func number() throws(StageFailure) -> String {
    let start = position
    _ = skip(UInt8(ascii: "-"))
    let first = position
    try digits()
    guard bytes[first] != UInt8(ascii: "0") || position == first + 1 else {
      position = first
      throw failure(
        "a number, which begins with no zero; write a telephone number, a postcode or an id as a "
          + "text in double quotes")
    }
    if skip(UInt8(ascii: ".")) { try digits() }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws(StageFailure) {
    let start = position
    while let next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) { position += 1 }
    if position == start { throw failure("a digit") }
  }

  /// Passes over a list or an object: only its texts and brackets matter.
  private mutating func skipNested() throws(StageFailure) {
    var depth = 0
    repeat {
      switch next {
      case UInt8(ascii: "\""):
        _ = try string()
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case nil: throw failure("the end of a list or an object")
      default: break
      }
      position += 1
    } while depth > 0
  }

  // MARK: Texts

  private mutating func string() throws(StageFailure) -> String {
    position += 1
    var output: [UInt8] = []
    var start = position
    while true {
      guard let byte = next else { throw failure("'\"' at the end of a text") }
      switch byte {
      case UInt8(ascii: "\""):
        output += bytes[start..<position]
        position += 1
        return String(decoding: output, as: UTF8.self)
      case UInt8(ascii: "\\"):
        output += bytes[start..<position]
        try escape(to: &output)
        start = position
      case ..<0x20:
        throw failure("no control character inside a text; write a line break as \\n, a tab as \\t")
      default: position += 1
      }
    }
  }

  /// Reads an escape. U+0000 is left out: no text of a record has it.
  private mutating func escape(to output: inout [UInt8]) throws(StageFailure) {
    let start = position
    position += 1
    guard let letter = next else { throw failure("what the backslash escapes") }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(letter)
    case UInt8(ascii: "b"): output.append(0x08)
    case UInt8(ascii: "f"): output.append(0x0C)
    case UInt8(ascii: "n"): output.append(0x0A)
    case UInt8(ascii: "r"): output.append(0x0D)
    case UInt8(ascii: "t"): output.append(0x09)
    case UInt8(ascii: "u"):
      let scalar = try escapedScalar()
      if scalar.value > 0 { output += Array(String(scalar).utf8) }
    default:
      position = start
      throw failure(#"one of \" \\ \/ \b \f \n \r \t \uXXXX; write a backslash as \\"#)
    }
  }

  /// The character behind `\u`; half of a pair that stands alone is U+FFFD.
  private mutating func escapedScalar() throws(StageFailure) -> Unicode.Scalar {
    let unit = try codeUnit()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if unit < 0xDC00, bytes[position...].starts(with: #"\u"#.utf8) {
      let second = position
      position += 2
      let low = try codeUnit()
      if (0xDC00...0xDFFF).contains(low) {
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
      }
      position = second
    }
    return "\u{FFFD}"
  }

  private mutating func codeUnit() throws(StageFailure) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = ASCII.hexDigit(byte) else {
        throw failure("four hexadecimal digits after \\u")
      }
      unit = unit << 4 | UInt32(digit)
      position += 1
    }
    return unit
  }

  /// What other notations have for values.
  private static let otherWords = ["NaN", "Infinity", "None", "True", "False", "undefined"]

  // MARK: Places

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let next, next == 32 || (9...10).contains(next) || next == 13 { position += 1 }
  }

  private func noObject() -> StageFailure {
    let kind: String? =
      switch next {
      case UInt8(ascii: "["): "array"
      case UInt8(ascii: "\""): "text"
      case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): "number"
      default: Self.words.first { bytes[position...].starts(with: $0.0.utf8) }?.0
      }
    guard let kind else { return failure("a JSON object, which begins with '{'") }
    return StageFailure(.unusableInput, "found a JSON \(kind), expected a JSON object")
  }

  /// What stands here, where, and what was expected instead.
  private func failure(_ expected: String) -> StageFailure {
    let before = String(decoding: bytes[..<position], as: UTF8.self).unicodeScalars.count
    let rest = String(decoding: bytes[position...].prefix(64), as: UTF8.self)
    let found: String
    if let first = rest.unicodeScalars.first {
      // Other words may be personal data, which messages that are logged must not hold.
      let word = Self.otherWords.first { rest.hasPrefix($0) }
      found =
        first.value < 0x20 || first.value == 0x7F || first.value == 0xFEFF
        ? "U+" + format(first.value) : "'\(word ?? String(rest.prefix(1)))'"
    } else {
      found = "the end"
    }
    return StageFailure(
      .unusableInput, "found \(found) at character \(before + 1), expected \(expected)")
  }

  private func format(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

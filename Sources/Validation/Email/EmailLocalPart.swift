@_spi(_Unicode) import Swift
import Bytes

/// The name before the `@`.
enum EmailLocalPart {
  static let maximumOctets = 64

  /// Appends the name in its simplest form: without quotes and escapes that it does not need, and
  /// in Unicode normal form C.
  ///
  /// - Throws: the fault that makes the name unusable; the output may then hold a part of it.
  static func append(
    _ local: UnsafeBufferPointer<UInt8>, syntax: EmailSyntax, notes: inout EmailReader.Notes,
    to output: inout [UInt8]
  ) throws(EmailFault) {
    guard !local.isEmpty else { throw .emptyLocalPart }
    let start = output.count
    if local[0] == UInt8(ascii: "\"") {
      try appendQuoted(local, syntax: syntax, notes: &notes, to: &output)
    } else {
      try check(local, notes: &notes)
      output.append(contentsOf: local)
    }
    guard local.count <= maximumOctets else { throw .localPartTooLong(octets: local.count) }
    if notes.contains(.internationalName) {
      let name = try normalised(output[start...])
      output.removeLast(output.count - start)
      output.append(contentsOf: name)
      guard name.count <= maximumOctets else { throw .localPartTooLong(octets: name.count) }
    }
  }

  /// RFC 5321 `Dot-string`, with the letters of RFC 6531.
  private static func check(
    _ local: UnsafeBufferPointer<UInt8>, notes: inout EmailReader.Notes
  ) throws(EmailFault) {
    var previousWasDot = true
    var sawDotFault = false
    for index in 0..<local.count {
      let byte = local[index]
      if atomText[Int(byte)] {
        previousWasDot = false
        continue
      }
      if byte == UInt8(ascii: ".") {
        if previousWasDot { sawDotFault = true }
        previousWasDot = true
        continue
      }
      previousWasDot = false
      if byte >= 0x80 {
        notes.insert(.internationalName)
      } else {
        if byte == UInt8(ascii: "@") { throw .severalAts }
        if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") { throw .comment }
        throw .badLocalCharacter(ByteName.of(byte))
      }
    }
    if sawDotFault || previousWasDot { throw .misplacedDot }
  }

  /// RFC 5321 `Quoted-string`: visible ASCII and blanks, a backslash before any of them, and the
  /// letters of RFC 6531 (without a backslash).
  private static func appendQuoted(
    _ local: UnsafeBufferPointer<UInt8>, syntax: EmailSyntax, notes: inout EmailReader.Notes,
    to output: inout [UInt8]
  ) throws(EmailFault) {
    let start = output.count
    output.append(UInt8(ascii: "\""))
    var needsQuotes = local.count <= 2
    var previousWasDot = true
    var index = 1
    while index < local.count, local[index] != UInt8(ascii: "\"") {
      var byte = local[index]
      if byte == UInt8(ascii: "\\") {
        index += 1
        guard index < local.count else { throw .openQuote }
        byte = local[index]
        if byte >= 0x80 { throw .badLocalCharacter("a backslash before a letter outside ASCII") }
      }
      if byte < 32 || byte == 127 { throw .badLocalCharacter(ByteName.of(byte)) }
      if byte >= 0x80 {
        notes.insert(.internationalName)
      } else if byte == UInt8(ascii: ".") {
        if previousWasDot { needsQuotes = true }
      } else if !atomText[Int(byte)] {
        needsQuotes = true
      }
      previousWasDot = byte == UInt8(ascii: ".")
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        output.append(UInt8(ascii: "\\"))
      }
      output.append(byte)
      index += 1
    }
    guard index < local.count else { throw .openQuote }
    guard index == local.count - 1 else { throw .afterQuote }
    if needsQuotes || previousWasDot {
      guard syntax.quotedNames else { throw .quotedLocalPart }
      notes.insert(.quotedName)
      output.append(UInt8(ascii: "\""))
    } else {
      output.remove(at: start)
      notes.insert(.unwrapped)
    }
  }

  /// RFC 5322 `atext`, by byte.
  private static let atomText: [Bool] = (0..<256).map { value in
    let byte = UInt8(value)
    return ASCII.isLetter(byte) || ASCII.isDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
  }

  /// Letters, marks, numbers and symbols may stand in a name; spaces, controls, private and
  /// unassigned characters may not, nor may a name begin with a combining mark.
  private static func normalised(_ local: ArraySlice<UInt8>) throws(EmailFault) -> [UInt8] {
    guard let text = String(validating: local, as: UTF8.self) else { throw .notUTF8 }
    var name: [UInt8] = []
    var isFirst = true
    for scalar in text._nfc {
      name.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      defer { isFirst = isFirst && scalar == "\"" }
      if scalar.isASCII {
        // Normal form C makes a semicolon of the Greek question mark, and their like.
        guard local.contains(UInt8(truncatingIfNeeded: scalar.value)) else {
          throw .badLocalCharacter(ByteName.of(scalar))
        }
        continue
      }
      // What a program writes for a letter that it could not read is in no address.
      guard scalar != "\u{FFFD}" else { throw .badLocalCharacter(ByteName.of(scalar)) }
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator,
        .lineSeparator, .paragraphSeparator:
        // Words of some scripts need joiners inside (RFC 5892 appendix A.1 and A.2).
        if scalar == "\u{200C}" || scalar == "\u{200D}", joins(after: name) { continue }
        throw .badLocalCharacter(ByteName.of(scalar))
      case .nonspacingMark, .spacingMark, .enclosingMark:
        if isFirst { throw .badLocalCharacter(ByteName.of(scalar)) }
      default: continue
      }
    }
    return name
  }

  /// Whether the scalar before a joiner, the last in the name, is a virama.
  private static func joins(after name: [UInt8]) -> Bool {
    let before = String(decoding: name.dropLast(3), as: UTF8.self).unicodeScalars.last
    return before?.properties.canonicalCombiningClass == .virama
  }
}

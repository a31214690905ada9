import Bytes

/// Reads the address out of an e-mail cell. Keep one per worker: it remembers converted domains.
///
/// - Source: RFC 5321 sections 4.1.2 and 4.5.3.1 (dot-string mailbox, lengths), RFC 6531 (UTF-8 in
///   the local part), RFC 5891 (A-labels), RFC 3696 erratum 1690 (254 octets).
package struct EmailReader {
  package struct Notes: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The address stood in angle brackets or behind `mailto:`.
    package static let unwrapped = Notes(rawValue: 1)
    /// Other addresses followed; this is the first.
    package static let firstOfSeveral = Notes(rawValue: 2)
    /// The domain is reserved and reaches nobody, as `.invalid`.
    package static let specialUse = Notes(rawValue: 4)
    /// The local part has letters outside ASCII.
    package static let internationalName = Notes(rawValue: 8)
  }

  /// An address that was read: where it stands in the output, and where its domain starts.
  package struct Address: Sendable {
    package let range: Range<Int>
    package let domainStart: Int
    package let notes: Notes
  }

  private var domains = DomainNormaliser()

  package init() {}

  /// Appends the normalised address (name as it is, domain in lower-case A-labels) to the output.
  ///
  /// - Throws: `EmailFault`; the output is then as it was.
  package mutating func read(
    _ cell: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
  ) throws(EmailFault) -> Address {
    let start = output.count
    do throws(EmailFault) {
      return try readAddress(cell, into: &output)
    } catch {
      output.removeLast(output.count - start)
      throw error
    }
  }

  private mutating func readAddress(
    _ cell: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
  ) throws(EmailFault) -> Address {
    var notes: Notes = []
    let address = EmailWrapping.unwrap(cell, notes: &notes)
    guard let at = address.lastIndex(of: UInt8(ascii: "@")) else {
      throw .noAt
    }
    let local = UnsafeBufferPointer(rebasing: address[..<at])
    let domain = UnsafeBufferPointer(rebasing: address[(at + 1)...])
    try EmailLocalPart.check(local, notes: &notes)
    let start = output.count
    output.append(contentsOf: local)
    output.append(UInt8(ascii: "@"))
    let domainStart = output.count
    try domains.append(domain, to: &output)
    let octets = output.count - start
    guard octets <= 254 else { throw .addressTooLong(octets: octets) }
    output.withUnsafeBufferPointer { bytes in
      let ascii = UnsafeBufferPointer(rebasing: bytes[domainStart...])
      if SpecialUseDomains.contain(ascii) { notes.insert(.specialUse) }
    }
    return Address(range: start..<output.count, domainStart: domainStart, notes: notes)
  }
}

/// The name before the `@`.
enum EmailLocalPart {
  /// - Throws: the fault that makes the name unusable.
  static func check(
    _ local: UnsafeBufferPointer<UInt8>, notes: inout EmailReader.Notes
  ) throws(EmailFault) {
    guard !local.isEmpty else { throw .emptyLocalPart }
    if local[0] == UInt8(ascii: "\"") { throw .quotedLocalPart }
    var previousWasDot = true
    var sawDotFault = false
    for index in 0..<local.count {
      let byte = local[index]
      if byte == UInt8(ascii: ".") {
        if previousWasDot { sawDotFault = true }
        previousWasDot = true
        continue
      }
      previousWasDot = false
      if byte >= 0x80 {
        notes.insert(.internationalName)
      } else if !isAtomText(byte) {
        if byte == UInt8(ascii: "@") { throw .severalAts }
        if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") { throw .comment }
        throw .badLocalCharacter(ByteName.of(byte))
      }
    }
    if sawDotFault || previousWasDot { throw .misplacedDot }
    guard local.count <= 64 else { throw .localPartTooLong(octets: local.count) }
    if notes.contains(.internationalName) { try checkUnicode(local) }
  }

  /// RFC 5322 `atext`.
  private static func isAtomText(_ byte: UInt8) -> Bool {
    if ASCII.isLetter(byte) || ASCII.isDigit(byte) { return true }
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
      UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "?"),
      UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "~"):
      return true
    default: return false
    }
  }

  /// Letters, marks, numbers and symbols may stand in a name; spaces, controls, private and
  /// unassigned characters may not, nor may a name begin with a combining mark.
  private static func checkUnicode(_ local: UnsafeBufferPointer<UInt8>) throws(EmailFault) {
    guard let text = String(validating: local, as: UTF8.self) else { throw .notUTF8 }
    for (position, scalar) in text.unicodeScalars.enumerated() where !scalar.isASCII {
      // The Greek question mark is a semicolon in normal form C.
      if scalar == "\u{37E}" { throw .badLocalCharacter(ByteName.of(scalar)) }
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator,
        .lineSeparator, .paragraphSeparator:
        throw .badLocalCharacter(ByteName.of(scalar))
      case .nonspacingMark, .spacingMark, .enclosingMark:
        if position == 0 { throw .badLocalCharacter(ByteName.of(scalar)) }
      default: continue
      }
    }
  }
}

/// Characters as messages name them.
enum ByteName {
  static func of(_ byte: UInt8) -> String {
    switch byte {
    case 32: "a space"
    case 9: "a tab"
    case 10, 13: "a line break"
    case 0..<32, 127: "a control character"
    case UInt8(ascii: "'"): "an apostrophe"
    default: "'\(Character(Unicode.Scalar(byte)))'"
    }
  }

  static func of(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII { return of(UInt8(truncatingIfNeeded: scalar.value)) }
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "U+\(String(repeating: "0", count: max(0, 4 - hex.count)))\(hex)"
  }
}

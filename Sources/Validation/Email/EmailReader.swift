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
    /// The local part stands in quotation marks that it needs.
    package static let quotedName = Notes(rawValue: 16)
    /// The domain is an IP address in brackets.
    package static let addressLiteral = Notes(rawValue: 32)
    /// Comments or blanks beside the parts were taken out.
    package static let commentRemoved = Notes(rawValue: 64)

    // The standard library's are generic, and cannot be specialised from other modules: they cost more
    // than what they guard.
    package func contains(_ other: Notes) -> Bool { rawValue & other.rawValue == other.rawValue }
    package var isEmpty: Bool { rawValue == 0 }
    /// Whether the domain is none that mail is sent to.
    package var areOfNoDomain: Bool {
      rawValue & (Self.addressLiteral.rawValue | Self.specialUse.rawValue) != 0
    }
  }

  /// An address that was read: where it stands in the output, and where its domain starts.
  package struct Address: Sendable {
    package let range: Range<Int>
    package let domainStart: Int
    package let notes: Notes
  }

  private let syntax: EmailSyntax
  private var domains = DomainNormaliser()

  package init(syntax: EmailSyntax = EmailSyntax()) {
    self.syntax = syntax
  }

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
      if let address = readUnseen(cell, into: &output) { return address }
      throw error
    }
  }

  /// The same of a cell that could not be read as it is: with blanks of every kind for plain ones, and
  /// without the marks that nobody sees beside them.
  private mutating func readUnseen(
    _ cell: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
  ) -> Address? {
    guard cell.count <= Self.longestCell, let plain = EmailBlanks.plain(cell) else { return nil }
    let start = output.count
    return plain.withUnsafeBufferPointer { plain in
      do throws(EmailFault) {
        return try readAddress(plain, into: &output)
      } catch {
        output.removeLast(output.count - start)
        return nil
      }
    }
  }

  private mutating func readAddress(
    _ cell: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
  ) throws(EmailFault) -> Address {
    var notes: Notes = []
    // Of a cell that no address fills, only a list of several is looked at, and only its start.
    let isLong = cell.count > Self.longestCell
    let start = isLong ? UnsafeBufferPointer(rebasing: cell[..<Self.longestCell]) : cell
    let (address, isLink) = EmailWrapping.unwrap(start, notes: &notes)
    if isLong && !notes.contains(.firstOfSeveral) { throw .addressTooLong(octets: cell.count) }
    if isLink, let decoded = EmailWrapping.decoded(address) {
      return try decoded.withUnsafeBufferPointer { decoded throws(EmailFault) in
        try appendBare(decoded, notes: notes, to: &output)
      }
    }
    return try appendBare(address, notes: notes, to: &output)
  }

  private mutating func appendBare(
    _ address: UnsafeBufferPointer<UInt8>, notes: Notes, to output: inout [UInt8]
  ) throws(EmailFault) -> Address {
    var notes = notes
    if syntax.comments, let bare = EmailComments.removed(from: address) {
      notes.insert(.commentRemoved)
      return try bare.withUnsafeBufferPointer { bare throws(EmailFault) in
        try append(bare, notes: notes, to: &output)
      }
    }
    return try append(address, notes: notes, to: &output)
  }

  private mutating func append(
    _ address: UnsafeBufferPointer<UInt8>, notes: Notes, to output: inout [UInt8]
  ) throws(EmailFault) -> Address {
    var notes = notes
    guard let at = address.lastIndex(of: UInt8(ascii: "@")) else { throw .noAt }
    let local = UnsafeBufferPointer(rebasing: address[..<at])
    let domain = UnsafeBufferPointer(rebasing: address[(at + 1)...])
    // What is longer than any address is not looked at letter by letter.
    guard local.count <= Self.longestLooked else {
      throw .localPartTooLong(octets: local.count)
    }
    guard domain.count <= Self.longestLooked else { throw .domainTooLong(octets: domain.count) }
    let start = output.count
    try EmailLocalPart.append(local, syntax: syntax, notes: &notes, to: &output)
    output.append(UInt8(ascii: "@"))
    let domainStart = output.count
    if syntax.addressLiterals, domain.first == UInt8(ascii: "[") {
      try AddressLiteral.append(domain, to: &output)
      notes.insert(.addressLiteral)
    } else {
      try domains.append(domain, to: &output)
    }
    let octets = output.count - start
    guard octets <= 254 else { throw .addressTooLong(octets: octets) }
    output.withUnsafeBufferPointer { bytes in
      let ascii = UnsafeBufferPointer(rebasing: bytes[domainStart...])
      if SpecialUseDomains.contain(ascii) { notes.insert(.specialUse) }
    }
    return Address(range: start..<output.count, domainStart: domainStart, notes: notes)
  }

  /// Octets of an address with its display name and all that may stand around it.
  private static let longestCell = 4096

  /// Octets of a name or domain, as written, beyond which nothing can be an address: a domain of 253
  /// octets may be written with up to four for each letter.
  private static let longestLooked = 4 * 255
}

/// The digests that a cell names people by, as tools and databases write them: hexadecimal digits with
/// `sha256:`, `0x` or quotation marks around them, in pairs (`AB-CD-…`), with a blank in the middle, in
/// Base64, several in a cell.
///
/// - Source: RFC 4648 sections 4, 5 and 8 (Base64, its form for URLs, hexadecimal digits).
package struct WrittenDigests: Equatable, Sendable {
  /// In lower-case hexadecimal digits, each once, in the cell's order.
  package private(set) var digests: [String] = []
  /// The name of the kind of digest that a part has the length of, and that is not compared.
  package private(set) var unsupported: String?

  package init(_ cell: UnsafeBufferPointer<UInt8>) {
    if DigestKinds.isDigest(cell) {
      digests = [Self.lowercased(cell)]
      return
    }
    guard Self.mayBe(in: cell) else { return }
    var seen: Set<String> = []
    for part in cell.split(whereSeparator: { ",;|".utf8.contains($0) }) {
      for digest in read(part) where seen.insert(digest).inserted { digests.append(digest) }
    }
  }

  /// Whether a cell is made of digests, of a kind that is compared or not: nothing else in it names
  /// anybody.
  package static func fill(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard mayBe(in: cell), !cell.contains(UInt8(ascii: "@")) else { return false }
    let written = WrittenDigests(cell)
    return !written.digests.isEmpty || written.unsupported != nil
  }

  /// Whether there is room for a digest: 22 letters of Base64 make the 16 octets of an MD5. A longer
  /// cell with an address has one beside it.
  private static func mayBe(in cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.count >= 22 && (cell.count > 44 || !cell.contains(UInt8(ascii: "@")))
  }

  // MARK: Parts

  /// The digests of a part: the whole of it, blanks left out, and each of its words.
  private mutating func read(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> [String] {
    let words = part.split(whereSeparator: ASCII.isSpace)
    var found: [String] = []
    if words.count < 2 || part.count <= 4 * 128 {
      if let digest = read(Array(part), mayHaveBlanks: words.count > 1) { found.append(digest) }
    }
    if words.count > 1 {
      found += words.compactMap { read(Array($0), mayHaveBlanks: false) }
    }
    if !found.isEmpty { unsupported = nil }
    return found
  }

  private mutating func read(_ part: [UInt8], mayHaveBlanks: Bool) -> String? {
    if part.contains(UInt8(ascii: "@")) { return nil }
    let bare = Self.bare(part[...], withoutLabels: true)
    guard bare.count >= 22 else { return nil }
    let digits = Self.digits(bare)
    if let digits, let kind = Self.unsupported[digits.count] {
      unsupported = kind
      return nil
    }
    if let digits, DigestKinds.isDigest(digits) { return Self.lowercased(digits) }
    // What looks like a label may be the first letters of Base64.
    guard !mayHaveBlanks,
      let octets = Self.octets(bare) ?? Self.octets(Self.bare(part[...], withoutLabels: false))
    else { return nil }
    // The digits themselves in Base64.
    if DigestKinds.isDigest(octets) { return Self.lowercased(octets) }
    if let kind = Self.unsupported[octets.count * 2] { unsupported = kind }
    guard DigestKinds(digits: octets.count * 2) != nil else { return nil }
    let signs = Array("0123456789abcdef".utf8)
    return Self.lowercased(octets.flatMap { [signs[Int($0 >> 4)], signs[Int($0 & 15)]] })
  }

  /// Kinds by the number of their hexadecimal digits.
  private static let unsupported = [56: "SHA-224", 96: "SHA-384", 128: "SHA-512"]

  private static func lowercased(_ digits: some Sequence<UInt8>) -> String {
    String(decoding: digits.map(ASCII.lowercased), as: UTF8.self)
  }

  /// A part without quotation marks and brackets around it, and without what says its kind before it.
  private static func bare(
    _ part: ArraySlice<UInt8>, withoutLabels: Bool
  ) -> ArraySlice<UInt8> {
    var rest = part
    for _ in 0..<4 {
      let count = rest.count
      rest = rest.drop { isAround($0) || $0 == UInt8(ascii: "=") }
      while let last = rest.last, isAround(last) { rest.removeLast() }
      if withoutLabels { rest = withoutLabel(rest) }
      if rest.count == count { break }
    }
    return rest
  }

  /// Blanks, brackets and quotation marks, those outside ASCII too.
  private static func isAround(_ byte: UInt8) -> Bool {
    byte <= 32 || byte >= 0x80 || "'\"`()[]{}<>".utf8.contains(byte)
  }

  /// Without `sha256:`, `{SHA256}`, `0x` of SQL Server, `\x` of PostgreSQL, or the `X'` of SQL.
  private static func withoutLabel(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    for label in labels where text.count > label.count + 1 {
      guard text.prefix(label.count).elementsEqual(label, by: { ASCII.lowercased($0) == $1 })
      else { continue }
      let rest = text.dropFirst(label.count)
      if label.last == UInt8(ascii: "x") {
        // An x alone stands before a quotation mark.
        if label.count == 1, rest.first != UInt8(ascii: "'") { continue }
        return rest
      }
      guard let sign = rest.first, " :=-}#$]".utf8.contains(sign) else { continue }
      return rest.dropFirst()
    }
    return text
  }

  private static let labels = [
    "sha2-256", "sha-256", "sha_256", "sha256", "sha-1", "sha_1", "sha1", "md5", "sha-512",
    "sha512", "hash", "0x", "\\x", "x",
  ].map { Array($0.utf8) }

  /// The hexadecimal digits of a text, without what divides them into pairs, and without blanks; nil
  /// for other texts. Decimal digits with something between them are rather telephone numbers.
  private static func digits(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var digits: [UInt8] = []
    var hasLetter = false
    for (index, byte) in text.enumerated() {
      if ASCII.isDigit(byte) {
        digits.append(byte)
      } else if (97...102).contains(ASCII.lowercased(byte)) {
        digits.append(byte)
        hasLetter = true
      } else if "-:".utf8.contains(byte) {
        guard index % 3 == 2 else { return nil }
      } else if !ASCII.isSpace(byte) {
        return nil
      }
    }
    return digits.count == text.count || hasLetter ? digits : nil
  }

  /// What a text in Base64 stands for; nil where it is none, or may be a word.
  private static func octets(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    let letters = text.reversed().drop { $0 == UInt8(ascii: "=") }.reversed()
    guard lengths.contains(letters.count) else { return nil }
    let isPadded = letters.count < text.count
    guard
      isPadded
        ? text.count % 4 == 0
        : letters.contains(where: ASCII.isDigit) && letters.contains(where: { 65...90 ~= $0 })
          && letters.contains(where: { 97...122 ~= $0 })
    else { return nil }
    var octets: [UInt8] = []
    var buffer = 0
    var bits = 0
    for letter in letters {
      guard let value = value(letter) else { return nil }
      buffer = (buffer << 6 | value) & 0xFFFF
      bits += 6
      guard bits >= 8 else { continue }
      bits -= 8
      octets.append(UInt8(truncatingIfNeeded: buffer >> bits))
    }
    // Bits that stand for nothing are zero.
    return buffer & (1 << bits - 1) == 0 ? octets : nil
  }

  /// Letters of Base64 without the signs that fill them up: of 16, 20, 28, 32, 40, 48 and 64 octets.
  private static let lengths: Set<Int> = [22, 27, 38, 43, 54, 64, 86]

  private static func value(_ letter: UInt8) -> Int? {
    switch letter {
    case 65...90: Int(letter) - 65
    case 97...122: Int(letter) - 71
    case 48...57: Int(letter) + 4
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}

extension WrittenDigests {
  /// What a digest is of when it is nobody's: of an empty cell, or of what stands for one. Whoever
  /// computes digests for a whole column computes them for these too. The digest is in lower-case
  /// hexadecimal digits.
  package static func standIn(_ digest: String) -> String? {
    if let first = digest.utf8.first, digest.utf8.allSatisfy({ $0 == first }) {
      return "no digest, but one digit again and again"
    }
    return standIns[digest]
  }

  private static let standIns: [String: String] = {
    var table: [String: String] = [:]
    for text in [
      "", " ", "null", "NULL", "nan", "NaN", "none", "None", "n/a", "N/A", "na", "-", "0",
    ] {
      let name = text.isEmpty ? "the digest of an empty cell" : "the digest of '\(text)'"
      for digest in [
        LegacyDigest.md5(text), LegacyDigest.sha1(text), SHA256Digest.hex(text),
      ] { table[digest] = name }
    }
    return table
  }()
}

/// Puts texts into header fields: encoded where they are not ASCII, folded where they are long.
enum HeaderEncoder {
  /// Bytes of a line, without its end, that are not to be exceeded: 78 by RFC 5322 section 2.1.1,
  /// 76 where there are encoded words (RFC 2047 section 2).
  static let lineLimit = 76
  /// Bytes of one encoded word with its delimiters (RFC 2047 section 2).
  private static let wordLimit = 75

  /// A field of free text, such as the subject, with its line end.
  static func unstructured(_ name: String, _ text: String) -> String {
    let clean = singleLine(text)
    if isPlain(clean) {
      return fold(name, clean.split(separator: " ").map(String.init))
    }
    return fold(name, encodedWords(clean, after: name))
  }

  /// A field with one address and perhaps a display name.
  static func address(_ name: String, _ mailbox: Mailbox) throws(CompositionError) -> String {
    guard AddressCheck.isSafe(mailbox.address) else { throw .unusableAddress(header: name) }
    let display = singleLine(mailbox.name)
    if display.isEmpty { return fold(name, [mailbox.address]) }
    let phrase =
      isPlain(display) ? quotedWords(display) : encodedWords(display, after: name)
    return fold(name, phrase + ["<\(mailbox.address)>"])
  }

  /// A field made of tokens that may be broken apart only between them.
  static func fold(_ name: String, _ tokens: [String]) -> String {
    var field = "\(name):"
    var length = field.utf8.count
    for (index, token) in tokens.enumerated() {
      if index > 0, length + 1 + token.utf8.count > lineLimit {
        field += "\r\n"
        length = 0
      }
      field += " " + token
      length += 1 + token.utf8.count
    }
    return field + "\r\n"
  }

  /// The text on one line: control characters become spaces, runs of spaces one.
  static func singleLine(_ text: String) -> String {
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isBreak =
        scalar.value < 32 || (127...159).contains(scalar.value) || scalar.value == 32
        || scalar.value == 0x2028 || scalar.value == 0x2029
      if !isBreak {
        clean.append(scalar)
      } else if let last = clean.last, last != " " {
        clean.append(" ")
      }
    }
    if clean.last == " " { clean.removeLast() }
    return String(clean)
  }

  /// Whether a text may stand in a header as it is: printable ASCII that no reader takes for an
  /// encoded word, in words short enough to fold.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (32...126).contains($0) } && !text.contains("=?")
      && text.split(separator: " ").allSatisfy { $0.utf8.count < lineLimit - 2 }
  }

  /// A display name as a quoted string, which every special character may stand in.
  private static func quotedWords(_ text: String) -> [String] {
    let needsQuotes = !text.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0 & 0xDF)
        || " -'!#$%&*+/=?^_`{|}~".utf8.contains($0)
    }
    guard needsQuotes else { return text.split(separator: " ").map(String.init) }
    var quoted = "\""
    for character in text {
      if character == "\"" || character == "\\" { quoted += "\\" }
      quoted.append(character)
    }
    return (quoted + "\"").split(separator: " ").map(String.init)
  }

  /// Encoded words of whole characters, in whichever of the two encodings is shorter.
  ///
  /// The first word leaves room for the field's name on its line.
  ///
  /// - Source: RFC 2047 sections 4.1, 4.2 and 5.
  static func encodedWords(_ text: String, after name: String) -> [String] {
    let quoted = text.unicodeScalars.reduce(0) { $0 + quotedForm($1).utf8.count }
    let based = (text.utf8.count + 2) / 3 * 4
    let isQuoted = quoted <= based
    let overhead = "=?UTF-8?Q??=".utf8.count
    var words: [String] = []
    var chunk = ""
    var chunkLength = 0
    func close() {
      guard !chunk.isEmpty else { return }
      words.append(isQuoted ? "=?UTF-8?Q?\(chunk)?=" : "=?UTF-8?B?\(Base64.encode(chunk))?=")
      chunk = ""
      chunkLength = 0
    }
    for scalar in text.unicodeScalars {
      let piece = isQuoted ? quotedForm(scalar) : String(scalar)
      let grown = chunkLength + piece.utf8.count
      let encoded = isQuoted ? grown : (grown + 2) / 3 * 4
      let room = words.isEmpty ? wordLimit - name.utf8.count - 1 : wordLimit
      if overhead + encoded > room { close() }
      chunk += piece
      chunkLength += piece.utf8.count
    }
    close()
    return words
  }

  /// The "Q" encoding of a character, as strict as a phrase demands.
  private static func quotedForm(_ scalar: Unicode.Scalar) -> String {
    if scalar == " " { return "_" }
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      if (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "!*+-/".utf8.contains(byte)
      {
        return String(scalar)
      }
    }
    return String(scalar).utf8.map { "=" + QuotedPrintable.hex($0) }.joined()
  }
}

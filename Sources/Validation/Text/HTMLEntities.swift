import Bytes

/// Characters as web pages write them: `AT&amp;T`, `J&ouml;rg`, `O&#39;Brien`.
package enum HTMLEntities {
  /// Whether a text may hold one; a look at its first ampersands. One with more may.
  package static func mayBeIn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = text
    for _ in 0..<ampersands {
      guard let index = ASCII.position(of: UInt8(ascii: "&"), in: rest) else { return false }
      rest = UnsafeBufferPointer(rebasing: rest[(index + 1)...])
      guard let first = rest.first else { return false }
      if first == UInt8(ascii: "#") || (first | 0x20) &- 97 < 26,
        rest.prefix(longest + 1).contains(UInt8(ascii: ";"))
      {
        return true
      }
    }
    return true
  }

  /// How many are looked at: links have many, nothing has as many as a cell made of them.
  private static let ampersands = 256

  /// The text with its entities as characters; nil for one without any, and for one too long to be
  /// a name or an address.
  ///
  /// - Source: HTML Living Standard, section 13.5, those of Latin-1 and of punctuation.
  package static func decoded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard text.count <= 1_000, mayBeIn(text) else { return nil }
    var output: [UInt8] = []
    var index = 0
    var isChanged = false
    while index < text.count {
      if text[index] == UInt8(ascii: "&"), let (character, end) = entity(in: text, at: index) {
        output.append(contentsOf: String(character).utf8)
        index = end
        isChanged = true
      } else {
        output.append(text[index])
        index += 1
      }
    }
    return isChanged ? output : nil
  }

  /// Letters of the longest name, `thetasym`.
  private static let longest = 8

  private static func entity(
    in text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (Character, end: Int)? {
    let rest = text[(start + 1)...].prefix(longest + 1)
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: text[(start + 1)..<end], as: UTF8.self)
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return scalar(UInt32(name.dropFirst(2), radix: 16)).map { ($0, end + 1) }
    }
    if name.hasPrefix("#") { return scalar(UInt32(name.dropFirst())).map { ($0, end + 1) } }
    return names[name].map { ($0, end + 1) }
  }

  /// A character that can be printed.
  private static func scalar(_ value: UInt32?) -> Character? {
    guard let value, value >= 32, value != 127, let scalar = Unicode.Scalar(value) else {
      return nil
    }
    return Character(scalar)
  }

  private static let names: [String: Character] = {
    var names: [String: Character] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "euro": "€",
      "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“",
      "rdquo": "”", "bdquo": "„", "hellip": "…", "bull": "•", "trade": "™", "OElig": "Œ",
      "oelig": "œ", "Scaron": "Š", "scaron": "š", "Yuml": "Ÿ",
    ]
    // U+00A1 to U+00FF in their order.
    let latin = """
      iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2
      sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute
      Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH
      Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN
      szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute
      icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml
      yacute thorn yuml
      """
    let words = latin.split(whereSeparator: { $0 == " " || $0 == "\n" })
    for (offset, word) in words.enumerated() {
      if let scalar = Unicode.Scalar(0xA1 + UInt32(offset)) {
        names[String(word)] = Character(scalar)
      }
    }
    return names
  }()
}

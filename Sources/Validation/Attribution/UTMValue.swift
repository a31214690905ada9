import Bytes

/// What a UTM value is beyond its spelling.
package enum UTMValue {
  /// Appends a value in the form that is compared: trimmed, single spaces, in lower case, unless it
  /// is an identifier and so keeps its case.
  ///
  /// - Returns: whether the value came in another form.
  package static func normalise(
    _ value: UnsafeBufferPointer<UInt8>, keepsCase: Bool = false, to output: inout [UInt8]
  ) -> Bool {
    let start = output.count
    TextReader.append(value, to: &output)
    if keepsCase { return !output[start...].elementsEqual(value) }
    var hasHighByte = false
    for index in start..<output.count {
      let byte = output[index]
      hasHighByte = hasHighByte || byte >= 0x80
      output[index] = ASCII.lowercased(byte)
    }
    if hasHighByte, output.count - start <= longestFolded {
      let lower = String(decoding: output[start...], as: UTF8.self).lowercased()
      output.replaceSubrange(start..., with: lower.utf8)
    }
    return !output[start...].elementsEqual(value)
  }

  /// Bytes of a value beyond which letters outside of ASCII keep their case: no tool takes such.
  private static let longestFolded = 4096

  /// Whether a trimmed value with single spaces is in the form that is compared, and cannot be any
  /// of what the checks below look for: most are, and one look tells.
  package static func isPlain(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in value {
      let isPlain =
        byte &- 97 < 26 || byte &- 48 < 10 || byte == UInt8(ascii: "-") || byte == 32
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") && previous != byte
      guard isPlain else { return false }
      previous = byte
    }
    return !isEmptyWord(value)
  }

  /// Whether a value is what a template should have filled in: `{{campaign.name}}`, `{campaign}`,
  /// `%7Bcampaign%7D`, `[CAMPAIGN]`, `__CAMPAIGN_NAME__`, `%%campaign%%`, `*|CAMPAIGN|*`, `<name>`,
  /// `${name}`, `%ecid!`, or what a program writes for nothing, such as `undefined`.
  package static func isPlaceholder(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard value.count > 2, let first = value.first, let last = value.last else { return false }
    var index = 0
    while index < value.count {
      switch value[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "*"),
        UInt8(ascii: "_"):
        if isTemplate(value, at: index) { return true }
      default: break
      }
      index += 1
    }
    switch (first, last) {
    case (UInt8(ascii: "<"), UInt8(ascii: ">")), (UInt8(ascii: "%"), UInt8(ascii: "%")):
      return value.contains(where: ASCII.isLetter)
    default:
      return isEmptyWord(value) || MacroName.isMarked(value)
    }
  }

  /// Whether the signs of a template begin at an index, with something between them.
  private static func isTemplate(_ value: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let next = index + 1 < value.count ? value[index + 1] : 0
    switch value[index] {
    case UInt8(ascii: "{"):
      return closes(value, from: index + 1, with: UInt8(ascii: "}"))
    case UInt8(ascii: "$"):
      return next == UInt8(ascii: "[") && closes(value, from: index + 2, with: UInt8(ascii: "]"))
        || next == UInt8(ascii: "(") && closes(value, from: index + 2, with: UInt8(ascii: ")"))
    case UInt8(ascii: "%"):
      return isEscapedBrace(value, at: index) && hasLetter(value, from: index + 3)
        || next == UInt8(ascii: "%") && closes(value, from: index + 2, with: UInt8(ascii: "%"))
        || isServerMacro(value, at: index)
    case UInt8(ascii: "*"):
      return next == UInt8(ascii: "|")
    default:
      return isMacro(value, at: index)
    }
  }

  /// `%ecid!`, as Campaign Manager 360 writes what it fills in: it looks like an escape, and is one of
  /// no text, for a byte from E0 to EF never stands before a letter.
  ///
  /// - Source: Campaign Manager 360 Help: macros.
  package static func isServerMacro(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    value.indices.contains { isServerMacro(value, at: $0) }
  }

  private static func isServerMacro(
    _ value: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Bool {
    index + 5 < value.count && value[index] == UInt8(ascii: "%")
      && value[index + 1] | 0x20 == UInt8(ascii: "e") && value[index + 5] == UInt8(ascii: "!")
      && value[(index + 2)..<(index + 5)].allSatisfy(ASCII.isLetter)
  }

  private static let emptyWords = WordSet([
    "undefined", "null", "nan", "[object object]", "utm_source", "utm_medium", "utm_campaign",
    "utm_term", "utm_content", "utm_id",
  ])

  private static func isEmptyWord(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    emptyWords.contains(value) || MacroName.isBare(value)
  }

  /// Whether the id of a click is none: a template, a word for nothing, or the parameter's own name.
  package static func isUnfilledClick(
    _ value: UnsafeBufferPointer<UInt8>, named name: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let isID = value.allSatisfy { isWord($0) || $0 == UInt8(ascii: "-") }
    if !isID { return isPlaceholder(value) }
    // Ids are random letters, in which a template's underscores may come up anywhere.
    return emptyWords.contains(value) || absent.contains(value) || MacroName.isMarked(value)
      || value.lazy.map(ASCII.lowercased).elementsEqual(name.lazy.map(ASCII.lowercased))
  }

  /// What stands for nothing in the place of an id.
  private static let absent = WordSet(["none", "nil", "na", "-", "--", "false", "unknown", "empty"])

  /// Whether letters and nothing but the name of a value stand up to a closing byte.
  private static func closes(
    _ value: UnsafeBufferPointer<UInt8>, from start: Int, with end: UInt8
  ) -> Bool {
    var letters = 0
    for index in start..<min(value.count, start + 128) {
      if value[index] == end { return letters > 0 }
      if ASCII.isLetter(value[index]) { letters += 1 }
    }
    return false
  }

  /// `%7B`.
  private static func isEscapedBrace(
    _ value: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Bool {
    index + 2 < value.count && value[index + 1] == UInt8(ascii: "7")
      && ASCII.lowercased(value[index + 2]) == UInt8(ascii: "b")
  }

  private static func hasLetter(_ value: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    start < value.count && value[start...].prefix(128).contains(where: ASCII.isLetter)
  }

  /// `__NAME__` at the ends of a word; double underscores between words of a name are none.
  private static func isMacro(_ value: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start + 5 <= value.count, value[start + 1] == UInt8(ascii: "_"),
      start == 0 || !isWord(value[start - 1]), ASCII.isLetter(value[start + 2])
    else { return false }
    var end = start + 2
    while end < value.count, end < start + 128, isWord(value[end]) { end += 1 }
    return value[end - 1] == UInt8(ascii: "_") && value[end - 2] == UInt8(ascii: "_")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "_")
  }

  /// Whether an e-mail address or a telephone number stands in a value, encoded or not.
  package static func isPersonal(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    for (index, byte) in value.enumerated() {
      if byte == UInt8(ascii: "@") {
        if isAddress(value, before: index, after: index + 1) { return true }
      } else if byte == UInt8(ascii: "%") {
        if index + 2 < value.count, value[index + 1] == UInt8(ascii: "4"),
          value[index + 2] == UInt8(ascii: "0"),
          isAddress(value, before: index, after: index + 3)
        {
          return true
        }
      } else if byte == UInt8(ascii: "+"), isNumber(value, from: index + 1) {
        return true
      }
    }
    return false
  }

  /// A byte of a name before the sign, and a domain with a dot behind it.
  private static func isAddress(
    _ value: UnsafeBufferPointer<UInt8>, before end: Int, after start: Int
  ) -> Bool {
    guard end > 0, isWord(value[end - 1]), start < value.count, isWord(value[start]) else {
      return false
    }
    var index = start
    while index < value.count, index < start + 256 {
      let byte = value[index]
      if byte == UInt8(ascii: ".") {
        return index + 2 < value.count && ASCII.isLetter(value[index + 1])
          && ASCII.isLetter(value[index + 2])
      }
      guard isWord(byte) || byte == UInt8(ascii: "-") || byte >= 0x80 else { return false }
      index += 1
    }
    return false
  }

  /// Nine digits at least, divided by spaces, dots, hyphens or parentheses.
  private static func isNumber(_ value: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var digits = 0
    for index in start..<min(value.count, start + 32) {
      let byte = value[index]
      if ASCII.isDigit(byte) {
        digits += 1
      } else if digits == 0 || ![32, 40, 41, 45, 46].contains(byte) {
        break
      }
    }
    return digits >= 9
  }
}

import Bytes

/// The address that somebody meant who wrote one that is none.
///
/// Only what can hardly be read otherwise is repaired, and only what then is an address is given.
package enum EmailSuggestion {
  /// - Parameters:
  ///   - cell: what was written.
  ///   - policy: misspelt domains, whose right forms are known providers.
  ///   - reader: reads the repaired address.
  /// - Returns: the address in its normalised form; nil when there is no safe guess.
  package static func of(
    _ cell: UnsafeBufferPointer<UInt8>, policy: ValidationPolicy, reader: inout EmailReader
  ) -> String? {
    guard cell.count <= 512 else { return nil }
    guard let plain = InvisibleEnds.plain(cell) else {
      return seen(cell, policy: policy, reader: &reader)
    }
    return plain.withUnsafeBufferPointer { plain in
      settled(plain, policy: policy, reader: &reader)
        ?? seen(plain, policy: policy, reader: &reader)
    }
  }

  /// The same of a cell whose signs can all be seen.
  private static func seen(
    _ cell: UnsafeBufferPointer<UInt8>, policy: ValidationPolicy, reader: inout EmailReader
  ) -> String? {
    if let bare = EmailComments.removed(from: ASCII.trimmed(cell)),
      let address = bare.withUnsafeBufferPointer({ settled($0, policy: policy, reader: &reader) })
    {
      return address
    }
    if let address = standing(in: cell, policy: policy, reader: &reader) { return address }
    let typos = policy.domainTypos
    var text = String(decoding: cell, as: UTF8.self)
    if !hasPlainSigns(cell) { text = withoutStrayMarks(withSigns(text)) }
    if !text.contains("@") { text = withMissingAt(text, typos.values) }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    var repaired = "\(joinedDots(parts[0]))@\(domain(parts[1], typos))"
    guard !repaired.contains(where: \.isWhitespace) else { return nil }
    return repaired.withUTF8 { settled($0, policy: policy, reader: &reader) }
  }

  /// The one address among other words.
  private static func standing(
    in cell: UnsafeBufferPointer<UInt8>, policy: ValidationPolicy, reader: inout EmailReader
  ) -> String? {
    guard let range = EmailAmongText.range(in: cell) else { return nil }
    let address = UnsafeBufferPointer(rebasing: cell[range])
    return settled(address, policy: policy, reader: &reader)
  }

  /// A repaired address in its normalised form, when nothing is left to say against it.
  private static func settled(
    _ text: UnsafeBufferPointer<UInt8>, policy: ValidationPolicy, reader: inout EmailReader
  ) -> String? {
    var output: [UInt8] = []
    guard let address = try? reader.read(text, into: &output), !address.notes.contains(.specialUse)
    else { return nil }
    let local = String(decoding: output[..<address.domainStart], as: UTF8.self)
    let domain = Array(output[address.domainStart...])
    let judgement = domain.withUnsafeBufferPointer {
      MailDomainJudgement($0, typos: policy.domainTypos, policy: policy.email)
    }
    return local + (judgement.meant ?? String(decoding: domain, as: UTF8.self))
  }

  /// Whether the signs of an address are as they should be: most have another fault.
  private static func hasPlainSigns(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = cell.first, let last = cell.last,
      !ends.utf8.contains(first), !ends.utf8.contains(last), cell.contains(UInt8(ascii: "@"))
    else { return false }
    var previous: UInt8 = 0
    for byte in cell {
      // White space, other scripts, what stands in brackets or is encoded, and a sign twice.
      if byte <= 32 || byte >= 0x80 || "([{<%&".utf8.contains(byte)
        || byte == UInt8(ascii: "@") && previous == byte
      {
        return false
      }
      previous = byte
    }
    return true
  }

  /// What people write in brackets for a sign.
  private static let signs: [String: String] = {
    let at = ["at", "ät", "a", "arroba", "arobase", "chiocciola"]
    let dot = ["dot", "punkt", "point", "punto", "ponto", "punt"]
    return Dictionary(uniqueKeysWithValues: at.map { ($0, "@") } + dot.map { ($0, ".") })
  }()

  /// Bytes of the longest of them, with the bracket behind it; no cell is looked through for each of
  /// its brackets.
  private static let longestSign = 10

  /// The sign as other keyboards, links and web pages write it.
  private static let encodedAts = ["＠", "%40", "&#64;", "&commat;"]

  /// `(at)`, `[at]`, ` at ` and their like as `@`, `(dot)` and its like as a point.
  private static func withSigns(_ text: String) -> String {
    let isWritten = text.utf8.contains { $0 >= 0x80 || "([{<%&".utf8.contains($0) }
    let result = isWritten ? withWrittenSigns(text) : text
    guard !result.contains("@") else { return result }
    let words = result.split(whereSeparator: \.isWhitespace)
    guard words.count > 2,
      let at = words.dropFirst().dropLast().firstIndex(where: { $0.lowercased() == "at" })
    else { return result }
    return withDots(words[..<at]) + "@" + withDots(words[(at + 1)...])
  }

  /// With signs for what stands in brackets or is encoded.
  private static func withWrittenSigns(_ text: String) -> String {
    var result = ""
    var rest = encodedAts.reduce(text) { $0.replacing($1, with: "@") }[...]
    while let open = rest.utf8.firstIndex(where: { "([{<".utf8.contains($0) }) {
      let inside = rest[rest.index(after: open)...]
      guard
        let close = inside.utf8.prefix(longestSign).firstIndex(where: {
          ")]}>".utf8.contains($0)
        }),
        let sign = signs[inside[..<close].lowercased()]
      else {
        result += rest[...open]
        rest = inside
        continue
      }
      result += rest[..<open]
      result += sign
      rest = inside[inside.index(after: close)...]
    }
    result += rest
    return result
  }

  /// Words with a point where the word for one stands between them.
  private static func withDots(_ words: ArraySlice<Substring>) -> String {
    words.reduce(into: "") { text, word in
      if signs[word.lowercased()] == ".", !text.isEmpty {
        text.append(".")
      } else {
        if !text.isEmpty, text.last != "." { text.append(" ") }
        text.append(contentsOf: word)
      }
    }
  }

  /// What a sentence leaves at the ends of an address.
  private static let ends = " \t\n\r.,;:<>()[]'\"`´’“”„"

  /// Without spaces beside signs, repeated signs, and what a sentence leaves at the ends.
  private static func withoutStrayMarks(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\r") }
    if isPlain { return withoutStrayMarks(text.utf8) }
    var kept = ""
    for character in text {
      if character == "@" || character == "." {
        while kept.last?.isWhitespace == true { kept.removeLast() }
        if character == "@", kept.last == "@" { continue }
      } else if character.isWhitespace, kept.last == "@" || kept.last == "." {
        continue
      }
      kept.append(character)
    }
    return String(kept.drop { ends.contains($0) }.reversed().drop { ends.contains($0) }.reversed())
  }

  /// The same of ASCII, where each byte is a character: without a carriage return.
  private static func withoutStrayMarks(_ text: String.UTF8View) -> String {
    let (at, dot) = (UInt8(ascii: "@"), UInt8(ascii: "."))
    func isSpace(_ byte: UInt8?) -> Bool { byte.map { $0 == 32 || 9...13 ~= $0 } ?? false }
    var kept: [UInt8] = []
    for byte in text {
      if byte == at || byte == dot {
        while isSpace(kept.last) { kept.removeLast() }
        if byte == at, kept.last == at { continue }
      } else if isSpace(byte), kept.last == at || kept.last == dot {
        continue
      }
      kept.append(byte)
    }
    let start = kept.firstIndex { !ends.utf8.contains($0) } ?? kept.count
    let end = kept.lastIndex { !ends.utf8.contains($0) } ?? start - 1
    return String(decoding: kept[start..<(end + 1)], as: UTF8.self)
  }

  /// A sign that was missed on the keyboard, or the name of a large provider at the end.
  private static func withMissingAt(_ text: String, _ providers: [String]) -> String {
    let lower = text.lowercased()
    for provider in providers where lower.hasSuffix(provider) {
      let name = text.dropLast(provider.count)
      let local = name.last.map { ".#\"&-".contains($0) } == true ? name.dropLast() : name
      if !local.isEmpty { return "\(local)@\(provider)" }
    }
    return text.count { $0 == "\"" } == 1 ? text.replacing("\"", with: "@") : text
  }

  /// A domain with points where commas stand, and its provider's ending where that alone is missing.
  private static func domain(_ text: Substring, _ typos: WordMap) -> String {
    let bare = text.prefix { $0 != "?" }
    var domain = joinedDots(Substring(String(bare.map { ",;".contains($0) ? "." : $0 })))
    // "acme com", "acme/com"
    let parts = domain.split { $0.isWhitespace || $0 == "/" }
    if parts.count == 2, let ending = parts.last, !ending.contains("."), isTopLevel(ending) {
      domain = parts.joined(separator: ".")
    }
    if let right = domain.withUTF8({ typos.target(of: $0) }) { return right }
    let plain = domain.lowercased()
    let dot = UInt8(ascii: ".")
    let meant = Set(
      typos.values.filter { provider in
        let letters = provider.utf8
        return letters.lazy.filter { $0 != dot }.elementsEqual(plain.utf8)
          || letters.prefix { $0 != dot }.elementsEqual(plain.utf8) && plain.count >= 5
      })
    if meant.count == 1, let only = meant.first { return only }
    return domain
  }

  private static func isTopLevel(_ label: Substring) -> Bool {
    let domain = Array("x.\(label.lowercased())".utf8)
    return domain.withUnsafeBufferPointer {
      !MailDomainTraits.of($0).contains(.unknownTopLevel)
    }
  }

  private static func joinedDots(_ text: Substring) -> String {
    text.split(separator: ".").joined(separator: ".")
  }
}

import Bytes
import LeadModel

/// The language that a cell states, as a tag: `de` of `Deutsch`, `ger` and `DE`, `pt-BR` of `pt_BR`
/// and `Português (Brasil)`.
///
/// - Source: BCP 47 (RFC 5646): the shortest code of ISO 639, then script, region and variants.
package enum LanguageReader {
  package typealias Text = UnsafeBufferPointer<UInt8>

  /// Bytes of a text beyond which it names no language.
  private static let longest = 64
  /// The same of what a browser sends.
  private static let longestHeader = 512

  /// Whether a cell is a code of two small letters, as most are.
  package static func isPlainCode(_ cell: Text) -> Bool {
    guard cell.count == 2, cell[0] &- 97 < 26, cell[1] &- 97 < 26 else { return false }
    return plain[Int(cell[0] - 97) * 26 + Int(cell[1] - 97)]
  }

  /// The tag; nil for a text that names no language, or several.
  package static func tag(of cell: Text) -> String? {
    let cell = ASCII.trimmed(cell)
    guard !cell.isEmpty, cell.count <= longestHeader else { return nil }
    if cell.contains(UInt8(ascii: ",")) || cell.contains(UInt8(ascii: ";")),
      let first = preferred(in: String(decoding: cell, as: UTF8.self))
    {
      return first
    }
    guard cell.count <= longest else { return nil }
    let text = String(decoding: cell, as: UTF8.self)
    return tag(ofCode: text) ?? names[TextFold.words(of: text)] ?? tag(ofPair: text)
  }

  /// The tag that somebody probably meant: of a slip of the hand, of the first of several languages,
  /// of a country's code that is no language's.
  package static func suggestion(for text: String) -> String? {
    guard text.utf8.count <= longest else { return nil }
    var first = String(text.prefix { !",;/|+&".contains($0) })
    if first.utf8.count < text.utf8.count { return first.withUTF8 { tag(of: $0) } }
    return near.value(near: text) ?? countries[text.lowercased()]
  }

  /// The language that a browser asks for before others: `de-DE` of `de-DE,de;q=0.9,en;q=0.8`. nil
  /// for what is no such list; languages without weights and of several names are just several.
  ///
  /// - Source: RFC 9110 section 12.5.4 (`Accept-Language`).
  private static func preferred(in text: String) -> String? {
    var best: (tag: String, thousandths: Int)?
    var languages: Set<Substring> = []
    var isWeighted = false
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: ";", omittingEmptySubsequences: false)
        .map { trimmed($0) }
      guard pieces.count <= 2 else { return nil }
      var thousandths = 1000
      if pieces.count == 2 {
        guard let weight = thousandthsOf(weight: pieces[1]) else { return nil }
        thousandths = weight
        isWeighted = true
      }
      if pieces[0] == "*" { continue }
      guard let tag = tag(ofCode: pieces[0]) else { return nil }
      languages.insert(tag.prefix { $0 != "-" })
      if thousandths > best?.thousandths ?? 0 { best = (tag, thousandths) }
    }
    return isWeighted || languages.count == 1 ? best?.tag : nil
  }

  /// `q=0.8` as 800.
  private static func thousandthsOf(weight text: String) -> Int? {
    let parts = text.lowercased().split(separator: "=").map { trimmed($0) }
    guard parts.count == 2, parts[0] == "q", parts[1].utf8.count <= 5,
      let value = Double(parts[1]), (0...1).contains(value)
    else { return nil }
    return Int((value * 1000).rounded())
  }

  // MARK: Codes

  private static func tag(ofCode text: String) -> String? {
    // The character set of "de_DE.UTF-8" says nothing of the language.
    let parts = text.prefix { $0 != "." && $0 != "@" }
      .split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }.map { $0.lowercased() }
    guard let language = codes[parts[0]], parts.allSatisfy(isSubtag) else { return nil }
    var tag = language
    var rest = parts.dropFirst()
    if let script = rest.first, script.count == 4, script.allSatisfy(\.isLetter) {
      tag += "-" + script.prefix(1).uppercased() + script.dropFirst()
      rest = rest.dropFirst()
    }
    if let region = rest.first, region.count == 2 {
      guard let country = CountryTable.find(region) else { return nil }
      tag += "-\(country)"
      rest = rest.dropFirst()
    } else if let region = rest.first, region.count == 3, region.allSatisfy(\.isNumber) {
      tag += "-" + region
      rest = rest.dropFirst()
    }
    // Variants, and what follows a single letter.
    guard let next = rest.first else { return tag }
    guard next.count >= 5 || next.count == 1 || next.count == 4 && next.first?.isNumber == true
    else { return nil }
    return tag + "-" + rest.joined(separator: "-")
  }

  private static func isSubtag(_ part: String) -> Bool {
    (1...8).contains(part.utf8.count)
      && part.utf8.allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) }
  }

  /// `English (US)`, `Deutsch - Österreich`.
  private static func tag(ofPair text: String) -> String? {
    let parts = text.split { "()[]-,/".contains($0) }
      .map { $0.trimmingPrefix(" ") }.filter { !$0.isEmpty }
    guard parts.count == 2, let language = names[TextFold.words(of: String(parts[0]))],
      !language.contains("-"), let country = CountryTable.find(trimmed(parts[1]))
    else { return nil }
    return "\(language)-\(country)"
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = String(text)
    return text.withUTF8 { String(decoding: ASCII.trimmed($0), as: UTF8.self) }
  }

  // MARK: Tables

  private static let lines = LanguageTable.named.split(separator: "\n").map { line in
    let space = line.firstIndex(of: " ") ?? line.endIndex
    return (
      codes: line[..<space].split(separator: ",").map(String.init),
      names: line[space...].dropFirst().split(separator: "|").map(String.init)
    )
  }

  /// The shortest code of each.
  private static let codes: [String: String] = {
    var codes: [String: String] = [:]
    for line in lines where !line.codes[0].contains("-") {
      for code in line.codes { codes[code] = line.codes[0] }
    }
    for code in LanguageTable.unnamed.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      codes[String(code)] = String(code)
    }
    for (former, code) in former { codes[former] = code }
    return codes
  }()

  /// Codes that are no longer used, and of the variety that stands for a language as a whole.
  ///
  /// - Source: IANA Language Subtag Registry (Preferred-Value); CLDR, language aliases.
  private static let former = [
    "in": "id", "iw": "he", "ji": "yi", "jw": "jv", "mo": "ro", "mol": "ro", "scc": "sr",
    "scr": "hr", "arb": "ar", "azj": "az", "cmn": "zh", "ekk": "et", "gug": "gn", "khk": "mn",
    "kmr": "ku", "lvs": "lv", "npi": "ne", "ory": "or", "pbu": "ps", "pes": "fa", "plt": "mg",
    "quz": "qu", "swh": "sw", "uzn": "uz", "ydd": "yi", "zsm": "ms",
  ]

  private static let plain: [Bool] = {
    var plain = [Bool](repeating: false, count: 26 * 26)
    for (code, tag) in codes where code.utf8.count == 2 && code == tag {
      let letters = Array(code.utf8)
      plain[Int(letters[0] - 97) * 26 + Int(letters[1] - 97)] = true
    }
    return plain
  }()

  /// By folded name.
  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for line in lines {
      for name in line.names { names[TextFold.words(of: name)] = line.codes[0] }
    }
    names[""] = nil
    return names
  }()

  private static let near = NearWords(
    lines.filter { !$0.codes[0].contains("-") }.flatMap { line in
      line.names.map { (word: $0, value: line.codes[0]) }
    })

  /// Countries' codes that people write for a language and that are none.
  private static let countries = [
    "jp": "ja", "cn": "zh", "dk": "da", "cz": "cs", "gb": "en", "us": "en", "ua": "uk", "at": "de",
    "tw": "zh-Hant", "mx": "es", "jpn": "ja", "usa": "en",
  ]
}

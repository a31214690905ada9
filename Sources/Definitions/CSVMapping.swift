import Glibc

/// How a supplier's CSV files are written, as far as the mapping says; nil: detected from the file.
package struct CSVMapping: Sendable, Equatable {
  /// One character or several.
  package let delimiter: String?
  /// One ASCII character; empty: cells are never quoted.
  package let quote: String?
  package let quoting: Quoting?
  package let lineEnding: LineEnd?
  /// An encoding's name as iconv knows it.
  package let encoding: String?
  package let preambleRows: Int?
  package let headerRows: Int?
  package let footerRows: Int?
  /// Which of several tables below each other, from 1.
  package let table: Int?
  /// Whether rows with missing or stray delimiters are mended where that is clear.
  package let repairs: Bool

  package enum Quoting: String, CaseIterable, Sendable {
    case doubled, backslash, none
  }

  package enum LineEnd: String, CaseIterable, Sendable {
    case lf, crlf, cr, mixed, rs
  }

  /// Delimiters that go by a name.
  package static let delimiterNames = [
    "comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|", "colon": ":", "space": " ",
  ]

  /// Reads the block `csv` of a mapping; the mapping may also give delimiter and encoding itself.
  ///
  /// - Throws: `DefinitionError` with the position of an unknown key or a value that makes no sense.
  init(_ node: DefinitionNode?, in mapping: DefinitionNode) throws(DefinitionError) {
    try node?.allow(keys: [
      "delimiter", "quote", "quoting", "line_ending", "encoding", "preamble_rows", "header_rows",
      "footer_rows", "table", "repair",
    ])
    for key in ["delimiter", "encoding"] {
      if node?[key] != nil, let outer = mapping[key] {
        throw outer.failure("'\(key)' is given twice, here and in 'csv'; keep the one in 'csv'")
      }
    }
    delimiter = try Self.delimiter(node?["delimiter"] ?? mapping["delimiter"])
    quote = try Self.quote(node?["quote"])
    quoting = try node?["quoting"]?.choice(Quoting.self)
    lineEnding = try node?["line_ending"]?.choice(LineEnd.self)
    encoding = try Self.encoding(node?["encoding"] ?? mapping["encoding"])
    preambleRows = try node?["preamble_rows"]?.int(in: 0...1_000)
    headerRows = try node?["header_rows"]?.int(in: 0...20)
    footerRows = try node?["footer_rows"]?.int(in: 0...1_000)
    table = try node?["table"]?.int(in: 1...1_000)
    repairs = try node?.bool("repair", default: true) ?? true
  }

  /// Whether nothing is said, so that everything is detected.
  package var isEmpty: Bool {
    delimiter == nil && quote == nil && quoting == nil && lineEnding == nil && encoding == nil
      && preambleRows == nil && headerRows == nil && footerRows == nil && table == nil && repairs
  }

  private static func delimiter(_ node: DefinitionNode?) throws(DefinitionError) -> String? {
    guard let node else { return nil }
    let text = try node.string()
    let delimiter = delimiterNames[text] ?? text
    guard isDelimiter(delimiter) else {
      throw node.failure(
        "'\(text)' cannot separate cells; expected \(delimiterNames.keys.sorted().joined(separator: ", ")) "
          + "or one to eight characters that are no letter, digit, quote or line end")
    }
    return delimiter
  }

  private static func quote(_ node: DefinitionNode?) throws(DefinitionError) -> String? {
    guard let node else { return nil }
    let text = try node.string()
    if text == "none" { return "" }
    guard isQuote(text) else {
      throw node.failure(
        "'\(text)' cannot quote cells; expected one ASCII character that is no letter or digit, or "
          + "none")
    }
    return text
  }

  private static func encoding(_ node: DefinitionNode?) throws(DefinitionError) -> String? {
    guard let node else { return nil }
    let name = try node.string()
    guard isEncoding(name) else {
      throw node.failure(
        "'\(name)' is no encoding that iconv knows; expected a name such as UTF-8, WINDOWS-1252 or "
          + "SHIFT_JIS ('iconv -l' lists them)")
    }
    return name
  }

  /// Whether text in an encoding of that name can be read.
  package static func isEncoding(_ name: String) -> Bool {
    let converter = iconv_open("UTF-8", name)
    guard Int(bitPattern: converter) != -1, let converter else { return false }
    iconv_close(converter)
    return true
  }

  package static func isDelimiter(_ text: String) -> Bool {
    let isLiteralTab = text == "\\t"
    return (1...8).contains(text.utf8.count)
      && text.unicodeScalars.allSatisfy {
        $0 != "\n" && $0 != "\r" && $0 != "\"" && $0 != "\0"
          && (isLiteralTab || !$0.properties.isAlphabetic && !("0"..."9").contains($0))
      }
  }

  package static func isQuote(_ text: String) -> Bool {
    guard text.utf8.count == 1, let byte = text.utf8.first else { return false }
    return byte > 32 && byte < 127 && !(48...57).contains(byte) && (byte | 0x20) &- 97 >= 26
  }
}

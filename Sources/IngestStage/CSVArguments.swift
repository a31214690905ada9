package import CommandLineKit
import Definitions
package import Tabular

/// The options that say how a CSV file is written, for every command that reads one.
package enum CSVArguments {
  package static let options = [
    OptionDeclaration(
      "encoding", value: "NAME",
      summary: "encoding of a CSV file, as iconv knows it; default: detected"),
    OptionDeclaration(
      "delimiter", value: "TEXT",
      summary: "what separates the cells of a CSV file: comma, semicolon, tab, pipe, colon, space, "
        + "or the text itself; default: detected"),
    OptionDeclaration(
      "quote", value: "CHAR", summary: "what cells are quoted with, or none; default: detected"),
    OptionDeclaration(
      "quoting", value: "STYLE",
      summary: "how quotes are written in quoted cells; default: detected",
      choices: QuoteEscape.allCases.map(\.rawValue)),
    OptionDeclaration(
      "line-ending", value: "KIND", summary: "what ends the rows; default: detected",
      choices: LineEnding.allCases.map(\.rawValue)),
    OptionDeclaration(
      "preamble-rows", value: "N", summary: "rows above the header; default: detected"),
    OptionDeclaration(
      "header-rows", value: "N",
      summary: "rows of the header, 0 for none; columns are then called 'column 1' and so on"),
    OptionDeclaration(
      "footer-rows", value: "N", summary: "rows at the end that are no data; default: detected"),
    OptionDeclaration(
      "table", value: "N", summary: "which of several tables below each other, from 1"),
    OptionDeclaration(
      "no-repair", summary: "leave rows with missing or stray delimiters as they are"),
  ]

  /// Whether the command line says anything about how a file is written.
  package static func areGiven(_ arguments: ParsedArguments) -> Bool {
    options.contains { arguments.isGiven($0.name) }
  }

  /// The options that were given, as words of a command line.
  package static func words(_ arguments: ParsedArguments) -> [String] {
    options.filter { arguments.isGiven($0.name) }.map { option in
      option.value == nil
        ? "--\(option.name)" : "--\(option.name)=\(arguments.value(option.name) ?? "")"
    }
  }

  /// What the command line says, over what a mapping says.
  ///
  /// - Throws: `UsageError` for a value that makes no sense.
  package static func apply(
    _ arguments: ParsedArguments, to options: inout TabularOptions, command: String
  ) throws {
    if let name = arguments.value("encoding") {
      guard CSVMapping.isEncoding(name) else {
        throw UsageError(
          "option '--encoding': '\(name)' is no encoding that iconv knows; 'iconv -l' lists them",
          command: command)
      }
      options.encoding = name
    }
    if let text = arguments.value("delimiter") {
      options.csv.delimiter = try delimiter(text, command)
    }
    if let text = arguments.value("quote") { options.csv.quote = try quote(text, command) }
    if let text = arguments.value("quoting") { options.csv.quoting = QuoteEscape(rawValue: text) }
    if let text = arguments.value("line-ending") {
      options.csv.lineEnding = LineEnding(rawValue: text)
    }
    if let count = try number("preamble-rows", arguments, command) {
      options.csv.preambleRows = count
    }
    if let count = try number("header-rows", arguments, command) {
      options.csv.headerRows = count
      options.xlsx.headerRows = count
    }
    if let count = try number("footer-rows", arguments, command) { options.csv.footerRows = count }
    if let count = try number("table", arguments, command) {
      guard count > 0 else {
        throw UsageError("option '--table': tables count from 1", command: command)
      }
      options.csv.table = count
    }
    if arguments.flag("no-repair") { options.csv.repairs = false }
  }

  private static func delimiter(_ text: String, _ command: String) throws -> String {
    let delimiter = CSVMapping.delimiterNames[text] ?? text
    guard CSVMapping.isDelimiter(delimiter) else {
      throw UsageError(
        "option '--delimiter': '\(text)' cannot separate cells; expected one to eight characters "
          + "that are no letter, digit, quote or line end", command: command)
    }
    return delimiter
  }

  private static func quote(_ text: String, _ command: String) throws -> String {
    if text == "none" { return "" }
    guard CSVMapping.isQuote(text) else {
      throw UsageError(
        "option '--quote': '\(text)' cannot quote cells; expected one ASCII character that is no "
          + "letter or digit, or none", command: command)
    }
    return text
  }

  private static func number(
    _ name: String, _ arguments: ParsedArguments, _ command: String
  ) throws -> Int? {
    guard let text = arguments.value(name) else { return nil }
    guard let number = Int(text), number >= 0, number <= 1_000 else {
      throw UsageError(
        "option '--\(name)': '\(text)' is no number from 0 to 1000", command: command)
    }
    return number
  }
}

extension CSVOptions {
  /// What a mapping says.
  init(_ mapping: CSVMapping) {
    self.init()
    delimiter = mapping.delimiter
    quote = mapping.quote
    quoting = mapping.quoting.flatMap { QuoteEscape(rawValue: $0.rawValue) }
    lineEnding = mapping.lineEnding.flatMap { LineEnding(rawValue: $0.rawValue) }
    preambleRows = mapping.preambleRows
    headerRows = mapping.headerRows
    footerRows = mapping.footerRows
    table = mapping.table
    repairs = mapping.repairs
  }
}

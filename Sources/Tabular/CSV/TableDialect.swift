/// How a CSV file is written, as detected from its bytes or as given: each part with how sure the
/// detection is and what it rests on.
package struct TableDialect: Sendable, Equatable {
  /// As iconv knows it.
  package internal(set) var encoding: Detected<String>
  package internal(set) var compression: Detected<TableCompression>
  /// One character or several, such as `, ` or `||`.
  package internal(set) var delimiter: Detected<String>
  /// One ASCII character; empty: cells are never quoted.
  package internal(set) var quote: Detected<String>
  package internal(set) var quoting: Detected<QuoteEscape>
  package internal(set) var lineEnding: Detected<LineEnding>
  /// Rows above the header that belong to no table, blank ones included.
  package internal(set) var preambleRows: Detected<Int>
  /// 0: the first row is data already.
  package internal(set) var headerRows: Detected<Int>
  /// Columns of the table; 0 when there is none.
  package internal(set) var columnCount: Detected<Int>

  /// Whether somebody said that there is no header.
  package internal(set) var isHeaderlessByOrder = false

  /// One part, for showing.
  package struct Line: Sendable, Equatable {
    package let name: String
    package let value: String
    package let confidence: Double
    package let evidence: String
  }

  /// All parts in words, in a fixed order.
  package var lines: [Line] {
    [
      Line("encoding", encoding) { $0 },
      Line("compression", compression) { $0.rawValue },
      Line("delimiter", delimiter, Self.name),
      Line("quote", quote) { $0.isEmpty ? "none" : $0 },
      Line("quoting", quoting) { $0.rawValue },
      Line("line ends", lineEnding) { $0.rawValue },
      Line("preamble", preambleRows) { "\($0) rows" },
      Line("header", headerRows) { $0 == 0 ? "none" : $0 == 1 ? "1 row" : "\($0) rows" },
      Line("columns", columnCount) { "\($0)" },
    ]
  }

  private static func name(_ delimiter: String) -> String {
    switch delimiter {
    case ",": "comma"
    case ";": "semicolon"
    case "\t": "tab"
    case "|": "pipe"
    case ":": "colon"
    case " ": "space"
    case "": "none"
    default: "'\(delimiter)'"
    }
  }
}

extension TableDialect.Line {
  fileprivate init<Value>(_ name: String, _ part: Detected<Value>, _ text: (Value) -> String) {
    self.init(
      name: name, value: text(part.value), confidence: part.confidence, evidence: part.evidence)
  }
}

/// A value with how sure its detection is.
package struct Detected<Value: Sendable & Equatable>: Sendable, Equatable {
  package let value: Value
  /// 0 to 1; 1 for what was given.
  package let confidence: Double
  /// What the value rests on, in words.
  package let evidence: String

  init(_ value: Value, _ confidence: Double, _ evidence: String) {
    self.value = value
    self.confidence = min(1, max(0, confidence))
    self.evidence = evidence
  }

  static func given(_ value: Value) -> Detected { Detected(value, 1, "given") }
}

/// How a quote inside a quoted cell is written.
package enum QuoteEscape: String, Sendable, CaseIterable {
  /// Twice, as RFC 4180 has it.
  case doubled
  /// After a backslash.
  case backslash
  /// As it is: only a quote before a delimiter or the end of the row closes the cell.
  case none
}

/// What ends a row.
package enum LineEnding: String, Sendable, CaseIterable {
  case lf, crlf, cr, mixed
  /// The ASCII record separator, 0x1E.
  case rs
}

/// What a file is packed with.
package enum TableCompression: String, Sendable, CaseIterable {
  case none, gzip, zstd
}

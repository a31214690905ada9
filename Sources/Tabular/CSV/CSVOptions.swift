/// What is known about how a CSV file is written; nil: detected from its bytes.
package struct CSVOptions: Sendable, Equatable {
  /// One character or several.
  package var delimiter: String?
  /// One ASCII character; empty: cells are never quoted.
  package var quote: String?
  package var quoting: QuoteEscape?
  package var lineEnding: LineEnding?
  /// Rows above the header (or above the data, where there is no header), blank ones included.
  package var preambleRows: Int?
  /// 0: there is no header, columns are called `column 1`, `column 2`, ...
  package var headerRows: Int?
  /// Rows at the end that are no data; nil: notes below the table are recognised.
  package var footerRows: Int?
  /// Which of several tables below each other, from 1; nil: the first one, and those that repeat
  /// its header.
  package var table: Int?
  /// Whether rows with the wrong number of cells are mended where the other rows leave one way only.
  package var repairs = true
  /// Whether a row that is an address or a number and nothing else is one of the table, and what has one
  /// in it is said where it is left out: so in lists of people who refuse.
  package var keepsContacts = false

  package init() {}
}

package import Bytes

/// Reads the rows of one sheet from top to bottom, once.
package protocol TableReader: AnyObject {
  /// Empties the batch and fills it with the next rows, a few hundred kilobytes at a time.
  ///
  /// Blank rows (no cell, or nothing but white space in them) are left out; row numbers count them.
  /// All text is UTF-8.
  ///
  /// - Returns: false when there were no more rows.
  /// - Throws: `TabularError` when the rest cannot be read; the batch then holds the rows before.
  func next(_ batch: inout CellBatch) throws(TabularError) -> Bool

  /// What was found so far, in order.
  var notices: [TabularNotice] { get }

  /// Bytes of the file (or of the sheet's part of it) read so far, for progress.
  var bytesRead: Int { get }
}

/// Something about a file that was read all the same, but that somebody should know.
package struct TabularNotice: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// The file ends inside quotes: its last row is cut off, and the rest of it is unknown.
    case unclosedQuote
    /// The last line does not end; only a row with too few cells says that it was cut off.
    case unendedLine
    /// Bytes that do not exist in the encoding; each became U+FFFD.
    ///
    /// Offsets, from 0 in the unpacked file, are those of the first hundred. With a row number it
    /// is about that row, without about the whole file.
    case invalidBytes(count: Int, offsets: [Int])
    /// NUL characters in the cells of a row, by column from 0; they are still there.
    case zeroBytes(columns: [Int])
    /// NUL characters that stand in no row, and where the file's first one is, from 0.
    case strayZeroBytes(count: Int, firstOffset: Int)
    /// A row that was not written as it should be, and what was mended in it.
    case mended([TableRepair])
    /// Rows below the table that are none of it, from the row number on.
    case footer(rows: Int)
    /// Another table begins at the row number; its rows were left out.
    case otherTable(OtherTable)
    /// The header stands again between the rows, the first time at the row number; the rows are the
    /// first ones of them, and titles stood right above.
    case headerAgain(count: Int, rows: [Int], titles: Int)
    /// Sums stand between or below the rows, the first at the row number; the rows are the first ones.
    case totals(count: Int, rows: [Int])
    /// Something stands beside the table, from a column on that counts from 0, in so many rows.
    case beside(column: Int, rows: Int)
    /// Rows that were left out, and hold an address or a number; the rows are the first ones.
    case contactsLeftOut(rows: [Int])
    /// Numbers of more than 15 digits, in a column from 0: Excel keeps no more.
    case digitsLost(column: Int, count: Int)
    /// Numbers spelled like `4.91702E+11`, with no more digits than are shown of them.
    case numberShortened(column: Int, count: Int)
    /// Formulas whose result the file does not have.
    case formulaWithoutValue(column: Int, count: Int)
    /// Cells that refer to a text that the file does not have.
    case missingText(column: Int, count: Int)
    /// Rows whose number another row has already, the first of which is read as the number given;
    /// the row number is the one that comes twice.
    case repeatedRows(count: Int, number: Int)
    /// Rows that somebody has hidden; the row number is the first one's.
    case hiddenRows(count: Int, isSkipped: Bool)
    /// Columns that somebody has hidden, the first one from 0.
    case hiddenColumns(first: Int, count: Int, isSkipped: Bool)
    /// The row holds totals of a table of the workbook, and was left out.
    case totalsRow
    /// Ranges of cells that are shown as one; the row number is where the first begins.
    case mergedCells(count: Int, isFilled: Bool)
  }

  package let kind: Kind
  /// The row concerned, or the first of several, from 1; 0 when it concerns the whole file.
  package let rowNumber: Int

  package init(kind: Kind, rowNumber: Int) {
    self.kind = kind
    self.rowNumber = rowNumber
  }

  /// What to say of rows that were left out and hold an address or a number; nothing without any.
  package static func contacts(in rows: [Int]) -> [TabularNotice] {
    rows.first.map { [TabularNotice(kind: .contactsLeftOut(rows: rows), rowNumber: $0)] } ?? []
  }

  /// The same about a sheet of which not all columns are delivered.
  ///
  /// - Parameter delivered: where a column of the sheet comes, from 0; nil where it does not.
  /// - Returns: nil when it is about a column that does not come.
  func moved(_ delivered: (Int) -> Int?) -> TabularNotice? {
    func make(_ kind: (Int) -> Kind, _ column: Int) -> TabularNotice? {
      delivered(column).map { TabularNotice(kind: kind($0), rowNumber: rowNumber) }
    }
    return switch kind {
    case .digitsLost(let column, let count): make({ .digitsLost(column: $0, count: count) }, column)
    case .numberShortened(let column, let count):
      make({ .numberShortened(column: $0, count: count) }, column)
    case .formulaWithoutValue(let column, let count):
      make({ .formulaWithoutValue(column: $0, count: count) }, column)
    case .missingText(let column, let count):
      make({ .missingText(column: $0, count: count) }, column)
    default: self
    }
  }

  /// Whether it is about what one row says, rather than about where the table ends.
  package var isAboutContent: Bool {
    switch kind {
    case .invalidBytes: rowNumber > 0
    case .mended, .zeroBytes: true
    default: false
    }
  }
}

/// A table that stands below or above the one that is read.
package struct OtherTable: Sendable, Equatable {
  /// The names of its columns.
  package var header: [String]
  /// Rows of it, header aside.
  package var rows = 0
  /// Number of the header's row, from 1.
  package var headerRow: Int
  /// Number of its last row, from 1.
  package var lastRow: Int
  /// Whether it stands above the table that is read.
  package var isAbove = false
  /// Whether it is one of those that are counted where a table is asked for by its number.
  package var isNumbered = true

  package init(header: [String], headerRow: Int) {
    self.header = header
    self.headerRow = headerRow
    lastRow = headerRow
  }
}

/// A sheet of a file; a CSV file has one without a name.
package struct TableSheet: Sendable, Equatable {
  package let name: String
  package let isHidden: Bool
  /// Whether it is to be read; hidden sheets are not unless somebody asks for them.
  package let isRead: Bool
  /// Whether somebody should be told that it is hidden and was read.
  package let isSaid: Bool
}

/// What of a workbook is to be read, and what is done with what a person does not see in it.
package struct XLSXOptions: Sendable, Equatable {
  /// A sheet's name, or its number from 1 where none has that name; nil: every sheet.
  package var sheet: String?
  /// Name of a table, whose area is read; nil: none.
  package var table: String?
  /// An area as `A5:F200`, `A:F` or `5:200`, perhaps behind `Sheet!`, or a defined name; nil: all.
  package var range: String?
  /// Row that holds the header, from 1; nil: searched for.
  package var headerRow: Int?
  /// Rows of the header; 0: the first row is data already. Nil: the file tells.
  package var headerRows: Int?
  /// Whether the totals below a table are read like its rows.
  package var readsTotals = false
  package var hiddenRows = HiddenPolicy.warn
  package var hiddenColumns = HiddenPolicy.warn
  package var hiddenSheets = HiddenPolicy.skip
  package var mergedCells = MergedPolicy.first

  /// What becomes of what somebody has hidden.
  package enum HiddenPolicy: String, CaseIterable, Sendable {
    /// Read like all the rest.
    case include
    /// Left out.
    case skip
    /// Read, and said in a finding.
    case warn
  }

  /// What becomes of cells that are shown as one.
  package enum MergedPolicy: String, CaseIterable, Sendable {
    /// Each cell as it is stored: the value is in the first one.
    case first
    /// The first cell's value in all of them.
    case fill
  }

  package init() {}

  /// Whether one area is asked for, rather than whatever the sheets hold.
  package var choosesArea: Bool { sheet != nil || table != nil || range != nil }
  /// Whether the first row read is the header.
  package var fixesHeader: Bool { headerRows != 0 && (headerRow != nil || table != nil) }
}

/// What the cells of a sheet refer to, and how they are to be read.
struct XLSXSheetEnvironment {
  let path: String
  let formats: [NumberFormat]
  let strings: XLSXSharedStrings
  let usesDates1904: Bool
  /// What parts whole digits from decimals in the text of a number.
  let decimalMark: UInt8
  let hiddenRows: XLSXHiddenRows
  /// What is read of the sheet; nil: all.
  let area: XLSXCellRange?
  let limits: TabularLimits
  private let numberStyles: [Bool]

  init(
    path: String, formats: [NumberFormat], strings: XLSXSharedStrings, usesDates1904: Bool,
    decimalMark: UInt8, hiddenRows: XLSXHiddenRows, area: XLSXCellRange? = nil,
    limits: TabularLimits
  ) {
    self.path = path
    self.formats = formats
    self.strings = strings
    self.usesDates1904 = usesDates1904
    self.decimalMark = decimalMark
    self.hiddenRows = hiddenRows
    self.area = area
    self.limits = limits
    numberStyles = formats.map(\.isNumber)
  }

  /// Whether numbers of a style are shown as they are.
  @inline(__always)
  func showsNumbers(_ style: Int) -> Bool {
    !numberStyles.indices.contains(style) || numberStyles[style]
  }

  /// The format of a style; General where there is none of that number.
  func format(_ style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : .number
  }
}

/// What becomes of rows that are hidden, by hand or by a filter.
enum XLSXHiddenRows: Sendable {
  case include, skip
}

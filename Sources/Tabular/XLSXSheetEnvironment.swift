/// What the cells of a sheet refer to, and how they are to be read.
struct XLSXSheetEnvironment {
  let path: String
  let formats: [NumberFormat]
  let strings: XLSXSharedStrings
  let usesDates1904: Bool
  /// What parts whole digits from decimals in the text of a number.
  let decimalMark: UInt8
  let hiddenRows: XLSXHiddenRows
  let limits: TabularLimits

  /// The format of a style; General where there is none of that number.
  func format(_ style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : .number
  }
}

/// What becomes of rows that are hidden, by hand or by a filter.
enum XLSXHiddenRows: Sendable {
  case include, skip
}

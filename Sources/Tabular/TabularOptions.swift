/// How a file is to be read where that is known; everything else is detected.
package struct TabularOptions: Sendable {
  /// An encoding's name as iconv knows it; nil: detected.
  package var encoding: String?
  package var csv: CSVOptions
  package var xlsx: XLSXOptions
  /// The byte that numeric cells of a workbook come out with before their decimals: the mark of
  /// the supplier's texts, so that `12.345` in a text keeps to mean twelve thousand where it does.
  package var decimalMark: UInt8
  package var limits: TabularLimits

  package init(
    encoding: String? = nil, csv: CSVOptions = CSVOptions(), xlsx: XLSXOptions = XLSXOptions(),
    decimalMark: UInt8 = UInt8(ascii: "."), limits: TabularLimits = TabularLimits()
  ) {
    self.encoding = encoding
    self.csv = csv
    self.xlsx = xlsx
    self.decimalMark = decimalMark
    self.limits = limits
  }
}

/// Bounds that stop hostile or broken files before they hurt.
package struct TabularLimits: Sendable {
  /// Of one cell; Excel's own limit is 32,767 characters. Beyond it a quote is missing.
  package var cellBytes = 1 << 20
  /// Of the cells of one row together, of workbooks.
  package var rowBytes = 64 << 20
  /// Bytes delivered to bytes of a sheet's XML, from `totalFloorBytes` on: cells share long texts.
  package var growth = 64
  /// Of one sheet.
  package var mergedRanges = 1 << 20
  /// Excel's limit.
  package var columns = 16_384
  /// Inflated size of one part of a workbook. A full sheet of 1,048,576 rows needs about 1 GiB.
  package var partBytes = 4 << 30
  /// Inflated size of the text table, which is kept in memory.
  package var sharedStringBytes = 1 << 30
  /// Inflated to deflated size of one part. Real sheets reach about 60, deflate itself 1,032.
  package var ratio = 200
  /// Inflated size of a part from which on its ratio is looked at: small parts may be all alike.
  package var ratioFloorBytes = 16 << 20
  /// Merged cells of a sheet that are filled with a value.
  package var filledCells = 4 << 20
  /// Parts of a workbook.
  package var parts = 10_000
  /// The container's directory; 10,000 parts with long names need about 2 MiB.
  package var directoryBytes = 16 << 20
  /// Inflated size of all parts together from which on their ratio to the file is looked at.
  package var totalFloorBytes = 256 << 20

  package init() {}
}

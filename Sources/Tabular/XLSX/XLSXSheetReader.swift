package import Bytes

/// Reads a worksheet row by row; no more of it is in memory than one batch.
package final class XLSXSheetReader: TableReader {
  private let content: XLSXSheetContent
  private let document: XMLDocument<XLSXSheetContent>
  private let name: String
  private let limits: TabularLimits
  private let path: String
  private var deliveredBytes = 0
  private var ended = false

  convenience init(
    package: XLSXPackage, sheet: XLSXPackage.Sheet, hiddenRows: XLSXHiddenRows = .include,
    area: XLSXCellRange? = nil
  ) throws(TabularError) {
    let environment = XLSXSheetEnvironment(
      path: package.path, formats: package.formats, strings: try package.sharedStrings(),
      usesDates1904: package.usesDates1904, decimalMark: package.decimalMark,
      hiddenRows: hiddenRows, area: area, limits: package.limits)
    try self.init(package.archive.open(sheet.part), environment: environment)
  }

  /// Reads a sheet's XML by itself; by expat on demand, for comparing it with our scanner.
  init(
    _ source: any XMLSource, environment: XLSXSheetEnvironment, usesExpat: Bool = false
  ) throws(TabularError) {
    content = XLSXSheetContent(environment: environment)
    name = source.name
    path = environment.path
    limits = environment.limits
    document = try XMLDocument(
      source, path: environment.path, handler: content, usesExpat: usesExpat)
  }

  package var notices: [TabularNotice] { content.rows.notices.notices }

  package var bytesRead: Int { document.bytesRead }

  /// Rows with something in them that were hidden, by hand or by a filter, of those so far.
  var hiddenRowCount: Int { content.rows.hiddenRowCount }

  var firstHiddenRow: Int? { content.rows.firstHiddenRow }

  /// Columns of the widest row so far.
  var columnCount: Int { content.rows.columnCount }

  /// Columns from 0; known with the first row.
  var hiddenColumns: [ClosedRange<Int>] { content.hiddenColumns }

  /// Known after the last row.
  var mergedRanges: [XLSXCellRange] { content.mergedRanges }

  package func next(_ output: inout CellBatch) throws(TabularError) -> Bool {
    output.removeAll()
    guard !ended else { return false }
    swap(&content.rows.batch, &output)
    defer { swap(&content.rows.batch, &output) }
    content.rows.resume()
    while !content.pauses {
      guard try document.advance() else {
        ended = true
        break
      }
    }
    if let failure = content.rows.failure {
      throw TabularError(failure.reason, path, "part '\(name)' \(failure.message)")
    }
    try checkGrowth()
    return !content.rows.batch.isEmpty
  }

  /// A long text costs a few bytes each time that a cell refers to it: a small file could deliver
  /// rows for hours.
  private func checkGrowth() throws(TabularError) {
    deliveredBytes += content.rows.batch.byteCount
    guard deliveredBytes > limits.totalFloorBytes,
      deliveredBytes / max(1, document.bytesRead) > limits.growth
    else { return }
    throw TabularError(
      .limit, path, "part '\(name)' repeats its texts to more than \(limits.growth) times its size")
  }
}

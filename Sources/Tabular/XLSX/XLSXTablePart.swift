/// A table of a sheet: its names and the area that it covers.
///
/// - Source: ECMA-376 part 1, 18.5.1.2 (table).
final class XLSXTablePart: XMLHandler {
  /// Name that people see and formulas use, then the one kept inside.
  private(set) var names: [String] = []
  /// Header, rows and totals.
  private var whole: XLSXCellRange?
  private var headerRows = 1
  private var totalsRows = 0

  init(archive: ZipArchive, part: String) throws(TabularError) {
    try XMLStream(part: archive.open(part), path: archive.path, handler: self).readAll()
  }

  /// Header and rows, without totals; nil when the part does not say.
  var area: XLSXCellRange? {
    guard let whole else { return nil }
    let last = max(whole.rows.lowerBound, whole.rows.upperBound - max(0, min(totalsRows, 1)))
    return XLSXCellRange(rows: whole.rows.lowerBound...last, columns: whole.columns)
  }

  /// The row of totals below the rows; nil where there is none.
  var totals: XLSXCellRange? {
    guard let whole, totalsRows > 0, whole.rows.count > 1 else { return nil }
    return XLSXCellRange(
      rows: whole.rows.upperBound...whole.rows.upperBound, columns: whole.columns)
  }

  /// Whether the first row of the area is its header.
  var hasHeader: Bool { headerRows > 0 }

  var wantsText: Bool { false }

  func startElement(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "table", whole == nil else { return }
    names = [attributes.string("displayName"), attributes.string("name")].compactMap(\.self)
    whole = attributes.string("ref").flatMap { XLSXCellRange(reference: $0) }
    headerRows = attributes.int("headerRowCount") ?? 1
    totalsRows = attributes.int("totalsRowCount") ?? 0
  }

  func endElement(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

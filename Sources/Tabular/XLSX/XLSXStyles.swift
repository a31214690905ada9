/// The number format of each cell style.
///
/// - Source: ECMA-376 part 1, 18.8.10 (cellXfs), 18.8.30 (numFmt), 18.8.45 (xf).
final class XLSXStyles: XMLHandler {
  private var codes: [Int: NumberFormat] = [:]
  private var formatIDs: [Int] = []
  private var isInCellFormats = false

  init(archive: ZipArchive, part: String) throws(TabularError) {
    try XMLStream(part: archive.open(part), path: archive.path, handler: self).readAll()
  }

  /// By the style index of a cell.
  ///
  /// A code for the number of a built-in format replaces it.
  var formats: [NumberFormat] {
    var known: [Int: NumberFormat] = codes
    return formatIDs.map { id in
      if let format = known[id] { return format }
      let format = NumberFormat(builtIn: id)
      known[id] = format
      return format
    }
  }

  var wantsText: Bool { false }

  func startElement(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "numFmt" {
      guard let id = attributes.int("numFmtId"), let code = attributes.string("formatCode")
      else { return }
      codes[id] = NumberFormat(code: code)
    } else if name == "cellXfs" {
      isInCellFormats = true
    } else if name == "xf", isInCellFormats {
      formatIDs.append(attributes.int("numFmtId") ?? 0)
    }
  }

  func endElement(_ name: XMLName) {
    if name == "cellXfs" { isInCellFormats = false }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

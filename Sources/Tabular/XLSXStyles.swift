/// The number format of each cell style.
final class XLSXStyles: XMLHandler {
  /// By the style index of a cell.
  private(set) var formats: [NumberFormat] = []
  private var custom: [Int: NumberFormat] = [:]
  private var isInCellFormats = false

  init(archive: ZipArchive, part: String) throws(TabularError) {
    try XMLStream(part: archive.open(part), path: archive.path, handler: self).readAll()
  }

  var wantsText: Bool { false }

  func startElement(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "numFmt" {
      guard let id = attributes.int("numFmtId"), let code = attributes.string("formatCode")
      else { return }
      custom[id] = NumberFormat(code: code)
    } else if name == "cellXfs" {
      isInCellFormats = true
    } else if name == "xf", isInCellFormats {
      let id = attributes.int("numFmtId") ?? 0
      formats.append(custom[id] ?? NumberFormat(builtIn: id))
    }
  }

  func endElement(_ name: XMLName) {
    if name == "cellXfs" { isInCellFormats = false }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

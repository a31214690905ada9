/// What kind of content each part says it has; asked only where relationships are missing.
final class XLSXContentTypes: XMLHandler {
  private var overrides: [(part: String, type: String)] = []

  static let part = "[Content_Types].xml"

  init(archive: ZipArchive) throws(TabularError) {
    guard archive.contains(Self.part) else { return }
    try XMLStream(part: archive.open(Self.part), path: archive.path, handler: self).readAll()
  }

  /// The main part of a workbook, a template or one with macros.
  var workbook: String? {
    overrides.first {
      $0.type.hasSuffix(".main+xml") && $0.type.lowercased().contains("sheet")
        || $0.type.hasPrefix("application/vnd.ms-excel.") && $0.type.hasSuffix("main+xml")
    }?.part
  }

  var wantsText: Bool { false }

  func startElement(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Override", let part = attributes.string("PartName"),
      let type = attributes.string("ContentType")
    else { return }
    overrides.append((part.hasPrefix("/") ? String(part.dropFirst()) : part, type))
  }

  func endElement(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The text table of a workbook: one buffer of bytes and where each text ends.
final class XLSXSharedStrings: XMLHandler {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var isInText = false
  private var phoneticDepth = 0
  private var textStart = 0

  var count: Int { ends.count }

  func load(from archive: ZipArchive, part: String, maximumBytes: Int) throws(TabularError) {
    let opened = try archive.open(part, maximumBytes: maximumBytes)
    try XMLStream(part: opened, path: archive.path, handler: self).readAll()
  }

  /// Runs a closure over a text; nil when there is none of that number.
  func withText<R>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R? {
    guard ends.indices.contains(index) else { return nil }
    let start = index == 0 ? 0 : ends[index - 1]
    return bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[start..<ends[index]]))
    }
  }

  var wantsText: Bool { isInText }

  func startElement(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "t" {
      isInText = phoneticDepth == 0
      textStart = bytes.count
    } else if name == "rPh" {
      // How the text is read aloud (Japanese); not part of it.
      phoneticDepth += 1
    }
  }

  func endElement(_ name: XMLName) {
    if name == "t" {
      if isInText { XLSXEscapes.decode(&bytes, from: textStart) }
      isInText = false
    } else if name == "rPh" {
      phoneticDepth -= 1
    } else if name == "si" {
      ends.append(bytes.count)
    }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: piece)
  }
}

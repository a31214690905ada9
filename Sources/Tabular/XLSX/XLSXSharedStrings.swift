/// The text table of a workbook: one buffer of bytes and where each text ends.
///
/// - Source: ECMA-376 part 1, 18.4.9 (sst), 18.4.8 (si), 18.4.4 (r), 18.4.12 (t), 18.4.6 (rPh).
final class XLSXSharedStrings: XMLBulkHandler {
  private var bytes = XLSXTextBuffer(maximumCount: maximumBytes)
  private var ends: [UInt32] = []
  private var place = Place.document
  /// Elements open inside of one that does not matter.
  private var ignoredDepth = 0
  private var textStart = 0
  private var isTablePlain = false
  private var isFull = false

  private enum Place { case document, table, item, text, run, runText }

  var count: Int { ends.count }

  /// Whether the workbook has no such part, though cells may refer to it.
  var isAbsent = false

  func load(from archive: ZipArchive, part: String, maximumBytes: Int) throws(TabularError) {
    try load(try archive.open(part, maximumBytes: maximumBytes), path: archive.path)
  }

  /// Reads the table from XML; by expat on demand, for comparing it with our scanner.
  func load(
    _ source: any XMLSource, path: String, usesExpat: Bool = false
  ) throws(TabularError) {
    let document = try XMLDocument(source, path: path, handler: self, usesExpat: usesExpat)
    while try document.advance() {
      guard !isFull else {
        throw TabularError(.limit, path, "has more than \(Self.maximumBytes >> 20) MiB of texts")
      }
    }
  }

  /// Ends are kept in 32 bits.
  private static let maximumBytes = 4095 << 20

  /// The texts that were read so far.
  var texts: XLSXTexts { XLSXTexts(owner: self, ends: ends, bytes: bytes.slice(0..<bytes.count)) }

  // MARK: Elements

  var pauses: Bool { isFull }

  var wantsText: Bool { ignoredDepth == 0 && (place == .text || place == .runText) }

  func startElement(_ name: XMLName, _ attributes: XMLAttributes) {
    if ignoredDepth > 0 {
      ignoredDepth += 1
      return
    }
    switch place {
    case .document:
      place = .table
      isTablePlain = name.isPlain
    case .table where name == "si": place = .item
    case .item where name == "t": beginText(.text)
    case .item where name == "r": place = .run
    case .run where name == "t": beginText(.runText)
    // Among them rPh: how the text is read aloud (Japanese), which is no part of it.
    default: ignoredDepth = 1
    }
  }

  func endElement(_ name: XMLName) {
    if ignoredDepth > 0 {
      ignoredDepth -= 1
      return
    }
    switch place {
    case .text, .runText:
      endText()
      place = place == .text ? .item : .run
    case .run: place = .item
    case .item:
      endItem()
      place = .table
    case .table, .document: place = .document
    }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) {
    if !bytes.append(piece) { isFull = true }
  }

  private func beginText(_ place: Place) {
    self.place = place
    textStart = bytes.count
  }

  private func endText() {
    let text = bytes.slice(textStart..<bytes.count)
    guard XLSXEscapes.mayHaveEscape(text) else { return }
    var decoded = Array(text)
    XLSXEscapes.decode(&decoded, from: 0)
    bytes.removeLast(text.count)
    if !decoded.withUnsafeBufferPointer({ bytes.append($0) }) { isFull = true }
  }

  private func endItem() {
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
  }

  // MARK: The commonest texts at once

  func takeElements(_ window: UnsafeBufferPointer<UInt8>) -> Int {
    guard place == .table, ignoredDepth == 0, isTablePlain, let start = window.baseAddress else {
      return 0
    }
    let end = start + window.count
    var taken = start
    while !isFull, let next = takeItem(taken, end) { taken = next }
    return taken - start
  }

  /// Takes an item with nothing but one text.
  private func takeItem(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    var cursor = start
    if spells(cursor, "<si><t>") {
      cursor += 7
    } else if spells(cursor, "<si><t xml:space=\"preserve\">") {
      cursor += 28
    } else {
      return nil
    }
    guard let text = XMLPlainText(cursor, end), spells(text.end, "</t></si>") else { return nil }
    textStart = bytes.count
    let content = UnsafeBufferPointer(start: cursor, count: text.end - cursor)
    let isTaken =
      text.hasReference || text.hasReturn
      ? bytes.append(decoding: content) : bytes.append(content)
    guard isTaken else { return nil }
    if text.mayHaveEscape || text.hasReference { endText() }
    endItem()
    return text.end + 9
  }
}

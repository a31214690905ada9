/// Reads an XML document in UTF-8 byte by byte, for the parts of a workbook that are large.
///
/// It tells its handler what expat would, and refuses what expat would refuse; names from 0x80 up
/// are the exception, of which it takes any. A document type is refused, and with it every entity
/// attack.
///
/// - Source: XML 1.0 (5th edition).
final class XMLScanner<Handler: XMLBulkHandler> {
  private let pieces: XMLPieces
  private let path: String
  private let handler: Handler

  /// What is at hand of the document.
  private var cursor: UnsafePointer<UInt8>
  private var end: UnsafePointer<UInt8>
  private var isLastWindow = false
  private var needsMore = false
  private var ended = false

  private var inside = Inside.content
  private var hasRoot = false
  private var open = XMLOpenElements()
  private var tag = XMLTagBuffer()

  /// What a window's end can cut in two besides tags.
  private enum Inside {
    case content, comment, instruction, characterData
  }

  /// Begins in the first window behind the byte order mark and the XML declaration.
  init(
    pieces: XMLPieces, window: UnsafeBufferPointer<UInt8>, path: String, handler: Handler
  ) throws(TabularError) {
    guard let start = window.baseAddress else {
      throw TabularError(.corrupt, path, "part '\(pieces.name)' is empty; send the file again")
    }
    self.pieces = pieces
    self.path = path
    self.handler = handler
    cursor = start
    end = start + window.count
  }

  /// Reads on until the handler pauses, or a window is used up.
  ///
  /// - Returns: false at the end of the document.
  /// - Throws: `TabularError` for damage, a document type, or elements too deep or too large.
  func advance() throws(TabularError) -> Bool {
    if ended { return false }
    if needsMore || cursor == end { try refill() }
    while cursor < end {
      guard try step() else {
        if isLastWindow { throw damage("unclosed token") }
        needsMore = true
        return true
      }
      if handler.pauses { return true }
    }
    if isLastWindow { try finish() }
    return !ended
  }

  private func refill() throws(TabularError) {
    let rest = UnsafeBufferPointer(start: cursor, count: end - cursor)
    if rest.count > XMLTagBuffer.maximumBytes {
      throw TabularError(
        .limit, path,
        "part '\(pieces.name)' has a tag longer than \(XMLTagBuffer.maximumBytes >> 10) KiB")
    }
    needsMore = false
    guard let window = try pieces.next(after: rest), let start = window.baseAddress else {
      isLastWindow = true
      return
    }
    cursor = start
    end = start + window.count
  }

  private func finish() throws(TabularError) {
    guard inside == .content else { throw damage("unclosed token") }
    guard hasRoot, open.isEmpty else { throw damage("no element found") }
    ended = true
  }

  private func damage(_ reason: StaticString) -> TabularError {
    let offset = pieces.bytesRead - (end - cursor)
    return TabularError(
      .corrupt, path,
      "part '\(pieces.name)' is damaged at byte \(offset) (\(reason)); send the file again")
  }

  // MARK: One token

  /// - Returns: false when the token goes on behind the window.
  private func step() throws(TabularError) -> Bool {
    switch inside {
    case .content: break
    case .comment: return try comment()
    case .instruction: return try instruction()
    case .characterData: return try characterData()
    }
    guard cursor.pointee == UInt8(ascii: "<") else { return try text() }
    let taken = handler.takeElements(UnsafeBufferPointer(start: cursor, count: end - cursor))
    if taken > 0 {
      cursor += taken
      return true
    }
    switch cursor[1] {
    case UInt8(ascii: "/"): return try endTag()
    case UInt8(ascii: "!"): return try declaration()
    case UInt8(ascii: "?"): return try instructionStart()
    case 0 where cursor + 1 == end: return false
    default: return try startTag()
    }
  }

  private func startTag() throws(TabularError) -> Bool {
    switch tag.read(cursor, end) {
    case .cutOff: return false
    case .damage(let reason): throw damage(reason)
    case .tooMany:
      throw TabularError(
        .limit, path,
        "part '\(pieces.name)' has an element with more than "
          + "\(XMLTagBuffer.maximumAttributes) attributes")
    case .whole: break
    }
    if open.isEmpty, hasRoot { throw damage("junk after document element") }
    hasRoot = true
    guard open.depth < XMLStream.maximumDepth else {
      throw TabularError(
        .limit, path, "part '\(pieces.name)' nests more than \(XMLStream.maximumDepth) elements")
    }
    let name = XMLName(tag.name)
    handler.startElement(name, tag.attributes)
    if tag.isEmptyElement {
      handler.endElement(name)
    } else {
      open.push(cursor + 1, tag.nameLength)
    }
    cursor += tag.length
    return true
  }

  private func endTag() throws(TabularError) -> Bool {
    let name = cursor + 2
    var close = name
    while close < end, XMLTagBuffer.isNameByte(close.pointee) { close += 1 }
    let length = close - name
    while close < end, XMLTagBuffer.isSpace(close.pointee) { close += 1 }
    if close == end { return false }
    guard close.pointee == UInt8(ascii: ">") else { throw damage("not well-formed") }
    guard open.pop(name, length) else { throw damage("mismatched tag") }
    tag.setName(name, length)
    handler.endElement(XMLName(tag.name))
    cursor = close + 1
    return true
  }

  // MARK: Text

  private func text() throws(TabularError) -> Bool {
    var position = cursor
    while true {
      position = XMLText.plainEnd(position, end)
      if position == end {
        try emit(to: position)
        return true
      }
      switch position.pointee {
      case UInt8(ascii: "<"):
        try emit(to: position)
        return true
      case UInt8(ascii: "_"), 9, 10:
        position += 1
      case UInt8(ascii: "&"):
        try emit(to: position)
        guard try reference() else { return false }
        position = cursor
      case 13:
        try emit(to: position)
        guard try lineEnd() else { return false }
        position = cursor
      case UInt8(ascii: "]"):
        if position[1] == UInt8(ascii: "]"), position[2] == UInt8(ascii: ">") {
          cursor = position
          throw damage("not well-formed")
        }
        if end - position < 3, !isLastWindow {
          try emit(to: position)
          return false
        }
        position += 1
      default:
        guard let next = try wide(position) else {
          try emit(to: position)
          return false
        }
        position = next
      }
    }
  }

  /// Hands out the text up to a position; outside of the root there may only be white space.
  private func emit(to position: UnsafePointer<UInt8>) throws(TabularError) {
    let bytes = UnsafeBufferPointer(start: cursor, count: position - cursor)
    if open.isEmpty {
      guard bytes.allSatisfy(XMLTagBuffer.isSpace) else { throw damage("not well-formed") }
    } else if handler.wantsText, !bytes.isEmpty {
      handler.text(bytes)
    }
    cursor = position
  }

  private func emit(_ scalar: Unicode.Scalar) {
    guard handler.wantsText else { return }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4) { buffer in
      guard let base = buffer.baseAddress else { return }
      let count = XMLText.write(scalar, to: base)
      handler.text(UnsafeBufferPointer(start: base, count: count))
    }
  }

  private func reference() throws(TabularError) -> Bool {
    if open.isEmpty { throw damage("not well-formed") }
    var close = cursor + 1
    while close < end, close.pointee != UInt8(ascii: ";"), close.pointee != UInt8(ascii: "<") {
      close += 1
    }
    if close == end { return false }
    let body = UnsafeBufferPointer(start: cursor + 1, count: close - cursor - 1)
    guard close.pointee == UInt8(ascii: ";"), let scalar = XMLText.reference(body) else {
      throw damage("undefined entity")
    }
    emit(scalar)
    cursor = close + 1
    return true
  }

  /// A carriage return, with the line feed after it, is a line feed.
  private func lineEnd() throws(TabularError) -> Bool {
    if cursor + 1 == end, !isLastWindow { return false }
    if !open.isEmpty { emit("\n") }
    cursor += cursor[1] == 10 ? 2 : 1
    return true
  }

  /// The end of a character from 0x80 up; nil when it is cut off.
  private func wide(
    _ position: UnsafePointer<UInt8>
  ) throws(TabularError) -> UnsafePointer<UInt8>? {
    let length = position.pointee < 0x80 ? 0 : XMLText.wideLength(position, end)
    if length > 0 { return position + length }
    if !isLastWindow, XMLText.isCutOff(position, end) { return nil }
    cursor = position
    throw damage("invalid character")
  }

  // MARK: Comments and the like

  private func declaration() throws(TabularError) -> Bool {
    if starts(with: "<!--") {
      cursor += 4
      inside = .comment
      return true
    }
    if starts(with: "<![CDATA[") {
      if open.isEmpty { throw damage("not well-formed") }
      cursor += 9
      inside = .characterData
      return true
    }
    if starts(with: "<!DOCTYPE") {
      throw TabularError(
        .corrupt, path,
        "part '\(pieces.name)' declares a document type; do not trust this file")
    }
    if end - cursor < 9, !isLastWindow { return false }
    throw damage("not well-formed")
  }

  private func starts(with text: StaticString) -> Bool {
    // The zeros behind the window end the comparison.
    for index in 0..<text.utf8CodeUnitCount where cursor[index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  private func comment() throws(TabularError) -> Bool {
    try skip { position in
      guard position.pointee == UInt8(ascii: "-"), position[1] == UInt8(ascii: "-") else {
        return .goesOn
      }
      return position[2] == UInt8(ascii: ">") ? .ends : .isWrong
    }
  }

  private func instructionStart() throws(TabularError) -> Bool {
    var close = cursor + 2
    while close < end, XMLTagBuffer.isNameByte(close.pointee) { close += 1 }
    // One byte more tells white space from the end.
    if close + 1 >= end { return false }
    let target = UnsafeBufferPointer(start: cursor + 2, count: close - cursor - 2)
    let isName = !target.isEmpty && XMLTagBuffer.isName(cursor + 2, close)
    let isEnd = close.pointee == UInt8(ascii: "?") && close[1] == UInt8(ascii: ">")
    guard isName, isEnd || XMLTagBuffer.isSpace(close.pointee) else {
      throw damage("not well-formed")
    }
    // The XML declaration stands at the very beginning or nowhere.
    if target.count == 3, target.map({ $0 | 0x20 }).elementsEqual("xml".utf8) {
      throw damage("XML declaration not at the start")
    }
    cursor = close
    inside = .instruction
    return true
  }

  private func instruction() throws(TabularError) -> Bool {
    try skip { position in
      position.pointee == UInt8(ascii: "?") && position[1] == UInt8(ascii: ">") ? .ends : .goesOn
    }
  }

  private enum Mark { case goesOn, ends, isWrong }

  /// Skips to behind the end of a comment or instruction, which is `mark` and at most three bytes.
  private func skip(
    _ mark: (UnsafePointer<UInt8>) -> Mark
  ) throws(TabularError) -> Bool {
    let length = inside == .comment ? 3 : 2
    while cursor < end {
      // What may be the beginning of the end waits for the rest of it.
      if end - cursor < length, !isLastWindow { return false }
      switch mark(cursor) {
      case .ends:
        cursor += length
        inside = .content
        return true
      case .isWrong: throw damage("not well-formed")
      case .goesOn: break
      }
      let byte = cursor.pointee
      if byte >= 0x80 || (byte < 0x20 && !XMLTagBuffer.isSpace(byte)) {
        guard let next = try wide(cursor) else { return false }
        cursor = next
      } else {
        cursor += 1
      }
    }
    return !isLastWindow
  }

  private func characterData() throws(TabularError) -> Bool {
    var position = cursor
    while position < end {
      position = XMLText.plainEnd(position, end)
      if position == end { break }
      switch position.pointee {
      case UInt8(ascii: "]"):
        if position[1] == UInt8(ascii: "]"), position[2] == UInt8(ascii: ">") {
          try emit(to: position)
          cursor += 3
          inside = .content
          return true
        }
        if end - position < 3, !isLastWindow {
          try emit(to: position)
          return false
        }
        position += 1
      case 13:
        try emit(to: position)
        guard try lineEnd() else { return false }
        position = cursor
      case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "_"), 9, 10:
        position += 1
      default:
        guard let next = try wide(position) else {
          try emit(to: position)
          return false
        }
        position = next
      }
    }
    try emit(to: position)
    return true
  }
}

import CExpat

/// Feeds a part of a workbook through expat, piece by piece.
///
/// A document type is refused: workbooks have none, and with it go all entity attacks.
final class XMLStream {
  private let pieces: XMLPieces
  private let path: String
  private let parser: XML_Parser
  private let handler: any XMLHandler
  private let context: UnsafeMutablePointer<XMLContext>
  private var firstWindow: UnsafeBufferPointer<UInt8>?
  private var ended = false

  /// Elements inside each other; worksheets need about ten.
  static let maximumDepth = 64

  convenience init(
    part: any XMLSource, path: String, handler: any XMLHandler
  ) throws(TabularError) {
    try self.init(pieces: XMLPieces(part), window: nil, path: path, handler: handler)
  }

  /// Begins with the first of the pieces, when it was taken already.
  init(
    pieces: XMLPieces, window: UnsafeBufferPointer<UInt8>?, path: String, handler: any XMLHandler
  ) throws(TabularError) {
    self.pieces = pieces
    self.path = path
    self.handler = handler
    firstWindow = window
    guard let created = XML_ParserCreate(nil) else {
      throw TabularError(.corrupt, path, "out of memory")
    }
    parser = created
    context = .allocate(capacity: 1)
    context.initialize(to: XMLContext(handler: handler, parser: created))
    XML_SetUserData(parser, context)
    XML_SetElementHandler(parser, xmlStart, xmlEnd)
    XML_SetCharacterDataHandler(parser, xmlText)
    XML_SetStartDoctypeDeclHandler(parser, xmlDoctype)
  }

  deinit {
    XML_ParserFree(parser)
    context.deinitialize(count: 1)
    context.deallocate()
  }

  /// Reads the next piece, or goes on in the latest where the handler paused.
  ///
  /// - Returns: false at the end of the part.
  /// - Throws: `TabularError` for damage, a document type, or elements too deep.
  func advance() throws(TabularError) -> Bool {
    var status = XML_ParsingStatus()
    XML_GetParsingStatus(parser, &status)
    if status.parsing == XML_SUSPENDED {
      return try check(XML_ResumeParser(parser))
    }
    if ended { return false }
    let window: UnsafeBufferPointer<UInt8>?
    if let firstWindow {
      window = firstWindow
      self.firstWindow = nil
    } else {
      window = try pieces.next(after: UnsafeBufferPointer(start: nil, count: 0))
    }
    ended = window == nil
    guard let window else { return try check(XML_Parse(parser, "", 0, 1)) }
    return try window.withMemoryRebound(to: CChar.self) { bytes throws(TabularError) in
      try check(XML_Parse(parser, bytes.baseAddress, Int32(bytes.count), 0))
    }
  }

  private func check(_ result: XML_Status) throws(TabularError) -> Bool {
    if result == XML_STATUS_ERROR { throw failure() }
    return result == XML_STATUS_SUSPENDED || !ended
  }

  func readAll() throws(TabularError) {
    while try advance() {}
  }

  private func failure() -> TabularError {
    switch context.pointee.refusal {
    case .doctype:
      return TabularError(
        .corrupt, path, "part '\(pieces.name)' declares a document type; do not trust this file")
    case .depth:
      return TabularError(
        .limit, path, "part '\(pieces.name)' nests more than \(Self.maximumDepth) elements")
    case nil:
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? ""
      let line = XML_GetCurrentLineNumber(parser)
      return TabularError(
        .corrupt, path, "part '\(pieces.name)' line \(line) is damaged (\(reason)); send it again")
    }
  }

  fileprivate struct XMLContext {
    enum Refusal { case doctype, depth }
    unowned(unsafe) let handler: any XMLHandler
    let parser: XML_Parser
    var depth = 0
    var refusal: Refusal?

    mutating func enter() -> Bool {
      depth += 1
      if depth <= XMLStream.maximumDepth { return true }
      refusal = .depth
      XML_StopParser(parser, XML_Bool(0))
      return false
    }
  }
}

private func context(_ data: UnsafeMutableRawPointer?)
  -> UnsafeMutablePointer<XMLStream.XMLContext>?
{
  data?.assumingMemoryBound(to: XMLStream.XMLContext.self)
}

private func xmlStart(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?,
  _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
) {
  guard let context = context(data), let name, context.pointee.enter() else { return }
  context.pointee.handler.startElement(XMLName(name), XMLAttributes(pairs: attributes))
}

private func xmlEnd(_ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?) {
  guard let context = context(data), let name else { return }
  context.pointee.depth -= 1
  context.pointee.handler.endElement(XMLName(name))
  if context.pointee.handler.pauses { XML_StopParser(context.pointee.parser, XML_Bool(1)) }
}

private func xmlText(
  _ data: UnsafeMutableRawPointer?, _ text: UnsafePointer<XML_Char>?, _ length: Int32
) {
  guard let context = context(data), let text, context.pointee.handler.wantsText else { return }
  text.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
    context.pointee.handler.text(UnsafeBufferPointer(start: $0, count: Int(length)))
  }
  if context.pointee.handler.pauses { XML_StopParser(context.pointee.parser, XML_Bool(1)) }
}

private func xmlDoctype(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?,
  _ system: UnsafePointer<XML_Char>?, _ publicID: UnsafePointer<XML_Char>?, _ internalSubset: Int32
) {
  guard let context = context(data) else { return }
  context.pointee.refusal = .doctype
  XML_StopParser(context.pointee.parser, XML_Bool(0))
}

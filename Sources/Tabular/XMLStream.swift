import CExpat

/// What an XML part tells as it is read; names come without their namespace prefix.
protocol XMLHandler: AnyObject {
  func startElement(_ name: XMLName, _ attributes: XMLAttributes)
  func endElement(_ name: XMLName)
  /// Only called while `wantsText`; one text may come in several pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  var wantsText: Bool { get }
}

/// The name of an element or attribute, compared as bytes.
struct XMLName {
  let start: UnsafePointer<CChar>

  /// - Parameter qualified: as expat gives it, perhaps with a prefix as in `x:row`.
  init(_ qualified: UnsafePointer<CChar>) {
    var local = qualified
    var cursor = qualified
    while cursor.pointee != 0 {
      if cursor.pointee == 58 { local = cursor + 1 }
      cursor += 1
    }
    start = local
  }

  static func == (name: XMLName, text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    for index in 0..<length where UInt8(bitPattern: name.start[index]) != text.utf8Start[index] {
      return false
    }
    return name.start[length] == 0
  }
}

/// The attributes of an element, good only during the call that they come with.
struct XMLAttributes {
  let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute by its name without prefix.
  func bytes(_ name: StaticString) -> UnsafePointer<CChar>? {
    guard var pair = pairs else { return nil }
    while let key = pair.pointee {
      if XMLName(key) == name { return pair[1] }
      pair += 2
    }
    return nil
  }

  func string(_ name: StaticString) -> String? {
    bytes(name).map { String(cString: $0) }
  }

  func int(_ name: StaticString) -> Int? {
    bytes(name).flatMap { Int(String(cString: $0)) }
  }

  func flag(_ name: StaticString) -> Bool {
    guard let value = string(name) else { return false }
    return value == "1" || value == "true" || value == "on"
  }
}

/// Feeds a part of a workbook through expat, piece by piece.
///
/// A document type is refused: workbooks have none, and with it go all entity attacks.
final class XMLStream {
  private let part: ZipPart
  private let path: String
  private let parser: XML_Parser
  private let handler: any XMLHandler
  private let context: UnsafeMutablePointer<XMLContext>
  private var ended = false

  /// Elements inside each other; worksheets need about ten.
  private static let maximumDepth = 64
  private static let pieceLength: Int32 = 64 << 10

  init(part: ZipPart, path: String, handler: any XMLHandler) throws(TabularError) {
    self.part = part
    self.path = path
    self.handler = handler
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

  var bytesRead: Int { part.bytesRead }

  /// Reads the next piece.
  ///
  /// - Returns: false at the end of the part.
  /// - Throws: `TabularError` for damage, a document type, or elements too deep.
  func advance() throws(TabularError) -> Bool {
    if ended { return false }
    guard let buffer = XML_GetBuffer(parser, Self.pieceLength) else {
      throw TabularError(.corrupt, path, "out of memory")
    }
    let count = try part.read(
      into: UnsafeMutableRawBufferPointer(start: buffer, count: Int(Self.pieceLength)))
    ended = count == 0
    if XML_ParseBuffer(parser, Int32(count), ended ? 1 : 0) != XML_STATUS_OK { throw failure() }
    return !ended
  }

  func readAll() throws(TabularError) {
    while try advance() {}
  }

  private func failure() -> TabularError {
    switch context.pointee.refusal {
    case .doctype:
      return TabularError(
        .corrupt, path, "part '\(part.name)' declares a document type; do not trust this file")
    case .depth:
      return TabularError(
        .limit, path, "part '\(part.name)' nests more than \(Self.maximumDepth) elements")
    case nil:
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? ""
      let line = XML_GetCurrentLineNumber(parser)
      return TabularError(
        .corrupt, path, "part '\(part.name)' line \(line) is damaged (\(reason)); send it again")
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
}

private func xmlText(
  _ data: UnsafeMutableRawPointer?, _ text: UnsafePointer<XML_Char>?, _ length: Int32
) {
  guard let context = context(data), let text, context.pointee.handler.wantsText else { return }
  text.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
    context.pointee.handler.text(UnsafeBufferPointer(start: $0, count: Int(length)))
  }
}

private func xmlDoctype(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?,
  _ system: UnsafePointer<XML_Char>?, _ publicID: UnsafePointer<XML_Char>?, _ internalSubset: Int32
) {
  guard let context = context(data) else { return }
  context.pointee.refusal = .doctype
  XML_StopParser(context.pointee.parser, XML_Bool(0))
}

/// What an XML part tells as it is read; names come without their namespace prefix.
protocol XMLHandler: AnyObject {
  func startElement(_ name: XMLName, _ attributes: XMLAttributes)
  func endElement(_ name: XMLName)
  /// Only called while `wantsText`; one text may come in several pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  var wantsText: Bool { get }
  /// Whether reading is to stop for now: enough was read, or too much.
  var pauses: Bool { get }
}

extension XMLHandler {
  var pauses: Bool { false }
}

/// A handler that may take the commonest elements as they are, without an event for each.
protocol XMLBulkHandler: XMLHandler {
  /// Takes whole elements from the beginning of a window.
  ///
  /// - Parameter window: what is at hand of the document, from a `<` on. The `XMLPieces.padding`
  ///   bytes beyond it can be read, and are zero.
  /// - Returns: bytes taken. What is unusual, or not whole, is left to events; so is all that is not
  ///   well-formed.
  func takeElements(_ window: UnsafeBufferPointer<UInt8>) -> Int
}

/// The name of an element or attribute, compared as bytes.
struct XMLName {
  let start: UnsafePointer<CChar>
  /// Whether it came without a prefix.
  let isPlain: Bool

  /// - Parameter qualified: ended by a zero, perhaps with a prefix as in `x:row`.
  init(_ qualified: UnsafePointer<CChar>) {
    var local = qualified
    var cursor = qualified
    while cursor.pointee != 0 {
      if cursor.pointee == 58 { local = cursor + 1 }
      cursor += 1
    }
    start = local
    isPlain = local == qualified
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
  /// Names and values in turn, each ended by a zero, nil at the end.
  let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute by its name without prefix.
  ///
  /// An attribute without a prefix comes before one with it: `r:id` is not the `id` of an element
  /// that has one.
  func bytes(_ name: StaticString) -> UnsafePointer<CChar>? {
    guard var pair = pairs else { return nil }
    var prefixed: UnsafePointer<CChar>?
    while let key = pair.pointee {
      let found = XMLName(key)
      if found == name {
        if found.start == key { return pair[1] }
        prefixed = prefixed ?? pair[1]
      }
      pair += 2
    }
    return prefixed
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

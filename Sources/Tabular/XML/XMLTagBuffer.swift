/// A start tag taken apart: its name and its attributes, their references replaced.
struct XMLTagBuffer: ~Copyable {
  /// Of a tag; beyond it a quote is missing or somebody means harm.
  static let maximumBytes = 1 << 20
  /// Of an element; worksheets need about ten.
  static let maximumAttributes = 256

  enum Outcome {
    case whole
    /// The tag goes on behind the window.
    case cutOff
    case tooMany
    case damage(StaticString)
  }

  /// Bytes of the tag in the document, with both brackets.
  private(set) var length = 0
  private(set) var isEmptyElement = false
  private(set) var nameLength = 0

  /// The name, then names and values of the attributes, each ended by a zero.
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity = 4 << 10
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

  init() {
    bytes = .allocate(capacity: capacity)
    pairs = .allocate(capacity: 2 * Self.maximumAttributes + 2)
    pairs.initialize(repeating: nil, count: 2 * Self.maximumAttributes + 2)
  }

  deinit {
    bytes.deallocate()
    pairs.deallocate()
  }

  /// With its prefix, ended by a zero.
  var name: UnsafePointer<CChar> { Self.text(bytes) }

  var attributes: XMLAttributes { XMLAttributes(pairs: pairs) }

  private static func text(_ bytes: UnsafeMutablePointer<UInt8>) -> UnsafePointer<CChar> {
    UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self)
  }

  mutating func setName(_ start: UnsafePointer<UInt8>, _ count: Int) {
    reserve(count + 1)
    bytes.update(from: start, count: count)
    bytes[count] = 0
  }

  private mutating func reserve(_ count: Int) {
    guard count > capacity else { return }
    bytes.deallocate()
    capacity = count * 2
    bytes = .allocate(capacity: capacity)
  }

  /// Takes the tag apart that begins at `start`.
  ///
  /// - Source: XML 1.0, productions 40 (STag), 41 (Attribute), 44 (EmptyElemTag), and 3.3.3
  ///   (attribute values are normalised as CDATA).
  mutating func read(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Outcome {
    guard let close = Self.close(start + 1, end) else {
      return .cutOff
    }
    // Every name and value has a sign beside it in the tag, in whose place its zero goes.
    length = close + 1 - start
    reserve(length + 1)
    isEmptyElement = close[-1] == UInt8(ascii: "/")
    let last = isEmptyElement ? close - 1 : close
    var cursor = start + 1
    while cursor < last, Self.isNameByte(cursor.pointee) { cursor += 1 }
    nameLength = cursor - start - 1
    guard nameLength > 0, Self.isName(start + 1, cursor) else { return .damage("not well-formed") }
    setName(start + 1, nameLength)
    return readAttributes(cursor, last)
  }

  private mutating func readAttributes(
    _ start: UnsafePointer<UInt8>, _ last: UnsafePointer<UInt8>
  ) -> Outcome {
    var cursor = start
    var written = bytes + nameLength + 1
    var count = 0
    while true {
      let gap = cursor
      while cursor < last, Self.isSpace(cursor.pointee) { cursor += 1 }
      if cursor == last { break }
      let key = cursor
      while cursor < last, Self.isNameByte(cursor.pointee) { cursor += 1 }
      guard key > gap, cursor > key, Self.isName(key, cursor) else {
        return .damage("not well-formed")
      }
      guard count < Self.maximumAttributes else { return .tooMany }
      pairs[2 * count] = Self.text(written)
      written.update(from: key, count: cursor - key)
      written += cursor - key
      written.pointee = 0
      written += 1
      while cursor < last, Self.isSpace(cursor.pointee) { cursor += 1 }
      guard cursor < last, cursor.pointee == UInt8(ascii: "=") else {
        return .damage("not well-formed")
      }
      cursor += 1
      while cursor < last, Self.isSpace(cursor.pointee) { cursor += 1 }
      guard cursor < last, Self.isQuote(cursor.pointee) else { return .damage("not well-formed") }
      let quote = cursor.pointee
      let value = cursor + 1
      cursor = value
      while cursor < last, cursor.pointee != quote { cursor += 1 }
      guard cursor < last, let valueLength = Self.value(value, cursor, to: written) else {
        return .damage("not well-formed")
      }
      pairs[2 * count + 1] = Self.text(written)
      written += valueLength
      written.pointee = 0
      written += 1
      cursor += 1
      count += 1
    }
    pairs[2 * count] = nil
    return isRepeated(count) ? .damage("duplicate attribute") : .whole
  }

  private func isRepeated(_ count: Int) -> Bool {
    for one in 0..<count {
      for other in 0..<one {
        var left = pairs[2 * one]
        var right = pairs[2 * other]
        while let a = left?.pointee, a == right?.pointee {
          if a == 0 { return true }
          left = left.map { $0 + 1 }
          right = right.map { $0 + 1 }
        }
      }
    }
    return false
  }

  /// Writes an attribute's value, its references replaced and its white space made spaces.
  private static func value(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>,
    to output: UnsafeMutablePointer<UInt8>
  ) -> Int? {
    var cursor = start
    var written = output
    while cursor < end {
      let byte = cursor.pointee
      if byte >= 0x80 {
        let length = XMLText.wideLength(cursor, end)
        guard length > 0 else { return nil }
        written.update(from: cursor, count: length)
        written += length
        cursor += length
        continue
      }
      switch byte {
      case UInt8(ascii: "<"): return nil
      case UInt8(ascii: "&"):
        var close = cursor + 1
        while close < end, close.pointee != UInt8(ascii: ";") { close += 1 }
        let body = UnsafeBufferPointer(start: cursor + 1, count: close - cursor - 1)
        guard close < end, let scalar = XMLText.reference(body) else { return nil }
        written += XMLText.write(scalar, to: written)
        cursor = close + 1
        continue
      case 13 where cursor + 1 < end && cursor[1] == 10:
        cursor += 1
        continue
      case 9, 10, 13: written.pointee = 32
      case 0..<32: return nil
      default: written.pointee = byte
      }
      written += 1
      cursor += 1
    }
    return written - output
  }

  /// The `>` that ends a tag, outside of quotes.
  private static func close(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    var cursor = start
    var quote: UInt8 = 0
    while cursor < end {
      let byte = cursor.pointee
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return cursor
      } else if isQuote(byte) {
        quote = byte
      }
      cursor += 1
    }
    return nil
  }

  // MARK: Bytes

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 10 || byte == 13 || byte == 9
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  /// - Source: XML 1.0, production 4 (NameStartChar); of what is beyond ASCII all.
  static func isNameStart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 97 < 26 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
      || byte >= 0x80
  }

  /// - Source: XML 1.0, production 4a (NameChar).
  static func isNameByte(_ byte: UInt8) -> Bool {
    isNameStart(byte) || byte &- 48 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  static func isName(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> Bool {
    guard isNameStart(start.pointee) else { return false }
    var cursor = start
    while cursor < end {
      let length = cursor.pointee < 0x80 ? 1 : XMLText.wideLength(cursor, end)
      guard length > 0 else { return false }
      cursor += length
    }
    return true
  }
}

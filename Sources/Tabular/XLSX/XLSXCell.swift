/// The cell that is being read, event by event.
struct XLSXCell {
  /// - Source: ECMA-376 part 1, 18.18.11 (ST_CellType).
  enum Kind: Sendable {
    case number, shared, inline, string, boolean, error, isoDate

    init(_ text: UnsafePointer<CChar>) {
      let name = XMLName(text)
      if name == "s" {
        self = .shared
      } else if name == "inlineStr" {
        self = .inline
      } else if name == "str" {
        self = .string
      } else if name == "b" {
        self = .boolean
      } else if name == "e" {
        self = .error
      } else if name == "d" {
        self = .isoDate
      } else {
        self = .number
      }
    }
  }

  private(set) var kind = Kind.number
  private(set) var style = 0
  var hasFormula = false
  var hasInline = false
  /// Of `v`.
  private var value: [UInt8] = []
  /// Of `is`, run after run.
  private var inline: [UInt8] = []
  private var pieceStart = 0

  mutating func begin(_ kind: Kind, style: Int) {
    self.kind = kind
    self.style = style
    hasFormula = false
    hasInline = false
    value.removeAll(keepingCapacity: true)
    inline.removeAll(keepingCapacity: true)
  }

  /// Whether it has a formula and nobody has computed it: an empty text says that it is a text.
  var lacksResult: Bool { hasFormula && !hasInline && value.isEmpty && kind != .string }

  var byteCount: Int { value.count + inline.count }

  mutating func beginText(isValue: Bool) {
    if isValue { value.removeAll(keepingCapacity: true) } else { pieceStart = inline.count }
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, isValue: Bool) {
    if isValue {
      value.append(contentsOf: bytes)
    } else {
      inline.append(contentsOf: bytes)
    }
  }

  /// Ends one run of an inline text.
  mutating func endText() {
    XLSXEscapes.decode(&inline, from: pieceStart)
  }

  /// Whether the value is a text, in which `_x000D_` stands for a character.
  var readsEscapes: Bool { kind == .string || kind == .inline }

  mutating func decodeEscapes() {
    XLSXEscapes.decode(&value, from: 0)
  }

  /// Hands out the content: that of `v`, or that of `is` where the kind says so or there is no `v`.
  func withContent(_ body: (UnsafeBufferPointer<UInt8>, _ isInline: Bool) -> Void) {
    let isInline = hasInline && (kind == .inline || value.isEmpty)
    (isInline ? inline : value).withUnsafeBufferPointer { body($0, isInline || kind == .inline) }
  }
}

/// The `r` of a cell, as `AB12`.
struct XLSXCellReference {
  /// From 0.
  let column: Int
  /// From 1; nil when the reference has none.
  let row: Int?

  /// - Returns: nil when it does not begin with a column.
  /// - Source: ECMA-376 part 1, 18.18.7 (ST_CellRef).
  init?(_ reference: UnsafePointer<CChar>) {
    var column = 0
    var cursor = reference
    while cursor.pointee != 0, column <= 1 << 20 {
      let letter = UInt8(bitPattern: cursor.pointee) & 0xDF
      guard letter &- 65 < 26 else { break }
      column = column * 26 + Int(letter - 64)
      cursor += 1
    }
    guard column > 0 else { return nil }
    self.column = column - 1
    let row = Self.number(cursor)
    self.row = row > 0 ? row : nil
  }

  static func number(_ text: UnsafePointer<CChar>) -> Int {
    var number = 0
    var cursor = text
    while cursor.pointee >= 48, cursor.pointee <= 57, number < 1 << 40 {
      number = number * 10 + Int(cursor.pointee - 48)
      cursor += 1
    }
    return number
  }

  /// The digits of a text as a number; those of an index of a shared text.
  static func number(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var number = 0
    for byte in text where byte &- 48 < 10 && number < 1 << 40 {
      number = number * 10 + Int(byte - 48)
    }
    return number
  }
}

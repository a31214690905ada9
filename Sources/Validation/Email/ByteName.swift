/// Characters as messages name them.
enum ByteName {
  static func of(_ byte: UInt8) -> String {
    switch byte {
    case 32: "a space"
    case 9: "a tab"
    case 10, 13: "a line break"
    case 0..<32, 127: "a control character"
    case UInt8(ascii: "'"): "an apostrophe"
    default: "'\(Character(Unicode.Scalar(byte)))'"
    }
  }

  static func of(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII { return of(UInt8(truncatingIfNeeded: scalar.value)) }
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "U+\(String(repeating: "0", count: max(0, 4 - hex.count)))\(hex)"
  }
}

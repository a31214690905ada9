import Bytes

/// Comments and folding white space of RFC 5322 section 3.2.2, in an address.
enum EmailComments {
  /// The address without comments, blanks and foldings where the standard lets them stand: at the
  /// ends and beside the `@` and the dots.
  ///
  /// - Returns: nil when there are none, when they stand elsewhere, or when a comment is open.
  static func removed(from address: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard address.count <= 4096, address.contains(where: { isSpace($0) || $0 == openMark }) else {
      return nil
    }
    var kept: [UInt8] = []
    var sawGap = false
    var isQuoted = false
    var index = 0
    while index < address.count {
      let byte = address[index]
      if !isQuoted, isSpace(byte) {
        sawGap = true
        index += 1
        continue
      }
      if !isQuoted, byte == openMark {
        guard let end = endOfComment(address, from: index) else { return nil }
        sawGap = true
        index = end
        continue
      }
      if sawGap, !isBoundary(kept.last), !isBoundary(byte) { return nil }
      sawGap = false
      kept.append(byte)
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted, byte == UInt8(ascii: "\\"), index + 1 < address.count {
        index += 1
        kept.append(address[index])
      }
      index += 1
    }
    return isQuoted || kept.count == address.count ? nil : kept
  }

  private static let openMark = UInt8(ascii: "(")

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  private static func isBoundary(_ byte: UInt8?) -> Bool {
    byte == nil || byte == UInt8(ascii: "@") || byte == UInt8(ascii: ".")
  }

  /// The index after a comment, with the comments inside it.
  private static func endOfComment(
    _ address: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var depth = 0
    var index = start
    while index < address.count {
      switch address[index] {
      case openMark: depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return index + 1 }
      case UInt8(ascii: "\\"): index += 1
      default: break
      }
      index += 1
    }
    return nil
  }
}

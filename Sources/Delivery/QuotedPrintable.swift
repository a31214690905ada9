/// The quoted-printable transfer encoding of text.
///
/// - Source: RFC 2045 section 6.7. Beyond it, a dot or `From ` that begins a line is encoded too, so
///   that no relay or mailbox format has to alter the body.
enum QuotedPrintable {
  /// Characters of a line without its end, of which one is kept for the soft line break.
  private static let lineLimit = 76
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// The encoded text with CRLF line ends; the last line is ended too.
  static func encode(_ text: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count * 5 / 4)
    for line in lines(of: text) { append(line, to: &output) }
    return String(decoding: output, as: UTF8.self)
  }

  static func hex(_ byte: UInt8) -> String {
    String(decoding: [digits[Int(byte >> 4)], digits[Int(byte & 15)]], as: UTF8.self)
  }

  /// The lines of a text with any kind of line end, without an empty last one.
  private static func lines(of text: String) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == 13 || (byte == 10 && previous != 13) {
        lines.append([])
      } else if byte != 10 {
        lines[lines.count - 1].append(byte)
      }
      previous = byte
    }
    if lines.last?.isEmpty == true, lines.count > 1 { lines.removeLast() }
    return lines
  }

  private static func append(_ line: [UInt8], to output: inout [UInt8]) {
    var length = 0
    let startsLikeMailbox = line.starts(with: "From ".utf8)
    for (index, byte) in line.enumerated() {
      let isLast = index == line.count - 1
      let isBlank = byte == 32 || byte == 9
      let isPlain =
        (isBlank && !isLast) || ((33...126).contains(byte) && byte != UInt8(ascii: "="))
      let isRisky = index == 0 && (byte == UInt8(ascii: ".") || startsLikeMailbox)
      let width = isPlain && !isRisky ? 1 : 3
      // The last character of a line may use the column that a soft break would need.
      if length + width > lineLimit - (isLast ? 0 : 1) {
        output += "=\r\n".utf8
        length = 0
      }
      if width == 1 {
        output.append(byte)
      } else {
        output += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
      length += width
    }
    output += "\r\n".utf8
  }
}

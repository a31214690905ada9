import Bytes
import Glibc

/// What counts as the content of a row: its cells without the empty ones at its end, which some
/// formats and programs keep and others drop.
enum RowContent {
  /// The part of a row's JSON that carries its content.
  static func significant(_ json: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var end = json.count
    if end > 0, json[end - 1] == UInt8(ascii: "]") { end -= 1 }
    // Inside a cell a quote is escaped, so these three bytes are always an empty cell.
    while end >= 3, json[end - 1] == UInt8(ascii: "\""), json[end - 2] == UInt8(ascii: "\""),
      json[end - 3] == UInt8(ascii: ",")
    {
      end -= 3
    }
    return UnsafeBufferPointer(rebasing: json[..<end])
  }

  static func hash(_ json: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    Hash64.of(significant(json), seed: seed)
  }

  static func hash(_ json: String, seed: UInt64) -> UInt64 {
    var json = json
    return json.withUTF8 { hash($0, seed: seed) }
  }

  static func areEqual(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let (left, right) = (significant(left), significant(right))
    guard left.count == right.count, let start = left.baseAddress, let other = right.baseAddress
    else { return left.count == right.count }
    return memcmp(start, other, left.count) == 0
  }
}

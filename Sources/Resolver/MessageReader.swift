/// Walks a DNS message; every access is checked.
struct MessageReader {
  struct Record {
    let owner: String
    let type: Int
    /// Class IN; what other classes say is about other networks.
    let isInternet: Bool
    /// RFC 2181 section 8: a number with its highest bit set counts as 0.
    let timeToLiveSeconds: Int
    let data: Range<Int>
  }

  let message: UnsafeBufferPointer<UInt8>
  var index = 0

  /// Sixteen bits, big-endian; 0 beyond the end.
  func number(at offset: Int) -> Int {
    guard offset + 1 < message.count else { return 0 }
    return Int(message[offset]) << 8 | Int(message[offset + 1])
  }

  func longNumber(at offset: Int) -> Int {
    number(at: offset) << 16 | number(at: offset + 2)
  }

  mutating func skip(_ count: Int) -> Bool {
    index += count
    return index <= message.count
  }

  mutating func record() -> Record? {
    guard let owner = name(), skipName(), index + 10 <= message.count else { return nil }
    let start = index + 10
    let end = start + number(at: index + 8)
    guard end <= message.count else { return nil }
    let seconds = longNumber(at: index + 4)
    let record = Record(
      owner: owner, type: number(at: index), isInternet: number(at: index + 2) == 1,
      timeToLiveSeconds: seconds > 0x7FFF_FFFF ? 0 : seconds,
      data: start..<end)
    index = end
    return record
  }

  mutating func skipName() -> Bool {
    while index < message.count {
      let length = Int(message[index])
      if length == 0 { return skip(1) }
      if length & 0xC0 == 0xC0 { return skip(2) }
      guard length < 64, skip(length + 1) else { return false }
    }
    return false
  }

  /// A name in lower case without the root's dot, its pointers followed, at most as many as a name
  /// can have labels; nil when it is damaged. Bytes that would look like something else are written
  /// as `\DDD`.
  func name() -> String? {
    var text: [UInt8] = []
    var at = index
    var jumps = 0
    while at < message.count {
      let length = Int(message[at])
      if length == 0 { return String(decoding: text, as: UTF8.self) }
      if length & 0xC0 == 0xC0 {
        jumps += 1
        guard jumps < 128, at + 1 < message.count else { return nil }
        at = number(at: at) & 0x3FFF
        continue
      }
      guard length < 64, at + 1 + length <= message.count, text.count + length < 1024 else {
        return nil
      }
      if !text.isEmpty { text.append(UInt8(ascii: ".")) }
      for byte in message[(at + 1)...(at + length)] { Self.append(byte, to: &text) }
      at += length + 1
    }
    return nil
  }

  /// The name that fills a record's data from here to their end; nil when it is damaged or another
  /// one ends there.
  func name(endingAt end: Int) -> String? {
    var reader = self
    return reader.skipName() && reader.index == end ? name() : nil
  }

  private static func append(_ byte: UInt8, to text: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): text.append(byte | 0x20)
    case UInt8(ascii: "."), UInt8(ascii: "\\"), 0...0x20, 0x7F...:
      text.append(UInt8(ascii: "\\"))
      for digit in [byte / 100, byte / 10 % 10, byte % 10] {
        text.append(UInt8(ascii: "0") + digit)
      }
    default: text.append(byte)
    }
  }
}

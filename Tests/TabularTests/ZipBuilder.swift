import CISAL

/// A ZIP container put together by hand, for workbooks that no honest writer would make.
///
/// - Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.14 to 4.3.16.
struct ZipBuilder {
  /// What a part's headers say; tests change it into lies.
  struct Part {
    var name: String
    var nameInHeader: String
    var flags = 0
    var method = 0
    var crc: UInt32
    var packed: [UInt8]
    var packedBytes: Int
    var unpackedBytes: Int
    /// In the part's own header.
    var extra: [UInt8] = []
    /// In the directory.
    var directoryExtra: [UInt8] = []
    /// Of the part's header; nil: where it is written.
    var offset: Int?

    init(_ name: String, _ content: [UInt8], deflated packed: [UInt8]? = nil) {
      self.name = name
      nameInHeader = name
      method = packed == nil ? 0 : 8
      crc = ZipBuilder.crc32(content)
      self.packed = packed ?? content
      packedBytes = self.packed.count
      unpackedBytes = content.count
    }
  }

  private var output: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0
  /// What the end of the directory says of the number of parts; nil: the truth.
  var claimedCount: Int?
  /// The same of the directory's place and size.
  var claimedOffset: Int?
  var claimedLength: Int?
  /// A trailer with 64-bit values before the end record, which then refers to it.
  var claimed64: (count: Int, length: Int, offset: Int)?
  var comment: [UInt8] = []

  /// Bytes written so far: where the next part begins.
  var length: Int { output.count }

  mutating func add(_ name: String, _ text: String) { add(Part(name, Array(text.utf8))) }

  mutating func add(_ part: Part) {
    let offset = part.offset ?? output.count
    if part.offset == nil {
      output += Self.little(0x0403_4B50, 4) + Self.common(part, extra: part.extra.count)
      output += Array(part.nameInHeader.utf8) + part.extra + part.packed
    }
    directory += Self.little(0x0201_4B50, 4) + Self.little(20, 2)
    directory += Self.common(part, extra: part.directoryExtra.count)
    directory += Self.little(0, 10) + Self.little(offset, 4) + Array(part.name.utf8)
    directory += part.directoryExtra
    count += 1
  }

  private static func common(_ part: Part, extra: Int) -> [UInt8] {
    little(20, 2) + little(part.flags, 2) + little(part.method, 2) + little(0, 2) + little(0x21, 2)
      + little(Int(part.crc), 4) + little(part.packedBytes, 4) + little(part.unpackedBytes, 4)
      + little(part.name.utf8.count, 2) + little(extra, 2)
  }

  func finished() -> [UInt8] {
    var trailer: [UInt8] = []
    if let claimed64 {
      trailer += Self.little(0x0606_4B50, 4) + Self.little(44, 8) + Self.little(0, 12)
      trailer += Self.little(claimed64.count, 8) + Self.little(claimed64.count, 8)
      trailer += Self.little(claimed64.length, 8) + Self.little(claimed64.offset, 8)
      trailer += Self.little(0x0706_4B50, 4) + Self.little(0, 4)
      trailer += Self.little(output.count + directory.count, 8) + Self.little(1, 4)
    }
    let is64 = claimed64 != nil
    let entries = is64 ? 0xFFFF : claimedCount ?? count
    return output + directory + trailer + Self.little(0x0605_4B50, 4) + Self.little(0, 4)
      + Self.little(entries, 2) + Self.little(entries, 2)
      + Self.little(is64 ? 0xFFFF_FFFF : claimedLength ?? directory.count, 4)
      + Self.little(is64 ? 0xFFFF_FFFF : claimedOffset ?? output.count, 4)
      + Self.little(comment.count, 2) + comment
  }

  var directoryLength: Int { directory.count }

  static func little(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBytes { leadmill_crc32(0, $0.baseAddress, $0.count) }
  }

  /// A deflate stream of one byte repeated: a literal and matches of 258 bytes in the fixed code,
  /// a thousandth of what it unpacks to. Also unpacked.
  ///
  /// - Source: RFC 1951, 3.2.5 and 3.2.6.
  static func run(of byte: UInt8, matches: Int) -> (packed: [UInt8], content: [UInt8]) {
    var packed: [UInt8] = []
    var held = 0
    var heldCount = 0
    func put(_ value: Int, _ count: Int) {
      held |= value << heldCount
      heldCount += count
      while heldCount >= 8 {
        packed.append(UInt8(held & 255))
        held >>= 8
        heldCount -= 8
      }
    }
    func putCode(_ code: Int, _ count: Int) {
      for bit in (0..<count).reversed() { put(code >> bit & 1, 1) }
    }
    put(0b011, 3)
    byte < 144 ? putCode(0x30 + Int(byte), 8) : putCode(0x190 + Int(byte) - 144, 9)
    for _ in 0..<matches {
      putCode(0xC0 + 285 - 280, 8)
      putCode(0, 5)
    }
    putCode(0, 7)
    put(0, 7)
    return (packed, Array(repeating: byte, count: 1 + 258 * matches))
  }
}

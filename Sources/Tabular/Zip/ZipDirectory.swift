/// One part of a ZIP container, as the container's directory describes it.
struct ZipEntry: Sendable {
  /// Name as it stands, with its own spelling of slashes and letters.
  let name: String
  let nameLength: Int
  let flags: Int
  /// 0 stored, 8 deflated; others are never used by workbooks.
  let method: Int
  let crc: UInt32
  let packedBytes: Int
  let unpackedBytes: Int
  /// Of the part's own header, from the beginning of the file.
  let headerOffset: Int
  /// Where the next part or the directory begins: this part's bytes end before.
  var spaceEnd = 0

  var isEncrypted: Bool { flags & 1 != 0 }
}

/// The directory at the end of a ZIP container, read strictly: parts that overlap, lie outside the
/// file or claim absurd sizes are refused before anything is unpacked.
///
/// - Source: PKWARE APPNOTE 6.3.10, sections 4.3.12 to 4.3.16; overlapping parts: Fifield,
///   A better zip bomb, WOOT 2019.
struct ZipDirectory {
  private(set) var entries: [ZipEntry] = []
  private let file: ZipFile
  private let limits: TabularLimits

  private struct End {
    var count: Int
    var byteCount: Int
    var offset: Int
    /// Where the directory's own trailer begins: the directory ends there.
    var trailer: Int
  }

  private static let endLength = 22
  private static let longestComment = 0xFFFF
  private static let entryLength = 46
  static let headerLength = 30

  init(_ file: ZipFile, limits: TabularLimits) throws(TabularError) {
    self.file = file
    self.limits = limits
    var end = try findEnd()
    try widen(&end)
    guard end.count <= limits.parts else {
      throw file.failure(.limit, "has \(end.count) parts, more than \(limits.parts)")
    }
    // What stands before the container moves everything by its length.
    let shift = end.trailer - end.offset - end.byteCount
    guard shift >= 0, end.byteCount >= 0, end.offset >= 0,
      end.byteCount <= limits.directoryBytes, end.count * Self.entryLength <= end.byteCount
    else { throw damaged("its directory lies outside the file") }
    try readEntries(end, shift: shift)
    try checkSpaces(directoryOffset: end.offset + shift)
    try checkTotal()
  }

  private func damaged(_ reason: String) -> TabularError {
    file.failure(.corrupt, "is damaged (\(reason)); it may be cut off, send it again")
  }

  /// The end record is the last one in the file whose comment fits behind it.
  private func findEnd() throws(TabularError) -> End {
    let length = min(file.byteCount, Self.endLength + Self.longestComment)
    let tail = try file.bytes(at: file.byteCount - length, count: length)
    var loose: Int?
    var offset = length - Self.endLength
    while offset >= 0 {
      if tail.little(offset, 4) == 0x0605_4B50 {
        let rest = length - offset - Self.endLength
        let comment = tail.little(offset + 20, 2)
        if comment == rest {
          loose = offset
          break
        }
        if comment < rest, loose == nil { loose = offset }
      }
      offset -= 1
    }
    guard let found = loose else { throw damaged("it has no directory") }
    let disks = (tail.little(found + 4, 2), tail.little(found + 6, 2))
    guard disks.0 == disks.1, disks.0 == 0 || disks.0 == 0xFFFF else {
      throw damaged("it is one piece of several")
    }
    return End(
      count: tail.little(found + 10, 2), byteCount: tail.little(found + 12, 4),
      offset: tail.little(found + 16, 4), trailer: file.byteCount - length + found)
  }

  /// Takes the 64-bit values where the 16- and 32-bit ones say so.
  private func widen(_ end: inout End) throws(TabularError) {
    guard end.count == 0xFFFF || end.byteCount == 0xFFFF_FFFF || end.offset == 0xFFFF_FFFF,
      end.trailer >= 20
    else { return }
    let locator = try file.bytes(at: end.trailer - 20, count: 20)
    guard locator.little(0, 4) == 0x0706_4B50 else { return }
    let offset = locator.little(8, 8)
    guard offset >= 0, offset <= end.trailer - 20 - 56 else {
      throw damaged("its 64-bit directory lies outside the file")
    }
    let record = try file.bytes(at: offset, count: 56)
    guard record.little(0, 4) == 0x0606_4B50 else {
      throw damaged("its 64-bit directory is missing")
    }
    end = End(
      count: record.little(32, 8), byteCount: record.little(40, 8), offset: record.little(48, 8),
      trailer: offset)
    guard end.count >= 0, end.byteCount >= 0, end.offset >= 0, end.byteCount <= end.trailer,
      end.offset <= end.trailer
    else { throw damaged("its 64-bit directory makes no sense") }
  }

  private mutating func readEntries(_ end: End, shift: Int) throws(TabularError) {
    let bytes = try file.bytes(at: end.offset + shift, count: end.byteCount)
    entries.reserveCapacity(end.count)
    var offset = 0
    for _ in 0..<end.count {
      guard offset + Self.entryLength <= bytes.count, bytes.little(offset, 4) == 0x0201_4B50 else {
        throw damaged("its directory is cut off")
      }
      let nameLength = bytes.little(offset + 28, 2)
      let extraLength = bytes.little(offset + 30, 2)
      let next =
        offset + Self.entryLength + nameLength + extraLength + bytes.little(offset + 32, 2)
      guard next <= bytes.count else { throw damaged("its directory is cut off") }
      let nameStart = offset + Self.entryLength
      let name = String(decoding: bytes[nameStart..<nameStart + nameLength], as: UTF8.self)
      var sizes = [
        bytes.little(offset + 24, 4), bytes.little(offset + 20, 4), bytes.little(offset + 42, 4),
      ]
      Self.widen(
        &sizes, by: bytes[nameStart + nameLength..<nameStart + nameLength + extraLength])
      guard sizes.allSatisfy({ (0...Int.max >> 1).contains($0) }) else {
        throw damaged("part '\(Self.shown(name))' has an impossible size")
      }
      try check(name: name)
      entries.append(
        ZipEntry(
          name: name, nameLength: nameLength, flags: bytes.little(offset + 8, 2),
          method: bytes.little(offset + 10, 2), crc: UInt32(bytes.little(offset + 16, 4)),
          packedBytes: sizes[1], unpackedBytes: sizes[0], headerOffset: sizes[2] + shift))
      offset = next
    }
    // Other programs go by the directory's size, and would see other parts.
    if offset + 4 <= bytes.count, bytes.little(offset, 4) == 0x0201_4B50 {
      throw damaged("its directory has more parts than it says")
    }
  }

  /// 64-bit sizes stand in an extra field, only those that did not fit, in this order.
  private static func widen(_ sizes: inout [Int], by extra: ArraySlice<UInt8>) {
    let extra = Array(extra)
    var offset = 0
    while offset + 4 <= extra.count {
      let length = extra.little(offset + 2, 2)
      let end = min(offset + 4 + length, extra.count)
      if extra.little(offset, 2) == 1 {
        var value = offset + 4
        for index in sizes.indices where sizes[index] == 0xFFFF_FFFF && value + 8 <= end {
          sizes[index] = extra.little(value, 8)
          value += 8
        }
        return
      }
      offset += 4 + length
    }
  }

  /// Nothing is ever unpacked to disk, but a part named to climb out of a folder is an attack.
  private func check(name: String) throws(TabularError) {
    let steps = name.split(whereSeparator: { $0 == "/" || $0 == "\\" })
    guard !steps.contains(".."), !name.utf8.contains(0) else {
      throw file.failure(
        .corrupt,
        "has a part with an unsafe name ('\(Self.shown(name))'); do not trust this file")
    }
  }

  /// A name fit for a message: short, without control characters.
  static func shown(_ name: String) -> String {
    String(
      String.UnicodeScalarView(name.unicodeScalars.prefix(80).map { $0.value < 32 ? "?" : $0 }))
  }

  /// Every part has its own bytes: what lies in the file once is unpacked once.
  private mutating func checkSpaces(directoryOffset: Int) throws(TabularError) {
    let order = entries.indices.sorted { entries[$0].headerOffset < entries[$1].headerOffset }
    for (position, index) in order.enumerated() {
      let end =
        position + 1 < order.count ? entries[order[position + 1]].headerOffset : directoryOffset
      let entry = entries[index]
      guard entry.headerOffset + Self.headerLength + entry.nameLength <= end,
        entry.packedBytes <= end - entry.headerOffset - Self.headerLength - entry.nameLength
      else {
        let name = Self.shown(entry.name)
        if position + 1 < order.count, entry.headerOffset < directoryOffset {
          throw file.failure(
            .corrupt,
            "has parts that overlap ('\(name)' and "
              + "'\(Self.shown(entries[order[position + 1]].name))'); do not trust this file")
        }
        throw damaged("part '\(name)' lies outside the file")
      }
      entries[index].spaceEnd = end
    }
  }

  private func checkTotal() throws(TabularError) {
    var total = 0
    for entry in entries { total += min(entry.unpackedBytes, Int.max >> 20) }
    guard total <= max(limits.totalFloorBytes, file.byteCount.multipliedClamping(limits.ratio))
    else {
      throw file.failure(
        .limit,
        "says that it unpacks to \(total >> 20) MiB, more than \(limits.ratio) times its "
          + "size, as a file does that has a cell of millions of letters, or was made to do harm; "
          + "shorten that cell in a spreadsheet program, or do not trust this file")
    }
  }
}

extension Int {
  func multipliedClamping(_ other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}

extension [UInt8] {
  /// A little-endian number of up to eight bytes; negative when it does not fit.
  func little(_ offset: Int, _ count: Int) -> Int {
    var value: UInt64 = 0
    for index in 0..<count { value |= UInt64(self[offset + index]) << UInt64(8 * index) }
    return Int(truncatingIfNeeded: value)
  }
}

import Matching

/// Blocks of leads that share a blocking key, in order of the keys, as bytes.
///
/// Of a block: what its key is more than the one before (the page's first key before the first), the
/// number of its leads, the bytes that they take when there are many, and the leads in ascending
/// order, each as what it is more than the one before. Numbers are in groups of seven bits, the
/// lowest first, with the eighth bit set in all but the last (LEB128).
struct BlockPage: Sendable {
  let firstKey: UInt64
  private(set) var bytes: [UInt8] = []
  private var lastKey: UInt64

  /// Bytes of a page; only one of a single block is longer.
  static let size = 32_768
  /// Leads of a block whose bytes are counted, so that a reader can leap over them.
  fileprivate static let skippedFrom = 8

  init(firstKey: UInt64) {
    self.firstKey = firstKey
    lastKey = firstKey
  }

  var isFull: Bool { bytes.count >= Self.size }

  /// Appends a block whose key is higher than those before, with its leads in ascending order.
  mutating func append(_ key: UInt64, leads: ArraySlice<Int64>) {
    Self.append(key - lastKey, to: &bytes)
    Self.append(UInt64(leads.count), to: &bytes)
    lastKey = key
    guard leads.count >= Self.skippedFrom else {
      Self.append(leads, to: &bytes)
      return
    }
    var block: [UInt8] = []
    Self.append(leads, to: &block)
    Self.append(UInt64(block.count), to: &bytes)
    bytes += block
  }

  private static func append(_ leads: ArraySlice<Int64>, to bytes: inout [UInt8]) {
    var last: Int64 = 0
    for lead in leads {
      append(UInt64(bitPattern: lead &- last), to: &bytes)
      last = lead
    }
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

/// Goes over the blocks of a page.
struct BlockPageReader {
  private let bytes: [UInt8]
  private var position = 0
  /// Where the leads of the block begin.
  private var leadsStart = 0
  /// The key of the block that the reader stands at; before the first, that of the page.
  private(set) var key: UInt64
  /// Leads of the block that the reader stands at.
  private(set) var count = 0
  /// Places between blocks, with the keys before them: a reader that looks for a key begins there.
  private var marks: [(key: UInt64, position: Int)] = []

  /// Blocks between two marks.
  private static let markedBlocks = 32

  init(firstKey: UInt64, bytes: [UInt8]) {
    self.bytes = bytes
    key = firstKey
  }

  /// Goes to the next block; false behind the last.
  mutating func next() -> Bool {
    guard position < bytes.count else { return false }
    key += number(at: &position)
    count = Int(number(at: &position))
    guard count < BlockPage.skippedFrom else {
      let length = Int(number(at: &position))
      leadsStart = position
      position += length
      return true
    }
    leadsStart = position
    // Most keys are those of a lead or two: bytes are counted without being read as numbers.
    var left = count
    let end = bytes.count
    var place = position
    bytes.withUnsafeBufferPointer { bytes in
      while left > 0, place < end {
        if bytes[place] < 0x80 { left -= 1 }
        place += 1
      }
    }
    position = place
    return true
  }

  /// Bytes that the page takes.
  var size: Int { bytes.count }

  /// Marks places in a page that will be looked at again, before any block has been read.
  mutating func mark() {
    var reader = self
    var blocks = 0
    while reader.next() {
      blocks += 1
      if blocks % Self.markedBlocks == 0 { marks.append((reader.key, reader.position)) }
    }
  }

  /// Goes on to the first block whose key is not lower than one; false when there is none.
  mutating func next(from wanted: UInt64) -> Bool {
    if let mark = lastMark(before: wanted), mark.position > position {
      (key, position) = (mark.key, mark.position)
    }
    while next() {
      if key >= wanted { return true }
    }
    return false
  }

  /// The last mark behind keys that are all lower than one.
  private func lastMark(before wanted: UInt64) -> (key: UInt64, position: Int)? {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].key < wanted { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? marks[low - 1] : nil
  }

  /// Calls the closure with the leads of the block, in ascending order.
  func forEachLead(_ body: (Int64) -> Void) {
    var position = leadsStart
    var lead: Int64 = 0
    for _ in 0..<count {
      lead &+= Int64(bitPattern: number(at: &position))
      body(lead)
    }
  }

  @inline(__always)
  private func number(at position: inout Int) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return number
  }
}

/// Cuts blocks, in order of their keys, into pages.
struct BlockPaging: Sendable {
  private(set) var pages: [BlockPage] = []

  mutating func append(_ key: UInt64, leads: ArraySlice<Int64>) {
    if pages.last?.isFull ?? true { pages.append(BlockPage(firstKey: key)) }
    pages[pages.count - 1].append(key, leads: leads)
  }
}

import Glibc

/// Bytes that grow in place where the system lets them: no second copy of a large table while it
/// grows.
struct XLSXTextBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>?
  private(set) var count = 0
  private var capacity = 0
  private let maximumCount: Int

  private static let smallest = 64 << 10

  init(maximumCount: Int) {
    self.maximumCount = maximumCount
  }

  deinit { free(start) }

  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    guard let start else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: start + range.lowerBound, count: range.count)
  }

  /// Makes room for more bytes.
  ///
  /// - Returns: where they go; nil when there would be too many, or memory has run out.
  private mutating func reserve(_ more: Int) -> UnsafeMutablePointer<UInt8>? {
    guard count + more <= maximumCount else { return nil }
    if start == nil || count + more > capacity {
      let wanted = max(capacity + capacity / 2, count + more, Self.smallest)
      guard let grown = realloc(start, wanted) else { return nil }
      start = grown.assumingMemoryBound(to: UInt8.self)
      capacity = wanted
    }
    return start.map { $0 + count }
  }

  /// - Returns: false when there is no room; nothing is appended then.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    guard let room = reserve(bytes.count) else { return false }
    room.update(from: base, count: bytes.count)
    count += bytes.count
    return true
  }

  /// Appends character data with its references replaced and its line ends made one.
  ///
  /// - Returns: false, and nothing is appended, when a reference is wrong or there is no room.
  mutating func append(decoding bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    guard let room = reserve(bytes.count),
      let written = XMLText.decode(base, base + bytes.count, to: room)
    else { return false }
    count += written
    return true
  }

  mutating func removeLast(_ number: Int) {
    count -= number
  }
}

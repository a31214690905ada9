import Bytes

/// SHA-256 over rows of values. Lengths are part of it, so that no two lists of values look alike.
struct RowHasher: ~Copyable {
  private var stream = SHA256Stream()
  private var buffer: [UInt8] = []
  private(set) var rowCount = 0

  /// Bytes gathered before they are hashed: a few hundred rows.
  private static let batch = 1 << 16

  init() {
    buffer.reserveCapacity(Self.batch * 2)
  }

  mutating func addNull() { buffer.append(0) }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    buffer.append(1)
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: bytes.count).littleEndian) {
      buffer.append(contentsOf: $0)
    }
    buffer.append(contentsOf: bytes)
  }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  mutating func endRow() {
    buffer.append(2)
    rowCount += 1
    if buffer.count >= Self.batch { flush() }
  }

  /// The digest of all rows; ends the hasher.
  consuming func hex() -> String {
    flush()
    return stream.hex()
  }

  private mutating func flush() {
    buffer.withUnsafeBufferPointer { stream.update($0) }
    buffer.removeAll(keepingCapacity: true)
  }
}

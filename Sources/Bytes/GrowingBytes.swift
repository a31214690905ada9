import Glibc

/// Bytes that are written one by one, without the checks that an array makes for each.
///
/// Whoever makes one deallocates it.
struct GrowingBytes {
  private var base: UnsafeMutablePointer<UInt8>
  private var count = 0
  private var capacity = 256

  init() {
    base = .allocate(capacity: capacity)
  }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    base[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ run: UnsafeBufferPointer<UInt8>) {
    if count + run.count > capacity { grow(by: run.count) }
    if run.count < 16 {
      for index in 0..<run.count { base[count + index] = run[index] }
    } else if let start = run.baseAddress {
      memcpy(base + count, start, run.count)
    }
    count += run.count
  }

  private mutating func grow(by more: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: max(capacity * 2, count + more))
    memcpy(larger, base, count)
    base.deallocate()
    base = larger
    capacity = max(capacity * 2, count + more)
  }

  func deallocate() { base.deallocate() }
}

import Bytes
import Glibc

/// Distinct values, each once.
///
/// Values are numbered from 1 in the order in which they came; 0 is "no value".
package struct ValuePool: Sendable {
  /// All values, one behind the other.
  private(set) var bytes: [UInt8] = []
  private var ends: [UInt32] = [0]
  /// The values' hashes.
  private var hashes: [UInt32] = [0]
  /// Open addressing: a value's hash above, its number below; 0 is a free place.
  private var places: [UInt64] = Array(repeating: 0, count: 64)

  package init() {}

  /// Numbers in use, the one of "no value" included.
  package var count: Int { ends.count }

  /// The number of a value, given when it comes for the first time.
  package mutating func number(of value: borrowing Span<UInt8>) -> UInt32 {
    guard !value.isEmpty else { return 0 }
    return value.withUnsafeBufferPointer { number(of: $0, hash: Self.hash($0)) }
  }

  private mutating func number(of value: UnsafeBufferPointer<UInt8>, hash: UInt32) -> UInt32 {
    if ends.count * 2 > places.count { grow() }
    let place = place(of: value, hash: hash)
    if places[place] != 0 { return UInt32(truncatingIfNeeded: places[place]) }
    let number = UInt32(ends.count)
    bytes.append(contentsOf: value)
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    places[place] = UInt64(hash) << 32 | UInt64(number)
    return number
  }

  /// The numbers here of all values of another pool, by their numbers there.
  mutating func numbers(of other: ValuePool) -> [UInt32] {
    var numbers: [UInt32] = [0]
    numbers.reserveCapacity(other.count)
    other.bytes.withUnsafeBufferPointer { bytes in
      for value in 1..<max(1, UInt32(other.count)) {
        numbers.append(
          number(
            of: UnsafeBufferPointer(rebasing: bytes[other.range(of: value)]),
            hash: other.hashes[Int(value)]))
      }
    }
    return numbers
  }

  /// The hash of a value, by its number.
  func hash(of number: UInt32) -> UInt32 { hashes[Int(number)] }

  /// Calls the closure with the numbers of each value that is in another pool too: here and there.
  func forEachShared(with other: ValuePool, _ body: (UInt32, UInt32) -> Void) {
    // The smaller one is gone through.
    if other.count < count { return other.forEachShared(with: self) { body($1, $0) } }
    bytes.withUnsafeBufferPointer { bytes in
      for number in 1..<max(1, UInt32(count)) {
        let value = UnsafeBufferPointer(rebasing: bytes[range(of: number)])
        let place = other.places[other.place(of: value, hash: hashes[Int(number)])]
        if place != 0 { body(number, UInt32(truncatingIfNeeded: place)) }
      }
    }
  }

  /// Where a value stands, or would.
  private func place(of value: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    let mask = places.count - 1
    var place = Int(hash) & mask
    while places[place] != 0 {
      if places[place] >> 32 == UInt64(hash),
        isEqual(value, to: range(of: UInt32(truncatingIfNeeded: places[place])))
      {
        break
      }
      place = (place + 1) & mask
    }
    return place
  }

  private func isEqual(_ value: UnsafeBufferPointer<UInt8>, to range: Range<Int>) -> Bool {
    guard value.count == range.count else { return false }
    return bytes.withUnsafeBufferPointer {
      guard let one = $0.baseAddress, let other = value.baseAddress else { return true }
      return memcmp(one + range.lowerBound, other, value.count) == 0
    }
  }

  /// Where a value stands in `bytes`; empty for "no value".
  package func range(of number: UInt32) -> Range<Int> {
    guard number > 0 else { return 0..<0 }
    return Int(ends[Int(number) - 1])..<Int(ends[Int(number)])
  }

  package func text(of number: UInt32) -> String {
    String(decoding: bytes[range(of: number)], as: UTF8.self)
  }

  private mutating func grow() {
    let old = places
    places = Array(repeating: 0, count: old.count * 2)
    let mask = places.count - 1
    for entry in old where entry != 0 {
      var place = Int(entry >> 32) & mask
      while places[place] != 0 { place = (place + 1) & mask }
      places[place] = entry
    }
  }

  private static func hash(_ value: UnsafeBufferPointer<UInt8>) -> UInt32 {
    UInt32(truncatingIfNeeded: Hash64.of(value))
  }
}

extension Span where Element == UInt8 {
  func isEqual(to other: borrowing Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }
}

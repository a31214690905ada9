import Bytes

/// Distinct values, each once.
///
/// Values are numbered from 1 in the order in which they came; 0 is "no value".
package struct ValuePool: Sendable {
  /// All values, one behind the other.
  private(set) var bytes: [UInt8] = []
  private var ends: [UInt32] = [0]
  /// Open addressing over the values' numbers; 0 is a free place.
  private var places: [UInt32] = Array(repeating: 0, count: 64)

  package init() {}

  /// Numbers in use, the one of "no value" included.
  package var count: Int { ends.count }

  /// The number of a value, given when it comes for the first time.
  package mutating func number(of value: borrowing Span<UInt8>) -> UInt32 {
    guard !value.isEmpty else { return 0 }
    if ends.count * 2 > places.count { grow() }
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: Self.hash(value)) & mask
    while places[place] != 0 {
      let number = places[place]
      if bytes.span.extracting(range(of: number)).isEqual(to: value) { return number }
      place = (place + 1) & mask
    }
    for index in value.indices { bytes.append(value[index]) }
    ends.append(UInt32(bytes.count))
    places[place] = UInt32(ends.count - 1)
    return UInt32(ends.count - 1)
  }

  /// The numbers here of all values of another pool, by their numbers there.
  mutating func numbers(of other: ValuePool) -> [UInt32] {
    var numbers: [UInt32] = [0]
    numbers.reserveCapacity(other.count)
    for value in 1..<max(1, UInt32(other.count)) {
      numbers.append(number(of: other.bytes.span.extracting(other.range(of: value))))
    }
    return numbers
  }

  /// The number of a value that came before; nil for one that did not.
  func knownNumber(of value: borrowing Span<UInt8>) -> UInt32? {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: Self.hash(value)) & mask
    while places[place] != 0 {
      if bytes.span.extracting(range(of: places[place])).isEqual(to: value) { return places[place] }
      place = (place + 1) & mask
    }
    return nil
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
    places = Array(repeating: 0, count: places.count * 4)
    let mask = places.count - 1
    for number in 1..<UInt32(ends.count) {
      var place =
        Int(truncatingIfNeeded: Self.hash(bytes.span.extracting(range(of: number)))) & mask
      while places[place] != 0 { place = (place + 1) & mask }
      places[place] = number
    }
  }

  private static func hash(_ value: borrowing Span<UInt8>) -> UInt64 {
    value.withUnsafeBufferPointer { Hash64.of($0) }
  }
}

extension Span where Element == UInt8 {
  func isEqual(to other: borrowing Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }
}

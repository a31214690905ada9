import Bytes

/// Counts different values in bounded memory: exactly up to a number of them, then by estimate.
///
/// - Source: Flajolet, Fusy, Gandouet, Meunier 2007, HyperLogLog, with 4,096 registers: a standard
///   error of 1.6 percent.
package struct DistinctCounter: Sendable {
  private var hashes: Set<UInt64> = []
  /// Longest run of zeros seen in each register; empty while the count is exact.
  private var registers: [UInt8] = []

  /// Beyond it the count is an estimate: 10,000 hashes are half a megabyte a column.
  package static let exactLimit = 10_000
  private static let registerBits = 12

  package init() {}

  /// Whether `count` is exact.
  package var isExact: Bool { registers.isEmpty }

  package mutating func add(_ value: UnsafeBufferPointer<UInt8>) {
    let hash = Hash64.of(value)
    guard registers.isEmpty else {
      note(hash)
      return
    }
    hashes.insert(hash)
    if hashes.count > Self.exactLimit {
      registers = [UInt8](repeating: 0, count: 1 << Self.registerBits)
      for hash in hashes { note(hash) }
      hashes = []
    }
  }

  @inline(__always)
  private mutating func note(_ hash: UInt64) {
    let register = Int(hash >> UInt64(64 - Self.registerBits))
    let rest = hash << UInt64(Self.registerBits) | 1 << UInt64(Self.registerBits - 1)
    let rank = UInt8(rest.leadingZeroBitCount + 1)
    if rank > registers[register] { registers[register] = rank }
  }

  package var count: Int {
    if registers.isEmpty { return hashes.count }
    let size = Double(registers.count)
    var sum = 0.0
    for rank in registers { sum += 1 / Double(UInt64(1) << UInt64(rank)) }
    // The constant of the paper for this many registers. Above 10,000 values none of its
    // corrections for small counts is due.
    return Int((0.7213 / (1 + 1.079 / size) * size * size / sum).rounded())
  }
}

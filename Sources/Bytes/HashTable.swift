/// Hashes and the order in which they came, in a table of open addressing.
///
/// The hashes are well spread already, as those of `Hash64`: a look costs a read or two, where the
/// standard library's `Set` and `Dictionary` would hash the hash again.
package struct HashTable: Sendable {
  /// The hash in each slot, 0 in a free one; there are at least twice as many slots as hashes.
  private var slots: [UInt64]
  /// Of the hash in each slot, which it was.
  private var positions: [Int32]

  /// - Parameter hashes: of those that are equal the first counts.
  package init(_ hashes: [UInt64] = []) {
    var size = 2
    while size < 2 * hashes.count { size *= 2 }
    slots = Array(repeating: 0, count: size)
    positions = Array(repeating: 0, count: size)
    for (position, hash) in hashes.enumerated() {
      let slot = self.slot(of: hash)
      guard slots[slot] == 0 else { continue }
      slots[slot] = Self.key(hash)
      positions[slot] = Int32(truncatingIfNeeded: position)
    }
  }

  package func contains(_ hash: UInt64) -> Bool { slots[slot(of: hash)] != 0 }

  /// Which of the hashes it was, from 0; nil for none of them.
  package func position(of hash: UInt64) -> Int? {
    let slot = slot(of: hash)
    return slots[slot] == 0 ? nil : Int(positions[slot])
  }

  /// The slot that holds a hash, or the free one where it would stand.
  private func slot(of hash: UInt64) -> Int {
    let (key, mask) = (Self.key(hash), slots.count - 1)
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  /// 0 marks a free slot: the hash 0 counts as 1.
  private static func key(_ hash: UInt64) -> UInt64 { max(hash, 1) }
}

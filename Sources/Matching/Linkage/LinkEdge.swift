/// Two records that are probably one person.
package struct LinkEdge: Sendable, Equatable {
  /// Positions of the records, the lower first.
  package let left: Int
  package let right: Int
  /// Match weight in bits.
  package let weight: Double

  package init(left: Int, right: Int, weight: Double) {
    self.left = left
    self.right = right
    self.weight = weight
  }
}

/// Ids of the records of consent and do-not-contact entries that a row makes besides its own: one for
/// each further address or number that it names, below zero, where no row's own record is.
///
/// The queries that look for them compute the same.
package enum FurtherRecordID {
  /// Twice what a cell has room for: of a megabyte at seven bytes for the shortest address.
  private static let mostOfRow: Int64 = 524_288
  /// From here on: records that stand for a row that was rejected, until it is corrected.
  private static let firstHeld: Int64 = 262_144

  /// The id of a record that counts as its row says; `number` is from 0. Nil for one too many.
  package static func id(row: Int64, number: Int) -> Int64? {
    number < firstHeld - 2 ? -(row * mostOfRow + Int64(number)) : nil
  }

  /// What a row said before another one with the same id of the supplier took its record's place.
  package static func replacedID(row: Int64) -> Int64 { -(row * mostOfRow + firstHeld - 1) }

  /// What a row refuses that is not taken for another reason.
  package static func refusedID(row: Int64) -> Int64 { -(row * mostOfRow + firstHeld - 2) }

  /// As `id`, for what a rejected row holds back.
  package static func heldID(row: Int64, number: Int) -> Int64? {
    number < mostOfRow - firstHeld ? -(row * mostOfRow + firstHeld + Int64(number)) : nil
  }

  /// The source row that a further record came with; nil for a record of its own.
  package static func row(of id: Int64) -> Int64? { id < 0 ? -id / mostOfRow : nil }
}

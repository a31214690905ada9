import Matching
import Store

/// Reads the columns of `dedupe-link-fields`.
enum LinkColumns {
  /// Appends the leads of a range of ids.
  static func read(
    _ range: ClosedRange<Int64>, from database: Database, reader: inout LinkReader,
    into records: inout LinkRecords
  ) throws {
    try database.query("dedupe-link-fields").rows(.int(range.lowerBound), .int(range.upperBound)) {
      row in
      var input = LinkInput()
      // The columns' bytes live until the next step.
      input.fullName = row.withTextBytes(1) { $0 }
      input.firstName = row.withTextBytes(2) { $0 }
      input.lastName = row.withTextBytes(3) { $0 }
      input.email = row.withTextBytes(4) { $0 }
      input.phone = row.withTextBytes(5) { $0 }
      input.company = row.withTextBytes(6) { $0 }
      input.street = row.withTextBytes(7) { $0 }
      input.city = row.withTextBytes(8) { $0 }
      input.postcode = row.withTextBytes(9) { $0 }
      input.region = row.withTextBytes(10) { $0 }
      input.jobTitle = row.withTextBytes(11) { $0 }
      input.bornOn = row.optionalInt(12).map { Int($0) }
      reader.read(row.int(0), input, into: &records)
    }
  }

  /// Appends leads given by ascending ids, those that exist: neighbours are read in one go.
  static func read(
    _ ids: [Int64], from database: Database, reader: inout LinkReader,
    into records: inout LinkRecords
  ) throws {
    var index = 0
    while index < ids.count {
      let first = index
      while index + 1 < ids.count, ids[index + 1] == ids[index] + 1 { index += 1 }
      try read(ids[first]...ids[index], from: database, reader: &reader, into: &records)
      index += 1
    }
  }
}

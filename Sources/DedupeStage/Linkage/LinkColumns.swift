import Bytes
import LeadModel
import Matching
import Store

/// Reads the columns of `dedupe-link-fields`.
enum LinkColumns {
  /// Appends the lead of a row.
  static func read(_ row: Statement, _ reader: inout LinkReader, into records: inout LinkRecords) {
    var input = LinkInput()
    // The columns' bytes live until the next step.
    if row.withTextBytes(2, { ASCII.equal($0, "valid") }) {
      input.email = row.withTextBytes(1) { $0 }
    }
    if row.withTextBytes(4, { ASCII.equal($0, "valid") || ASCII.equal($0, "possible") }) {
      input.phone = row.withTextBytes(3) { $0 }
    }
    input.company = row.withTextBytes(5) { $0 }
    input.fullName = row.withTextBytes(6) { $0 }
    input.firstName = row.withTextBytes(7) { $0 }
    input.lastName = row.withTextBytes(8) { $0 }
    input.street = row.withTextBytes(9) { $0 }
    input.city = row.withTextBytes(10) { $0 }
    input.postcode = row.withTextBytes(11) { $0 }
    input.region = row.withTextBytes(12) { $0 }
    input.jobTitle = row.withTextBytes(13) { $0 }
    input.bornOn = row.optionalInt(14).map { Int($0) }
    input.website = row.withTextBytes(15) { $0 }
    reader.read(row.int(0), input, into: &records)
  }

  /// Appends leads given by ascending ids, those that exist: neighbours are read in one go.
  static func read(
    _ ids: [Int64], from database: Database, reader: inout LinkReader,
    into records: inout LinkRecords
  ) throws {
    let statement = try database.query("dedupe-link-fields")
    var index = 0
    while index < ids.count {
      let first = index
      while index + 1 < ids.count, ids[index + 1] == ids[index] + 1 { index += 1 }
      try statement.rows(.int(ids[first]), .int(ids[index])) { read($0, &reader, into: &records) }
      index += 1
    }
  }

  /// Appends a record that is not in the base, from the columns of a validated lead as texts.
  static func read(
    _ id: Int64, _ values: [String: String], reader: inout LinkReader,
    into records: inout LinkRecords
  ) {
    var bytes: [UInt8] = []
    func append(_ column: String, if isUsed: Bool = true) -> Range<Int> {
      let start = bytes.count
      if isUsed { bytes += Array((values[column] ?? "").utf8) }
      return start..<bytes.count
    }
    let ranges = [
      append("full_name"), append("first_name"), append("last_name"),
      append("email", if: values["email_status"] == "valid"),
      append("phone", if: ["valid", "possible"].contains(values["phone_status"])),
      append("company"), append("street"), append("city"), append("postcode"), append("region"),
      append("job_title"), append("website"),
    ]
    bytes.withUnsafeBufferPointer { bytes in
      func text(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[ranges[index]])
      }
      var input = LinkInput()
      input.fullName = text(0)
      input.firstName = text(1)
      input.lastName = text(2)
      input.email = text(3)
      input.phone = text(4)
      input.company = text(5)
      input.street = text(6)
      input.city = text(7)
      input.postcode = text(8)
      input.region = text(9)
      input.jobTitle = text(10)
      input.website = text(11)
      if let seconds = values["born_on"].flatMap({ Int64($0) }) {
        let date = Timestamp(seconds: seconds).date
        input.bornOn = date.year * 10_000 + date.month * 100 + date.day
      }
      reader.read(id, input, into: &records)
    }
  }
}

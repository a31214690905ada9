import Bytes
import Matching
import Store

/// Reads the columns of `dedupe-key-fields`.
struct KeyColumns {
  static func read<R>(_ row: Statement, _ body: (Int64, KeyFields) throws -> R) rethrows -> R {
    var fields = KeyFields()
    fields.isEmailValid = row.withTextBytes(2) { ASCII.equal($0, "valid") }
    row.withTextBytes(4) {
      fields.isPhoneValid = ASCII.equal($0, "valid")
      fields.isPhonePossible = ASCII.equal($0, "possible")
    }
    // The columns' bytes live until the next step.
    fields.email = row.withTextBytes(1) { $0 }
    fields.phone = row.withTextBytes(3) { $0 }
    fields.company = row.withTextBytes(5) { $0 }
    fields.fullName = row.withTextBytes(6) { $0 }
    fields.firstName = row.withTextBytes(7) { $0 }
    fields.lastName = row.withTextBytes(8) { $0 }
    return try body(row.int(0), fields)
  }

  /// Keys and key values of one lead; nil when there is no such lead.
  static func lead(
    _ id: Int64, in database: Database, maker: inout KeyMaker
  ) throws -> ClusterLead? {
    let statement = try database.query("dedupe-key-fields")
    return try statement.first(.int(id), .int(id)) { row in
      read(row) { id, fields in
        maker.lead(id, fields)
      }
    }
  }
}

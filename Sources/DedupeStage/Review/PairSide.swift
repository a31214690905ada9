import Store

/// One of two leads that are held beside each other.
package struct PairSide: Sendable {
  package let lead: Int64
  /// The person that it belongs to now; nil for a lead that was not linked yet.
  package let entity: Int64?
  /// What people read, by the names of `PairSide.fields`; empty for none.
  package let values: [String: String]

  /// The names of the values, in the order in which they are shown.
  package static let fields = [
    "full_name", "first_name", "last_name", "born_on", "email", "phone", "company", "job_title",
    "website", "street", "postcode", "city", "region", "country", "supplier", "external_id",
    "created_at",
  ]

  /// - Returns: nil when there is no such lead.
  init?(_ lead: Int64, in database: Database) throws {
    let found = try database.query("dedupe-pair-side").first(.int(lead)) { row in
      (
        entity: row.optionalInt(0),
        values: Self.fields.indices.map { row.optionalText($0 + 1) ?? "" }
      )
    }
    guard let found else { return nil }
    self.lead = lead
    entity = found.entity
    values = Dictionary(uniqueKeysWithValues: zip(Self.fields, found.values))
  }

  package subscript(field: String) -> String { values[field] ?? "" }
}

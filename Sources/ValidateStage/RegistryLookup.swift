import Bytes
package import Store

/// The do-not-contact entries of a base that name one person: what the stage has in memory for all of
/// them, asked for one.
package struct RegistryLookup {
  private let database: Database

  package init(database: Database) { self.database = database }

  /// The entries that count for a normalised address and an E.164 number.
  ///
  /// - Throws: `DatabaseError`.
  func entries(email: String?, phone: String?) throws -> SuppressionIndex {
    var entries = SuppressionIndex()
    let digests =
      (email.map { DigestKinds.all.digests(ofEmail: $0) } ?? [])
      + (phone.map { DigestKinds.all.digests(ofPhone: $0) } ?? [])
    try database.query("validate-suppressions-of").rows(
      SQLValue(email), SQLValue(phone), .text(CellJSON.encode(digests)),
      .text(CellJSON.encode(Self.domains(of: email)))
    ) { row in
      entries.add(
        email: row.optionalText(0), phone: row.optionalText(1), emailDigest: row.optionalText(2),
        phoneDigest: row.optionalText(3), domain: row.optionalText(4),
        channels: ChannelMask(channels: row.text(5)))
    }
    return entries
  }

  /// An address's domain and all above it.
  private static func domains(of email: String?) -> [String] {
    guard let email, let at = email.lastIndex(of: "@") else { return [] }
    let labels = email[email.index(after: at)...].split(separator: ".")
    return labels.indices.map { labels[$0...].joined(separator: ".") }
  }
}

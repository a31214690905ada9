import Bytes
import LeadModel
package import Store

/// The do-not-contact entries of a base that name one person: what the stage has in memory for all of
/// them, asked for one.
package struct RegistryLookup {
  private let database: Database

  package init(database: Database) { self.database = database }

  /// The entries that count for normalised addresses and E.164 numbers.
  ///
  /// - Throws: `DatabaseError`.
  func entries(emails: [String], phones: [String]) throws -> SuppressionIndex {
    var entries = SuppressionIndex()
    for email in emails { try add(email: email, phone: nil, to: &entries) }
    for phone in phones { try add(email: nil, phone: phone, to: &entries) }
    return entries
  }

  /// What somebody refused by one of some addresses and numbers, and has not agreed to since: the
  /// channels, and since when.
  ///
  /// - Throws: `DatabaseError`.
  func refusals(emails: [String], phones: [String]) throws -> [(channel: String, at: Timestamp?)] {
    var found: [String: Int64] = [:]
    func ask(_ email: String?, _ phone: String?) throws {
      try database.query("validate-refusals-of").rows(SQLValue(email), SQLValue(phone)) { row in
        // One without a date is as new as any.
        found[row.text(0)] = max(found[row.text(0)] ?? .min, row.optionalInt(1) ?? .max)
      }
    }
    for email in emails { try ask(email, nil) }
    for phone in phones { try ask(nil, phone) }
    return found.sorted { $0.key < $1.key }.map { channel, at in
      (channel, at == .max ? nil : Timestamp(seconds: at))
    }
  }

  private func add(email: String?, phone: String?, to entries: inout SuppressionIndex) throws {
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
  }

  /// An address's domain and all above it.
  private static func domains(of email: String?) -> [String] {
    guard let email, let at = email.lastIndex(of: "@") else { return [] }
    let labels = email[email.index(after: at)...].split(separator: ".")
    return labels.indices.map { labels[$0...].joined(separator: ".") }
  }
}

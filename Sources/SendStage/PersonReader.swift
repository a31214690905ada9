import Bytes
import LeadModel
import Sequencing
import Store

/// Gathers what the store knows about a person.
///
/// Addresses are compared in lower case; numbers are E.164.
final class PersonReader {
  private let database: Database
  private let zones = ZoneCache()

  init(_ database: Database) {
    self.database = database
  }

  /// The person behind an entity id, which may have been merged away since.
  ///
  /// - Returns: a person that counts as erased when the base has nobody under the id.
  func read(entity id: Int64) throws -> Person {
    var id = id
    // Merges of merges; a loop in the data must not become one here.
    for _ in 0..<16 {
      if let person = try readSurviving(id) { return person }
      let next = try database.query("send-redirect").first(.int(id)) { $0.int(0) }
      guard let next else { break }
      id = next
    }
    return .gone(entityID: id)
  }

  private func readSurviving(_ id: Int64) throws -> Person? {
    var person = try database.query("send-person").first(.int(id)) { row in
      var person = Person(entityID: id)
      person.name = row.text(0)
      person.values = [
        .fullName: row.text(0), .firstName: row.text(1), .lastName: row.text(2),
        .jobTitle: row.text(8), .city: row.text(9), .country: row.text(10),
        .industry: row.text(11), .companyName: row.text(12),
      ]
      person.facts.email = row.optionalText(3)
      person.facts.emailStatus = row.text(4)
      person.facts.mxStatus = row.text(5)
      person.facts.phone = row.optionalText(6)
      person.facts.phoneStatus = row.text(7)
      person.facts.zone = zones.zone(row.optionalText(13))
      person.facts.dndChannels = Set(row.text(14).split(separator: ",").map(Self.channel))
      person.facts.isQuarantined = row.int(15) != 0
      return person
    }
    guard person != nil else { return nil }
    let email = person?.facts.email
    let phone = person?.facts.phone
    person?.facts.consent = try consent(entity: id, email: email, phone: phone)
    let hashes = Hashes(email: email, phone: phone)
    person?.facts.suppressions = try suppressions(email: email, phone: phone, hashes)
    person?.facts.isErased =
      try database.query("send-erased").first(
        SQLValue(hashes.erasedEmail), SQLValue(hashes.erasedPhone)
      ) { _ in true } ?? false
    if let email { person?.facts.stops = try stops(email) }
    return person
  }

  private func consent(entity: Int64, email: String?, phone: String?) throws -> [ConsentEvidence] {
    var evidence: [ConsentEvidence] = []
    try database.query("send-lead-consent").rows(.int(entity)) { row in
      guard let status = ConsentEvidence.Status(rawValue: row.text(1)) else { return }
      let source = row.optionalText(3) ?? "source not recorded"
      // What a form or list asked is not limited to a channel or purpose.
      evidence.append(
        ConsentEvidence(
          status: status, at: Self.time(row, 2), channel: .any, purpose: "", source: source))
    }
    try database.query("send-consent").rows(SQLValue(email), SQLValue(phone)) { row in
      guard let status = ConsentEvidence.Status(rawValue: row.text(1)) else { return }
      evidence.append(
        ConsentEvidence(
          status: status, at: Self.time(row, 2), channel: Self.channel(row.text(3)),
          purpose: row.text(4), expiresAt: Self.time(row, 5),
          source: row.optionalText(6) ?? "source not recorded"))
    }
    return evidence
  }

  private func suppressions(
    email: String?, phone: String?, _ hashes: Hashes
  ) throws -> [SuppressionHit] {
    var hits: [SuppressionHit] = []
    func add(_ row: Statement) {
      hits.append(
        SuppressionHit(
          registry: row.text(0), channel: Self.channel(row.text(1)), matchedBy: row.text(2)))
    }
    try database.query("send-suppression").rows(
      SQLValue(email), SQLValue(hashes.email), SQLValue(phone), SQLValue(hashes.phone), body: add)
    for domain in Self.domains(of: email) {
      try database.query("send-suppressed-domain").rows(.text(domain), body: add)
    }
    return hits
  }

  private func stops(_ email: String) throws -> [StopEvent: Timestamp] {
    var stops: [StopEvent: Timestamp] = [:]
    try database.query("send-stops").rows(.text(email)) { row in
      if let event = StopEvent(rawValue: row.text(0)) { stops[event] = Self.time(row, 1) }
    }
    stops[.converted] = try database.query("send-conversion").first(.text(email)) {
      Timestamp(seconds: $0.int(0))
    }
    return stops
  }

  private static func time(_ row: Statement, _ column: Int) -> Timestamp? {
    row.optionalInt(column).map(Timestamp.init(seconds:))
  }

  /// A channel that the program does not know concerns all of them.
  private static func channel(_ name: some StringProtocol) -> Channel {
    Channel(rawValue: String(name)) ?? .any
  }

  /// The address's domain and those above it, of two labels at least.
  static func domains(of email: String?) -> [String] {
    guard let email, let at = email.lastIndex(of: "@") else { return [] }
    let labels = email[email.index(after: at)...].lowercased().split(separator: ".")
    guard labels.count > 1 else { return [] }
    return (0..<labels.count - 1).map { labels[$0...].joined(separator: ".") }
  }

  /// What registries of hashes and the list of the erased call a person.
  private struct Hashes {
    var email: String?
    var phone: String?
    var erasedEmail: String?
    var erasedPhone: String?

    init(email address: String?, phone number: String?) {
      if let address = address?.lowercased() {
        email = SHA256Digest.hex(address)
        erasedEmail = SHA256Digest.hex("email:" + address)
      }
      if let number {
        phone = SHA256Digest.hex(number)
        erasedPhone = SHA256Digest.hex("phone:" + number)
      }
    }
  }
}

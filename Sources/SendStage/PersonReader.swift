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
  /// Addresses that refused messages, by the key of their mailbox, where it may have others; nil until
  /// somebody asks.
  private var refused: [Int64: [String]]?
  private var countries = LawCountry()
  let sharedNumbers: SharedNumbers

  init(_ database: Database) {
    self.database = database
    sharedNumbers = SharedNumbers(database)
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
    let found = try database.query("send-person").first(.int(id)) { row in
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
      let blocked = row.text(14)
      person.facts.dndChannels = blocked.isEmpty ? [] : Channel.list(blocked)
      person.facts.isQuarantined = row.int(15) != 0
      (person.facts.country, person.facts.countryDoubt) = countries.read(row)
      person.facts.isBusiness = Self.isIn(row.optionalText(16), row.optionalText(3))
      return person
    }
    guard var person = found else { return nil }
    let email = person.facts.email
    let phone = person.facts.phone
    person.facts.consent = try consent(entity: id, email: email, phone: phone)
    person.facts.birthDate = try database.query("send-birth").first(.int(id), SQLValue(email)) {
      Self.time($0, 0)?.date
    }?.flatMap { $0 }
    let hashes = Hashes(email: email, phone: phone)
    person.facts.suppressions = try suppressions(email: email, phone: phone, hashes)
    for domain in Self.domains(of: email) {
      try database.query("send-suppressed-domain").rows(.text(domain)) {
        person.facts.suppressions.append(Self.hit($0))
      }
    }
    person.facts.isErased =
      try database.query("send-erased").first(
        SQLValue(hashes.erasedEmail), SQLValue(hashes.erasedPhone)
      ) { _ in true } ?? false
    if let email {
      person.facts.stops = try stops(email)
      try database.query("send-stops-by-message").rows(.int(id), .text(email)) {
        Self.note($0, in: &person.facts.stops)
      }
      try addWishes(under: otherAddresses(ofEntity: id, email), to: &person.facts)
    }
    try addWishes(underPhonesOf: id, besides: phone, to: &person.facts)
    return person
  }

  private func otherAddresses(ofEntity id: Int64, _ email: String) throws -> [String] {
    var addresses: [String] = []
    try database.query("send-other-addresses").rows(.int(id), .text(email)) {
      addresses.append($0.text(0))
    }
    return addresses + (try sameMailbox(as: [email] + addresses))
  }

  /// Addresses under which somebody refused, and which reach the mailbox of one of these: with dots, a
  /// tag or another domain of the provider.
  private func sameMailbox(as addresses: [String]) throws -> [String] {
    let foldable = addresses.filter(MailboxName.mayHaveOthers)
    guard !foldable.isEmpty else { return [] }
    let refused = try self.refused ?? loadRefused()
    self.refused = refused
    let known = Set(addresses.map { $0.lowercased() })
    let keys = Set(foldable.map { KeyHash.email($0) })
    return Set(keys.flatMap { refused[$0] ?? [] }).subtracting(known).sorted()
  }

  private func loadRefused() throws -> [Int64: [String]] {
    var refused: [Int64: [String]] = [:]
    try database.query("send-refused-addresses").rows { row in
      let address = row.text(0)
      if MailboxName.mayHaveOthers(address) {
        refused[KeyHash.email(address), default: []].append(address)
      }
    }
    return refused
  }

  /// Whoever says no under one address has said it: what a person was granted, and whether mail
  /// reaches her, depends on the address; what she refused does not.
  private func addWishes(under addresses: [String], to facts: inout RecipientFacts) throws {
    for address in addresses {
      try database.query("send-refusals").rows(.text(address)) { row in
        if let record = Self.evidence(row) { facts.consent.append(record) }
      }
      facts.suppressions += try suppressions(
        email: address, phone: nil, Hashes(email: address, phone: nil))
      var others = try stops(address)
      others[.bounce] = nil
      facts.stops.merge(others) { max($0, $1) }
    }
  }

  /// The same of further numbers.
  private func addWishes(
    underPhonesOf id: Int64, besides phone: String?, to facts: inout RecipientFacts
  ) throws {
    var numbers: [String] = []
    try database.query("send-other-phones").rows(.int(id), SQLValue(phone)) {
      numbers.append($0.text(0))
    }
    for number in numbers {
      try database.query("send-refusals-by-phone").rows(Self.spellings(of: number)) { row in
        if let record = Self.evidence(row) { facts.consent.append(record) }
      }
      facts.suppressions += try suppressions(
        email: nil, phone: number, Hashes(email: nil, phone: number))
    }
  }

  private func consent(entity: Int64, email: String?, phone: String?) throws -> [ConsentEvidence] {
    var evidence: [ConsentEvidence] = []
    try database.query("send-lead-consent").rows(.int(entity)) { row in
      guard let status = ConsentEvidence.Status(rawValue: row.text(1)) else { return }
      let source = row.optionalText(3) ?? "source not recorded"
      // What a form or list asked is not limited to a channel or purpose.
      var record = ConsentEvidence(
        status: status, at: Self.time(row, 2), channels: [.any], purpose: "",
        expiresAt: Self.time(row, 7), source: source)
      record.hasWording = !row.text(4).isEmpty
      record.confirmedAt = Self.time(row, 5)
      record.hasGuardian = row.text(6) == ConsentEvidence.Status.granted.rawValue
      evidence.append(record)
    }
    var byNumber: [(place: Int, row: Int64, phone: String)] = []
    try database.query("send-consent").rows(
      SQLValue(email), SQLValue(phone), Self.spellings(of: phone)
    ) { row in
      guard let record = Self.evidence(row) else { return }
      // What validation doubts grants nothing until somebody has completed it.
      if record.status == .granted, row.int(13) != 0 { return }
      if let phone, row.int(11) != 0 { byNumber.append((evidence.count, row.int(12), phone)) }
      evidence.append(record)
    }
    for grant in byNumber {
      evidence[grant.place].isOfSeveral = try sharedNumbers.isNobodys(
        grantOfRow: grant.row, by: grant.phone)
    }
    return evidence
  }

  /// How a number may be written in a refusal: a JSON array.
  private static func spellings(of phone: String?) -> SQLValue {
    .text(CellJSON.encode(phone.map { PersonSpelling.all(ofPhone: $0) } ?? []))
  }

  /// A record of the consent table.
  private static func evidence(_ row: Statement) -> ConsentEvidence? {
    ConsentEvidence.Status(rawValue: row.text(1)).map { status in
      var record = ConsentEvidence(
        status: status, at: time(row, 2), channels: Channel.list(row.text(3)), purpose: row.text(4),
        expiresAt: time(row, 5), source: row.optionalText(6) ?? "source not recorded")
      record.basis = row.optionalText(7)
      record.hasWording = !row.text(8).isEmpty
      record.confirmedAt = time(row, 9)
      record.hasGuardian = row.text(10) == ConsentEvidence.Status.granted.rawValue
      return record
    }
  }

  /// Entries that name an address or a number, openly or by a hash.
  private func suppressions(
    email: String?, phone: String?, _ hashes: Hashes
  ) throws -> [SuppressionHit] {
    var hits: [SuppressionHit] = []
    try database.query("send-suppression").rows(
      SQLValue(email), .text(hashes.email), SQLValue(phone), .text(hashes.phone)
    ) { hits.append(Self.hit($0)) }
    return hits
  }

  private static func hit(_ row: Statement) -> SuppressionHit {
    SuppressionHit(
      registry: row.text(0), channels: Channel.list(row.text(1)), matchedBy: row.text(2),
      category: row.text(3))
  }

  private func stops(_ email: String) throws -> [StopEvent: Timestamp] {
    var stops: [StopEvent: Timestamp] = [:]
    try database.query("send-stops").rows(.text(email)) { row in
      Self.note(row, in: &stops)
    }
    stops[.converted] = try database.query("send-conversion").first(.text(email)) {
      Timestamp(seconds: $0.int(0))
    }
    return stops
  }

  private static func note(_ row: Statement, in stops: inout [StopEvent: Timestamp]) {
    guard let event = StopEvent(rawValue: row.text(0)), let at = time(row, 1) else { return }
    stops[event] = max(at, stops[event] ?? at)
  }

  /// Whether an address is in a domain or below it.
  private static func isIn(_ domain: String?, _ email: String?) -> Bool {
    guard let domain, let email else { return false }
    return domains(of: email).contains(domain)
  }

  private static func time(_ row: Statement, _ column: Int) -> Timestamp? {
    row.optionalInt(column).map(Timestamp.init(seconds:))
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
    /// JSON arrays of digests.
    var email = "[]"
    var phone = "[]"
    var erasedEmail: String?
    var erasedPhone: String?

    init(email address: String?, phone number: String?) {
      if let address = address?.lowercased() {
        email = CellJSON.encode(DigestKinds.all.digests(ofEmail: address))
        erasedEmail = SHA256Digest.hex("email:" + address)
      }
      if let number {
        phone = CellJSON.encode(DigestKinds.all.digests(ofPhone: number))
        erasedPhone = SHA256Digest.hex("phone:" + number)
      }
    }
  }
}

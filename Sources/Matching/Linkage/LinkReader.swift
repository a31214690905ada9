package import Bytes

/// Normalises leads for linkage. One value per worker: it keeps its scratch memory.
package struct LinkReader: Sendable {
  private let roleHashes: Set<UInt64>
  private var name = PersonName()
  private var company = CompanyName()
  private var domains: DomainReader
  private var scratch: [UInt8] = []

  /// - Parameters:
  ///   - roleLocalParts: local parts that stand for a function, in lower case.
  ///   - domains: which domains are nobody's company, beside those that are known.
  package init(roleLocalParts: Set<String>, domains: DomainRules = DomainRules()) {
    roleHashes = Set(roleLocalParts.map { Hash64.of($0) })
    self.domains = DomainReader(rules: domains)
  }

  /// Reads leads as the rules say.
  package init(rules: MatchingRules) {
    self.init(roleLocalParts: rules.roleLocalParts, domains: rules.domains)
  }

  /// Appends a lead.
  package mutating func read(_ id: Int64, _ input: LinkInput, into records: inout LinkRecords) {
    records.begin(id)
    name.read(full: input.fullName, first: input.firstName, last: input.lastName)
    setName(.givenName, name.given, into: &records)
    setName(.familyName, name.family, into: &records)
    if let day = input.bornOn {
      scratch.removeAll(keepingCapacity: true)
      scratch.append(contentsOf: String(day).utf8)
      records.set(.bornOn, to: scratch.span)
    }
    if !input.email.isEmpty { readEmail(input.email, into: &records) }
    readDigits(of: input.phone, into: &records)
    if !input.company.isEmpty {
      company.read(input.company)
      scratch.removeAll(keepingCapacity: true)
      scratch.append(contentsOf: company.key)
      TextFold.collapseDigraphs(&scratch)
      Transliteration.toLatin(&scratch)
      records.set(.company, to: scratch.span)
    }
    readText(input.street, .street, into: &records)
    readText(input.city, .city, into: &records)
    readText(input.region, .region, into: &records)
    readText(input.jobTitle, .jobTitle, into: &records)
    readPostcode(input.postcode, into: &records)
    readDomain(input, into: &records)
  }

  private mutating func setName(
    _ field: LinkField, _ letters: [UInt8], into records: inout LinkRecords
  ) {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: letters)
    Transliteration.toLatin(&scratch)
    records.set(field, to: scratch.span)
  }

  private mutating func readEmail(
    _ address: UnsafeBufferPointer<UInt8>, into records: inout LinkRecords
  ) {
    let mailbox = MailboxName.of(address)
    records.set(.mailbox, to: mailbox.span)
    guard let at = mailbox.lastIndex(of: UInt8(ascii: "@")) else { return }
    let local = mailbox.span.extracting(0..<at)
    let isRole = local.withUnsafeBufferPointer { roleHashes.contains(Hash64.of($0)) }
    guard !isRole else { return }
    // `ann.lee` and `ann_lee` are one name: what is between its words is nobody's.
    scratch.removeAll(keepingCapacity: true)
    for index in local.indices where !Self.isParting(local[index]) { scratch.append(local[index]) }
    records.set(.localPart, to: scratch.span)
  }

  /// Whether it stands between the words of a local part.
  private static func isParting(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private mutating func readDigits(
    of phone: UnsafeBufferPointer<UInt8>, into records: inout LinkRecords
  ) {
    scratch.removeAll(keepingCapacity: true)
    for byte in phone where ASCII.isDigit(byte) { scratch.append(byte) }
    records.set(.phone, to: scratch.span)
  }

  private mutating func readText(
    _ text: UnsafeBufferPointer<UInt8>, _ field: LinkField, into records: inout LinkRecords
  ) {
    guard !text.isEmpty else { return }
    scratch.removeAll(keepingCapacity: true)
    TextFold.appendWords(of: text, to: &scratch)
    TextFold.collapseDigraphs(&scratch)
    Transliteration.toLatin(&scratch)
    if field == .street { StreetWords.shorten(&scratch) }
    records.set(field, to: scratch.span)
  }

  private mutating func readDomain(_ input: LinkInput, into records: inout LinkRecords) {
    domains.read(website: input.website)
    if domains.domain.isEmpty { domains.read(email: input.email) }
    records.set(.domain, to: domains.domain.span)
  }

  /// Letters and digits only: `SW1A 1AA` and `sw1a1aa` are one postcode.
  private mutating func readPostcode(
    _ text: UnsafeBufferPointer<UInt8>, into records: inout LinkRecords
  ) {
    scratch.removeAll(keepingCapacity: true)
    for byte in text where ASCII.isDigit(byte) || ASCII.isLetter(byte) {
      scratch.append(ASCII.lowercased(byte))
    }
    records.set(.postcode, to: scratch.span)
  }
}

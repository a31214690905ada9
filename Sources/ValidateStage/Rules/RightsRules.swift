import Bytes
import LeadModel
import Phone
import Store
import Validation

enum ConsentColumns {
  private static let plan = TablePlan.consent
  static let externalID = plan.column("external_id")
  static let email = plan.column("email")
  static let phone = plan.column("phone")
  static let channel = plan.column("channel")
  static let purpose = plan.column("purpose")
  static let status = plan.column("status")
  static let at = plan.column("at")
  static let source = plan.column("source")
  static let wording = plan.column("wording_version")
  static let address = plan.column("ip")
  static let basis = plan.column("lawful_basis")
  static let confirmedAt = plan.column("double_opt_in_at")
  static let expiresAt = plan.column("expires_at")
  static let expiryField = plan.field("expires_at")
  static let birthDate = plan.column("born_on")
  static let birthField = plan.field("born_on")
  static let guardian = plan.column("guardian_consent")
}

enum SuppressionColumns {
  private static let plan = TablePlan.suppression
  static let email = plan.column("email")
  static let phone = plan.column("phone")
  static let emailDigest = plan.column("email_sha256")
  static let phoneDigest = plan.column("phone_sha256")
  static let domain = plan.column("domain")
  static let channel = plan.column("channel")
  static let registry = plan.column("registry")
  static let at = plan.column("at")
  static let reason = plan.column("reason")
  static let emailField = plan.field("email")
  static let phoneField = plan.field("phone")
}

extension RowConformer {
  mutating func applyConsentRules(_ source: RowCells) {
    let mayRefuse = !out.withText(ConsentColumns.status) { $0.elementsEqual("granted".utf8) }
    let domain = mayRefuse ? takeRefusedDomain(source, email: ConsentColumns.email) : nil
    let others =
      mayRefuse
      ? othersNamed(
        source, email: ConsentColumns.email, phone: ConsentColumns.phone, replaces: true) : []
    guard passesErasure(email: ConsentColumns.email, phone: ConsentColumns.phone) else { return }
    if out[ConsentColumns.email].isNull, out[ConsentColumns.phone].isNull {
      reject(
        .consentNobody, field: "email",
        message: "the record names no usable e-mail address or telephone number; add one",
        value: Excerpt.of(source.cell(plan.field("email"))))
      return
    }
    let isNotAsked = out.withText(ConsentColumns.status) { $0.elementsEqual("not_asked".utf8) }
    if isNotAsked { out[ConsentColumns.status] = .null }
    guard
      require(
        ConsentColumns.status, "status", source,
        expected:
          "granted, declined, withdrawn or expired; until it is corrected, no earlier consent "
          + "counts")
    else {
      holdBack(others)
      return
    }
    let isGranted = out.withText(ConsentColumns.status) { $0.elementsEqual("granted".utf8) }
    if out.withText(ConsentColumns.status, { $0.elementsEqual("expired".utf8) }) {
      noteConsentFault(ConsentRecordCheck.Fault.expired, of: .record)
    }
    // A refusal counts from the day it is known, if it does not say since when.
    if !isGranted, out[ConsentColumns.at].isNull {
      out[ConsentColumns.at] = .int(settings.asOf.seconds)
    }
    guard require(ConsentColumns.at, "at", source, expected: "the date of the decision") else {
      return
    }
    guard settleConsentChannel(source, isGranted: isGranted) else { return }
    settlePurpose(isGranted: isGranted)
    guard !isGranted || isBasisKnown(source) else { return }
    checkAddress(ConsentColumns.address, field: "ip")
    guard case .int(let seconds) = out[ConsentColumns.at] else { return }
    let faults = ConsentEvidence.faults(
      status: isGranted ? .granted : .declined, at: Timestamp(seconds: seconds),
      hasSource: !out[ConsentColumns.source].isNull, asOf: settings.asOf)
    for fault in faults { noteConsentFault(fault, dateField: "at") }
    if isGranted, out[ConsentColumns.wording].isNull, out[ConsentColumns.address].isNull {
      out.add(
        ValidationRule.consentWeak.finding(
          field: "wording_version",
          message: "neither the wording nor the address it was given from is known; add one"))
    }
    checkBirth(ConsentColumns.birthDate)
    if !isGranted {
      if let domain { keepRefusal(ofDomain: domain) }
      noteHome(
        homeSpellings(source, phone: ConsentColumns.phone), source, phone: ConsentColumns.phone)
      keep(
        others, email: ConsentColumns.email, phone: ConsentColumns.phone,
        without: [ConsentColumns.externalID])
    }
    if isGranted {
      // A consent whose end nobody can read may have ended.
      let expiry = source.cell(ConsentColumns.expiryField)
      guard
        expiry.isEmpty || settings.policy.placeholders.contains(expiry)
          || require(
            ConsentColumns.expiresAt, "expires_at", source,
            expected: "the day that the consent ends, such as 2027-12-31, or nothing")
      else { return }
      checkConsentRecord(at: Timestamp(seconds: seconds))
      let isDoubtful = noteMinor(
        birth: ConsentColumns.birthDate, cell: source.cell(ConsentColumns.birthField),
        guardian: ConsentColumns.guardian, at: Timestamp(seconds: seconds))
      // The record keeps no date by which messages could be held back.
      if isDoubtful {
        _ = require(
          ConsentColumns.birthDate, "born_on", source, expected: "a date such as 2005-12-31")
      }
    }
  }

  /// Whether a record of consent says that there is none, or none any more.
  var isRefusedConsent: Bool {
    !out[ConsentColumns.status].isNull
      && !out.withText(ConsentColumns.status) { $0.elementsEqual("granted".utf8) }
  }

  /// A word that was not understood, or none at all, may be a refusal: whoever it is about is as if consent had ended
  /// that day, until somebody has looked at it.
  private mutating func holdBack(_ others: [Named]) {
    var people = others
    if let email = out.string(out[ConsentColumns.email]) {
      people.append(.email(email))
    } else if let phone = out.string(out[ConsentColumns.phone]) {
      people.append(.phone(phone))
    }
    var values = [SQLValue](repeating: .null, count: plan.columns.count)
    let channel = out.sqlValue(out[ConsentColumns.channel])
    let purpose = out.sqlValue(out[ConsentColumns.purpose])
    let at = out.sqlValue(out[ConsentColumns.at])
    values[ConsentColumns.status] = .text("expired")
    values[ConsentColumns.channel] = channel == .null ? .text("any") : channel
    values[ConsentColumns.purpose] = purpose == .null ? .text("any") : purpose
    values[ConsentColumns.at] = at == .null ? .int(settings.asOf.seconds) : at
    values[ConsentColumns.source] = .text("status not understood")
    keep(
      people, as: values, of: plan, ConsentColumns.email, ConsentColumns.phone, .held,
      isUndated: at == .null)
  }

  private mutating func checkConsentRecord(at: Timestamp) {
    var check = ConsentRecordCheck(at: at)
    if case .int(let seconds) = out[ConsentColumns.confirmedAt] {
      check.confirmedAt = Timestamp(seconds: seconds)
    }
    if case .int(let seconds) = out[ConsentColumns.expiresAt] {
      check.expiresAt = Timestamp(seconds: seconds)
    }
    check.purpose = out.string(out[ConsentColumns.purpose])?.lowercased() ?? "marketing"
    check.basis = out.string(out[ConsentColumns.basis])
    check.hasWording = !out[ConsentColumns.wording].isNull
    let place = country ?? lastPhone.flatMap { $0.isValid ? $0.region : nil }
    var told: [ConsentRecordCheck.Fault] = []
    for channel in (out.string(out[ConsentColumns.channel]) ?? "any").split(separator: ",") {
      check.channel = String(channel)
      check.rule = place.flatMap { place in
        guard settings.law.countries[place.description] != nil else { return nil }
        return Channel(rawValue: check.channel).flatMap {
          settings.law.rule(country: place.description, channel: $0, on: settings.asOf.date)
        }
      }
      noteConsentRecord(
        check, place: check.rule.flatMap { rule in place.map { "\($0) (\(rule.source))" } },
        told: &told)
    }
  }

  /// Without a channel a refusal counts for all of them, a permission for the narrowest. One that is
  /// stated and not understood is a permission for none.
  ///
  /// - Returns: whether the row can go on.
  private mutating func settleConsentChannel(_ source: RowCells, isGranted: Bool) -> Bool {
    guard out[ConsentColumns.channel].isNull else { return true }
    let field = plan.field("channel")
    let isStated = !source.cell(field).isEmpty || !source.constant(field).isEmpty
    if isGranted {
      if isStated {
        return require(
          ConsentColumns.channel, "channel", source,
          expected: "the channels that were agreed to: \(Vocabulary.channel.listed)")
      }
      let narrowest: StaticString = out[ConsentColumns.email].isNull ? "phone" : "email"
      out.setText(narrowest, column: ConsentColumns.channel)
      noteScope("channel", "no channel is stated; the consent counts for '\(narrowest)' only")
    } else {
      out.setText("any", column: ConsentColumns.channel)
      if isStated {
        noteScope("channel", "the channel is not known; what was said counts for all of them")
      }
    }
    return true
  }

  /// Whether a permission rests on a basis that is known, or says nothing of it: one that nobody
  /// understands may be another than consent.
  private mutating func isBasisKnown(_ source: RowCells) -> Bool {
    let cell = source.cell(plan.field("lawful_basis"))
    let isStated =
      !cell.isEmpty
      && (!settings.policy.placeholders.contains(cell)
        || RefusalWords.isDenied(String(decoding: cell.prefix(64), as: UTF8.self))
        || cell.elementsEqual("none".utf8))
    return !isStated
      || require(
        ConsentColumns.basis, "lawful_basis", source,
        expected: "one of GDPR Article 6(1): \(Vocabulary.lawfulBasis.listed), or nothing")
  }

  /// Without a purpose a refusal counts for all of them, a permission for marketing.
  private mutating func settlePurpose(isGranted: Bool) {
    guard out[ConsentColumns.purpose].isNull else { return }
    out.setText(isGranted ? "marketing" : "any", column: ConsentColumns.purpose)
    if isGranted {
      noteScope("purpose", "no purpose is stated; the consent counts for 'marketing' only")
    }
  }

  private mutating func noteScope(_ field: String, _ message: String) {
    out.add(ValidationRule.consentScope.finding(field: field, message: message))
  }

  mutating func applySuppressionRules(_ source: RowCells) {
    let cell = InvisibleEnds.trimmed(source.cell(SuppressionColumns.emailField))
    if Self.namesDomain(cell) {
      out[SuppressionColumns.email] = .null
      if out[SuppressionColumns.domain].isNull { readText(cell, column: SuppressionColumns.domain) }
    }
    settleDomain(column: SuppressionColumns.domain, field: plan.field("domain"))
    noteWideDomain()
    var others = othersNamed(
      source, email: SuppressionColumns.email, phone: SuppressionColumns.phone, replaces: true)
    let emailDigests = settleDigests(
      source, column: SuppressionColumns.emailDigest, field: "email_sha256",
      of: SuppressionColumns.email, SuppressionColumns.emailField, &others)
    let phoneDigests = settleDigests(
      source, column: SuppressionColumns.phoneDigest, field: "phone_sha256",
      of: SuppressionColumns.phone, SuppressionColumns.phoneField, &others)
    let names = [
      SuppressionColumns.email, SuppressionColumns.phone, SuppressionColumns.emailDigest,
      SuppressionColumns.phoneDigest, SuppressionColumns.domain,
    ]
    let isLone = settleLoneDigest(among: names)
    others += emailDigests.map { isLone ? .digest($0) : .emailDigest($0) }
    others += phoneDigests.map { isLone ? .digest($0) : .phoneDigest($0) }
    let spellings = homeSpellings(source, phone: SuppressionColumns.phone)
    for spelling in spellings {
      let digest = SHA256Digest.hex(spelling)
      if out[SuppressionColumns.phoneDigest].isNull {
        out.setText(digest, column: SuppressionColumns.phoneDigest)
      } else {
        others.append(.phoneDigest(digest))
      }
    }
    noteHome(spellings, source, phone: SuppressionColumns.phone)
    if names.allSatisfy({ out[$0].isNull }) {
      reject(
        .suppressionNobody, field: "email",
        message:
          "the entry names no usable address, number, hash or domain; correct it, a domain as "
          + "example.com",
        value: Excerpt.of(cell))
      return
    }
    if out[SuppressionColumns.channel].isNull {
      out.setText("any", column: SuppressionColumns.channel)
    }
    if out[SuppressionColumns.registry].isNull {
      out.setText(layout.supplier, column: SuppressionColumns.registry)
    }
    noteFuture(SuppressionColumns.at, field: "at")
    noteSpecialCategories(SuppressionColumns.reason, field: "reason")
    keep(
      others, email: SuppressionColumns.email, phone: SuppressionColumns.phone,
      without: [
        SuppressionColumns.emailDigest, SuppressionColumns.phoneDigest, SuppressionColumns.domain,
      ])
  }

  /// Whether the cell of an address means all of a domain, as mail tools write it: `@example.com`,
  /// `*@example.com`, although a star may stand in an address, or the domain alone.
  static func namesDomain(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let at = cell.firstIndex(of: UInt8(ascii: "@")) else {
      // Nor is one with the full-width sign of East Asian keyboards.
      return cell.contains(UInt8(ascii: ".")) && !cell.contains(where: isOfNoDomain)
        && !DigestKinds.isDigest(cell) && ASCII.position(of: "\u{FF20}", in: cell) == nil
    }
    return at == 0 && SourceRoute.removed(from: cell) == nil
      || at == 1 && cell[0] == UInt8(ascii: "*")
  }

  /// Blanks, and what stands in `ann(at)example.com` and `ann%40example.com`.
  private static func isOfNoDomain(_ byte: UInt8) -> Bool {
    ASCII.isSpace(byte) || "()[]{}<>%&".utf8.contains(byte)
  }

  /// A domain that many share stops messages to all of them, which may be a slip of the hand.
  private mutating func noteWideDomain() {
    guard let domain = out.string(out[SuppressionColumns.domain]) else { return }
    let judge = domainJudge
    let traits = out.withText(SuppressionColumns.domain) { judge.judge($0).traits }
    let whose =
      traits.contains(.publicSuffix)
      ? "is what many domains end in"
      : traits.contains(.freeMail) ? "is a provider's, whose customers share it" : nil
    guard let whose else { return }
    out.add(
      ValidationRule.suppressionWide.finding(
        field: "domain",
        message: "'\(domain)' \(whose); the entry blocks them all: name the address, if one person "
          + "is meant", value: domain))
  }
}

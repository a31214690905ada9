import Bytes
import LeadModel
import Phone
import Store
import Validation

/// Columns and fields of leads that the rules look at.
enum LeadRules {
  private static let plan = TablePlan.lead
  static let fullName = plan.column("full_name")
  static let firstName = plan.column("first_name")
  static let lastName = plan.column("last_name")
  static let email = plan.column("email")
  static let emailStatus = plan.column("email_status")
  static let mxStatus = plan.column("mx_status")
  static let phone = plan.column("phone")
  static let phoneStatus = plan.column("phone_status")
  static let phoneType = plan.column("phone_type")
  static let phoneRegion = plan.column("phone_region")
  static let company = plan.column("company")
  static let jobTitle = plan.column("job_title")
  static let street = plan.column("street")
  static let postcode = plan.column("postcode")
  static let language = plan.column("language")
  static let createdAt = plan.column("created_at")
  static let landingURL = plan.column("landing_url")
  static let notes = plan.column("notes")
  static let referrerURL = plan.column("referrer_url")
  static let consentStatus = plan.column("consent_status")
  static let consentAt = plan.column("consent_at")
  static let consentSource = plan.column("consent_source")
  static let dndChannels = plan.column("dnd_channels")
  static let consentWording = plan.column("consent_wording")
  static let consentAddress = plan.column("consent_ip")
  static let consentConfirmedAt = plan.column("consent_confirmed_at")
  static let consentExpiresAt = plan.column("consent_expires_at")
  static let consentExpiryField = plan.field("consent_expires_at")
  /// Who else the cells of address and number name, as JSON arrays.
  static let otherEmails = plan.column("other_emails")
  static let otherPhones = plan.column("other_phones")
  static let country = plan.column("country")
  static let countryUnread = plan.column("country_unread")
  static let birthDate = plan.column("born_on")
  /// Where people type something to have typed something.
  static let described: [(column: Int, field: StandIn.Field)] = [
    (company, .company), (jobTitle, .jobTitle), (plan.column("street"), .street),
    (plan.column("city"), .city),
  ]
  static let guardian = plan.column("guardian_consent")
  static let quarantined = plan.column("quarantined")
  static let quality = plan.column("quality")
  static let emailField = plan.field("email")
  static let birthField = plan.field("born_on")
  static let phoneField = plan.field("phone")
  static let postcodeField = plan.field("postcode")
  static let consentField = plan.field("consent_status")
  /// As `AttributionLink.names` has them.
  static let utm: [(name: StaticString, column: Int, field: Int)] = [
    ("utm_source", plan.column("utm_source"), plan.field("utm_source")),
    ("utm_medium", plan.column("utm_medium"), plan.field("utm_medium")),
    ("utm_campaign", plan.column("utm_campaign"), plan.field("utm_campaign")),
    ("utm_term", plan.column("utm_term"), plan.field("utm_term")),
    ("utm_content", plan.column("utm_content"), plan.field("utm_content")),
    ("utm_id", plan.column("utm_id"), plan.field("utm_id")),
  ]
  /// The key of the campaign in the advertising system, which tells capitals apart.
  static let utmID = 5
}

extension RowConformer {
  mutating func applyLeadRules(_ source: RowCells) {
    guard passesErasure(email: LeadRules.email, phone: LeadRules.phone) else { return }
    settleName(
      full: LeadRules.fullName, first: LeadRules.firstName, last: LeadRules.lastName)
    for (column, field) in LeadRules.described { settleStandIn(column, field) }
    settleEmail(source)
    settlePhone(source)
    // A date that is none does not say who somebody is.
    checkBirth(LeadRules.birthDate)
    checkReachable(source)
    checkPostcode(
      source, column: LeadRules.postcode, field: LeadRules.postcodeField)
    checkCountry(source)
    checkCity(source)
    checkRegion(source)
    if out[LeadRules.country].isNull, out.lastRow.unread.contains(LeadRules.country) {
      out[LeadRules.countryUnread] = .int(1)
    }
    settleLanguage(LeadRules.language)
    settleAttribution(source)
    noteSpecialCategories(LeadRules.notes, field: "notes")
    if hasRefusals, settleRefusals(source, email: LeadRules.email, phone: LeadRules.phone) {
      refuseAll()
    }
    settleConsent(source)
    noteFuture(LeadRules.createdAt, field: "created_at")
    settleDoNotContact(source)
    if layout.stateColumn >= 0 { settleState(source) }
  }

  /// A finding that quarantines keeps the lead away from messages, whatever it is about.
  mutating func settleQuarantine() {
    if case .int(1) = out[LeadRules.quarantined] { return }
    out[LeadRules.quarantined] = .int(out.lastRow.isQuarantined ? 1 : 0)
  }

  /// What an exported lead was beyond its values: a value that could not be taken is not there.
  private mutating func settleState(_ source: RowCells) {
    for word in source.reserved(layout.stateColumn).split(separator: UInt8(ascii: " ")) {
      if word.elementsEqual("quarantined".utf8) { out[LeadRules.quarantined] = .int(1) }
      if word.elementsEqual("email_invalid".utf8), out[LeadRules.email].isNull {
        out.setText("invalid", column: LeadRules.emailStatus)
      }
      if word.elementsEqual("phone_invalid".utf8), out[LeadRules.phone].isNull {
        out.setText("invalid", column: LeadRules.phoneStatus)
      }
    }
  }

  private mutating func settleEmail(_ source: RowCells) {
    let isMissing = out[LeadRules.email].isNull && source.cell(LeadRules.emailField).isEmpty
    let status: StaticString =
      !out[LeadRules.email].isNull ? "valid" : isMissing ? "missing" : "invalid"
    out.setText(status, column: LeadRules.emailStatus)
    out.setText("not_checked", column: LeadRules.mxStatus)
  }

  private mutating func settlePhone(_ source: RowCells) {
    guard let verdict = lastPhone else {
      out.setText("missing", column: LeadRules.phoneStatus)
      return
    }
    guard verdict.isValid else {
      out.setText(
        verdict.outcome == .possible ? "possible" : "invalid", column: LeadRules.phoneStatus)
      return
    }
    out.setText("valid", column: LeadRules.phoneStatus)
    out.setText(verdict.type.name, column: LeadRules.phoneType)
    if let region = verdict.region {
      let start = out.bytes.count
      out.bytes.append(region.first)
      out.bytes.append(region.second)
      out[LeadRules.phoneRegion] = out.text(from: start)
    }
  }

  /// A lead that nobody can reach is only of use where it tells who it is, so that it can join one
  /// that is known. An update may leave address and number to the earlier row.
  private mutating func checkReachable(_ source: RowCells) {
    guard out[LeadRules.email].isNull, out[LeadRules.phone].isNull else { return }
    let isUpdate = out.lastRow.id != out.lastRow.recordID
    let (hasEmail, hasPhone) = (
      layout.ownsColumn[LeadRules.email], layout.ownsColumn[LeadRules.phone]
    )
    if isUpdate, layout.isExport ? !(hasEmail && hasPhone) : !(hasEmail || hasPhone) { return }
    let email = Excerpt.of(source.cell(LeadRules.emailField))
    let phone = Excerpt.of(source.cell(LeadRules.phoneField))
    let problem =
      switch (email.isEmpty, phone.isEmpty) {
      case (true, true): "the row has neither an e-mail address nor a telephone number"
      case (false, true): "'\(email)' is no usable address and there is no telephone number"
      case (true, false): "'\(phone)' is no usable number and there is no e-mail address"
      case (false, false): "neither '\(email)' nor '\(phone)' can be used"
      }
    let field = email.isEmpty && !phone.isEmpty ? "phone" : "email"
    let value = email.isEmpty ? phone : email
    if LeadRules.saysWho({ !out[$0].isNull }) {
      out.add(
        ValidationRule.onlyNamed.finding(
          field: field, message: "\(problem); only what it says of itself ties it to other leads",
          value: value))
    } else {
      reject(
        .unreachable, field: field,
        message: "\(problem), nor \(LeadRules.whatSaysWho); add one of them", value: value,
        suggestion: out.suggestion(field: field))
    }
  }

  // MARK: Consent and do-not-contact

  /// Whoever refuses everything does not consent, whatever another column of the row says.
  private mutating func refuseAll() {
    guard layout.ownsColumn[LeadRules.consentStatus] else { return }
    out.setText("withdrawn", column: LeadRules.consentStatus)
    // The date beside is that of the consent.
    out[LeadRules.consentAt] = .null
  }

  private mutating func settleConsent(_ source: RowCells) {
    let status =
      out[LeadRules.consentStatus].isNull
      ? nil
      : out.withText(LeadRules.consentStatus) { text in
        Vocabulary.consentStatus.values.firstIndex { ASCII.equal(text, $0) }
      }
    guard let status, let meaning = ConsentEvidence.Status(rawValue: status) else {
      out.setText("not_asked", column: LeadRules.consentStatus)
      // A status that was given but not understood has its finding already.
      if meansGranted(source) {
        noteGrant(source)
      } else {
        noteBirthDoubt(source)
      }
      return
    }
    var at: Timestamp?
    if case .int(let seconds) = out[LeadRules.consentAt] { at = Timestamp(seconds: seconds) }
    let faults = ConsentEvidence.faults(
      status: meaning, at: at, hasSource: !out[LeadRules.consentSource].isNull,
      asOf: settings.asOf)
    for fault in faults { noteConsentFault(fault, dateField: "consent_at") }
    checkAddress(LeadRules.consentAddress, field: "consent_ip")
    if meaning == .expired {
      noteConsentFault(ConsentRecordCheck.Fault.expired, of: .leadStatus)
    }
    guard meaning == .granted else {
      if meaning != .notAsked { refuseForOthers(source, status, at: at) }
      noteBirthDoubt(source)
      return
    }
    if endsUnreadably(source) { return }
    if let at { checkOwnConsent(at: at) }
    noteMinor(
      birth: LeadRules.birthDate, cell: source.cell(LeadRules.birthField),
      guardian: LeadRules.guardian, at: at)
    noteEvidence()
  }

  /// Whether a status that is none was probably meant to be `granted`.
  private func meansGranted(_ source: RowCells) -> Bool {
    let cell = source.cell(LeadRules.consentField)
    guard !cell.isEmpty, !settings.policy.placeholders.contains(cell),
      let vocabulary = plan.vocabularies[LeadRules.consentField]
    else { return false }
    return suggestion(for: cell, of: vocabulary) == "granted"
  }

  /// What a consent lacks that will count once its status is corrected: told at once, so that the
  /// correction makes nothing worse.
  private mutating func noteGrant(_ source: RowCells) {
    var at: Timestamp?
    if case .int(let seconds) = out[LeadRules.consentAt] { at = Timestamp(seconds: seconds) }
    let faults = ConsentEvidence.faults(
      status: .granted, at: at, hasSource: !out[LeadRules.consentSource].isNull,
      asOf: settings.asOf)
    for fault in faults { noteConsentFault(fault, dateField: "consent_at") }
    if let at { checkOwnConsent(at: at) }
    noteMinor(
      birth: LeadRules.birthDate, cell: source.cell(LeadRules.birthField),
      guardian: LeadRules.guardian, at: at)
    noteEvidence()
  }

  /// A record of consent may grant what the lead itself does not: a date of birth that cannot be read
  /// keeps back whoever may be a minor.
  private mutating func noteBirthDoubt(_ source: RowCells) {
    guard out[LeadRules.birthDate].isNull else { return }
    noteMinor(
      birth: LeadRules.birthDate, cell: source.cell(LeadRules.birthField),
      guardian: LeadRules.guardian, at: nil)
  }

  /// A consent whose end nobody can read counts as one that has ended: it may have.
  private mutating func endsUnreadably(_ source: RowCells) -> Bool {
    let cell = source.cell(LeadRules.consentExpiryField)
    guard out[LeadRules.consentExpiresAt].isNull, !cell.isEmpty,
      !settings.policy.placeholders.contains(cell)
    else { return false }
    out.setText("expired", column: LeadRules.consentStatus)
    let value = Excerpt.of(cell)
    out.add(
      ValidationRule.consentExpired.finding(
        field: "consent_expires_at",
        message: "'\(value)' does not say when the consent ends, so that it counts as ended; write "
          + "the day as 2027-12-31, or clear the cell if it has no end",
        value: value))
    return true
  }

  /// A lead is reached by one address and one number; what it refuses, it refuses for those that stand
  /// beside them too.
  private mutating func refuseForOthers(_ source: RowCells, _ status: Int, at: Timestamp?) {
    let others = othersNamed(
      source, email: LeadRules.email, phone: LeadRules.phone, replaces: false)
    guard !others.isEmpty else { return }
    let consent = TablePlan.consent
    var values = [SQLValue](repeating: .null, count: consent.columns.count)
    values[consent.column("channel")] = "any"
    values[consent.column("purpose")] = "any"
    values[consent.column("status")] = .text(Vocabulary.consentStatus.values[status])
    values[consent.column("at")] = .int((at ?? settings.asOf).seconds)
    values[consent.column("source")] = .text(out.string(out[LeadRules.consentSource]) ?? "lead")
    keep(
      others, as: values, of: consent, consent.column("email"), consent.column("phone"),
      .alsoNamed, isUndated: at == nil)
  }

  mutating func noteConsentFault(_ fault: ConsentEvidence.Fault, dateField: String) {
    switch fault {
    case .withoutDate:
      out.add(
        ValidationRule.consentWithoutDate.finding(
          field: dateField, message: "consent is granted without a date; add when it was given"))
    case .withoutSource:
      let field = dateField == "at" ? "source" : "consent_source"
      out.add(
        ValidationRule.consentWithoutSource.finding(
          field: field,
          message: "consent is granted without a source; add the form or event where it was given"))
    case .inFuture:
      let column = plan.columns.firstIndex { $0.name == dateField }
      guard let column, case .int(let seconds) = out[column] else { return }
      noteFuture(
        Timestamp(seconds: seconds).date, .consentInFuture, field: dateField,
        what: "the date of the consent")
    }
  }

  // Inlined: a call that changes nothing is given a copy of the whole conformer.
  @inline(__always)
  private func mayNameOthers(_ source: RowCells) -> Bool {
    lastPhone?.repairs.contains(.firstOfSeveral) == true
      || source.cell(LeadRules.emailField).count { $0 == UInt8(ascii: "@") } > 1
  }

  /// All addresses and numbers of a lead are one person's, though only the first of a cell is used.
  private mutating func settleDoNotContact(_ source: RowCells) {
    let others =
      mayNameOthers(source)
      ? othersNamed(
        source, email: LeadRules.email, phone: LeadRules.phone, replaces: false) : []
    var (emails, phones): ([String], [String]) = ([], [])
    for other in others {
      switch other {
      case .email(let address): emails.append(address)
      // One that is written as it is dialled at home is nobody's for sure.
      case .phone(let number): if number.hasPrefix("+") { phones.append(number) }
      case .phoneDigest, .emailDigest, .digest, .recipient: break
      }
    }
    if !emails.isEmpty { out.setText(CellJSON.encode(emails), column: LeadRules.otherEmails) }
    if !phones.isEmpty { out.setText(CellJSON.encode(phones), column: LeadRules.otherPhones) }
    if settings.suppressions.isEmpty { return }
    var mask = bytes(of: LeadRules.email) { email in
      bytes(of: LeadRules.phone) { settings.suppressions.channels(email: email, phone: $0) }
    }
    var named = ""
    for other in emails + phones {
      let isEmail = other.contains("@")
      let channels = settings.suppressions.channels(
        email: isEmail ? other : nil, phone: isEmail ? nil : other)
      if !channels.isSubset(of: mask) { named = " by '\(other)', which stands beside the first" }
      mask.formUnion(channels)
    }
    guard let channels = mask.text else { return }
    out.setText(channels, column: LeadRules.dndChannels)
    out.add(
      ValidationRule.doNotContact.finding(
        field: "",
        message: "a do-not-contact registry names this person\(named); blocked: \(channels)",
        value: "\(channels)"))
  }
}

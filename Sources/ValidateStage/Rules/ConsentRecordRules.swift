import Bytes
import LeadModel
import Validation

/// What consent records prove, and what free text must not tell.
extension RowConformer {
  /// Says that a text column tells of a special category; the text itself goes nowhere.
  mutating func noteSpecialCategories(_ column: Int, field: String) {
    guard !out[column].isNull, !settings.policy.specialCategories.isEmpty else { return }
    let words = settings.policy.specialCategories
    let found = out.withText(column) { words.categories(in: $0, scratch: &foldScratch) }
    guard found != 0 else { return }
    out.add(
      ValidationRule.specialCategory.finding(
        field: field,
        message: "the text seems to tell of \(words.listed(found)); take it out, unless the person "
          + "agreed to its being kept"))
  }

  /// What columns of a kind are called that say when consent was given, confirmed and over.
  struct ConsentFields {
    let at: String
    let confirmedAt: String
    let expiresAt: String

    static let record = ConsentFields(
      at: "at", confirmedAt: "double_opt_in_at", expiresAt: "expires_at")
    static let lead = ConsentFields(
      at: "consent_at", confirmedAt: "consent_confirmed_at", expiresAt: "consent_expires_at")
    /// Where the status itself says that consent has ended.
    static let leadStatus = ConsentFields(
      at: "consent_at", confirmedAt: "consent_confirmed_at", expiresAt: "consent_status")
  }

  /// `place`: the country whose law counts, with where it stands; nil where it is not known. Faults
  /// that were told of another of the record's channels are not told again.
  mutating func noteConsentRecord(
    _ check: ConsentRecordCheck, place: String?, told: inout [ConsentRecordCheck.Fault]
  ) {
    let maxAgeDays = out.rules.value(.consentOld, "max_age_days")
    for fault in check.faults(asOf: settings.asOf, maxAgeDays: maxAgeDays)
    where !told.contains(fault) {
      told.append(fault)
      noteConsentFault(fault, of: .record, check, maxAgeDays: maxAgeDays, place: place)
    }
  }

  /// The consent that a lead states itself is judged as that of a record is, as far as it can say as
  /// much: its age, its end, and the order of its dates.
  mutating func checkOwnConsent(at: Timestamp) {
    var check = ConsentRecordCheck(at: at)
    if case .int(let seconds) = out[LeadRules.consentConfirmedAt] {
      check.confirmedAt = Timestamp(seconds: seconds)
    }
    if case .int(let seconds) = out[LeadRules.consentExpiresAt] {
      check.expiresAt = Timestamp(seconds: seconds)
    }
    check.channel = "email"
    check.basis = "consent"
    check.rule = emailRule()
    let maxAgeDays = out.rules.value(.consentOld, "max_age_days")
    // A lead has no columns for the rest; `noteEvidence` says what it does not prove.
    for fault in check.dateFaults(asOf: settings.asOf, maxAgeDays: maxAgeDays) {
      noteConsentFault(
        fault, of: .lead, check, maxAgeDays: maxAgeDays,
        place: check.rule.flatMap { rule in country.map { "\($0) (\(rule.source))" } })
    }
  }

  /// What the law of the row's country asks of e-mail, if it has an entry; looked up once a country.
  private mutating func emailRule() -> MarketingLaw.Rule? {
    guard let country else { return nil }
    if let known = emailRules[country] { return known }
    let name = country.description
    let rule =
      settings.law.countries[name] == nil
      ? nil : settings.law.rule(country: name, channel: .email, on: settings.asOf.date)
    emailRules[country] = .some(rule)
    return rule
  }

  mutating func noteConsentFault(
    _ fault: ConsentRecordCheck.Fault, of fields: ConsentFields,
    _ check: ConsentRecordCheck? = nil, maxAgeDays: Int = 0, place: String? = nil
  ) {
    let there = place.map { " in \($0)" } ?? ""
    let channel = check?.channel ?? ""
    let basis = check?.basis ?? ""
    let finding: Finding =
      switch fault {
      case .expired:
        ValidationRule.consentExpired.finding(
          field: fields.expiresAt,
          message: "the consent has ended"
            + (check?.expiresAt.map { " on \($0.date)" } ?? "") + "; ask for it anew")
      case .olderThan(let days):
        ValidationRule.consentOld.finding(
          field: fields.at,
          message: "the consent" + (check.map { ", of \($0.at.date)," } ?? "")
            + " is older than \(days) days"
            + (days < maxAgeDays ? ", which is as long as it counts\(there)" : "")
            + "; ask for it anew")
      case .unconfirmed:
        ValidationRule.consentUnconfirmed.finding(
          field: fields.confirmedAt,
          message: "no confirmation is known; add when the link in the e-mail was followed"
            + Self.confirmation(check?.rule, place))
      case .withoutBasis:
        ValidationRule.consentWithoutBasis.finding(
          field: "lawful_basis",
          message: "no lawful basis is stated; add the one that counts, "
            + "such as consent or contract")
      case .basisDoesNotCarry:
        ValidationRule.consentBasis.finding(
          field: "lawful_basis",
          message: "marketing by \(channel) needs consent\(there), and this is '\(basis)'; ask "
            + "for it",
          value: basis)
      case .basisCarries(let people):
        ValidationRule.consentBasisSome.finding(
          field: "lawful_basis",
          message: "'\(basis)' carries messages by \(channel)\(there) to "
            + "\(people.joined(separator: " and ")) only; ask the others for consent",
          value: basis)
      case .withoutWording:
        ValidationRule.consentUnwritten.finding(
          field: "wording_version",
          message: "consent to \(channel) needs its wording on record\(there); add it")
      case .confirmedBefore(let date):
        disorder(fields.confirmedAt, date, "the confirmation", "before the consent", check)
      case .confirmedAhead(let date):
        disorder(fields.confirmedAt, date, "the confirmation", "after the date of the run", nil)
      case .endedBefore(let date):
        disorder(fields.expiresAt, date, "the end", "before the consent", check)
      }
    out.add(finding)
  }

  private func disorder(
    _ field: String, _ date: Timestamp, _ what: String, _ place: String,
    _ check: ConsentRecordCheck?
  ) -> Finding {
    let other = check.map { ", \($0.at.date)" } ?? ""
    return ValidationRule.consentOutOfOrder.finding(
      field: field,
      message: "\(what), \(date.date), lies \(place)\(other); check day, month and year of both",
      value: "\(date.date)")
  }

  /// `; in DE (UWG s. 7) that is customary`, where it is more than that.
  private static func confirmation(_ rule: MarketingLaw.Rule?, _ place: String?) -> String {
    guard let rule, let place, rule.confirmation != .none else { return "" }
    return "; in \(place) that is \(rule.confirmation.rawValue)"
  }

  /// The address that consent came from proves something only where it is one.
  mutating func checkAddress(_ column: Int, field: String) {
    guard let text = out.string(out[column]) else { return }
    if let address = IPAddress.read(text) {
      if address != text { out.setText(address, column: column) }
      return
    }
    out[column] = .null
    out.noteUnread(column)
    let value = String(text.prefix(80))
    out.add(
      ValidationRule.consentAddress.finding(
        field: field,
        message: "'\(value)' is no IP address, and proves nothing; correct it or clear the cell",
        value: value))
  }

  /// A date of birth is nobody's that lies ahead, or further back than anybody is old.
  mutating func checkBirth(_ column: Int) {
    guard case .int(let seconds) = out[column] else { return }
    let date = Timestamp(seconds: seconds).date
    let years = MarketingLaw.years(from: date, to: settings.asOf.date)
    guard !(0...120).contains(years) else { return }
    out[column] = .null
    out.noteUnread(column)
    out.add(
      ValidationRule.birthImplausible.finding(
        field: "born_on",
        message: years < 0
          ? "\(date) lies after the date of the run; check the year"
          : "\(date) is more than 120 years back; check the year",
        value: "\(date)"))
  }

  /// Consent of somebody who was too young to give it alone, or may have been: a date of birth that
  /// cannot be read for certain is taken as the latest that it may mean.
  ///
  /// - Returns: whether the age is in doubt.
  @discardableResult
  mutating func noteMinor(
    birth: Int, cell: UnsafeBufferPointer<UInt8>, guardian: Int, at: Timestamp?
  ) -> Bool {
    let isDoubtful = out[birth].isNull
    if isDoubtful, cell.isEmpty || settings.policy.placeholders.contains(cell) { return false }
    if out.withText(guardian, { $0.elementsEqual("granted".utf8) }) { return false }
    let day = (at ?? settings.asOf).date
    let place = country?.description
    guard let age = settings.law.age(country: place, on: day) else { return false }
    if isDoubtful {
      // What is longer is no date, and nothing is known of the age.
      let youngest = cell.count <= 64 ? DateReader.latest(cell) : nil
      if let youngest, MarketingLaw.years(from: youngest, to: day) >= age.years { return false }
      out.add(
        ValidationRule.consentMinor.finding(
          field: "born_on",
          message: "'\(Excerpt.of(cell))' does not say whether consent was given below \(age.years)"
            + (place.map { " in \($0)" } ?? "") + ", where a guardian has to give it "
            + "(\(age.source)); write the date of birth as 2005-12-31",
          value: Excerpt.of(cell)))
      return true
    }
    guard case .int(let seconds) = out[birth] else { return false }
    let years = MarketingLaw.years(from: Timestamp(seconds: seconds).date, to: day)
    guard years < age.years else { return false }
    out.add(
      ValidationRule.consentMinor.finding(
        field: "born_on",
        message: "consent was given at the age of \(max(years, 0)); below \(age.years)"
          + (place.map { " in \($0)" } ?? "") + " a guardian has to give it (\(age.source)); add "
          + "guardian_consent, or ask the guardian"))
    return false
  }

  /// What a lead's consent does not say, where its supplier gives such evidence.
  mutating func noteEvidence() {
    guard
      layout.ownsColumn[LeadRules.consentWording] || layout.ownsColumn[LeadRules.consentAddress]
        || layout.ownsColumn[LeadRules.consentConfirmedAt],
      out[LeadRules.consentWording].isNull || out[LeadRules.consentAddress].isNull
        || out[LeadRules.consentConfirmedAt].isNull
    else { return }
    let parts = [
      (LeadRules.consentWording, "the wording"), (LeadRules.consentAddress, "the IP address"),
      (LeadRules.consentConfirmedAt, "the confirmation"),
    ]
    let missing = parts.filter { out[$0.0].isNull }.map(\.1)
    var note = ""
    if out[LeadRules.consentConfirmedAt].isNull,
      let rule = settings.law.rule(
        country: country?.description, channel: .email, on: settings.asOf.date),
      rule.confirmation != .none, let country
    {
      note = "; in \(country) a double opt-in is \(rule.confirmation.rawValue) (\(rule.source))"
    }
    out.add(
      ValidationRule.consentIncomplete.finding(
        field: "consent_status",
        message: "consent is granted without \(missing.joined(separator: ", ")); add it\(note)"))
  }
}

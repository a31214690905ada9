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

  mutating func noteConsentRecord(_ check: ConsentRecordCheck, maxAgeDays: Int) {
    for fault in check.faults(asOf: settings.asOf, maxAgeDays: maxAgeDays) {
      let finding: Finding =
        switch fault {
        case .expired:
          ValidationRule.consentExpired.finding(
            field: "expires_at", message: "the consent has ended; ask for it anew")
        case .olderThan(let days):
          ValidationRule.consentOld.finding(
            field: "at", message: "the consent is older than \(days) days; ask for it anew")
        case .unconfirmed:
          ValidationRule.consentUnconfirmed.finding(
            field: "double_opt_in_at",
            message: "no confirmation is known; add when the link in the e-mail was followed")
        case .withoutBasis:
          ValidationRule.consentWithoutBasis.finding(
            field: "lawful_basis", message: "no lawful basis is stated; add it")
        case .basisDoesNotCarry:
          ValidationRule.consentBasis.finding(
            field: "lawful_basis",
            message:
              "marketing by \(check.channel) needs consent, and this is '\(check.basis ?? "")'",
            value: check.basis ?? "")
        case .outOfOrder:
          ValidationRule.consentOutOfOrder.finding(
            field: check.expiresAt.map { $0 < check.at } == true
              ? "expires_at" : "double_opt_in_at",
            message: "lies before the consent, or after the date of the run; check the dates")
        }
      out.add(finding)
    }
  }
}

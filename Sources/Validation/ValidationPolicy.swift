/// What a user can set about validation; the shipped values are in `pipelines/validation.yaml`.
package struct ValidationPolicy: Sendable {
  /// Names before the `@` that belong to a role, as `info`.
  package var roleAccounts = EmailRole()
  /// Misspelt mail domains and what was meant.
  package var domainTypos = WordMap()
  /// Forms of addresses, providers and what the lists of domains have wrong.
  package var email = EmailPolicy()
  /// Cells that stand for nothing, as `n/a`.
  package var placeholders = WordSet()
  package var attribution = AttributionPolicy()
  /// Words in free text that tell of what needs special protection.
  package var specialCategories = SpecialCategories()

  /// How bad findings are, and what rules are tuned by.
  package var rules = RuleConfiguration()
  /// What findings and missing values cost a record of its data quality.
  package var quality = QualityWeights()

  /// A policy without lists: nothing is a role, a typo or a placeholder, and every medium is known.
  package init() {}
}

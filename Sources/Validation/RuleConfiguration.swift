package import LeadModel

/// What `validation.yaml` says about rules: for all records, and for those of some suppliers and
/// countries.
///
/// Of two places that grade a rule the more particular one counts: a supplier before all records, a
/// country before a supplier, a supplier's country before everything. In one place a code counts
/// before its topic.
package struct RuleConfiguration: Sendable {
  /// What one place of the file says.
  package struct Layer: Sendable {
    package var grades: [(rule: ValidationRule, grade: RuleSettings.Grade)] = []
    package var values: [(rule: ValidationRule, place: Int, value: Int)] = []

    package init() {}
  }

  /// A layer and those for countries inside it.
  package struct Scope: Sendable {
    package var layer = Layer()
    package var countries: [CountryCode: Layer] = [:]

    package init() {}
  }

  package var all = Scope()
  /// By the supplier's name, which is that of its mapping.
  package var sources: [String: Scope] = [:]

  /// Every rule as it was shipped.
  package init() {}

  /// What counts for a supplier's records.
  package func rules(ofSource source: String) -> SourceRules {
    let own = sources[source] ?? Scope()
    let layers = [all.layer, own.layer]
    var countries: [CountryCode: RuleSettings] = [:]
    for country in Set(all.countries.keys).union(own.countries.keys) {
      countries[country] = Self.settings(
        layers + [all.countries[country], own.countries[country]].compactMap { $0 })
    }
    return SourceRules(base: Self.settings(layers), byCountry: countries)
  }

  private static func settings(_ layers: [Layer]) -> RuleSettings {
    var settings = RuleSettings()
    for layer in layers {
      for entry in layer.grades { settings.set(entry.grade, of: entry.rule) }
      for entry in layer.values {
        settings.set(entry.value, of: entry.rule, parameter: entry.place)
      }
    }
    return settings
  }
}

/// What counts for the records of one supplier.
package struct SourceRules: Sendable {
  private let base: RuleSettings
  private let byCountry: [CountryCode: RuleSettings]

  /// Every rule as it was shipped.
  package static let shipped = SourceRules(base: RuleSettings(), byCountry: [:])

  init(base: RuleSettings, byCountry: [CountryCode: RuleSettings]) {
    self.base = base
    self.byCountry = byCountry
  }

  /// Whether the settings are the same for every country, so that nobody need ask.
  package var isSameEverywhere: Bool { byCountry.isEmpty }

  package func settings(country: CountryCode?) -> RuleSettings {
    guard !byCountry.isEmpty, let country else { return base }
    return byCountry[country] ?? base
  }
}

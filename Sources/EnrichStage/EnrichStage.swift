internal import Enrichment
package import StageKit
internal import Store

/// The enrich stage: what can be told about entities from what is known already.
package enum EnrichStage {
  package static let declaration = StageDeclaration(
    name: "enrich",
    summary: "derive country, region, time zone and company facts, each with its source",
    examples: ["leadmill-enrich --workspace ws"], body: run)

  static func run(_ context: StageContext) throws {
    let rules = try EnrichmentDefinition.rules(
      from: context.configuration.load(EnrichmentDefinition.file))
    let configHash = context.configurationHash(of: [EnrichmentDefinition.file])
    let accounts = AccountChanges(context: context, rules: rules, configHash: configHash)
    let touched = try accounts.takeUp()
    let work = try EntityEnrichment(context: context, rules: rules, configHash: configHash)
    try work.again(touched)
    try work.new()
  }
}

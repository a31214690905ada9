internal import Bytes
internal import Definitions
internal import Enrichment
package import StageKit
internal import Store

/// The enrich stage: what can be told about entities from what is known already.
package enum EnrichStage {
  package static let declaration = StageDeclaration(
    name: "enrich",
    summary:
      "derive country, region, time zone, company, seniority and channel, each from its source",
    examples: ["leadmill-enrich --workspace ws"], body: run)

  static func run(_ context: StageContext) throws {
    let rules = try DomainFile.rules(
      from: context.configuration.load(DomainFile.name))
    // A configuration of before there were channels groups nothing.
    let groups = context.configuration.contains(ChannelFile.name)
    let channels =
      groups
      ? try ChannelFile.read(context.configuration.load(ChannelFile.name)) : ChannelGroups()
    let configHash = context.configurationHash(
      of: [DomainFile.name] + (groups ? [ChannelFile.name] : []))
    let accounts = AccountChanges(context: context, rules: rules, configHash: configHash)
    let touched = try accounts.takeUp()
    let work = try EntityEnrichment(
      context: context, rules: rules, channels: channels, configHash: configHash)
    try work.again(touched)
    try work.new()
  }
}

internal import Scoring
package import StageKit
internal import Store

/// The score stage: entities get a score, a grade, and the reasons.
package enum ScoreStage {
  package static let declaration = StageDeclaration(
    name: "score", summary: "score entities by rules and engagement, explained part by part",
    examples: ["leadmill-score --workspace ws"], body: run)

  static func run(_ context: StageContext) throws {
    let rules = try ScoringDefinition.rules(
      from: context.configuration.load(ScoringDefinition.file))
    let configHash = context.configurationHash(of: [ScoringDefinition.file])
    let version = String(context.configuration.hash(of: [ScoringDefinition.file]).prefix(16))
    let engagement = try EngagementChanges(context: context, configHash: configHash)
    let scoring = try EntityScoring(
      context: context, rules: rules, configHash: configHash, rulesVersion: version)
    try scoring.again(try engagement.entities())
    try scoring.new()
    try engagement.finish()
  }
}

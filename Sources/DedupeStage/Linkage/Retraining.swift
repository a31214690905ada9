import LeadModel
import Matching
import StageKit

/// Learns a new version of the model from the base, and lets everything be linked by it.
struct Retraining {
  let context: StageContext
  let rules: MatchingRules
  let configHash: String
  let tally: DedupeTally
  let decisions: LeadDecisions

  /// Bits by which a level has to change to be worth a line.
  private static let leastChange = 0.5

  /// - Throws: `StageFailure` for a base that is too small to learn from.
  func run() throws {
    let models = LinkModels(context: context, rules: rules.linkage)
    let old = try models.current() ?? models.initial()
    let relinking = Relinking(
      context: context, rules: rules, configHash: configHash, tally: tally, decisions: decisions)
    let outcome = try relinking.run(
      use: .train(from: models.initial(), version: old.version + 1),
      where: {
        if !$0.isNew { throw tooSmall($0.ids.count) }
        if !context.isDryRun { try LinkModelFile.write($0.model, to: context.workspace) }
      })
    guard let outcome else { throw tooSmall(0) }
    context.didWork()
    say(outcome.model, after: old, leads: outcome.ids.count)
  }

  private func tooSmall(_ leads: Int) -> StageFailure {
    StageFailure(
      .badConfiguration,
      "the base has \(leads) leads, expected \(rules.linkage.trainFrom) or more to learn a model "
        + "from; import more, or set train_from in \(MatchingDefinition.file)")
  }

  /// How the new model differs from the old one.
  private func say(_ new: LinkModel, after old: LinkModel, leads: Int) {
    context.result("model_version", .int(Int64(new.version)))
    context.result("model_leads", .int(Int64(leads)))
    if !context.isDryRun { context.result("model_file", .string(LinkModelFile.name(of: new))) }
    let pairs = decisions.pairs(Int.init).all.count
    if pairs > 0 { context.result("model_decided_pairs", .int(Int64(pairs))) }
    var lines: [String] = []
    let priors = (old: Self.rounded(1 / old.prior), new: Self.rounded(1 / new.prior))
    if priors.old != priors.new {
      lines.append("prior: 1 pair in \(priors.old) before, 1 in \(priors.new) now")
    }
    for comparison in LinkComparison.allCases {
      let levels = zip(old.levels[comparison.rawValue], new.levels[comparison.rawValue])
      for (name, (before, now)) in zip(comparison.levels, levels)
      where abs(before.weight - now.weight) >= Self.leastChange {
        lines.append(
          "\(comparison.name) \(name): \(Self.bits(before.weight)) bits before, "
            + "\(Self.bits(now.weight)) now")
      }
    }
    context.result(
      "model_changes", .array((lines.isEmpty ? ["none"] : lines).map { .string($0) }))
  }

  private static func rounded(_ number: Double) -> Int { Int(min(number, 1e15).rounded()) }

  private static func bits(_ weight: Double) -> String {
    let tenths = Int((weight * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}

internal import Bytes
internal import CommandLineKit
internal import LeadModel
internal import Matching
package import StageKit
internal import Store

/// The dedupe stage: leads that are one person become one entity.
package enum DedupeStage {
  package static let declaration = StageDeclaration(
    name: "dedupe", summary: "link leads that are one person to entities with stable ids",
    options: [
      OptionDeclaration(
        "train", summary: "learn a new version of the matching model from the base first"),
      LinkStream.option,
    ],
    examples: [
      "leadmill-dedupe --workspace ws", "leadmill-dedupe --workspace ws --train --dry-run",
      "leadmill-dedupe --stream keys < records.jsonl | sort | leadmill-dedupe --stream score",
      "sort edges.jsonl | leadmill-dedupe --stream cluster",
    ],
    stream: LinkStream.run, body: run)

  static let subject = "lead"

  static func run(_ context: StageContext) throws {
    let rules = try MatchingDefinition.rules(of: context.configuration)
    try warn(ofUnknownIn: rules, context)
    // Keys that were made in another way than now are made again, and pairs compared again.
    let configHash =
      context.configurationHash(of: [MatchingDefinition.file, LinkModels.file])
      + "-\(MatchingDefinition.version(of: rules))"
    let tally = DedupeTally(context: context, rules: rules)
    let decisions = try DecisionUpdate(context: context).run()
    let whole = WholeBaseDedupe(
      context: context, rules: rules, configHash: configHash, tally: tally, decisions: decisions)
    let base = BaseMark(context: context, configHash: configHash)
    if let stopped = try base.unfinished() {
      if stopped.isUntouched {
        try whole.run(resuming: stopped)
      } else {
        try base.giveUp(at: stopped.mark)
      }
    }
    let contacts = ContactDedupe(context: context, rules: rules)
    try contacts.release()
    let isLinked =
      try context.database.query("dedupe-base-exists").first { $0.int(0) != 0 } ?? false
    var changed = ChangedLeadsDedupe(
      context: context, rules: rules, configHash: configHash, tally: tally, decisions: decisions)
    if context.arguments.flag("train") {
      guard rules.linkage.isUsed else {
        throw StageFailure(
          .badConfiguration,
          "\(MatchingDefinition.file) says 'use: false' of the model; there is nothing to train")
      }
      try Retraining(
        context: context, rules: rules, configHash: configHash, tally: tally, decisions: decisions
      ).run()
      changed.hasFreshEdges = true
    } else if !isLinked {
      // What a base learnt that was taken back since is none of the next one's.
      try context.transaction {
        try context.database.query("dedupe-models-clear").run()
        try contacts.forget()
      }
      try whole.run()
    } else if rules.linkage.isUsed,
      try context.mark(Self.subject, configHash: configHash) == 0 || isDueToLearn(context, rules)
    {
      let models = LinkModels(context: context, rules: rules.linkage)
      _ = try Relinking(
        context: context, rules: rules, configHash: configHash, tally: tally, decisions: decisions
      ).run(use: models.choice())
      changed.hasFreshEdges = true
    }
    // What came after the bound of the whole base, and what later stages sent back.
    try changed.run(contacts)
    tally.report()
    if rules.linkage.isUsed, context.counts.rowsIn > 0, !context.arguments.flag("train") {
      try LinkModels(context: context, rules: rules.linkage).tellAge(in: context)
    }
    try context.timed("companies") {
      try CompanyDedupe(context: context, rules: rules).run(contacts)
    }
    try context.timed("contacts") { try contacts.run() }
  }

  /// Tells of what the configuration means and is not there.
  private static func warn(ofUnknownIn rules: MatchingRules, _ context: StageContext) throws {
    if rules.linkage.isUsed, !context.configuration.contains(LinkModels.file) {
      context.log.info(
        "", "the configuration has no \(LinkModels.file); the program's own model stands in for it")
    }
    for name in rules.survivorship.trustedSuppliers
    where !context.configuration.contains("mappings/\(name).yaml") {
      let isKnown = try context.database.query("dedupe-supplier-is-known").first(.text(name)) { _ in
        true
      }
      guard isKnown == nil else { continue }
      context.log.warning(
        "",
        "\(MatchingDefinition.file) trusts supplier '\(name)', of whom there is no mapping and no "
          + "import; correct the name, or take it out")
    }
  }

  /// Whether a base that was too small to learn a model from has come to be large enough.
  private static func isDueToLearn(_ context: StageContext, _ rules: MatchingRules) throws -> Bool {
    guard try LinkModels(context: context, rules: rules.linkage).current() == nil else {
      return false
    }
    let leads = try context.database.query("dedupe-leads-up-to")
      .first(.int(Int64(rules.linkage.trainFrom))) { Int($0.int(0)) }
    return leads == rules.linkage.trainFrom
  }
}

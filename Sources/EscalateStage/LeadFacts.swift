import Escalation
import LeadModel
import StageKit
import Store

/// What the store knows of a lead for follow-up rules.
struct LeadFacts {
  private let facts: FollowUpFacts
  /// Channels that the person refuses, or that a registry closes.
  private let blocked: Set<String>
  /// What the law asks for before a call and is missing.
  private let callReason: String?
  let company: String
  /// Open tasks that rules created for the lead, oldest first.
  let openTasks: [(id: Int64, rule: String)]

  /// - Returns: nil when the entity is gone or has no score.
  static func load(
    _ entity: Int64, law: MarketingLaw?, context: StageContext
  ) throws -> LeadFacts? {
    var openTasks: [(id: Int64, rule: String)] = []
    try context.database.query("escalate-open-follow-ups").rows(.int(entity)) {
      openTasks.append(($0.int(0), $0.text(1)))
    }
    let found = try context.database.query("escalate-lead").first(
      .int(entity), .int(context.asOf.seconds)
    ) { row in
      let blocked = Set("\(row.text(6)),\(row.text(8))".split(separator: ",").map(String.init))
      let refuses = ["withdrawn", "declined", "expired"].contains(row.text(5))
      let isOffLimits =
        row.int(4) != 0 || refuses || row.int(9) != 0 || blocked.contains(Channel.any.rawValue)
      return (
        company: row.text(3), blocked: blocked,
        facts: FollowUpFacts(
          score: Int(row.int(0)), grade: row.text(1), scoredAt: Timestamp(seconds: row.int(2)),
          lastTouch: Timestamp(seconds: row.int(7)), isOffLimits: isOffLimits,
          openTaskRules: Set(openTasks.map(\.rule)))
      )
    }
    guard let found else { return nil }
    let reason = try law.flatMap { law in
      try CallConsent(law: law, context: context).missing(of: entity)
    }
    return LeadFacts(
      facts: found.facts, blocked: found.blocked, callReason: reason, company: found.company,
      openTasks: openTasks)
  }

  /// What a rule knows of the lead. Where it names no channel, somebody who can still be called or
  /// still be written to can be approached.
  func facts(for rule: FollowUpRule) -> FollowUpFacts {
    var facts = facts
    let asked =
      rule.channel.map { [$0.rawValue] } ?? [Channel.email.rawValue, Channel.phone.rawValue]
    let closed = callReason == nil ? blocked : blocked.union([Channel.phone.rawValue])
    facts.isOffLimits = facts.isOffLimits || closed.isSuperset(of: asked)
    return facts
  }

  /// Whether the law is all that keeps a rule's task from being created.
  func isHeldByLaw(from rule: FollowUpRule) -> Bool {
    let asked = rule.channel.map { [$0.rawValue] } ?? []
    return callReason != nil && !facts.isOffLimits && blocked.isDisjoint(with: asked)
  }

  /// Why the lead must not be approached by a rule's task any more.
  func offLimitsReason(for rule: FollowUpRule) -> String {
    isHeldByLaw(from: rule) ? callReason ?? "" : "the lead must not be approached any more"
  }
}

/// Where leads stand with follow-up rules.
struct EpisodeStore {
  let context: StageContext

  func load(_ entity: Int64, rule: FollowUpRule) throws -> FollowUpEpisode? {
    try context.database.query("escalate-follow-up").first(.int(entity), .text(rule.name)) {
      FollowUpEpisode(
        number: Int($0.int(0)), state: FollowUpState(rawValue: $0.text(1)) ?? .over,
        score: Int($0.int(2)), since: Timestamp(seconds: $0.int(3)))
    }
  }

  func save(_ episode: FollowUpEpisode, entity: Int64, rule: FollowUpRule) throws {
    try context.database.query("escalate-follow-up-upsert").run(
      .int(entity), .text(rule.name), .int(Int64(episode.number)), .text(episode.state.rawValue),
      .int(Int64(episode.score)), .int(episode.since.seconds))
  }
}

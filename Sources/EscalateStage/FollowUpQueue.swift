import Escalation
import LeadModel
import StageKit
import Store

/// Creates the tasks that leads wait for, best score first, up to each rule's limit a night.
struct FollowUpQueue {
  let context: StageContext
  let rules: EscalationDefinition

  private static let batchSize = 500
  private var ledger: TaskLedger { TaskLedger(context: context) }
  private var episodes: EpisodeStore { EpisodeStore(context: context) }

  func run(_ tally: inout Tally) throws {
    for rule in rules.followUps {
      while true {
        let used =
          try context.database.query("escalate-created-tonight").first(
            .text(rule.name), .int(context.asOf.seconds)
          ) { Int($0.int(0)) } ?? 0
        let room = min(rule.limit - used, Self.batchSize)
        guard room > 0 else { break }
        var waiting: [Int64] = []
        try context.database.query("escalate-waiting").rows(
          .text(rule.name), .int(Int64(room))
        ) { waiting.append($0.int(0)) }
        if waiting.isEmpty { break }
        try context.transaction {
          for entity in waiting { try serve(entity, rule, &tally) }
        }
      }
      tally.waiting +=
        try context.database.query("escalate-waiting-count").first(.text(rule.name)) {
          Int($0.int(0))
        } ?? 0
    }
  }

  /// Creates the lead's task, unless the rule's condition has ceased to hold while it waited.
  private func serve(_ entity: Int64, _ rule: FollowUpRule, _ tally: inout Tally) throws {
    context.counts.rowsIn += 1
    guard let before = try episodes.load(entity, rule: rule),
      let lead = try LeadFacts.load(entity, law: rules.law, context: context),
      let episode = rule.look(at: lead.facts(for: rule), before: before, asOf: context.asOf)
        .episode,
      episode.state == .waiting
    else {
      try drop(entity, rule)
      return
    }
    let id = try context.database.query("escalate-next-task-id").first { $0.int(0) } ?? -1
    let assignee = rule.assignee(lead: entity, roster: rules.roster)
    let days =
      (context.asOf.seconds - lead.facts(for: rule).lastTouch.seconds) / Timestamp.secondsPerDay
    let due = rules.calendar.adding(workingSeconds: rule.dueSeconds, to: context.asOf)
    try context.database.query("escalate-task-insert").run(
      .int(id), .text("\(rule.name)/\(entity)/\(episode.number)"),
      .text(
        rule.title(
          lead: entity, company: lead.company, score: lead.facts(for: rule).score, days: Int(days))),
      .text(assignee), .text(rule.priority.rawValue), SQLValue(due?.seconds),
      .int(context.asOf.seconds), .int(entity), .text(rule.name))
    try ledger.add(
      task: id, rule: rule.name, level: 0, action: "created", to: assignee, reason: reason(rule))
    // The task is looked at when it is due; what happens then is for the overdue rules to say.
    try ledger.lookAgain("task", id: id, at: due)
    try episodes.save(
      FollowUpEpisode(
        number: episode.number, state: .created, score: lead.facts(for: rule).score,
        since: episode.since),
      entity: entity, rule: rule)
    tally.created += 1
    context.record(.inserted, row: entity, scope: Scope.queue)
  }

  /// Takes a lead off the queue whose condition does not hold any more.
  private func drop(_ entity: Int64, _ rule: FollowUpRule) throws {
    if let before = try episodes.load(entity, rule: rule) {
      let lead = try LeadFacts.load(entity, law: rules.law, context: context)
      let after = lead.flatMap {
        rule.look(at: $0.facts(for: rule), before: before, asOf: context.asOf).episode
      }
      let state = after.map { $0.state == .waiting ? .over : $0.state } ?? .over
      try episodes.save(
        FollowUpEpisode(
          number: before.number, state: state, score: before.score, since: before.since),
        entity: entity, rule: rule)
    }
    context.record(.unchanged, row: entity, scope: Scope.queue)
  }

  private func reason(_ rule: FollowUpRule) -> String {
    switch rule.condition {
    case .score(let threshold): "score reached \(threshold)"
    case .inactive(let days, _): "no activity for \(days) days"
    }
  }
}

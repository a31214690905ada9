import Escalation
import LeadModel
import StageKit
import Store

/// Looks at leads that are newly scored, changed, or quiet for long enough, and decides who waits
/// for a follow-up task.
struct FollowUpWork {
  let context: StageContext
  let rules: EscalationDefinition
  let configHash: String

  /// Entries by date and score go all over their tables: many a transaction write each page once,
  /// few would write it again and again.
  private static let batchSize = 20_000
  /// Rules have no part in what a refusal means.
  private static let refusalMark = "consent 2"
  /// Leads looked at that the law forbids to call, and nothing else.
  private(set) var heldByLaw = 0
  private var ledger: TaskLedger { TaskLedger(context: context) }
  private var episodes: EpisodeStore { EpisodeStore(context: context) }

  mutating func run() throws {
    guard !rules.followUps.isEmpty else { return }
    let start = try context.mark("entity", configHash: configHash)
    try context.transaction { try takeChanges(isFirstLook: start == 0) }
    try lookAtNew(from: start)
    for batch in try context.revisits("entity").batches(of: Self.batchSize) {
      try context.transaction {
        for id in batch {
          // Ids above the mark have just been looked at as new ones.
          if id <= start { try visit(id) }
          try context.clearRevisit("entity", id: id)
        }
      }
      context.progress(done: context.counts.rowsIn, of: nil, unit: "leads")
    }
  }

  private func takeChanges(isFirstLook: Bool) throws {
    try ledger.takeDue("entity")
    let change = try context.mark("field_change", configHash: configHash)
    let last = try context.database.query("escalate-last-change").first { $0.int(0) } ?? 0
    if !isFirstLook {
      try context.database.query("escalate-take-changes").run(.int(change), .int(last))
    }
    try context.setMark("field_change", to: last, configHash: configHash)
    let consent = try context.mark("consent", configHash: Self.refusalMark)
    let event = try context.mark("engagement", configHash: Self.refusalMark)
    let newest = try context.database.query("escalate-last-consent").first { $0.int(0) } ?? 0
    let latest = try context.database.query("escalate-last-engagement").first { $0.int(0) } ?? 0
    if newest > consent || latest > event {
      try context.database.query("escalate-take-refusals").run(
        .int(consent), .int(newest), .int(event), .int(latest))
      try context.database.query("escalate-take-grants").run(.int(consent), .int(newest))
    }
    try context.setMark("consent", to: newest, configHash: Self.refusalMark)
    try context.setMark("engagement", to: latest, configHash: Self.refusalMark)
  }

  private mutating func lookAtNew(from start: Int64) throws {
    var threshold = 101
    var grades: Set<String> = []
    for rule in rules.followUps {
      switch rule.condition {
      case .score(let atLeast): threshold = min(threshold, atLeast)
      case .inactive(_, let watched): grades.formUnion(watched)
      }
    }
    let gradeList = "[\(grades.sorted().map { "\"\($0)\"" }.joined(separator: ","))]"
    let last = try context.database.query("escalate-last-entity").first { $0.int(0) } ?? 0
    var mark = start
    while true {
      var ids: [Int64] = []
      try context.database.query("escalate-new-entities").rows(
        .int(mark), .int(last), .int(Int64(threshold)), .text(gradeList),
        .int(Int64(Self.batchSize))
      ) { ids.append($0.int(0)) }
      mark = ids.count < Self.batchSize ? max(last, mark) : ids[ids.count - 1]
      try context.transaction {
        for id in ids { try visit(id) }
        try context.setMark("entity", to: mark, configHash: configHash)
      }
      context.progress(done: context.counts.rowsIn, of: nil, unit: "leads")
      if ids.count < Self.batchSize { return }
    }
  }

  private mutating func visit(_ id: Int64) throws {
    guard let lead = try LeadFacts.load(id, law: rules.law, context: context) else {
      try context.database.query("escalate-follow-ups-of-unknown").run(.int(id))
      return
    }
    context.counts.rowsIn += 1
    var isSuppressed = false
    var isHeldByLaw = false
    var isChanged = false
    for rule in rules.followUps {
      let before = try episodes.load(id, rule: rule)
      let outcome = rule.look(at: lead.facts(for: rule), before: before, asOf: context.asOf)
      try ledger.lookAgain("entity", id: id, at: outcome.nextLookAt)
      guard let episode = outcome.episode else { continue }
      if episode.state == .suppressed { isSuppressed = true }
      isHeldByLaw = isHeldByLaw || episode.state == .suppressed && lead.isHeldByLaw(from: rule)
      guard episode != before else { continue }
      isChanged = true
      try episodes.save(episode, entity: id, rule: rule)
    }
    if isHeldByLaw { heldByLaw += 1 }
    // Two people who turn out to be one may have brought a task each.
    var rulesWithTask: Set<String> = []
    for task in lead.openTasks {
      let isFirst = rulesWithTask.insert(task.rule).inserted
      let rule = rules.followUps.first {
        $0.name == task.rule && lead.facts(for: $0).isOffLimits
      }
      guard rule != nil || !isFirst else { continue }
      try ledger.close(
        task: task.id, rule: task.rule, status: "cancelled", at: nil, action: "cancelled",
        reason: rule.map(lead.offLimitsReason) ?? "an older task of the rule is open")
      isChanged = true
    }
    context.record(
      isSuppressed ? .suppressed : isChanged ? .updated : .unchanged, row: id, scope: Scope.entity)
  }
}

import Escalation
import LeadModel
import StageKit
import Store

/// Looks at open tasks that are new, changed, or whose next level is reached.
struct OverdueWork {
  let context: StageContext
  let rules: EscalationDefinition
  let configHash: String

  private static let batchSize = 1000
  private var ledger: TaskLedger { TaskLedger(context: context) }

  private struct TaskRow {
    let id: Int64
    let owner: String?
    let assignedTo: String?
    let isOpen: Bool
    let priority: TaskPriority
    let dueAt: Timestamp?
    let level: Int
    let createdByRule: String?
    let createdAt: Timestamp
    let entity: Int64?

    init(id: Int64, _ row: Statement) {
      self.id = id
      owner = row.optionalText(0)
      assignedTo = row.optionalText(1)
      isOpen = row.text(2) == "open"
      priority = TaskPriority(rawValue: row.text(3)) ?? .normal
      dueAt = row.optionalInt(4).map(Timestamp.init(seconds:))
      level = Int(row.int(5))
      createdByRule = row.optionalText(6)
      createdAt = Timestamp(seconds: row.int(7))
      entity = row.optionalInt(8)
    }
  }

  func run(_ tally: inout Tally) throws {
    let start = try context.mark("task", configHash: configHash)
    try context.transaction { try ledger.takeDue("task") }
    let last = try context.database.query("escalate-last-task").first { $0.int(0) } ?? 0
    var mark = start
    while true {
      var ids: [Int64] = []
      try context.database.query("escalate-new-tasks").rows(
        .int(mark), .int(last), .int(Int64(Self.batchSize))
      ) { ids.append($0.int(0)) }
      mark = ids.count < Self.batchSize ? max(last, mark) : ids[ids.count - 1]
      try context.transaction {
        for id in ids { try visit(id, &tally) }
        try context.setMark("task", to: mark, configHash: configHash)
      }
      if ids.count < Self.batchSize { break }
    }
    let revisits = try context.revisits("task")
    for batch in revisits.batches(of: Self.batchSize) {
      try context.transaction {
        for id in batch {
          // Ids above the mark have just been looked at as new ones.
          if id <= start { try visit(id, &tally) }
          try context.clearRevisit("task", id: id)
        }
      }
      context.progress(done: context.counts.rowsIn, of: nil, unit: "tasks")
    }
  }

  private func visit(_ id: Int64, _ tally: inout Tally) throws {
    let found = try context.database.query("escalate-task").first(.int(id)) {
      TaskRow(id: id, $0)
    }
    guard let task = found, task.isOpen, let dueAt = task.dueAt else { return }
    context.counts.rowsIn += 1
    if try complete(task, &tally) {
      context.record(.updated, row: id, scope: Scope.task)
      return
    }
    guard let rule = rules.overdue.first(where: { $0.priorities.contains(task.priority) }) else {
      context.record(.unchanged, row: id, scope: Scope.task)
      return
    }
    let plan = rule.plan(
      for: OpenTask(
        priority: task.priority, dueAt: dueAt, assignee: task.assignedTo ?? task.owner,
        level: task.level),
      asOf: context.asOf, calendar: rules.calendar, roster: rules.roster)
    for step in plan.steps { try apply(step, of: rule, to: task, &tally) }
    if let last = plan.steps.last { try raise(task, to: last, plan) }
    try ledger.lookAgain("task", id: id, at: plan.nextLookAt)
    context.record(plan.steps.isEmpty ? .unchanged : .updated, row: id, scope: Scope.task)
  }

  private func apply(
    _ step: EscalationStep, of rule: OverdueRule, to task: TaskRow, _ tally: inout Tally
  ) throws {
    try ledger.add(
      task: task.id, rule: rule.name, level: step.level, action: step.action.event,
      to: step.target, reason: step.reason)
    switch step.action {
    case .remind: tally.reminded += 1
    case .reassign: tally.reassigned += 1
    case .escalate: tally.escalated += 1
    }
  }

  private func raise(_ task: TaskRow, to last: EscalationStep, _ plan: EscalationPlan) throws {
    let assignee = plan.steps.last { $0.action == .reassign }?.target ?? task.assignedTo
    try context.database.query("escalate-task-level").run(
      .int(task.id), .int(Int64(last.level)), SQLValue(assignee))
    try context.recordChange(
      subject: "task", id: task.id, field: "escalation_level", old: "\(task.level)",
      new: "\(last.level)", reason: last.reason)
    if assignee != task.assignedTo {
      try context.recordChange(
        subject: "task", id: task.id, field: "assigned_to", old: task.assignedTo, new: assignee,
        reason: last.reason)
    }
  }

  /// A follow-up is done when something was done with the lead after it was created.
  private func complete(_ task: TaskRow, _ tally: inout Tally) throws -> Bool {
    guard let rule = task.createdByRule, let entity = task.entity else { return false }
    let found = try context.database.query("escalate-last-activity").first(
      .int(entity), .int(task.createdAt.seconds), .int(context.asOf.seconds)
    ) { $0.optionalInt(0) }
    guard let seconds = found ?? nil else { return false }
    let at = Timestamp(seconds: seconds)
    try ledger.close(
      task: task.id, rule: rule, status: "done", at: at, action: "done",
      reason: "activity with the lead on \(at.date)")
    tally.completed += 1
    return true
  }
}

extension Array {
  /// Consecutive slices of at most so many elements.
  func batches(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}

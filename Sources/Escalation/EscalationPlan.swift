package import LeadModel

/// An open task as the rules see it.
package struct OpenTask: Equatable, Sendable {
  package let priority: TaskPriority
  package let dueAt: Timestamp
  /// Who has it: assigned by escalation, else the owner as received; nil for nobody.
  package let assignee: String?
  /// The highest level that was applied, 0 for none.
  package let level: Int

  package init(priority: TaskPriority, dueAt: Timestamp, assignee: String?, level: Int) {
    self.priority = priority
    self.dueAt = dueAt
    self.assignee = assignee
    self.level = level
  }
}

/// One thing to do now.
package struct EscalationStep: Equatable, Sendable {
  /// From 1.
  package let level: Int
  package let action: EscalationAction
  package let target: String
  /// When the level's delay ran out.
  package let reachedAt: Timestamp
  /// For the task's history: `overdue by 8 working hours (normal priority)`.
  package let reason: String
}

/// What becomes of a task at a date.
package struct EscalationPlan: Equatable, Sendable {
  /// The levels reached since the last look, in order.
  package let steps: [EscalationStep]
  /// When the next level would be reached; nil when there is none.
  package let nextLookAt: Timestamp?
}

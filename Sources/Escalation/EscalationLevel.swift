/// What escalation does at a level of a rule.
package enum EscalationAction: String, CaseIterable, Sendable, Hashable {
  /// Tells the target; the task stays with its assignee.
  case remind
  /// Gives the task to the target.
  case reassign
  /// Tells the target that the task is stuck; the task stays with its assignee.
  case escalate

  /// How the history of a task names what was done.
  package var event: String {
    switch self {
    case .remind: "reminded"
    case .reassign: "assigned"
    case .escalate: "escalated"
    }
  }
}

/// Whom a level is addressed to.
package enum EscalationTarget: Hashable, Sendable {
  /// Who has the task now.
  case owner
  /// The manager of who has the task now.
  case manager
  case person(String)
}

/// One rung: after so long, do this.
package struct EscalationLevel: Hashable, Sendable {
  /// Working seconds after the due time, by priority; `fallback` for those not listed.
  package let delays: [TaskPriority: Int]
  package let fallback: Int
  package let action: EscalationAction
  package let target: EscalationTarget

  package init(
    delays: [TaskPriority: Int] = [:], fallback: Int, action: EscalationAction,
    target: EscalationTarget
  ) {
    self.delays = delays
    self.fallback = fallback
    self.action = action
    self.target = target
  }

  package func delaySeconds(_ priority: TaskPriority) -> Int {
    delays[priority] ?? fallback
  }
}

package import LeadModel

/// How overdue tasks of some priorities are escalated.
package struct OverdueRule: Equatable, Sendable {
  package let name: String
  package let priorities: Set<TaskPriority>
  /// In order; the delays do not fall from one to the next.
  package let levels: [EscalationLevel]

  package init(name: String, priorities: Set<TaskPriority>, levels: [EscalationLevel]) {
    self.name = name
    self.priorities = priorities
    self.levels = levels
  }

  /// The levels that an open task has reached and not been through.
  ///
  /// A task that is seen late goes through all of them at once, so that a missed night changes
  /// nothing in the end.
  package func plan(
    for task: OpenTask, asOf: Timestamp, calendar: WorkingCalendar, roster: Roster
  ) -> EscalationPlan {
    var steps: [EscalationStep] = []
    var assignee = task.assignee ?? roster.defaultOwner
    for (index, level) in levels.enumerated() where index + 1 > task.level {
      let delay = level.delaySeconds(task.priority)
      guard let reached = calendar.adding(workingSeconds: delay, to: task.dueAt) else { break }
      guard reached <= asOf else { return EscalationPlan(steps: steps, nextLookAt: reached) }
      let target =
        switch level.target {
        case .owner: assignee
        case .manager: roster.manager(of: assignee)
        case .person(let name): name
        }
      let reason =
        "overdue by \(WorkingHours.text(delay)) (\(task.priority.rawValue) priority)"
        + (task.assignee == nil ? ", had no owner" : "")
      steps.append(
        EscalationStep(
          level: index + 1, action: level.action, target: target, reachedAt: reached,
          reason: reason))
      if level.action == .reassign { assignee = target }
    }
    return EscalationPlan(steps: steps, nextLookAt: nil)
  }
}

import LeadModel
import Validation

private enum TaskColumns {
  static let title = TablePlan.task.column("title")
  static let status = TablePlan.task.column("status")
  static let priority = TablePlan.task.column("priority")
  static let leadEmail = TablePlan.task.column("lead_email")
  static let completedAt = TablePlan.task.column("completed_at")
  static let createdAt = TablePlan.task.column("created_at")
}

private enum ActivityColumns {
  static let type = TablePlan.activity.column("type")
  static let at = TablePlan.activity.column("at")
  static let subject = TablePlan.activity.column("subject")
  static let outcome = TablePlan.activity.column("outcome")
  static let email = TablePlan.activity.column("email")
}

private enum EngagementColumns {
  static let email = TablePlan.engagement.column("email")
  static let event = TablePlan.engagement.column("event")
  static let at = TablePlan.engagement.column("at")
  static let messageID = TablePlan.engagement.column("message_id")
}

extension RowConformer {
  mutating func applyTaskRules(_ source: RowCells) {
    // Nobody is to work on an erased person, and the title may say who that is.
    guard passesErasure(email: TaskColumns.leadEmail, phone: nil),
      require(TaskColumns.title, "title", source, expected: "what is to be done")
    else { return }
    if out[TaskColumns.status].isNull {
      let isDone = !out[TaskColumns.completedAt].isNull
      out.setText(isDone ? "done" : "open", column: TaskColumns.status)
    }
    if out[TaskColumns.priority].isNull { out.setText("normal", column: TaskColumns.priority) }
    noteFuture(TaskColumns.completedAt, field: "completed_at")
    noteFuture(TaskColumns.createdAt, field: "created_at")
    noteSequence(
      TaskColumns.completedAt, field: "completed_at", after: TaskColumns.createdAt, "created_at")
  }

  mutating func applyActivityRules(_ source: RowCells) {
    guard passesErasure(email: ActivityColumns.email, phone: nil),
      require(ActivityColumns.at, "at", source, expected: "the date and time of the activity")
    else { return }
    if out[ActivityColumns.type].isNull { out.setText("other", column: ActivityColumns.type) }
    noteSpecialCategories(ActivityColumns.subject, field: "subject")
    noteSpecialCategories(ActivityColumns.outcome, field: "outcome")
    noteFuture(ActivityColumns.at, field: "at")
  }

  mutating func applyEngagementRules(_ source: RowCells) {
    settleRefusing(source)
    guard passesErasure(email: EngagementColumns.email, phone: nil),
      require(
        EngagementColumns.event, "event", source, expected: Vocabulary.engagementEvent.listed)
    else { return }
    // A refusal counts from the day it is known, if it does not say since when.
    if isRefusalEvent, out[EngagementColumns.at].isNull {
      out[EngagementColumns.at] = .int(settings.asOf.seconds)
    }
    guard
      require(EngagementColumns.at, "at", source, expected: "the date and time of the event")
    else { return }
    if out[EngagementColumns.messageID].isNull {
      guard
        require(
          EngagementColumns.email, "email", source,
          expected: "an address, or a message_id beside it")
      else { return }
    }
    noteFuture(EngagementColumns.at, field: "at")
  }

  /// Whether the event of the row is an unsubscription or a complaint.
  var isRefusalEvent: Bool {
    out.withText(EngagementColumns.event) { event in
      ["unsubscribe", "complaint"].contains { event.elementsEqual($0.utf8) }
    }
  }

  /// Whoever refuses by an address with a fault is the one whose address is suggested.
  private mutating func settleRefusing(_ source: RowCells) {
    guard out[EngagementColumns.email].isNull, isRefusalEvent,
      let meant = addressMeant(source, email: EngagementColumns.email)
    else { return }
    out.setText(meant, column: EngagementColumns.email)
  }
}

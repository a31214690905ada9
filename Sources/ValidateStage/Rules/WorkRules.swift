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
  static let emailField = TablePlan.engagement.field("email")
  static let eventField = TablePlan.engagement.field("event")
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
    noteSpecialCategories(TaskColumns.title, field: "title")
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
    guard passesErasure(email: EngagementColumns.email, phone: nil) else { return }
    let mayRefuse = mayBeRefusal(source)
    guard
      require(
        EngagementColumns.event, "event", source,
        expected: Vocabulary.engagementEvent.listed
          + (mayRefuse
            ? "; until it is corrected, nobody whom the row names gets messages that need consent"
            : ""))
    else {
      if mayRefuse {
        keepWishes(
          of: addresses(named: source).map { .email($0) } + recipient, status: "expired",
          source: "event not understood", .held)
      }
      return
    }
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
    if isRefusalEvent {
      let own = out.string(out[EngagementColumns.email])
      keepWishes(
        of: addresses(named: source).filter { $0 != own }.map { .email($0) }, status: "withdrawn",
        source: "unsubscribed beside others", .alsoNamed)
    }
  }

  /// Whether nobody understands the event of the row: a refusal may be what it says. What mail tools log
  /// beside is none.
  private func mayBeRefusal(_ source: RowCells) -> Bool {
    guard out[EngagementColumns.event].isNull else { return false }
    let cell = source.cell(EngagementColumns.eventField)
    return !cell.isEmpty && !settings.policy.placeholders.contains(cell)
      && !OtherEvents.isOne(String(decoding: cell.prefix(Self.longestEvent), as: UTF8.self))
  }

  private static let longestEvent = 256

  private mutating func addresses(named source: RowCells) -> [String] {
    guard out[EngagementColumns.email].isNull || hasSeveralAddresses(source) else {
      return out.string(out[EngagementColumns.email]).map { [$0] } ?? []
    }
    return addressesMeant(source, email: EngagementColumns.email)
  }

  private func hasSeveralAddresses(_ source: RowCells) -> Bool {
    source.cell(EngagementColumns.emailField).count(where: { $0 == UInt8(ascii: "@") }) > 1
  }

  /// Keeps what a row says, or may say, as records of consent of people whom it names.
  private mutating func keepWishes(
    of people: [Named], status: String, source: String, _ reason: FurtherRecord.Reason
  ) {
    guard !people.isEmpty else { return }
    let at = out.sqlValue(out[EngagementColumns.at])
    keep(people, at: at, status: status, channel: "any", source: source, reason)
  }

  /// Whoever the message went to that the row names; several mail tools name nobody else.
  private var recipient: [Named] {
    out.string(out[EngagementColumns.messageID]).map { [.recipient(message: $0)] } ?? []
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
      let meant = addressesMeant(source, email: EngagementColumns.email).first
    else { return }
    out.setText(meant, column: EngagementColumns.email)
  }
}

import LeadModel
import StageKit
import Store

/// Writes what is done to tasks: their history, and when to look again.
struct TaskLedger {
  let context: StageContext

  /// Adds an entry to a task's history, unless the same was done before.
  func add(
    task: Int64, rule: String, level: Int, action: String, to person: String?, reason: String
  ) throws {
    try context.database.query("escalate-event-insert").run(
      .int(task), .text(rule), .int(Int64(level)), .text(action), SQLValue(person),
      .int(context.asOf.seconds), .text(reason))
  }

  /// Ends an open task.
  func close(
    task: Int64, rule: String, status: String, at: Timestamp?, action: String, reason: String
  ) throws {
    try context.database.query("escalate-task-close").run(
      .int(task), .text(status), SQLValue(at?.seconds))
    try add(task: task, rule: rule, level: 0, action: action, to: nil, reason: reason)
    try context.recordChange(
      subject: "task", id: task, field: "status", old: "open", new: status, reason: reason)
  }

  func lookAgain(_ subject: String, id: Int64, at instant: Timestamp?) throws {
    guard let instant else { return }
    try context.database.query("escalate-add-due").run(
      .text(subject), .int(instant.seconds), .int(id))
  }

  /// Puts rows whose delay has run out on the list of those to look at.
  func takeDue(_ subject: String) throws {
    let now = SQLValue.int(context.asOf.seconds)
    try context.database.query("escalate-take-due").run(.text(subject), now)
    try context.database.query("escalate-clear-due").run(.text(subject), now)
  }
}

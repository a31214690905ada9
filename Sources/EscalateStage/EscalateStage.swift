package import StageKit
import Escalation
import LeadModel

/// Finds overdue tasks and escalates them, and creates follow-up tasks for leads, by the rules of
/// `escalation.yaml`.
package enum EscalateStage {
  package static let declaration = StageDeclaration(
    name: "escalate",
    summary: "remind, reassign and escalate overdue tasks, and create follow-ups for leads",
    examples: ["leadmill-escalate --workspace ws --as-of 2026-11-02T06:00:00Z"],
    version: 1
  ) { context in
    var rules = try EscalationDefinition.load(context.configuration)
    if !context.isDryRun {
      // Somebody who has refused calls would be given to a colleague to call.
      try WaitingRefusals(
        context: context, withheld: "nobody is given a task", preview: "--dry-run"
      ).check()
    }
    try rules.roster.add(managers: UserRoster.managers(in: context.database))
    let configHash = context.configurationHash(of: rules.files)
    var tally = Tally()
    var followUps = FollowUpWork(context: context, rules: rules, configHash: configHash)
    try followUps.run()
    tally.heldByLaw = followUps.heldByLaw
    try FollowUpQueue(context: context, rules: rules).run(&tally)
    try OverdueWork(context: context, rules: rules, configHash: configHash).run(&tally)
    tally.report(to: context)
    try EscalationsFile.write(context)
  }
}

/// Tells dispositions of the tables apart that the stage takes rows of.
enum Scope {
  static let task: Int64 = 0
  /// Entities looked at by follow-up rules.
  static let entity: Int64 = 1
  /// Entities whose turn came to get a task.
  static let queue: Int64 = 2
}

/// What was done, for the result lines.
struct Tally {
  var created = 0
  var reminded = 0
  var reassigned = 0
  var escalated = 0
  var completed = 0
  var waiting = 0
  var heldByLaw = 0

  func report(to context: StageContext) {
    let figures = [
      ("follow_ups_created", created), ("follow_ups_waiting", waiting),
      ("follow_ups_held_for_consent_to_calls", heldByLaw), ("follow_ups_done", completed),
      ("reminders", reminded), ("reassignments", reassigned),
      ("escalations", escalated),
    ]
    for (name, value) in figures where value > 0 { context.result(name, .int(Int64(value))) }
  }
}

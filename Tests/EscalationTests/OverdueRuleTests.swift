import Escalation
import LeadModel
import Testing

@Suite("Overdue tasks")
struct OverdueRuleTests {
  let roster = Roster(
    defaultOwner: "desk", defaultManager: "head", managers: ["anna": "petra", "petra": "head"])

  let rule = OverdueRule(
    name: "overdue", priorities: Set(TaskPriority.allCases),
    levels: [
      EscalationLevel(
        delays: [.urgent: 0, .high: 3600], fallback: 4 * 3600, action: .remind, target: .owner),
      EscalationLevel(
        delays: [.urgent: 4 * 3600], fallback: 16 * 3600, action: .reassign, target: .manager),
      EscalationLevel(
        delays: [.urgent: 8 * 3600], fallback: 40 * 3600, action: .escalate, target: .manager),
    ])

  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    var priority = TaskPriority.normal
    var assignee: String? = "anna"
    var level = 0
    let asOf: String
    let steps: [String]
    let next: String?
    var testDescription: String { id }
  }

  /// Due on Monday 2026-11-23 at 9:00 in Berlin.
  @Test(
    "each level is applied once, when its delay has run out",
    arguments: [
      Case(
        id: "not overdue", asOf: "2026-11-23T07:00:00Z", steps: [], next: "2026-11-23T12:00:00Z"),
      Case(
        id: "a second too early", asOf: "2026-11-23T11:59:59Z", steps: [],
        next: "2026-11-23T12:00:00Z"),
      Case(
        id: "reminder", asOf: "2026-11-23T12:00:00Z", steps: ["1 remind anna"],
        next: "2026-11-24T17:00:00Z"),
      Case(
        id: "nothing more until level 2", level: 1, asOf: "2026-11-24T16:00:00Z", steps: [],
        next: "2026-11-24T17:00:00Z"),
      Case(
        id: "level 2", level: 1, asOf: "2026-11-24T18:00:00Z", steps: ["2 reassign petra"],
        next: "2026-11-27T17:00:00Z"),
      Case(
        id: "all missed", asOf: "2026-12-30T18:00:00Z",
        steps: ["1 remind anna", "2 reassign petra", "3 escalate head"], next: nil),
      Case(id: "all done", level: 3, asOf: "2026-12-30T18:00:00Z", steps: [], next: nil),
      Case(
        id: "urgent is faster", priority: .urgent, asOf: "2026-11-23T12:00:00Z",
        steps: ["1 remind anna", "2 reassign petra"], next: "2026-11-23T17:00:00Z"),
      Case(
        id: "nobody has it", assignee: nil, asOf: "2026-11-23T12:00:00Z",
        steps: ["1 remind desk"], next: "2026-11-24T17:00:00Z"),
      Case(
        id: "unknown manager", assignee: "zoe", level: 1, asOf: "2026-11-24T18:00:00Z",
        steps: ["2 reassign head"], next: "2026-11-27T17:00:00Z"),
    ])
  func levels(_ test: Case) throws {
    let task = OpenTask(
      priority: test.priority, dueAt: try instant("2026-11-23T08:00:00Z"),
      assignee: test.assignee, level: test.level)
    let plan = rule.plan(
      for: task, asOf: try instant(test.asOf), calendar: try berlinCalendar(), roster: roster)
    #expect(plan.steps.map { "\($0.level) \($0.action) \($0.target)" } == test.steps)
    #expect(plan.nextLookAt?.description == test.next)
  }

  @Test("the reason says how long, at what priority, and that nobody had it")
  func reasons() throws {
    let task = OpenTask(
      priority: .high, dueAt: try instant("2026-11-23T08:00:00Z"), assignee: nil, level: 0)
    let plan = rule.plan(
      for: task, asOf: try instant("2026-11-23T10:00:00Z"), calendar: try berlinCalendar(),
      roster: roster)
    #expect(
      plan.steps.map(\.reason) == ["overdue by 1 working hour (high priority), had no owner"])
    #expect(WorkingHours.text(1800) == "0.5 working hours")
  }
}

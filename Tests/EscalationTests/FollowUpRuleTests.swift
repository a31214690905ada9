import Escalation
import LeadModel
import Testing

@Suite("Follow-ups")
struct FollowUpRuleTests {
  static func rule(_ condition: FollowUpRule.Condition) -> FollowUpRule {
    FollowUpRule(
      name: "call", condition: condition, priority: .high, dueSeconds: 4 * 3600,
      title: "Call lead {lead} of {company}: {score} {nothing} {days", assignees: ["anna", "bob"],
      limit: 10)
  }

  static func facts(
    score: Int = 80, grade: String = "A", touched: String = "2026-11-01",
    isOffLimits: Bool = false, open: Set<String> = []
  ) throws -> FollowUpFacts {
    FollowUpFacts(
      score: score, grade: grade, scoredAt: try instant("2026-11-10"),
      lastTouch: try instant(touched), isOffLimits: isOffLimits, openTaskRules: open)
  }

  /// Feeds looks one after the other and shows where the lead stands after each.
  static func story(
    _ rule: FollowUpRule, _ looks: [(asOf: String, facts: FollowUpFacts)],
    creating: Bool = true
  ) throws -> [String] {
    var before: FollowUpEpisode?
    var lines: [String] = []
    for look in looks {
      let outcome = rule.look(at: look.facts, before: before, asOf: try instant(look.asOf))
      before = outcome.episode
      let next = outcome.nextLookAt.map { " next \($0.date)" } ?? ""
      lines.append((before.map { "\($0.number) \($0.state)" } ?? "none") + next)
      // What the stage does with whoever waits.
      if creating, let waiting = before, waiting.state == .waiting {
        before = FollowUpEpisode(
          number: waiting.number, state: .created, score: waiting.score, since: waiting.since)
      }
    }
    return lines
  }

  @Test("a lead that crosses the threshold again begins a new episode")
  func crossings() throws {
    let found = try Self.story(
      Self.rule(.score(atLeast: 70)),
      [
        ("2026-11-10", try Self.facts(score: 60)),
        ("2026-11-11", try Self.facts(score: 70)),
        ("2026-11-12", try Self.facts(score: 90)),
        ("2026-11-13", try Self.facts(score: 50)),
        ("2026-11-14", try Self.facts(score: 40)),
        ("2026-11-15", try Self.facts(score: 75, open: ["call"])),
        ("2026-11-16", try Self.facts(score: 75)),
      ])
    #expect(found == ["none", "1 waiting", "1 created", "1 over", "1 over", "1 over", "2 waiting"])
  }

  @Test("nobody who must not be approached gets a task, until that changes")
  func offLimits() throws {
    let found = try Self.story(
      Self.rule(.score(atLeast: 70)),
      [
        ("2026-11-11", try Self.facts(isOffLimits: true)),
        ("2026-11-12", try Self.facts(isOffLimits: true)),
        ("2026-11-13", try Self.facts()),
        ("2026-11-14", try Self.facts(isOffLimits: true)),
      ])
    #expect(found == ["1 suppressed", "1 suppressed", "1 waiting", "1 created"])
  }

  @Test("who waits and is opted out meanwhile is not called")
  func optOutWhileWaiting() throws {
    let found = try Self.story(
      Self.rule(.score(atLeast: 70)),
      [("2026-11-11", try Self.facts()), ("2026-11-12", try Self.facts(isOffLimits: true))],
      creating: false)
    #expect(found == ["1 waiting", "1 suppressed"])
  }

  @Test("a silence is followed up once, and the next one again")
  func silences() throws {
    let found = try Self.story(
      Self.rule(.inactive(days: 14, grades: ["A", "B"])),
      [
        ("2026-11-10", try Self.facts()),
        ("2026-11-15", try Self.facts()),
        ("2026-11-29", try Self.facts()),
        ("2026-12-13", try Self.facts(grade: "D")),
        ("2026-12-14", try Self.facts(touched: "2026-12-12")),
        ("2026-12-26", try Self.facts(touched: "2026-12-12", open: ["other"])),
        ("2027-01-09", try Self.facts(touched: "2026-12-12")),
      ])
    #expect(
      found == [
        "none next 2026-11-15", "1 waiting next 2026-11-29", "1 created next 2026-12-13",
        "1 created next 2026-12-27", "1 over next 2026-12-26", "1 over next 2027-01-09",
        "2 waiting next 2027-01-23",
      ])
  }

  @Test("a grade that the rule does not watch is not looked at again by time")
  func unwatchedGrade() throws {
    let found = try Self.story(
      Self.rule(.inactive(days: 14, grades: ["A"])), [("2027-01-01", try Self.facts(grade: "C"))])
    #expect(found == ["none"])
  }

  @Test("a title fills what it knows and keeps what it does not")
  func titles() {
    let rule = Self.rule(.score(atLeast: 70))
    #expect(
      rule.title(lead: 7, company: "Example {score} Ltd", score: 81, days: 0)
        == "Call lead 7 of Example {score} Ltd: 81 {nothing} {days")
    #expect(
      rule.title(lead: 7, company: "", score: 81, days: 0).contains("of no company"))
  }

  @Test("a lead always goes to the same one of the assignees")
  func assignees() {
    let rule = Self.rule(.score(atLeast: 70))
    let roster = Roster(defaultOwner: "desk", defaultManager: "head", managers: [:])
    #expect(
      (1...4).map { rule.assignee(lead: $0, roster: roster) } == ["bob", "anna", "bob", "anna"])
  }
}

package import LeadModel

/// When a task is created for a lead, for whom, and by when it is to be done.
package struct FollowUpRule: Equatable, Sendable {
  package enum Condition: Equatable, Sendable {
    /// The score is at or above a threshold.
    case score(atLeast: Int)
    /// The grade is one of these and nothing has happened for so many days.
    case inactive(days: Int, grades: Set<String>)
  }

  package let name: String
  /// How the task asks to approach the lead; nil: in any way that is left.
  package let channel: Channel?
  package let condition: Condition
  package let priority: TaskPriority
  /// Working seconds from the creation to the due time.
  package let dueSeconds: Int
  /// May hold `{lead}`, `{company}`, `{score}`, `{days}`.
  package let title: String
  /// Who gets the tasks: the same lead always goes to the same one of them.
  package let assignees: [String]
  /// Most tasks that a night may create; the others wait, best score first.
  package let limit: Int

  package init(
    name: String, channel: Channel? = nil, condition: Condition, priority: TaskPriority,
    dueSeconds: Int, title: String,
    assignees: [String], limit: Int
  ) {
    self.name = name
    self.channel = channel
    self.condition = condition
    self.priority = priority
    self.dueSeconds = dueSeconds
    self.title = title
    self.assignees = assignees
    self.limit = limit
  }

  /// Decides where a lead stands, from where it stood.
  package func look(
    at facts: FollowUpFacts, before: FollowUpEpisode?, asOf: Timestamp
  ) -> FollowUpOutcome {
    switch condition {
    case .score(let threshold):
      // A lead that comes back over the threshold while its task is open needs no second one.
      let mayHold = before?.state == .created || !facts.openTaskRules.contains(name)
      let holds = facts.score >= threshold && mayHold
      let continues = before.map { $0.state != .over } ?? false
      let next = episode(
        holds: holds, since: facts.scoredAt, continues: continues, facts: facts, before: before)
      return FollowUpOutcome(episode: next, nextLookAt: nil)
    case .inactive(let days, let grades):
      let isSameSilence = before?.since == facts.lastTouch
      if isSameSilence, before?.state == .created {
        // One task for one silence, whatever the grade does meanwhile.
        return FollowUpOutcome(episode: before, nextLookAt: asOf.adding(days: days))
      }
      let isWatched = grades.contains(facts.grade)
      let runsOut = facts.lastTouch.adding(days: days)
      // Whoever holds a task is at work on the lead; what comes of it is a touch.
      let holds = isWatched && runsOut <= asOf && facts.openTaskRules.isEmpty
      let next = episode(
        holds: holds, since: facts.lastTouch,
        continues: isSameSilence && before?.state != .over, facts: facts, before: before)
      let nextLook = runsOut > asOf ? runsOut : asOf.adding(days: days)
      return FollowUpOutcome(episode: next, nextLookAt: isWatched ? nextLook : nil)
    }
  }

  // `continues`: whether what holds now is the episode that `before` is part of.
  private func episode(
    holds: Bool, since: Timestamp, continues: Bool, facts: FollowUpFacts,
    before: FollowUpEpisode?
  ) -> FollowUpEpisode? {
    guard let before else { return holds ? started(1, since: since, facts: facts) : nil }
    guard holds else { return before.state == .over ? before : before.with(.over) }
    guard continues else { return started(before.number + 1, since: since, facts: facts) }
    return before.state == .created
      ? before : before.with(facts.isOffLimits ? .suppressed : .waiting)
  }

  private func started(
    _ number: Int, since: Timestamp, facts: FollowUpFacts
  ) -> FollowUpEpisode {
    FollowUpEpisode(
      number: number, state: facts.isOffLimits ? .suppressed : .waiting, score: facts.score,
      since: since)
  }

  /// The title of a lead's task. Personal values have no placeholder: tasks are mailed about.
  package func title(lead: Int64, company: String, score: Int, days: Int) -> String {
    let values = [
      "lead": "\(lead)", "company": company.isEmpty ? "no company" : company,
      "score": "\(score)", "days": "\(days)",
    ]
    var text = ""
    var rest = title[...]
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}"),
        let value = values[String(rest[rest.index(after: open)..<close])]
      else {
        text.append("{")
        rest = rest.dropFirst()
        continue
      }
      text += value
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  /// Who gets the lead's task.
  package func assignee(lead: Int64, roster: Roster) -> String {
    guard !assignees.isEmpty else { return roster.defaultOwner }
    return assignees[Int(lead.magnitude % UInt64(assignees.count))]
  }
}

extension FollowUpEpisode {
  fileprivate func with(_ state: FollowUpState) -> FollowUpEpisode {
    FollowUpEpisode(number: number, state: state, score: score, since: since)
  }
}

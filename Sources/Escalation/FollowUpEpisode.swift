package import LeadModel

/// What a follow-up rule knows of a lead.
package struct FollowUpFacts: Equatable, Sendable {
  package let score: Int
  package let grade: String
  /// As-of date when the score last changed.
  package let scoredAt: Timestamp
  /// The last time that anything happened with the lead: arrival, activity, engagement, message.
  package let lastTouch: Timestamp
  /// Whether the person must not be approached by the rule's channel: opted out, in a registry, or
  /// quarantined.
  package var isOffLimits: Bool
  /// Names of the rules whose tasks for the lead are still open.
  package let openTaskRules: Set<String>

  package init(
    score: Int, grade: String, scoredAt: Timestamp, lastTouch: Timestamp, isOffLimits: Bool,
    openTaskRules: Set<String>
  ) {
    self.score = score
    self.grade = grade
    self.scoredAt = scoredAt
    self.lastTouch = lastTouch
    self.isOffLimits = isOffLimits
    self.openTaskRules = openTaskRules
  }
}

/// Where a lead stands with a rule; the raw values are the store's.
package enum FollowUpState: String, CaseIterable, Sendable, Hashable {
  /// The condition holds and a task is to be created when its turn comes.
  case waiting
  /// The episode has its task.
  case created
  /// The condition holds, but the person must not be approached.
  case suppressed
  /// The condition does not hold any more.
  case over
}

/// One stretch of time for which a rule's condition holds for a lead.
package struct FollowUpEpisode: Equatable, Sendable {
  /// From 1.
  package let number: Int
  package let state: FollowUpState
  package let score: Int
  /// What began it: the date of the score, or the last contact.
  package let since: Timestamp

  package init(number: Int, state: FollowUpState, score: Int, since: Timestamp) {
    self.number = number
    self.state = state
    self.score = score
    self.since = since
  }
}

/// What a look at a lead comes to.
package struct FollowUpOutcome: Equatable, Sendable {
  /// nil: the rule has never applied and does not now.
  package let episode: FollowUpEpisode?
  /// When the passing of time alone may change the outcome.
  package let nextLookAt: Timestamp?
}

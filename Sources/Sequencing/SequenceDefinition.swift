package import LeadModel

/// A series of messages to one person, and what starts and stops it.
package struct SequenceDefinition: Equatable, Sendable {
  package enum Trigger: Equatable, Sendable {
    /// The entity came into the base.
    case created
    /// The entity's score is at least this, 0 to 100.
    case score(Int)

    /// As `enrolment.trigger` has it.
    package var name: String {
      switch self {
      case .created: "created"
      case .score: "score_threshold"
      }
    }
  }

  package let name: String
  /// Hash of the file that it was read from.
  package let version: String
  package let trigger: Trigger
  /// For `created`: only entities whose own creation date is at most this many days back; nil takes
  /// all of them.
  package let createdWithinDays: Int?
  /// What consent must have been given for.
  package let purpose: String
  /// Events that end the sequence beyond those that always do.
  package let stopsOn: Set<StopEvent>
  package let steps: [SequenceStep]

  package init(
    name: String, version: String, trigger: Trigger, createdWithinDays: Int? = nil,
    purpose: String, stopsOn: Set<StopEvent>, steps: [SequenceStep]
  ) {
    self.name = name
    self.version = version
    self.trigger = trigger
    self.createdWithinDays = createdWithinDays
    self.purpose = purpose
    self.stopsOn = stopsOn
    self.steps = steps
  }

  /// Whether an entity is to be enrolled.
  ///
  /// - Parameters:
  ///   - score: nil when it has none yet.
  ///   - createdAt: when the supplier had the record first; nil when not known.
  ///   - asOf: the date of the run.
  /// - Returns: false for an entity that the trigger does not concern.
  package func enrols(score: Int?, createdAt: Timestamp?, asOf: Timestamp) -> Bool {
    switch trigger {
    case .score(let threshold): return (score ?? -1) >= threshold
    case .created:
      guard let days = createdWithinDays else { return true }
      guard let createdAt else { return false }
      return createdAt > asOf.adding(days: -days)
    }
  }
}

/// One message of a sequence.
package struct SequenceStep: Equatable, Sendable {
  /// From 1.
  package let number: Int
  /// Days after the local date of enrolment.
  package let day: Int
  package let channel: Channel
  /// Empty for channels that have none.
  package let subject: MessageTemplate
  package let text: MessageTemplate
  package let html: MessageTemplate?

  package init(
    number: Int, day: Int, channel: Channel, subject: MessageTemplate, text: MessageTemplate,
    html: MessageTemplate? = nil
  ) {
    self.number = number
    self.day = day
    self.channel = channel
    self.subject = subject
    self.text = text
    self.html = html
  }
}

/// Something a person did that can end a sequence.
package enum StopEvent: String, CaseIterable, Sendable, Hashable {
  case reply, converted, unsubscribe, bounce, complaint

  /// Those that end every sequence, whether it lists them or not.
  package static let always: Set<StopEvent> = [.unsubscribe, .bounce, .complaint]

  /// The gate that it closes.
  package var gate: Gate {
    switch self {
    case .reply: .replied
    case .converted: .converted
    case .unsubscribe: .unsubscribed
    case .bounce: .bounced
    case .complaint: .complained
    }
  }
}

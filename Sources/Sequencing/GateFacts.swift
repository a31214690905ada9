package import LeadModel

/// What is known about the person that a message is for, gathered from the store.
package struct RecipientFacts: Equatable, Sendable {
  package var isErased = false
  package var isQuarantined = false
  package var email: String?
  /// valid, invalid or missing.
  package var emailStatus = "missing"
  /// not_checked, deliverable, null_mx, no_domain or deferred.
  package var mxStatus = "not_checked"
  package var phone: String?
  /// valid, possible, invalid or missing.
  package var phoneStatus = "missing"
  /// Channels blocked at validation.
  package var dndChannels: Set<Channel> = []
  /// Entries of do-not-contact registries that name the person, her domain or a hash of her.
  package var suppressions: [SuppressionHit] = []
  /// The last time of each kind of event.
  package var stops: [StopEvent: Timestamp] = [:]
  package var consent: [ConsentEvidence] = []
  package var zone: ZoneRules?

  package init() {}

  /// The address that a channel uses.
  package func address(for channel: Channel) -> String? {
    channel == .email ? email : phone
  }
}

/// An entry of a registry that a person was found in.
package struct SuppressionHit: Equatable, Sendable {
  package let registry: String
  package let channel: Channel
  /// What was found there: address, hash, domain or number.
  package let matchedBy: String

  package init(registry: String, channel: Channel, matchedBy: String) {
    self.registry = registry
    self.channel = channel
    self.matchedBy = matchedBy
  }
}

/// When a do-not-contact registry was last received.
package struct RegistryState: Equatable, Sendable {
  package let name: String
  package let snapshotAt: Timestamp

  package init(name: String, snapshotAt: Timestamp) {
    self.name = name
    self.snapshotAt = snapshotAt
  }
}

/// What is known about the message and the moment.
package struct MessageFacts: Equatable, Sendable {
  package let channel: Channel
  package let purpose: String
  package let enrolledAt: Timestamp
  package let stopsOn: Set<StopEvent>
  /// The first placeholder without value and default.
  package var missingValue: Placeholder?
  /// Whether the same step of the same sequence was handed over to the same address.
  package var wasSentToSameAddress = false
  /// Whether the message before it in the sequence is still to come.
  package var isBeforeItsTurn = false
  /// The earliest instant after a message before it that went out late; nil without one.
  package var notBefore: Timestamp?
  /// Messages handed over to the address within the frequency cap's days.
  package var recentMessageCount = 0

  package init(
    channel: Channel, purpose: String, enrolledAt: Timestamp, stopsOn: Set<StopEvent>
  ) {
    self.channel = channel
    self.purpose = purpose
    self.enrolledAt = enrolledAt
    self.stopsOn = stopsOn
  }
}

/// What the operator demands before a message goes out.
package struct GatePolicy: Equatable, Sendable {
  package var isConsentRequired = true
  package var consentMaxAgeDays: Int?
  package var registryMaxAgeDays = 31
  /// Registries that must have been received; an empty list demands that there is any.
  package var requiredRegistries: [String] = []
  package var registries: [RegistryState] = []
  package var windows: [Channel: SendWindow] = [:]
  package var transportChannels: Set<Channel> = [.email]
  package var capMessages = 3
  package var capDays = 7

  package init() {}
}

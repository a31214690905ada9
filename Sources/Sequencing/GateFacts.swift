package import LeadModel

/// What is known about the person that a message is for, gathered from the store.
package struct RecipientFacts: Equatable, Sendable {
  package var isErased = false
  package var isQuarantined = false
  package var email: String?
  /// valid, invalid or missing.
  package var emailStatus = "missing"
  /// not_checked, deliverable, null_mx, no_domain, no_host or deferred.
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
  /// ISO 3166-1 alpha-2; nil when it is not known.
  package var country: String?
  /// Why it may be another one: `US by the number, not by the city`; nil where it is not in doubt.
  package var countryDoubt: String?
  /// Whether the address is in the own domain of the person's company.
  package var isBusiness = false
  package var birthDate: CivilDate?

  package init() {}

  /// The address that a channel uses.
  package func address(for channel: Channel) -> String? {
    channel == .email ? email : phone
  }
}

/// An entry of a registry that a person was found in.
package struct SuppressionHit: Equatable, Sendable {
  package let registry: String
  package let channels: Set<Channel>
  /// What was found there: address, hash, domain or number.
  package let matchedBy: String
  /// The purpose of messages that it is about; empty for all.
  package let category: String

  package init(
    registry: String, channels: Set<Channel>, matchedBy: String, category: String = ""
  ) {
    self.registry = registry
    self.channels = channels
    self.matchedBy = matchedBy
    self.category = category
  }

  /// Whether it stands against a message. A category that is no purpose of any sequence is not
  /// understood, and stands against all.
  func concerns(_ channel: Channel, purpose: String, purposes: Set<String>) -> Bool {
    guard channels.cover(channel) else { return false }
    let category = category.lowercased()
    return category.isEmpty || category == purpose.lowercased() || !purposes.contains(category)
  }
}

/// What is demanded of one registry.
package struct RegistryRule: Equatable, Sendable {
  package let channels: Set<Channel>?
  package let maxAgeDays: Int?

  package init(channels: Set<Channel>?, maxAgeDays: Int?) {
    self.channels = channels
    self.maxAgeDays = maxAgeDays
  }
}

/// When a do-not-contact registry was last received.
package struct RegistryState: Equatable, Sendable {
  package let name: String
  package let snapshotAt: Timestamp
  /// Channels that have to wait when it is stale; nil for all.
  package let channels: Set<Channel>?
  /// Its own limit; nil for the one of all.
  package let maxAgeDays: Int?

  package init(
    name: String, snapshotAt: Timestamp, channels: Set<Channel>? = nil, maxAgeDays: Int? = nil
  ) {
    self.name = name
    self.snapshotAt = snapshotAt
    self.channels = channels
    self.maxAgeDays = maxAgeDays
  }

  func covers(_ channel: Channel) -> Bool {
    guard let channels else { return true }
    return channels.cover(channel)
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

/// Whose consent to e-mail has to be confirmed by a second step.
package enum DoubleOptIn: String, CaseIterable, Sendable {
  case never
  case whereRequired = "where_required"
  /// Also where it is the proof that courts ask for.
  case whereCustomary = "where_customary"
  case always
}

/// What the operator demands before a message goes out.
package struct GatePolicy: Equatable, Sendable {
  /// Whether everybody has to have consented, also where the law does not ask for it.
  package var isConsentRequired = true
  /// What the law of a person's country asks for; nil: nobody looks at it.
  package var law: MarketingLaw?
  /// Whose consent has to be confirmed by a second step.
  package var doubleOptIn = DoubleOptIn.whereRequired
  /// Purposes of messages that are no marketing, in lower case: the law's rules are not theirs.
  package var servicePurposes: Set<String> = []
  package var consentMaxAgeDays: Int?
  package var registryMaxAgeDays = 31
  /// Registries that must have been received; an empty list demands that there is any.
  package var requiredRegistries: [String] = []
  package var registries: [RegistryState] = []
  /// What is demanded of single registries, by their names in lower case.
  package var registryRules: [String: RegistryRule] = [:]
  /// Purposes of all sequences, in lower case.
  package var purposes: Set<String> = []
  package var windows: [Channel: SendWindow] = [:]
  package var transportChannels: Set<Channel> = [.email]
  package var capMessages = 3
  package var capDays = 7

  package init() {}
}

package import LeadModel

/// Decides whether a message may go out. Fails closed: what is not known holds the message back.
package struct GateKeeper: Sendable {
  let policy: GatePolicy
  let asOf: Timestamp

  package init(policy: GatePolicy, asOf: Timestamp) {
    self.policy = policy
    self.asOf = asOf
  }

  package enum Moment: Sendable {
    /// Weeks ahead, for the plan: gates about the moment are left out.
    case planning
    /// Right before the message is handed over.
    case handOver
  }

  /// The first gate that is closed, in a fixed order: the person, her wishes, the message, the
  /// moment.
  package func decide(
    _ person: RecipientFacts, _ message: MessageFacts, at moment: Moment
  ) -> GateDecision {
    let closed =
      personGate(person, message.channel) ?? registryGate(person, message)
      ?? stopGate(person, message) ?? consentGate(person, message)
      ?? messageGate(message) ?? zoneGate(person)
      ?? (moment == .handOver ? momentGate(person, message) : nil)
    return closed ?? GateDecision(.allowed, "")
  }

  /// Why a sequence is to end now, whatever its next message.
  package func stopGate(_ person: RecipientFacts, _ message: MessageFacts) -> GateDecision? {
    // Complaint first: it is the strongest, and the fixed order keeps the detail the same.
    for event in [StopEvent.complaint, .unsubscribe, .bounce, .reply, .converted] {
      guard let at = person.stops[event],
        StopEvent.always.contains(event) || message.stopsOn.contains(event)
      else { continue }
      switch event {
      case .reply where at < message.enrolledAt: continue
      case .unsubscribe where hasNewerGrant(person, message, than: at.latestOfRefusal):
        continue
      default: return GateDecision(event.gate, "\(event.rawValue) on \(at.date)")
      }
    }
    return nil
  }

  private func personGate(_ person: RecipientFacts, _ channel: Channel) -> GateDecision? {
    if person.isErased { return GateDecision(.erased, "the person was erased") }
    if person.isQuarantined {
      return GateDecision(.quarantined, "kept back until somebody looks at its findings")
    }
    guard person.address(for: channel) != nil else {
      return GateDecision(.noAddress, channel == .email ? "no e-mail address" : "no phone number")
    }
    guard channel == .email else {
      return person.phoneStatus == "valid"
        ? nil : GateDecision(.addressInvalid, "phone number is \(person.phoneStatus)")
    }
    guard person.emailStatus == "valid" else {
      return GateDecision(.addressInvalid, "e-mail address is \(person.emailStatus)")
    }
    switch person.mxStatus {
    case "null_mx": return GateDecision(.undeliverable, "the domain takes no mail")
    case "no_domain": return GateDecision(.undeliverable, "the domain does not exist")
    case "no_host":
      return GateDecision(.undeliverable, "the domain's mail servers have no address")
    case "deferred": return GateDecision(.dnsDeferred, "the domain could not be looked up yet")
    default: return nil
    }
  }

  /// Registries that have to be there and never came; nil stands for any one at all.
  package var missingRegistries: [String?] {
    let known = Set(policy.registries.map { $0.name.lowercased() })
    let missing = policy.requiredRegistries.filter { !known.contains($0.lowercased()) }
    return missing.isEmpty && policy.registries.isEmpty ? [nil] : missing
  }

  /// Registries that are older than their limit as of the run, and the limit in days.
  package var staleRegistries: [(registry: RegistryState, limitDays: Int)] {
    policy.registries.compactMap { registry in
      let limit = registry.maxAgeDays ?? policy.registryMaxAgeDays
      return registry.snapshotAt < asOf.adding(days: -limit) ? (registry, limit) : nil
    }
  }

  private func registryGate(
    _ person: RecipientFacts, _ message: MessageFacts
  ) -> GateDecision? {
    let channel = message.channel
    if let hit = person.suppressions.first(where: {
      $0.concerns(channel, purpose: message.purpose, purposes: policy.purposes)
    }) {
      return GateDecision(.suppressed, "in registry '\(hit.registry)' by \(hit.matchedBy)")
    }
    if person.dndChannels.cover(channel) {
      return GateDecision(.dnd, "do not disturb by \(channel.rawValue)")
    }
    if let missing = missingRegistries.first {
      return GateDecision(
        .registryStale,
        missing.map { "registry '\($0)' was never received" }
          ?? "no do-not-contact registry was ever received")
    }
    if let (stale, limit) = staleRegistries.first(where: { $0.registry.covers(channel) }) {
      return GateDecision(
        .registryStale,
        "registry '\(stale.name)' is of \(stale.snapshotAt.date), more than \(limit) days old")
    }
    return nil
  }

  func verdict(_ person: RecipientFacts, _ message: MessageFacts) -> ConsentVerdict {
    ConsentVerdict.weigh(
      person.consent, channel: message.channel, purpose: message.purpose,
      purposes: policy.purposes, asOf: asOf, maxAgeDays: policy.consentMaxAgeDays)
  }

  private func hasNewerGrant(
    _ person: RecipientFacts, _ message: MessageFacts, than time: Timestamp
  ) -> Bool {
    guard case .granted(let grant) = verdict(person, message), let at = grant.at else {
      return false
    }
    return at > time
  }

  private func messageGate(_ message: MessageFacts) -> GateDecision? {
    guard policy.transportChannels.contains(message.channel) else {
      return GateDecision(.noTransport, "nothing is set up to send \(message.channel.rawValue)")
    }
    return message.missingValue.map {
      GateDecision(.missingValue, "'{\($0.rawValue)}' has no value and no default")
    }
  }

  private func zoneGate(_ person: RecipientFacts) -> GateDecision? {
    person.zone == nil
      ? GateDecision(.unknownTimeZone, "no time zone is known for the person") : nil
  }

  private func momentGate(_ person: RecipientFacts, _ message: MessageFacts) -> GateDecision? {
    if message.wasSentToSameAddress {
      return GateDecision(.duplicateRecipient, "the address had this message already")
    }
    if message.isBeforeItsTurn {
      return GateDecision(.outOfTurn, "the message before it is still to come")
    }
    if let notBefore = message.notBefore, asOf < notBefore {
      return GateDecision(.outOfTurn, "the message before it was late; due on \(notBefore.date)")
    }
    if message.recentMessageCount >= policy.capMessages {
      return GateDecision(
        .frequencyCap,
        "\(message.recentMessageCount) messages within \(policy.capDays) days")
    }
    guard let zone = person.zone, let window = policy.windows[message.channel],
      !window.isOpen(at: asOf, in: zone)
    else { return nil }
    let next = window.opening(atOrAfter: asOf, in: zone)
    return GateDecision(.outsideWindow, "the window opens at \(next) (\(zone.name))")
  }
}

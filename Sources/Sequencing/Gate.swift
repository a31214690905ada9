/// What lets a message through or holds it back. The names are what the send plan, the store and
/// reports say; they are never reused for something else.
package enum Gate: String, CaseIterable, Sendable {
  case allowed
  // The person.
  case erased, quarantined
  case noAddress = "no_address"
  case addressInvalid = "address_invalid"
  case undeliverable
  case dnsDeferred = "dns_deferred"
  // The person's wishes.
  case suppressed, dnd
  case registryStale = "registry_stale"
  case unsubscribed, complained, bounced, replied, converted
  case noConsent = "no_consent"
  case consentWithdrawn = "consent_withdrawn"
  case consentExpired = "consent_expired"
  case consentInsufficient = "consent_insufficient"
  case consentUnconfirmed = "consent_unconfirmed"
  case minor
  // The message.
  case noTransport = "no_transport"
  case missingValue = "missing_value"
  // The moment.
  case unknownTimeZone = "unknown_time_zone"
  case duplicateRecipient = "duplicate_recipient"
  case outOfTurn = "out_of_turn"
  case frequencyCap = "frequency_cap"
  case outsideWindow = "outside_window"
  // The machinery: what came of the hand-over, or why there is nothing to hand over.
  case refused
  case deferred
  case interrupted
  case merged
  case stepRemoved = "step_removed"

  package enum Effect: Sendable {
    /// The message goes out.
    case allow
    /// This message never goes out; later ones of the sequence are looked at afresh.
    case block
    /// The message is looked at again in the next run, for a limited number of days.
    case wait
    /// This message and the rest of the sequence never go out.
    case stop
    /// Another message says the same to the same address.
    case duplicate
  }

  package var effect: Effect {
    switch self {
    case .allowed: .allow
    case .noAddress, .addressInvalid, .undeliverable, .suppressed, .dnd, .noConsent,
      .consentWithdrawn, .consentExpired, .consentInsufficient, .consentUnconfirmed, .minor,
      .noTransport, .missingValue, .refused, .interrupted:
      .block
    case .quarantined, .dnsDeferred, .registryStale, .unknownTimeZone, .outOfTurn, .frequencyCap,
      .outsideWindow, .deferred:
      .wait
    case .erased, .unsubscribed, .complained, .bounced, .replied, .converted, .merged,
      .stepRemoved:
      .stop
    case .duplicateRecipient: .duplicate
    }
  }
}

/// The gate that decided about a message, and what it saw.
package struct GateDecision: Equatable, Sendable {
  package let gate: Gate
  /// One lower-case phrase, empty for `allowed` where there is nothing to add.
  package let detail: String

  package init(_ gate: Gate, _ detail: String) {
    self.gate = gate
    self.detail = detail
  }
}

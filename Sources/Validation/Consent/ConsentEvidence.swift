package import LeadModel

/// What a consent claim is worth: consent that cannot be proved does not count (GDPR Article 7(1)).
package enum ConsentEvidence {
  /// Answers as the store keeps them.
  package enum Status: Int, Sendable {
    case granted, declined, withdrawn, notAsked, expired
  }

  package enum Fault: Sendable, Equatable {
    case withoutDate, withoutSource, inFuture
  }

  /// What is missing for the claim to count as consent; nothing is asked of a refusal.
  ///
  /// The tolerance is how many seconds a supplier's clock may be ahead of the as-of date.
  package static func faults(
    status: Status, at: Timestamp?, hasSource: Bool, asOf: Timestamp,
    tolerance: Int64 = Timestamp.secondsPerDay
  ) -> [Fault] {
    var faults: [Fault] = []
    if let at, at.seconds > asOf.seconds + tolerance { faults.append(.inFuture) }
    guard status == .granted else { return faults }
    if at == nil { faults.append(.withoutDate) }
    if !hasSource { faults.append(.withoutSource) }
    return faults
  }
}

package import LeadModel

/// One record of what a person agreed to or refused.
package struct ConsentEvidence: Equatable, Sendable {
  package enum Status: String, Sendable {
    case granted, declined, withdrawn
    /// It was granted once and is over, as whoever keeps the records says.
    case expired
  }

  package let status: Status
  /// Nil when the record does not say.
  package let at: Timestamp?
  package let channels: Set<Channel>
  /// Empty when it is not limited to one.
  package let purpose: String
  package let expiresAt: Timestamp?
  /// Where it was given, for the plan's detail.
  package let source: String
  /// GDPR Article 6 basis as the store has it; nil when it is not stated, which is consent.
  package var basis: String?
  /// Whether the wording that was agreed to is on record.
  package var hasWording = false
  /// When it was confirmed by a second step; nil when it was not.
  package var confirmedAt: Timestamp?
  /// Whether a guardian consented.
  package var hasGuardian = false
  /// Whether it is a grant by something that several people have, which does not say who gave it.
  package var isOfSeveral = false

  package init(
    status: Status, at: Timestamp?, channels: Set<Channel>, purpose: String,
    expiresAt: Timestamp? = nil, source: String
  ) {
    self.status = status
    self.at = at
    self.channels = channels
    self.purpose = purpose
    self.expiresAt = expiresAt
    self.source = source
  }

  /// Whether a second step confirmed it: not before it was given (a day is left to clocks and time
  /// zones), and not after the date of the run.
  func isConfirmed(asOf: Timestamp) -> Bool {
    guard let confirmedAt, confirmedAt <= asOf else { return false }
    return at.map { confirmedAt.adding(days: 1) >= $0 } ?? true
  }

  /// Whether it says that consent is over: by its status, or because its end has come.
  func isOver(asOf: Timestamp) -> Bool {
    status == .expired || (status == .granted && expiresAt.map { $0 <= asOf } ?? false)
  }

  /// Whether it is about messages of a channel and purpose; `purposes`: those of all sequences, in
  /// lower case.
  func concerns(_ channel: Channel, purpose: String, purposes: Set<String>) -> Bool {
    guard channels.cover(channel), !isOfSeveral else { return false }
    return status == .granted
      ? ConsentPurpose.grant(self.purpose, covers: purpose)
      : ConsentPurpose.refusal(self.purpose, covers: purpose, purposes: purposes)
  }
}

/// What all the evidence about a person comes to.
package enum ConsentVerdict: Equatable, Sendable {
  case granted(ConsentEvidence)
  case none(String)
  case declined(String)
  case withdrawn(String)
  case expired(String)

  /// Weighs the evidence: the newest record decides, of two equally old ones the refusal, and after
  /// that the one that says that consent is over. A consent that has ended ends those before it.
  ///
  /// A refusal without a date counts as the newest, a grant without one as no evidence: whoever
  /// relies on consent must be able to show it (GDPR Article 7(1)), and withdrawing must be as easy
  /// as giving (Article 7(3)). A grant dated after `asOf` is not one yet.
  ///
  /// - Parameters:
  ///   - evidence: in any order.
  ///   - channel: the channel of the message.
  ///   - purpose: what the message is for.
  ///   - purposes: those of all sequences, in lower case; a refusal that names none of them is about
  ///     all, unless it is known to be about something else.
  ///   - asOf: the date of the run.
  ///   - maxAgeDays: how long a grant lasts; nil without limit.
  /// - Returns: the verdict with the record that decided.
  package static func weigh(
    _ evidence: [ConsentEvidence], channel: Channel, purpose: String, purposes: Set<String> = [],
    asOf: Timestamp, maxAgeDays: Int?
  ) -> ConsentVerdict {
    let relevant = evidence.filter {
      $0.concerns(channel, purpose: purpose, purposes: purposes)
    }
    func newest(_ isMeant: (ConsentEvidence) -> Bool) -> ConsentEvidence? {
      relevant.filter(isMeant).max { rank($0) < rank($1) }
    }
    let refusal = newest { $0.status == .declined || $0.status == .withdrawn }
    let made = { (evidence: ConsentEvidence) in evidence.at.map { $0 <= asOf } ?? false }
    let grant = newest { $0.status == .granted && made($0) && !$0.isOver(asOf: asOf) }
    let lapse = newest { $0.isOver(asOf: asOf) && ($0.status == .expired || made($0)) }
    let newestGrant = newest { $0.status == .granted && made($0) }
    if let refusal, newestGrant.map({ rank($0) <= rank(refusal) }) ?? true {
      let date = refusal.at.map { "on \($0.date)" } ?? "without a date"
      switch refusal.status {
      case .withdrawn: return .withdrawn("withdrawn \(date) (\(refusal.source))")
      case .declined, .granted, .expired: return .declined("declined \(date) (\(refusal.source))")
      }
    }
    if let lapse, grant.map({ rank($0) <= rank(lapse) }) ?? true {
      if let end = lapse.expiresAt, let at = lapse.at, lapse.status == .granted {
        return .expired("granted on \(at.date) until \(end.date) (\(lapse.source))")
      }
      let date = lapse.at.map { " as of \($0.date)" } ?? ""
      return .expired("known as expired\(date) (\(lapse.source))")
    }
    guard let grant, let at = grant.at else {
      if relevant.contains(where: { $0.status == .granted && $0.at == nil }) {
        return .none("granted without a date, which is no evidence")
      }
      return .none(
        evidence.contains(where: \.isOfSeveral)
          ? "granted by a number that several people have, which does not say who" : "no evidence")
    }
    if let maxAgeDays, at.adding(days: maxAgeDays) < asOf {
      return .expired("granted on \(at.date), more than \(maxAgeDays) days ago (\(grant.source))")
    }
    return .granted(grant)
  }

  /// The grants that stand as of a date, the newest first: none was refused or over later, has ended
  /// or is too old.
  package static func standing(
    _ evidence: [ConsentEvidence], channel: Channel, purpose: String, purposes: Set<String> = [],
    asOf: Timestamp, maxAgeDays: Int?
  ) -> [ConsentEvidence] {
    let relevant = evidence.filter {
      $0.concerns(channel, purpose: purpose, purposes: purposes)
    }
    let ended =
      relevant.filter { evidence in
        evidence.status != .granted
          || (evidence.isOver(asOf: asOf) && evidence.at.map { $0 <= asOf } ?? false)
      }.map(rank).max() ?? .min
    return relevant.filter { grant in
      guard grant.status == .granted, let at = grant.at, at <= asOf, rank(grant) > ended else {
        return false
      }
      return !(maxAgeDays.map { at.adding(days: $0) < asOf } ?? false)
    }.sorted { rank($0) > rank($1) }
  }

  /// Later is stronger; a record without a date is the strongest (only refusals get here so). What ends
  /// a consent and says only its day may be of any moment of it.
  private static func rank(_ evidence: ConsentEvidence) -> Int64 {
    guard let at = evidence.at else { return .max }
    return (evidence.status == .granted ? at : at.latestOfRefusal).seconds
  }
}

import LeadModel
import Store

/// What an update leaves of the consent that a lead stated before.
enum ConsentMerge {
  private static let evidence = [
    LeadRules.consentAt, LeadRules.consentSource, LeadRules.consentWording,
    LeadRules.consentAddress, LeadRules.consentConfirmedAt, LeadRules.consentExpiresAt,
  ]
  private static let refusals: Set<String> = ["declined", "withdrawn"]

  /// Settles a lead's consent in `merged`; `owned` are the columns that the update brings.
  ///
  /// A row that says nothing about consent takes no refusal back, nor does a consent that is not
  /// shown to be later than it: an old export that comes again would. What another statement is
  /// proved by, and when it was made, is not this one's: a withdrawal with the date of the grant
  /// before it would be older than grants that it ends. `arrival` says when what is known of the lead
  /// came, in seconds: a refusal without a date counts from then.
  static func settle(
    _ merged: inout [SQLValue], known: [SQLValue], owned: [Bool], arrival: () throws -> Int64?
  ) rethrows {
    let status = LeadRules.consentStatus
    guard merged[status] != known[status] else {
      settleEnd(&merged, known: known, owned: owned)
      return
    }
    if refusals.contains(known[status].text ?? ""),
      try !isRefusal(merged) && !isLater(merged, than: known, owned: owned, arrival: arrival)
    {
      for column in [status] + evidence { merged[column] = known[column] }
      return
    }
    for column in evidence where !owned[column] { merged[column] = .null }
  }

  /// The same consent, or an older one, has the end that was stated, until another one is; a later
  /// one has its own.
  private static func settleEnd(_ merged: inout [SQLValue], known: [SQLValue], owned: [Bool]) {
    let end = LeadRules.consentExpiresAt
    var isLater = false
    if case .int(let given) = merged[LeadRules.consentAt],
      case .int(let before) = known[LeadRules.consentAt]
    {
      isLater = given > before
    }
    if isLater {
      if !owned[end] { merged[end] = .null }
    } else if merged[end] == .null {
      merged[end] = known[end]
    }
  }

  static func isRefusal(_ status: UnsafeBufferPointer<UInt8>) -> Bool {
    refusals.contains { status.elementsEqual($0.utf8) }
  }

  /// What is known of a lead, with the refusal of a row that is not taken; without a date it is of the
  /// run, for the row does not become the one that the lead is of.
  static func refused(
    _ known: [SQLValue], with value: (_ column: Int) -> SQLValue, asOf: Timestamp
  ) -> [SQLValue] {
    if isRefusal(known) { return known }
    var merged = known
    for column in [LeadRules.consentStatus] + evidence { merged[column] = value(column) }
    if merged[LeadRules.consentAt] == .null { merged[LeadRules.consentAt] = .int(asOf.seconds) }
    return merged
  }

  /// Whether a consent was not taken, because the refusal that is known stands against it.
  static func wasOverruled(
    _ stated: ConformedValue, in batch: ConformedBatch, by merged: [SQLValue]
  )
    -> Bool
  {
    isRefusal(merged) && batch.withBytes(of: stated) { $0.elementsEqual("granted".utf8) }
  }

  private static func isRefusal(_ values: [SQLValue]) -> Bool {
    refusals.contains(values[LeadRules.consentStatus].text ?? "")
  }

  private static func isLater(
    _ merged: [SQLValue], than known: [SQLValue], owned: [Bool], arrival: () throws -> Int64?
  ) rethrows -> Bool {
    guard merged[LeadRules.consentStatus] == .text("granted"), owned[LeadRules.consentAt],
      case .int(let given) = merged[LeadRules.consentAt]
    else { return false }
    if case .int(let refused) = known[LeadRules.consentAt] {
      return given > Timestamp(seconds: refused).latestOfRefusal.seconds
    }
    return try arrival().map { given > $0 } ?? false
  }
}

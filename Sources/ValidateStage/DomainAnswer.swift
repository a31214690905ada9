import LeadModel
import Resolver
import Store

/// What the store knows of a mail domain.
struct DomainAnswer: Sendable {
  let verdict: MailVerdict
  let expiresAt: Timestamp
  /// When the first of the look-ups was that have all failed since; nil when the last one did not.
  let deferredSince: Timestamp?
  /// Why the last look-up failed; nil when it did not. What the domain said before goes on counting.
  let failure: String?

  init(
    verdict: MailVerdict, expiresAt: Timestamp, deferredSince: Timestamp?, failure: String? = nil
  ) {
    self.verdict = verdict
    self.expiresAt = expiresAt
    self.deferredSince = deferredSince
    self.failure = failure
  }

  /// A row of `validate-dns-answer`; nil when the verdict is none.
  init?(_ row: Statement) {
    guard let kind = MailVerdict.Kind(rawValue: row.text(0)) else { return nil }
    let notes = row.text(3).split(separator: " ").compactMap {
      MailVerdict.Note(rawValue: String($0))
    }
    verdict = MailVerdict(kind: kind, detail: row.text(1), notes: notes, timeToLiveSeconds: 0)
    expiresAt = Timestamp(seconds: row.int(2))
    deferredSince = row.optionalText(4).flatMap { Int64($0) }.map { Timestamp(seconds: $0) }
    failure = row.optionalText(5)
  }
}

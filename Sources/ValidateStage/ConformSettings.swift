import Bytes
import LeadModel
import Validation

/// What all rows of a run are judged by.
struct ConformSettings: Sendable {
  let policy: ValidationPolicy
  let asOf: Timestamp
  let quality: LeadQuality
  /// What the law of each country asks for.
  var law = MarketingLaw()
  /// What sites there are that visits come from.
  var channels = ChannelGroups()
  var suppressions = SuppressionIndex()
  var erasures = ErasureIndex()
  /// Records that others may name, by kind; a kind of which there is none is not asked for.
  var references: [RecordKind: ReferenceIndex] = [:]

  init(policy: ValidationPolicy, asOf: Timestamp) {
    self.policy = policy
    self.asOf = asOf
    quality = LeadQuality(policy.quality)
  }
}

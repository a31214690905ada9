import LeadModel
import Validation

/// What all rows of a run are judged by.
struct ConformSettings: Sendable {
  let policy: ValidationPolicy
  let asOf: Timestamp
  var suppressions = SuppressionIndex()
  var erasures = ErasureIndex()
}

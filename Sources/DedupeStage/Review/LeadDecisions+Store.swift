import Matching
import Store

extension LeadDecisions {
  /// The decisions that the last run has found to be in force.
  init(inForceIn database: Database) throws {
    self.init()
    try database.query("dedupe-constraints").rows {
      add($0.int(0), $0.int(1), isSame: $0.int(2) != 0)
    }
  }
}

import Export
import LeadModel
import Matching
import Store

/// The pairs of people that somebody has to decide about, the most useful first.
package struct ReviewQueue: Sendable {
  struct Entry: Sendable {
    let left: Int64
    let right: Int64
    let weight: Double
    /// Leads of both people.
    let leads: Int
    /// Whether somebody has looked already, and was not sure.
    var isUnsure: Bool
  }

  struct Counts: Sendable {
    /// Pairs of people whose likeliest pair of leads lies between the two thresholds.
    var between = 0
    /// Pairs that the model alone would link, and that what else their leads say keeps apart.
    var refused = 0
    var unsure = 0
    /// Decisions in force.
    var same = 0
    var different = 0
  }

  let entries: [Entry]
  let counts: Counts

  /// - Throws: `DatabaseError`.
  package init(_ lookup: PairLookup) throws {
    let database = lookup.database
    let link = LinkModel.weight(of: lookup.model.linkThreshold)
    let review = LinkModel.weight(of: lookup.model.reviewThreshold)
    var counts = Counts()
    var apart: Set<PeoplePair> = []
    try database.query("dedupe-review-decided").rows { row in
      if row.int(2) != 0 { counts.same += 1 } else { counts.different += 1 }
      apart.insert(PeoplePair(row.int(0), row.int(1)))
    }
    var unsure: Set<PeoplePair> = []
    try database.query("dedupe-review-unsure").rows {
      unsure.insert(PeoplePair($0.int(0), $0.int(1)))
    }
    // Two people may be linked by many pairs of leads; one decision settles all.
    var best: [PeoplePair: Entry] = [:]
    try database.query("dedupe-review-pairs").rows(.real(review)) { row in
      let people = PeoplePair(row.int(3), row.int(4))
      guard !apart.contains(people) else { return }
      var entry = Entry(
        left: row.int(0), right: row.int(1), weight: row.double(2),
        leads: Int(row.int(5) + row.int(6)),
        isUnsure: unsure.contains(PeoplePair(row.int(0), row.int(1))))
      if let other = best[people] {
        let isUnsure = other.isUnsure || entry.isUnsure
        if other.weight >= entry.weight { entry = other }
        entry.isUnsure = isUnsure
      }
      best[people] = entry
    }
    for entry in best.values {
      if entry.weight >= link { counts.refused += 1 } else { counts.between += 1 }
      if entry.isUnsure { counts.unsure += 1 }
    }
    self.counts = counts
    entries = best.values.sorted { one, other in
      if one.isUnsure != other.isUnsure { return !one.isUnsure }
      let (near, far) = (abs(one.weight - link), abs(other.weight - link))
      if near != far { return near < far }
      return (other.leads, one.left, one.right) < (one.leads, other.left, other.right)
    }
  }

  package var count: Int { entries.count }

  private struct PeoplePair: Hashable {
    let left: Int64
    let right: Int64

    init(_ one: Int64, _ other: Int64) {
      left = min(one, other)
      right = max(one, other)
    }
  }
}

/// Names leads as exports do; one that no file brought by its id.
struct LeadNames {
  private var identity = ExportIdentity(.lead)
  private let database: Database

  init(database: Database) throws {
    self.database = database
    try identity.load(.lead, from: database)
  }

  func name(of lead: Int64) throws -> String {
    let check = try database.query("export-origin").first(.int(lead)) {
      identity.check(sheet: $0.int(0), row: $0.int(1))
    }
    guard let check, let check else { return String(lead) }
    return ExportIdentity.name(of: lead, check: check)
  }
}

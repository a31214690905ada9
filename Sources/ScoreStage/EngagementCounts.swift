import Scoring
import Store

/// How often each event that earns points happened, for the entities of a batch.
enum EngagementCounts: Sendable {
  /// There are no events.
  case none
  /// Counts of all entities that have any.
  case whole([Int64: [Int]])
  /// There are many more events than entities: each entity's are looked up.
  case byEntity

  /// Chooses how to count for about so many entities.
  init(entities: Int, rules: ScoringRules, in database: Database) throws {
    guard !rules.eventPoints.isEmpty else {
      self = .none
      return
    }
    // Reading an event costs about an eighth of looking an entity's up.
    let limit = 8 * entities + 1_000
    let count = try database.query("score-engagement-count").first(.int(Int64(limit) + 1)) {
      Int($0.int(0))
    }
    switch count ?? 0 {
    case 0: self = .none
    case ...limit: self = .whole(try Self.all(rules, in: database))
    default: self = .byEntity
    }
  }

  /// Counts in the order of `rules.eventPoints`; empty for an entity without events.
  func counts(of entity: Int64, rules: ScoringRules, in database: Database) throws -> [Int] {
    switch self {
    case .none: return []
    case .whole(let counts): return counts[entity] ?? []
    case .byEntity:
      var counts: [Int] = []
      try database.query("score-engagement-of-entity").rows(.int(entity)) {
        Self.add(Int($0.int(1)), of: $0.text(0), to: &counts, rules)
      }
      return counts
    }
  }

  private static func all(
    _ rules: ScoringRules, in database: Database
  ) throws -> [Int64: [Int]] {
    var ofEmail: [String: [Int]] = [:]
    try database.query("score-engagement-all").rows {
      add(Int($0.int(2)), of: $0.text(1), to: &ofEmail[$0.text(0), default: []], rules)
    }
    var ofEntity: [Int64: [Int]] = [:]
    for (email, counts) in ofEmail where !counts.isEmpty {
      for entity in try EngagementChanges.entities(of: email, in: database) {
        let sum = ofEntity[entity] ?? Array(repeating: 0, count: counts.count)
        ofEntity[entity] = zip(sum, counts).map { $0 + $1 }
      }
    }
    return ofEntity
  }

  private static func add(
    _ count: Int, of event: String, to counts: inout [Int], _ rules: ScoringRules
  ) {
    guard let index = rules.eventPoints.firstIndex(where: { $0.event == event }) else { return }
    if counts.isEmpty { counts = Array(repeating: 0, count: rules.eventPoints.count) }
    counts[index] += count
  }
}

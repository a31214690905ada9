import Bytes
import Enrichment
import LeadModel
import StageKit
import Store

/// Enriches entities: new ones in ranges, others one by one against what is stored.
struct EntityEnrichment {
  private let context: StageContext
  private let rules: DomainRules
  private let channels: ChannelGroups
  private let configHash: String
  private let geography = Geography()
  private let mark: Int64
  private let writer: EnrichmentWriter

  static let subject = "entity"
  /// Entities of one transaction when they are looked at again.
  private static let batchSize = 10_000

  init(
    context: StageContext, rules: DomainRules, channels: ChannelGroups, configHash: String
  ) throws {
    self.context = context
    self.rules = rules
    self.channels = channels
    self.configHash = configHash
    mark = try context.mark(Self.subject, configHash: configHash)
    writer = try EnrichmentWriter(
      context: context, geography: geography, channels: channels.names)
  }

  // MARK: Entities that were looked at before

  /// Looks again at entities that changed, or whose account did.
  func again(_ touched: Set<Int64>) throws {
    let waiting = try context.revisits(Self.subject)
    let older = touched.union(waiting).filter { $0 <= mark }.sorted()
    var batches = older[...]
    let source = try older.isEmpty ? nil : accounts(for: older.count)
    while !batches.isEmpty {
      let batch = Array(batches.prefix(Self.batchSize))
      batches = batches.dropFirst(batch.count)
      guard let source else { break }
      try context.transaction {
        let enriched = try Self.enrich(
          ids: batch, in: context.database, geography: geography, rules: rules,
          channels: channels, source: source)
        context.counts.rowsIn += enriched.entities.count
        try writer.compareAndWrite(enriched)
      }
    }
    // Those above the mark come with the new ones; those that are gone need nothing.
    guard !waiting.isEmpty else { return }
    try context.transaction {
      for id in waiting { try context.clearRevisit(Self.subject, id: id) }
    }
  }

  // MARK: New entities

  func new() throws {
    let bounds = try context.database.query("enrich-entity-bounds").first(.int(mark)) {
      (first: $0.optionalInt(0), last: $0.optionalInt(1))
    }
    guard let first = bounds?.first, let last = bounds?.last else { return }
    // A width of ids bounds the number of entities from above.
    let source = try accounts(for: Int(min(last - first + 1, 1_000_000)))
    // After a change of the rules there are values to compare with.
    let isFirst = try !writer.hasValues(from: first)
    let (geography, rules, channels) = (geography, rules, channels)
    try context.sweep(
      Self.subject, ids: first...last, configHash: configHash, unit: "entities",
      work: {
        try Self.enrich(
          ranges: [$0], in: $1, geography: geography, rules: rules, channels: channels,
          source: source)
      },
      write: { batch in
        context.counts.rowsIn += batch.entities.count
        if isFirst { try writer.write(batch) } else { try writer.compareAndWrite(batch) }
      })
  }

  // MARK: Batches

  private func accounts(for entities: Int) throws -> AccountSource {
    try AccountSource(entities: entities, rules: rules, in: context.database)
  }

  private static func enrich(
    ids: [Int64], in database: Database, geography: Geography, rules: DomainRules,
    channels: ChannelGroups, source: AccountSource
  ) throws -> EnrichedBatch {
    try enrich(
      ranges: ids.map { $0...$0 }, in: database, geography: geography, rules: rules,
      channels: channels, source: source)
  }

  private static func enrich(
    ranges: [ClosedRange<Int64>], in database: Database, geography: Geography,
    rules: DomainRules, channels: ChannelGroups, source: AccountSource
  ) throws -> EnrichedBatch {
    func forEach(_ body: (EntityFacts) -> Void) throws {
      let query = try database.query("enrich-entities")
      for range in ranges {
        try query.rows(.int(range.lowerBound), .int(range.upperBound)) { body(facts($0)) }
      }
    }
    func keys() throws -> [AccountKeys] {
      var enricher = Enricher(geography: geography, rules: rules, accounts: AccountIndex())
      var keys: [AccountKeys] = []
      try forEach { keys.append(enricher.accountKeys(of: $0)) }
      return keys
    }
    let accounts = try source.index(for: try keys(), rules: rules, in: database)
    var enricher = Enricher(
      geography: geography, rules: rules, accounts: accounts, channels: channels)
    var batch = EnrichedBatch()
    try forEach { enricher.enrich($0, into: &batch) }
    return batch
  }

  /// The facts in a row of `enrich-entities`; its bytes live until the next step.
  private static func facts(_ row: Statement) -> EntityFacts {
    var facts = EntityFacts()
    facts.id = row.int(0)
    facts.email = row.withTextBytes(1) { $0 }
    facts.isEmailValid = row.withTextBytes(2) { ASCII.equal($0, "valid") }
    facts.phone = row.withTextBytes(3) { $0 }
    facts.isPhoneUsable = row.withTextBytes(4) {
      ASCII.equal($0, "valid") || ASCII.equal($0, "possible")
    }
    facts.phoneRegion = row.withTextBytes(5) { $0 }
    facts.company = row.withTextBytes(6) { $0 }
    facts.website = row.withTextBytes(7) { $0 }
    facts.industry = row.withTextBytes(8) { $0 }
    facts.employees = row.optionalInt(9)
    facts.postcode = row.withTextBytes(10) { $0 }
    facts.region = row.withTextBytes(11) { $0 }
    facts.country = row.withTextBytes(12) { $0 }
    facts.jobTitle = row.withTextBytes(13) { $0 }
    facts.utmSource = row.withTextBytes(14) { $0 }
    facts.utmMedium = row.withTextBytes(15) { $0 }
    facts.utmCampaign = row.withTextBytes(16) { $0 }
    return facts
  }
}

import Bytes
import Enrichment
import LeadModel
import StageKit
import Store

/// Writes enriched entities, and what follows from a change.
struct EnrichmentWriter {
  private let context: StageContext
  private let database: Database
  private let geography: Geography
  /// How far each later stage has looked at entities.
  private let readerMarks: [(stage: String, mark: Int64)]
  private let lastMark: Int64
  /// Names of channels, by their index.
  private let channels: [String]

  static let fields = [
    "country", "country_source", "region", "region_source", "time_zone", "time_zone_source",
    "company", "company_source", "company_key", "legal_form", "domain", "industry",
    "industry_source", "employees", "employees_source", "account_id", "seniority", "department",
    "channel", "account_rule",
  ]

  init(context: StageContext, geography: Geography, channels: [String]) throws {
    self.channels = channels
    self.context = context
    self.geography = geography
    let database = context.database
    self.database = database
    readerMarks = try ["score", "send", "govern"].map { stage in
      (stage, try database.query("enrich-reader-mark").first(.text(stage)) { $0.int(0) } ?? 0)
    }
    lastMark = readerMarks.map(\.mark).max() ?? 0
  }

  /// Whether any entity from an id on has been enriched before.
  func hasValues(from id: Int64) throws -> Bool {
    try database.query("enrich-has-values").first(.int(id)) { _ in true } ?? false
  }

  /// Writes entities that were never enriched.
  func write(_ batch: EnrichedBatch) throws {
    let statement = try database.query("enrich-write")
    // The bytes of the batch stay where they are until the last statement has run.
    try batch.texts.bytes.withUnsafeBufferPointer { bytes in
      defer { statement.reset() }
      for entity in batch.entities {
        bind(entity, bytes, to: statement)
        while try statement.step() {}
      }
    }
    for entity in batch.entities {
      context.record(.inserted, row: entity.id)
      if entity.id <= lastMark { try askLaterStages(toSee: entity.id) }
    }
  }

  /// Writes entities as far as they differ from what is stored.
  func compareAndWrite(_ batch: EnrichedBatch) throws {
    for entity in batch.entities {
      let new = values(of: entity, in: batch.texts)
      let old = try stored(entity.id)
      guard old != new else {
        context.record(.unchanged, row: entity.id)
        continue
      }
      try batch.texts.bytes.withUnsafeBufferPointer { bytes in
        let statement = try database.query("enrich-write")
        defer { statement.reset() }
        bind(entity, bytes, to: statement)
        while try statement.step() {}
      }
      context.record(old == nil ? .inserted : .updated, row: entity.id)
      if let old { try recordChanges(of: entity.id, from: old, to: new) }
      if entity.id <= lastMark { try askLaterStages(toSee: entity.id) }
    }
  }

  private func stored(_ id: Int64) throws -> [String?]? {
    try database.query("enrich-stored").first(.int(id)) { row in
      (0..<Self.fields.count).map { row.optionalText($0) }
    }
  }

  private func recordChanges(of id: Int64, from old: [String?], to new: [String?]) throws {
    for (index, field) in Self.fields.enumerated() where old[index] != new[index] {
      try context.recordChange(
        subject: "entity_enrichment", id: id, field: field, old: old[index], new: new[index],
        reason: "enriched again")
    }
  }

  private func askLaterStages(toSee id: Int64) throws {
    for reader in readerMarks where id <= reader.mark {
      try context.revisit(stage: reader.stage, subject: "entity", id: id)
    }
  }

  // MARK: Values

  private func values(of entity: EnrichedEntity, in texts: TextPool) -> [String?] {
    func text(_ text: PooledText) -> String? { text.isEmpty ? nil : texts.string(text) }
    func name(_ source: ValueSource) -> String? { source == .none ? nil : "\(source.name)" }
    return [
      entity.country?.description, name(entity.countrySource), text(entity.region),
      name(entity.regionSource), entity.zone.map { geography.zones[Int($0)] },
      name(entity.zoneSource), text(entity.company), name(entity.companySource),
      text(entity.companyKey), entity.legalForm, text(entity.domain), text(entity.industry),
      name(entity.industrySource), entity.employees.map { String($0) },
      name(entity.employeesSource), entity.accountID.map { String($0) },
      entity.title?.seniority?.rawValue, entity.title?.department?.rawValue, channel(of: entity),
      entity.accountRule?.rawValue,
    ]
  }

  private func bind(
    _ entity: EnrichedEntity, _ bytes: UnsafeBufferPointer<UInt8>, to statement: Statement
  ) {
    func bind(_ index: Int, _ text: PooledText) {
      if text.isEmpty {
        statement.bindNull(index)
      } else {
        statement.bindTextWithoutCopy(index, UnsafeBufferPointer(rebasing: bytes[text.range]))
      }
    }
    func bind(_ index: Int, _ source: ValueSource) {
      guard source != .none else { return statement.bindNull(index) }
      let name = source.name
      statement.bindTextWithoutCopy(
        index, UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }
    statement.bind(1, entity.id)
    if let country = entity.country {
      withUnsafeBytes(of: country.bytes) {
        statement.bindText(2, $0.assumingMemoryBound(to: UInt8.self))
      }
    } else {
      statement.bindNull(2)
    }
    bind(3, entity.countrySource)
    bind(4, entity.region)
    bind(5, entity.regionSource)
    statement.bind(6, entity.zone.map { geography.zones[Int($0)] })
    bind(7, entity.zoneSource)
    bind(8, entity.company)
    bind(9, entity.companySource)
    bind(10, entity.companyKey)
    statement.bind(11, entity.legalForm)
    bind(12, entity.domain)
    bind(13, entity.industry)
    bind(14, entity.industrySource)
    statement.bind(15, entity.employees)
    bind(16, entity.employeesSource)
    statement.bind(17, entity.accountID)
    statement.bind(18, entity.title?.seniority?.rawValue)
    statement.bind(19, entity.title?.department?.rawValue)
    statement.bind(20, channel(of: entity))
    statement.bind(21, entity.accountRule?.rawValue)
  }

  private func channel(of entity: EnrichedEntity) -> String? {
    entity.channel < 0 ? nil : channels[entity.channel]
  }
}

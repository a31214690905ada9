package import Bytes
package import LeadModel

/// Texts of one batch in one buffer: a worker fills it, the writer binds from it without copying.
package struct TextPool: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Adds a text; an empty one takes no room.
  mutating func add(_ text: some Collection<UInt8>) -> PooledText {
    let start = UInt32(truncatingIfNeeded: bytes.count)
    bytes.append(contentsOf: text)
    return PooledText(start: start, count: UInt32(truncatingIfNeeded: bytes.count) - start)
  }

  package func string(_ text: PooledText) -> String {
    String(decoding: bytes[text.range], as: UTF8.self)
  }
}

/// Where a text stands in its batch's pool; empty for an absent value.
package struct PooledText: Sendable, Equatable {
  var start: UInt32 = 0
  var count: UInt32 = 0

  package var isEmpty: Bool { count == 0 }
  package var range: Range<Int> { Int(start)..<Int(start + count) }
}

/// What enrichment found out about one entity.
package struct EnrichedEntity: Sendable {
  package let id: Int64
  package var country: CountryCode?
  package var countrySource = ValueSource.none
  /// ISO 3166-2 where the region is known, else as given.
  package var region = PooledText()
  package var regionSource = ValueSource.none
  /// An index into `Geography.zones`.
  package var zone: ZoneIndex?
  package var zoneSource = ValueSource.none
  package var company = PooledText()
  package var companySource = ValueSource.none
  package var companyKey = PooledText()
  package var legalForm: String?
  /// Registered domain of the company.
  package var domain = PooledText()
  package var industry = PooledText()
  package var industrySource = ValueSource.none
  package var employees: Int64?
  package var employeesSource = ValueSource.none
  package var accountID: Int64?
  package var accountRule: AccountRule?
  /// What the job title says; nil without one.
  package var title: JobTitle?
  /// An index into the names of channels, -1 when nothing is known of the visit.
  package var channel = -1

  init(id: Int64) { self.id = id }
}

/// Enriched entities of one batch.
package struct EnrichedBatch: Sendable {
  package internal(set) var entities: [EnrichedEntity] = []
  package internal(set) var texts = TextPool()

  package init() {}
}

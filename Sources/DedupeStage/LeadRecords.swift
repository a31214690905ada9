import Matching
import Store

/// Reads leads and entities with the fields that survive.
enum LeadRecords {
  /// A lead with all that survivorship looks at; nil when there is no such lead.
  static func lead(_ id: Int64, in database: Database) throws -> LeadRecord? {
    try database.query("dedupe-lead-record").first(.int(id)) { row in
      LeadRecord(
        id: row.int(0), sourceRow: row.int(1), supplier: row.text(2),
        values: values(of: row, from: 3))
    }
  }

  /// An entity as the store has it.
  struct StoredEntity {
    let leadCount: Int64
    let provenance: String?
    let values: [RecordValue]
  }

  static func entity(_ id: Int64, in database: Database) throws -> StoredEntity? {
    try database.query("dedupe-entity-record").first(.int(id)) { row in
      StoredEntity(
        leadCount: row.int(0), provenance: row.optionalText(1), values: values(of: row, from: 2))
    }
  }

  private static func values(of row: Statement, from first: Int) -> [RecordValue] {
    (0..<EntityField.allCases.count).map { field in
      switch row.value(first + field) {
      case .null: .null
      case .int(let number): .int(number)
      case .text(let text): .text(text)
      case .real(let number): .text(String(number))
      }
    }
  }

  /// Writes an entity, new or changed.
  static func write(_ entity: SurvivingEntity, in database: Database) throws {
    let statement = try database.query("dedupe-entity-write")
    statement.bind(1, entity.id)
    statement.bind(2, entity.leadCount)
    statement.bind(3, entity.provenance)
    for (offset, value) in entity.values.enumerated() {
      switch value {
      case .null: statement.bindNull(4 + offset)
      case .int(let number): statement.bind(4 + offset, number)
      case .text(let text): statement.bind(4 + offset, text)
      }
    }
    while try statement.step() {}
  }
}

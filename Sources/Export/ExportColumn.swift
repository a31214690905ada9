package import LeadModel
import Store

/// How a column's values are kept, and so how they are written.
package enum ExportType: Sendable, Equatable {
  case text
  case integer
  /// Whole cents, written with two decimals.
  case cents
  /// UTC seconds, written as RFC 3339.
  case time
  /// The reserved column that names the record.
  case identity
}

/// One column that an export can have.
package struct ExportColumn: Sendable {
  /// The header, and the name in `--columns` and `--where`.
  package let name: String
  package let type: ExportType
  package let summary: String
  let expression: SQLFragment
  /// Whether an export without a choice has it.
  package let isDefault: Bool
}

/// The columns and rows of one kind.
package struct ExportTable: Sendable {
  package let kind: RecordKind
  package let columns: [ExportColumn]
  let source: SQLFragment
  let conditions: [SQLFragment]

  /// - Throws: `DatabaseError` for a kind whose name is no table's.
  package init(_ kind: RecordKind) throws {
    self.kind = kind
    var columns = [
      ExportColumn(
        name: ReservedField.identityHeader(kind), type: .identity,
        summary: "names the record when the file is imported again",
        expression: SQLFragment("t.id"),
        isDefault: true)
    ]
    columns += try kind.fields.compactMap { field in
      guard let column = field.column else { return nil }
      var expression = try SQLFragment.column(column, of: "t")
      // Nothing was asked: the catalogue's word for that is an empty cell.
      if kind == .lead, field.name == "consent_status" {
        expression = SQLFragment("nullif(t.consent_status, 'not_asked')")
      }
      return ExportColumn(
        name: field.name, type: Self.type(of: field), summary: field.summary,
        expression: expression, isDefault: true)
    }
    columns.append(
      ExportColumn(
        name: ReservedField.supplier, type: .text, summary: "who sent the record",
        expression: SQLFragment("t.supplier"), isDefault: true))
    if kind == .lead { columns += Self.leadColumns }
    if kind == .suppression { columns.append(Self.end) }
    self.columns = columns
    source = try Self.source(of: kind)
    conditions = Self.withoutErased(kind)
  }

  private static func type(of field: FieldDeclaration) -> ExportType {
    switch field.type {
    case .text, .email, .phone, .country, .url, .choice: .text
    case .integer: .integer
    case .money: field.column?.hasSuffix("_cents") == true ? .cents : .integer
    case .date, .timestamp: .time
    }
  }

  /// What a lead has beside its fields. All but the state are for people: reading leaves them alone.
  private static let leadColumns: [ExportColumn] = [
    ExportColumn(
      name: ReservedField.state, type: .text,
      summary: "quarantined, email_invalid, phone_invalid: what the other columns cannot tell",
      expression: SQLFragment(
        """
        nullif(rtrim(CASE WHEN t.quarantined = 1 THEN 'quarantined ' ELSE '' END
        || CASE t.email_status WHEN 'invalid' THEN 'email_invalid ' ELSE '' END
        || CASE t.phone_status WHEN 'invalid' THEN 'phone_invalid ' ELSE '' END), '')
        """),
      isDefault: true),
    ExportColumn(
      name: "do_not_contact", type: .text, summary: "channels that a registry blocks",
      expression: SQLFragment("t.dnd_channels"), isDefault: true),
    ExportColumn(
      name: "entity_id", type: .integer, summary: "the person that the lead belongs to",
      expression: SQLFragment("entity.id"), isDefault: false),
    ExportColumn(
      name: "score", type: .integer, summary: "the person's score, 0 to 100",
      expression: SQLFragment("score.score"), isDefault: false),
    ExportColumn(
      name: "grade", type: .text, summary: "the score's grade",
      expression: SQLFragment("score.grade"), isDefault: false),
    ExportColumn(
      name: "consent_state", type: .text, summary: "the person's consent over all its leads",
      expression: SQLFragment("entity.consent_status"), isDefault: false),
    ExportColumn(
      name: "account_id", type: .integer, summary: "the account of the person's company",
      expression: SQLFragment("enrichment.account_id"), isDefault: false),
    ExportColumn(
      name: "account_rule", type: .text, summary: "what the account was found by: domain, name",
      expression: SQLFragment("enrichment.account_rule"), isDefault: false),
    ExportColumn(
      name: "contact_id", type: .integer, summary: "the first contact who is the person",
      expression: SQLFragment("known.contact_id"), isDefault: false),
    ExportColumn(
      name: "contact_rule", type: .text,
      summary: "what the contact was found by: email, phone, company_and_name, model",
      expression: SQLFragment("known.rule"), isDefault: false),
    ExportColumn(
      name: "email_status", type: .text, summary: "valid, invalid or missing",
      expression: SQLFragment("t.email_status"), isDefault: false),
    ExportColumn(
      name: "mx_status", type: .text, summary: "what the domain name system says of the address",
      expression: SQLFragment("t.mx_status"), isDefault: false),
    ExportColumn(
      name: "phone_status", type: .text, summary: "valid, possible, invalid or missing",
      expression: SQLFragment("t.phone_status"), isDefault: false),
    ExportColumn(
      name: "quality", type: .integer, summary: "how good the lead's data is, 0 to 100",
      expression: SQLFragment("t.quality"), isDefault: false),
  ]

  /// Of entries that a newer list of their registry no longer has: whoever takes an export for those to
  /// be left alone must not find them in it.
  private static let end = ExportColumn(
    name: "ended_at", type: .time,
    summary: "when a newer list no longer had the entry; entries that ended come out where a "
      + "condition asks for it, as --where ended_at!=",
    expression: SQLFragment("t.ended_as_of"), isDefault: false)

  /// What holds for records that come out where no condition names the column.
  static let unlessAsked: [(column: String, condition: SQLFragment)] = [
    ("ended_at", SQLFragment("t.ended_as_of IS NULL"))
  ]

  private static func source(of kind: RecordKind) throws -> SQLFragment {
    let own = try SQLFragment.table(kind.rawValue, as: "t")
    let row = SQLFragment("LEFT JOIN source_row AS r ON r.id = t.id")
    guard kind == .lead else { return own + row }
    return own + row
      + SQLFragment(
        """
        LEFT JOIN entity_link AS link ON link.lead_id = t.id
        LEFT JOIN entity ON entity.id = coalesce(link.entity_id, t.id)
        LEFT JOIN entity_score AS score ON score.entity_id = entity.id
        LEFT JOIN entity_enrichment AS enrichment ON enrichment.entity_id = entity.id
        LEFT JOIN contact_link AS known ON known.contact_id = (
          SELECT min(contact_id) FROM contact_link
          WHERE lead_id = entity.id
            OR lead_id IN (SELECT lead_id FROM entity_link WHERE entity_id = entity.id))
        """)
  }

  /// Records of erased people are empty shells. A deal is the company's, and a do-not-contact entry
  /// goes on protecting by its digest: they stay.
  private static func withoutErased(_ kind: RecordKind) -> [SQLFragment] {
    switch kind {
    case .deal, .suppression: []
    case .lead:
      [SQLFragment("NOT EXISTS (SELECT 1 FROM erased_entity AS e WHERE e.entity_id = t.id)")]
    case .task: [SQLFragment("t.title <> 'erased'"), notBlanked]
    default: [notBlanked]
    }
  }

  private static let notBlanked = SQLFragment(
    "r.id IS NULL OR r.rejected = 0 OR r.cells <> '[]'")
}

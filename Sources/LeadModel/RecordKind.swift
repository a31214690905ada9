/// What the rows of a source file are about.
package enum RecordKind: String, CaseIterable, Sendable, Hashable {
  case lead, account, contact, deal
  case dealStage = "deal_stage"
  case task, activity, engagement, consent, suppression
}

/// The type of a field's normalised value.
package enum FieldType: String, Sendable {
  case text, email, phone, country, url, integer, money, date, timestamp, choice
}

/// One field that a column of a file can be mapped to.
package struct FieldDeclaration: Sendable {
  /// snake_case name, as mappings, findings and the store's columns use it.
  package let name: String
  package let type: FieldType
  /// What the field means, for documentation and error messages.
  package let summary: String
  /// Whether a row without it is rejected at ingest.
  package let isRequired: Bool
  /// Header texts that mean this field, lower case, letters and digits only.
  package let synonyms: [String]

  init(
    _ name: String, _ type: FieldType, _ summary: String, required: Bool = false,
    synonyms: [String] = []
  ) {
    self.name = name
    self.type = type
    self.summary = summary
    isRequired = required
    self.synonyms = synonyms
  }
}

/// What the rows of a source file are about.
///
/// A kind is declared once: here by its name and fields, in the stages by a table plan. To add one,
/// declare it in a file of `Kinds/`, list it below, and give it a table and a plan.
package struct RecordKind: RawRepresentable, CaseIterable, Sendable, Hashable {
  /// snake_case name, which is also that of its table.
  package let rawValue: String
  /// What its records are, for help and documentation.
  package let summary: String
  /// The fields that files of this kind can carry, in their canonical order.
  package let fields: [FieldDeclaration]

  init(_ name: String, _ summary: String, _ fields: [FieldDeclaration]) {
    rawValue = name
    self.summary = summary
    self.fields = fields
  }

  package init?(rawValue: String) {
    guard let kind = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = kind
  }

  /// Every kind, in the order of help.
  package static let allCases: [RecordKind] = [
    lead, account, contact, deal, dealStage, dealLine, product, task, activity, engagement, consent,
    suppression, user, team, linkDecision,
  ]

  /// The kinds that a file may be of by what its header and values look like. Decisions about pairs
  /// are known by their own header.
  package static let guessed: [RecordKind] = allCases.filter { $0 != linkDecision }

  package static let lead = RecordKind("lead", "people who may buy", FieldCatalog.lead)
  package static let account = RecordKind("account", "companies", FieldCatalog.account)
  package static let contact = RecordKind("contact", "people at accounts", FieldCatalog.contact)
  package static let deal = RecordKind("deal", "deals", FieldCatalog.deal)
  package static let dealStage = RecordKind(
    "deal_stage", "changes of a deal's stage, amount or expected close", FieldCatalog.dealStage)
  package static let task = RecordKind("task", "tasks of the team", FieldCatalog.task)
  package static let activity = RecordKind(
    "activity", "calls, meetings, e-mails and notes", FieldCatalog.activity)
  package static let engagement = RecordKind(
    "engagement", "reactions to messages", FieldCatalog.engagement)
  package static let consent = RecordKind("consent", "consent evidence", FieldCatalog.consent)
  package static let suppression = RecordKind(
    "suppression", "do-not-contact entries", FieldCatalog.suppression)

  /// The declaration of a field by its catalogue name.
  package func field(named name: String) -> FieldDeclaration? {
    fields.first { $0.name == name }
  }

  package static func == (left: RecordKind, right: RecordKind) -> Bool {
    left.rawValue == right.rawValue
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
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
  /// The column of the kind's table that keeps the value; nil for one that is kept as something else,
  /// as a refusal is as a record of consent, or that others are only read by.
  package let column: String?
  /// Whether several columns of a file may give it; such a field is kept as something else.
  package let isShared: Bool

  init(
    _ name: String, _ type: FieldType, _ summary: String, required: Bool = false,
    synonyms: [String] = [], column: String? = nil, isKept: Bool = true, isShared: Bool = false
  ) {
    self.name = name
    self.column = isKept && !isShared ? column ?? name : nil
    self.isShared = isShared
    self.type = type
    self.summary = summary
    isRequired = required
    self.synonyms = synonyms
  }
}

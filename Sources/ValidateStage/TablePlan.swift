import LeadModel
import Validation

/// How the records of one kind become rows of their table. There is one of each kind; a class, for
/// what would be copied with every look.
final class TablePlan: Sendable {
  struct Column: Sendable {
    let name: String
    /// Position of the field in the kind's catalogue; nil for a column that a rule fills.
    let field: Int?
    /// Columns whose fields decide this one too: an update owns the column only when its sheet has
    /// one of them.
    let owners: [Int]
  }

  /// Another kind that a column names a record of.
  struct Reference: Sendable {
    let column: Int
    let field: Int
    let target: RecordKind
    /// Whether the cell may name several, divided by ';'.
    let isList: Bool
  }

  typealias Rules = @Sendable (inout RowConformer, RowCells) -> Void

  let kind: RecordKind
  let columns: [Column]
  /// Catalogue declarations, for names and types in findings.
  let fields: [FieldDeclaration]
  /// Of each column, the field that it takes its value from as it stands, -1 for none: not the
  /// country's, which is read before all others.
  let readFields: [Int]
  /// Position of the country field, which other fields are read with.
  let countryField: Int?
  /// Positions of street, city, region and postcode; nil for a kind without address.
  let addressFields: AddressFields?
  /// The words of each choice field, by its position; nil for others.
  let vocabularies: [Vocabulary?]
  let references: [Reference]
  /// Columns by which other records name those of this kind.
  let keys: [String]
  /// Stages that look again at a record of the kind when it changes.
  let readers: [String]
  /// Columns whose values stay when an update has one that cannot be read.
  let outlivesUnread: [Bool]
  /// Where the supplier's own id goes, -1 for none.
  let idColumn: Int
  /// Where a currency beside an amount goes.
  let currencyColumn: Int?
  /// What a row's kind asks for beyond its single values.
  let rules: Rules

  var table: String { kind.rawValue }
  var columnNames: [String] { columns.map(\.name) }

  /// The columns are the table's after `id, source_row_id, supplier`, in the order of its queries.
  /// `column=field,other` takes another field (and can be filled from more), `column&field,field` can be filled from others too,
  /// `column<field,field` is filled by a rule alone. References are `column>kind`, lists of them
  /// `column>>kind`.
  init(
    _ kind: RecordKind, _ columns: String,
    references: String = "", keys: [String] = ["external_id"], readers: [String] = [],
    rules: @escaping Rules
  ) {
    self.kind = kind
    let fields = kind.fields
    self.fields = fields
    func position(_ name: Substring) -> Int? { fields.firstIndex { $0.name == name } }
    let plan = columns.split(separator: " ").map { word in
      let parts = word.split(whereSeparator: { "=<&".contains($0) })
      let name = String(parts[0])
      let others = parts.count > 1 ? parts[1].split(separator: ",").compactMap(position) : []
      if word.contains("<") { return Column(name: name, field: nil, owners: others) }
      let field = word.contains("=") ? others.first : position(parts[0])
      return Column(name: name, field: field, owners: (field.map { [$0] } ?? []) + others)
    }
    self.columns = plan
    let countryField = position("country")
    self.countryField = countryField
    readFields = plan.map { $0.field == countryField ? -1 : $0.field ?? -1 }
    addressFields = AddressFields(position)
    vocabularies = fields.map { Vocabulary.of(kind, field: $0.name) }
    self.references = references.split(separator: " ").compactMap { word in
      let parts = word.split(separator: ">")
      guard let name = parts.first, let last = parts.last, let field = position(name),
        let column = plan.firstIndex(where: { $0.name == name }),
        let target = RecordKind(rawValue: String(last))
      else { return nil }
      return Reference(column: column, field: field, target: target, isList: word.contains(">>"))
    }
    self.keys = keys
    self.readers = readers
    outlivesUnread = plan.map {
      ![.consent, .suppression].contains(kind) && !Self.mayRefuse.contains($0.name)
    }
    idColumn = plan.firstIndex { $0.name == "external_id" } ?? -1
    currencyColumn = plan.firstIndex { $0.name == "currency" }
    self.rules = rules
  }

  /// Where a word that is not understood may take back what was granted: then nothing is granted.
  private static let mayRefuse: Set<String> = ["consent_status", "guardian_consent"]

  /// Position of a column by name; the plan's own tests see to it that it exists.
  func column(_ name: String) -> Int {
    columns.firstIndex { $0.name == name } ?? 0
  }

  /// Whether a column follows from findings and other columns, so that its history says nothing new.
  func isDerivedQuality(_ column: Int) -> Bool {
    kind == .lead && column == LeadRules.quality
  }

  func field(_ name: String) -> Int {
    fields.firstIndex { $0.name == name } ?? 0
  }

  /// Every kind's plan, in the order in which kinds are taken up: what protects people first, then
  /// what others refer to.
  static let all: [TablePlan] = [
    suppression, consent, team, user, product, account, contact, lead, deal, dealStage, dealLine,
    task, activity, engagement, linkDecision,
  ]

  static func plan(of kind: RecordKind) -> TablePlan {
    all.first { $0.kind == kind } ?? lead
  }

  static let lead = TablePlan(
    .lead,
    """
    external_id full_name&first_name,last_name first_name&full_name last_name&full_name \
    email email_status<email mx_status<email \
    phone phone_status<phone phone_type<phone phone_region<phone \
    company job_title website industry employees annual_revenue street city postcode region country \
    language lead_source utm_source utm_medium utm_campaign utm_term utm_content utm_id \
    landing_url referrer_url owner created_at consent_status consent_at consent_source dnd_channels<email,phone \
    quarantined<email,consent_status notes quality<email \
    consent_wording consent_ip consent_confirmed_at born_on guardian_consent \
    consent_expires_at other_emails<email other_phones<phone country_unread<country
    """,
    references: "owner>user", readers: ["dedupe"],
    rules: { $0.applyLeadRules($1) })
  static let account = TablePlan(
    .account,
    """
    external_id name domain phone website industry employees annual_revenue street city postcode \
    region country
    """,
    readers: ["dedupe", "enrich"], rules: { $0.applyAccountRules($1) })
  static let contact = TablePlan(
    .contact,
    """
    external_id full_name&first_name,last_name first_name&full_name last_name&full_name email phone job_title \
    account street city postcode region country
    """,
    references: "account>account", readers: ["dedupe"], rules: { $0.applyContactRules($1) })
  static let deal = TablePlan(
    .deal,
    """
    external_id name account contact_email owner stage amount_cents=amount currency \
    forecast_category created_at expected_close_at closed_at status
    """,
    references: "account>account owner>user", rules: { $0.applyDealRules($1) })
  static let dealStage = TablePlan(
    .dealStage, "deal stage at amount_cents=amount expected_close_at", references: "deal>deal",
    rules: { $0.applyDealStageRules($1) })
  static let task = TablePlan(
    .task,
    "external_id title owner status priority due_at completed_at lead_email deal created_at",
    references: "owner>user deal>deal",
    readers: ["escalate"], rules: { $0.applyTaskRules($1) })
  static let activity = TablePlan(
    .activity, "external_id type at email deal owner subject outcome",
    references: "deal>deal owner>user",
    rules: { $0.applyActivityRules($1) })
  static let engagement = TablePlan(
    .engagement, "external_id email event at message_id campaign url",
    readers: ["score"],
    rules: { $0.applyEngagementRules($1) })
  static let consent = TablePlan(
    .consent,
    """
    external_id email phone channel purpose status lawful_basis at source wording_version ip \
    double_opt_in_at expires_at born_on guardian_consent
    """,
    readers: ["govern"], rules: { $0.applyConsentRules($1) })
  static let suppression = TablePlan(
    .suppression,
    "email phone email_sha256 phone_sha256 domain channel category reason registry at",
    readers: ["govern"],
    rules: { $0.applySuppressionRules($1) })
}

/// Where the parts of an address stand among a kind's fields.
struct AddressFields {
  let street: Int
  let city: Int
  let region: Int
  let postcode: Int

  /// Nil when the kind has not all of them.
  init?(_ position: (Substring) -> Int?) {
    guard let street = position("street"), let city = position("city"),
      let region = position("region"), let postcode = position("postcode")
    else { return nil }
    (self.street, self.city, self.region, self.postcode) = (street, city, region, postcode)
  }
}

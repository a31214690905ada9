import LeadModel

/// How the records of one kind become rows of their table.
struct TablePlan: Sendable {
  struct Column: Sendable {
    let name: String
    /// Position of the field in the kind's catalogue; nil for a column that a rule fills.
    let field: Int?
    /// Columns whose fields decide this one too: an update owns the column only when its sheet has
    /// one of them.
    let owners: [Int]
  }

  let kind: RecordKind
  let columns: [Column]
  /// Catalogue declarations, for names and types in findings.
  let fields: [FieldDeclaration]
  /// Position of the country field, which other fields are read with.
  let countryField: Int?

  var table: String { kind.rawValue }
  var selectQuery: String { "validate-\(kind.rawValue)-select" }
  var insertQuery: String { "validate-\(kind.rawValue)-insert" }
  var updateQuery: String { "validate-\(kind.rawValue)-update" }

  /// The columns are the table's after `id, source_row_id, supplier`, in the order of its queries.
  /// `column=field` takes another field, `column&field,field` can be filled from others too,
  /// `column<field,field` is filled by a rule alone.
  init(_ kind: RecordKind, _ columns: String) {
    self.kind = kind
    let fields = kind.fields
    self.fields = fields
    func position(_ name: Substring) -> Int? { fields.firstIndex { $0.name == name } }
    self.columns = columns.split(separator: " ").map { word in
      let parts = word.split(whereSeparator: { "=<&".contains($0) })
      let name = String(parts[0])
      let others = parts.count > 1 ? parts[1].split(separator: ",").compactMap(position) : []
      if word.contains("<") { return Column(name: name, field: nil, owners: others) }
      let field = word.contains("=") ? others.first : position(parts[0])
      return Column(name: name, field: field, owners: (field.map { [$0] } ?? []) + others)
    }
    countryField = position("country")
  }

  /// Position of a column by name; the plan's own tests see to it that it exists.
  func column(_ name: String) -> Int {
    columns.firstIndex { $0.name == name } ?? 0
  }

  func field(_ name: String) -> Int {
    fields.firstIndex { $0.name == name } ?? 0
  }

  /// The order in which kinds are taken up: what protects people first, then what others refer to.
  static let kinds: [RecordKind] = [
    .suppression, .consent, .account, .contact, .lead, .deal, .dealStage, .task, .activity,
    .engagement,
  ]

  static func plan(of kind: RecordKind) -> TablePlan {
    switch kind {
    case .lead: lead
    case .account: account
    case .contact: contact
    case .deal: deal
    case .dealStage: dealStage
    case .task: task
    case .activity: activity
    case .engagement: engagement
    case .consent: consent
    case .suppression: suppression
    }
  }

  static let lead = TablePlan(
    .lead,
    """
    external_id full_name&first_name,last_name first_name&full_name last_name&full_name \
    email email_status<email mx_status<email \
    phone phone_status<phone phone_type<phone phone_region<phone \
    company job_title website industry employees annual_revenue street city postcode region country \
    language lead_source utm_source utm_medium utm_campaign utm_term utm_content landing_url \
    created_at consent_status consent_at consent_source dnd_channels<email,phone \
    quarantined<email,consent_status notes
    """)
  static let account = TablePlan(
    .account,
    """
    external_id name domain phone website industry employees annual_revenue street city postcode \
    region country
    """)
  static let contact = TablePlan(
    .contact,
    """
    external_id full_name&first_name,last_name first_name&full_name last_name&full_name email phone job_title \
    account street city postcode region country
    """)
  static let deal = TablePlan(
    .deal,
    """
    external_id name account contact_email owner stage amount_cents=amount currency \
    forecast_category created_at expected_close_at closed_at status
    """)
  static let dealStage = TablePlan(
    .dealStage, "deal stage at amount_cents=amount expected_close_at")
  static let task = TablePlan(
    .task,
    "external_id title owner status priority due_at completed_at lead_email deal created_at")
  static let activity = TablePlan(
    .activity, "external_id type at email deal owner subject outcome")
  static let engagement = TablePlan(
    .engagement, "external_id email event at message_id campaign url")
  static let consent = TablePlan(
    .consent,
    """
    external_id email phone channel purpose status lawful_basis at source wording_version ip \
    double_opt_in_at expires_at
    """)
  static let suppression = TablePlan(
    .suppression, "email phone email_sha256 phone_sha256 domain channel reason registry at")
}

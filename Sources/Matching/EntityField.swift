/// The fields that an entity takes from its leads, in the order of the store's columns.
package enum EntityField: Int, CaseIterable, Sendable {
  case fullName, firstName, lastName, email, emailStatus, mxStatus
  case phone, phoneStatus, phoneType, phoneRegion
  case company, jobTitle, website, industry, employees, annualRevenue
  case street, city, postcode, region, country
  case language, leadSource, utmSource, utmMedium, utmCampaign, utmTerm, utmContent
  case createdAt, consentStatus, consentAt, consentSource, dndChannels, quarantined, quality
  case consentExpiresAt

  /// The store's column.
  package var name: String { Self.names[rawValue] }

  private static let names = [
    "full_name", "first_name", "last_name", "email", "email_status", "mx_status",
    "phone", "phone_status", "phone_type", "phone_region",
    "company", "job_title", "website", "industry", "employees", "annual_revenue",
    "street", "city", "postcode", "region", "country",
    "language", "lead_source", "utm_source", "utm_medium", "utm_campaign", "utm_term",
    "utm_content", "created_at", "consent_status", "consent_at", "consent_source",
    "dnd_channels", "quarantined", "quality", "consent_expires_at",
  ]
}

/// Fields that survive together: all from the same lead.
package enum FieldGroup: String, CaseIterable, Sendable {
  case name, email, phone, company
  case jobTitle = "job_title"
  case website, industry, employees
  case annualRevenue = "annual_revenue"
  case address, language, origin
  case createdAt = "created_at"

  package var fields: [EntityField] {
    switch self {
    case .name: [.fullName, .firstName, .lastName]
    case .email: [.email, .emailStatus, .mxStatus]
    case .phone: [.phone, .phoneStatus, .phoneType, .phoneRegion]
    case .company: [.company]
    case .jobTitle: [.jobTitle]
    case .website: [.website]
    case .industry: [.industry]
    case .employees: [.employees]
    case .annualRevenue: [.annualRevenue]
    case .address: [.street, .city, .postcode, .region, .country]
    case .language: [.language]
    case .origin: [.leadSource, .utmSource, .utmMedium, .utmCampaign, .utmTerm, .utmContent]
    case .createdAt: [.createdAt]
    }
  }

  /// What a lead must have to be a candidate, the best first: a lead that has any of the later
  /// fields only is asked where no lead has any of the earlier ones. A country alone, or a street
  /// without a place, is no address beside one that has a place.
  var worth: [[EntityField]] {
    switch self {
    case .name: [[.fullName, .lastName], [.firstName]]
    case .email: [[.email]]
    case .phone: [[.phone]]
    case .address: [[.city, .postcode], [.street], [.region, .country]]
    default: [fields]
    }
  }

  /// The fields by which values are compared.
  var compared: [EntityField] {
    switch self {
    case .email: [.email]
    case .phone: [.phone]
    default: fields
    }
  }

  /// Whether a lead that says the same as another and more of it goes before it, whatever the
  /// preferences: then it is the same value, told whole.
  var isCompleted: Bool { self == .name || self == .address }
}

/// A value of a lead or entity.
package enum RecordValue: Sendable, Equatable {
  case null
  case text(String)
  case int(Int64)

  package var isNull: Bool { self == .null }

  package var text: String? {
    switch self {
    case .null: nil
    case .text(let text): text
    case .int(let number): String(number)
    }
  }

  package var int: Int64? {
    if case .int(let number) = self { number } else { nil }
  }
}

/// A lead with all that survivorship looks at.
package struct LeadRecord: Sendable {
  package let id: Int64
  /// Id of the source row that its values are from: the order of arrival.
  package let sourceRow: Int64
  package let supplier: String
  /// By `EntityField.rawValue`.
  package var values: [RecordValue]

  package init(id: Int64, sourceRow: Int64, supplier: String, values: [RecordValue]) {
    self.id = id
    self.sourceRow = sourceRow
    self.supplier = supplier
    self.values = values
  }

  package subscript(field: EntityField) -> RecordValue { values[field.rawValue] }
}

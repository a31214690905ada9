/// The fields that rules can ask about, in the order of the columns that the score stage reads.
package enum ScoreField: Int, CaseIterable, Sendable {
  case leadCount, emailStatus, mxStatus, emailKind, phoneStatus, phoneType
  case company, jobTitle, website, industry, employees, annualRevenue
  case city, postcode, region, country, timeZone, language, leadSource
  case utmSource, utmMedium, utmCampaign, consentStatus, dndChannels, quarantined
  case legalForm, accountID, quality, seniority, department, channel

  /// The name in rules; mostly the store's column.
  package var name: String { Self.names[rawValue] }

  package init?(name: String) {
    guard let index = Self.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: index)
  }

  /// All names, in the order of the fields.
  package static let names = [
    "lead_count", "email_status", "mx_status", "email_kind", "phone_status", "phone_type",
    "company", "job_title", "website", "industry", "employees", "annual_revenue",
    "city", "postcode", "region", "country", "time_zone", "language", "lead_source",
    "utm_source", "utm_medium", "utm_campaign", "consent_status", "dnd_channels", "quarantined",
    "legal_form", "account_id", "quality", "seniority", "department", "channel",
  ]
}

/// The fields of one entity, lent for the time of scoring it.
package struct ScoreRow {
  package enum Value {
    case null
    case int(Int64)
    case text(UnsafeBufferPointer<UInt8>)
  }

  private var values: [Value]

  package init() {
    values = Array(repeating: .null, count: ScoreField.allCases.count)
  }

  package subscript(field: ScoreField) -> Value {
    get { values[field.rawValue] }
    set { values[field.rawValue] = newValue }
  }
}

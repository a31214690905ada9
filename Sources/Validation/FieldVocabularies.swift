package import LeadModel

extension Vocabulary {
  /// The words of a choice field; nil for fields of other types.
  package static func of(_ kind: RecordKind, field: String) -> Vocabulary? {
    switch (kind, field) {
    case (.lead, "consent_status"), (.consent, "status"): .consentStatus
    case (.lead, "guardian_consent"), (.consent, "guardian_consent"): .consentStatus
    case (.consent, "channel"), (.suppression, "channel"): .channel
    case (.consent, "lawful_basis"): .lawfulBasis
    case (.deal, "status"): .dealStatus
    case (.deal, "forecast_category"): .forecastCategory
    case (.task, "status"): .taskStatus
    case (.task, "priority"): .priority
    case (.activity, "type"): .activityType
    case (.engagement, "event"): .engagementEvent
    case (.user, "status"), (.product, "status"): .presence
    case (.product, "billing"): .billing
    case (.linkDecision, "decision"): .linkDecision
    default: nil
    }
  }
}

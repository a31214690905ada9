import Matching

/// Builds leads for tests.
enum Samples {
  static let rules: MatchingRules = {
    var rules = MatchingRules()
    rules.roleLocalParts = ["info", "sales"]
    return rules
  }()

  static func record(
    _ id: Int64, email: String? = nil, phone: String? = nil, company: String? = nil,
    name: String? = nil, _ more: [EntityField: RecordValue] = [:], supplier: String = "web",
    sourceRow: Int64? = nil
  ) -> LeadRecord {
    var values = [RecordValue](repeating: .null, count: EntityField.allCases.count)
    func set(_ field: EntityField, _ text: String?) {
      if let text { values[field.rawValue] = .text(text) }
    }
    set(.email, email)
    set(.emailStatus, email == nil ? "missing" : "valid")
    set(.mxStatus, "not_checked")
    set(.phone, phone)
    set(.phoneStatus, phone == nil ? "missing" : "valid")
    set(.company, company)
    set(.fullName, name)
    set(.consentStatus, "not_asked")
    values[EntityField.quarantined.rawValue] = .int(0)
    for (field, value) in more { values[field.rawValue] = value }
    return LeadRecord(
      id: id, sourceRow: sourceRow ?? id, supplier: supplier, values: values)
  }

  static func cluster(_ records: [LeadRecord], rules: MatchingRules = rules) -> [[Int64]] {
    var maker = KeyMaker(rules: rules)
    let leads = records.map { maker.lead($0) }
    return EntityClusters(of: leads, context: [], blocked: [], rules: rules).clusters.map(\.leads)
  }
}

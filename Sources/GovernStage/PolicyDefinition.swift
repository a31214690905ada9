import Definitions
import Governance
import LeadModel
import StageKit

/// What `policies.yaml` says.
struct PolicyDefinition {
  let policies: PolicySet
  let gate: GovernanceGate

  static let fileName = "policies.yaml"

  /// Fields that provenance can be asked of, in the order in which the store hands them over.
  static let provenanceFields = [
    "lead_source", "consent_source", "created_at", "consent_at", "utm_source", "utm_medium",
    "utm_campaign",
  ]

  private enum UnknownCountry: String, CaseIterable {
    case required, exempt
  }

  static func load(_ folder: ConfigurationFolder) throws(DefinitionError) -> PolicyDefinition {
    try parse(try folder.load(fileName))
  }

  static func parse(_ root: DefinitionNode) throws(DefinitionError) -> PolicyDefinition {
    try root.allow(keys: [
      "consent_required", "retention", "provenance_required", "gate", "export_masking",
    ])
    // The report stage masks by it; a misspelt style is better found here, a stage earlier.
    for entry in try root["export_masking"]?.entries() ?? [] {
      _ = try entry.value.choice(MaskStyle.self)
    }
    return PolicyDefinition(
      policies: PolicySet(
        consent: try root["consent_required"].map(consent),
        retention: try root["retention"].map(retention),
        provenance: try root["provenance_required"].map(provenance)),
      gate: try root["gate"].map(gate) ?? GovernanceGate(atMost: nil, atMostPercent: nil))
  }

  private static func consent(_ node: DefinitionNode) throws(DefinitionError) -> ConsentPolicy {
    try node.allow(keys: ["severity", "countries", "unknown_country"])
    var countries: Set<String> = []
    for item in try node.sequence("countries") {
      let name = try item.string()
      guard let members = CountryGroup.countries(named: name) else {
        throw item.failure("found '\(name)', expected EU, EEA, UK or an ISO code such as CH")
      }
      countries.formUnion(members)
    }
    return ConsentPolicy(
      severity: try node.choice("severity", default: .warn), countries: countries,
      coversUnknownCountry:
        try node.choice("unknown_country", default: UnknownCountry.required) == .required)
  }

  private static func retention(_ node: DefinitionNode) throws(DefinitionError) -> RetentionPolicy {
    try node.allow(keys: ["severity", "days", "action"])
    return RetentionPolicy(
      severity: try node.choice("severity", default: .warn),
      days: try node.int("days", in: 1...36_500),
      action: try node.choice("action", default: .report))
  }

  private static func provenance(
    _ node: DefinitionNode
  ) throws(DefinitionError) -> ProvenancePolicy {
    var fields: [ProvenancePolicy.Field] = []
    for item in try node.sequence() {
      try item.allow(keys: ["field", "severity"])
      let nameNode = try item.required("field")
      let name = try nameNode.string()
      guard provenanceFields.contains(name) else {
        throw nameNode.failure(
          "found '\(name)', expected one of \(provenanceFields.joined(separator: ", "))")
      }
      fields.append(.init(name: name, severity: try item.choice("severity", default: .warn)))
    }
    return ProvenancePolicy(fields: fields)
  }

  private static func gate(_ node: DefinitionNode) throws(DefinitionError) -> GovernanceGate {
    try node.allow(keys: ["at_most", "at_most_percent"])
    var atMost: Int?
    var atMostPercent: Double?
    if let item = node["at_most"] { atMost = try item.int(in: 0...Int.max) }
    if let item = node["at_most_percent"] { atMostPercent = try item.double(in: 0...100) }
    return GovernanceGate(atMost: atMost, atMostPercent: atMostPercent)
  }
}

extension Optional {
  /// `map` that keeps the type of what is thrown.
  fileprivate func map<Result, Failure: Error>(
    _ transform: (Wrapped) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    guard let self else { return nil }
    return try transform(self)
  }
}

/// The surviving values of one person's leads.
package struct SurvivingEntity: Sendable, Equatable {
  package let id: Int64
  package let leadCount: Int
  /// By `EntityField.rawValue`.
  package let values: [RecordValue]
  /// JSON `{field: lead id}` for the values that are not those of the founding lead.
  package let provenance: String?
}

/// Chooses the values that survive when leads become one entity.
package struct Survivorship: Sendable {
  private let rules: SurvivorshipRules
  private let groups: [(group: FieldGroup, preferences: [Preference])]
  private let trust: [String: Int]

  package init(rules: SurvivorshipRules) {
    self.rules = rules
    groups = FieldGroup.allCases.map {
      ($0, rules.preferences[$0] ?? SurvivorshipRules.defaultPreferences)
    }
    trust = Dictionary(
      rules.trustedSuppliers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The entity of one person's leads, which come in ascending order of their ids; nil for none.
  package func entity(of leads: [LeadRecord]) -> SurvivingEntity? {
    guard let anchor = leads.first else { return nil }
    var draft = Draft(anchor: anchor)
    for (group, preferences) in groups {
      if let winner = best(of: leads, for: group, by: preferences) {
        for field in group.fields { draft.take(field, from: winner) }
      }
    }
    let consent = consentWinner(of: leads) ?? anchor
    for field in [EntityField.consentStatus, .consentAt, .consentSource, .consentExpiresAt] {
      draft.take(field, from: consent)
    }
    uniteChannels(of: leads, in: &draft)
    if let held = leads.first(where: { $0[.quarantined] == .int(1) }) {
      draft.take(.quarantined, from: held)
    }
    draft.setQuality(leads.compactMap { $0[.quality].int }.max())
    return SurvivingEntity(
      id: anchor.id, leadCount: leads.count, values: draft.values, provenance: draft.provenance)
  }

  // MARK: Preferences

  private func best(
    of leads: [LeadRecord], for group: FieldGroup, by preferences: [Preference]
  ) -> LeadRecord? {
    var candidates: [LeadRecord] = []
    for fields in group.worth where candidates.isEmpty {
      candidates = leads.filter { lead in fields.contains { !lead[$0].isNull } }
    }
    guard candidates.count > 1 else { return candidates.first }
    var frequencies: [String: Int64] = [:]
    if preferences.contains(.mostFrequent) {
      for lead in candidates { frequencies[Self.text(of: lead, in: group), default: 0] += 1 }
    }
    var winner: LeadRecord?
    // Each round has more of the fields than the one before.
    while let first = candidates.first {
      winner = candidates.dropFirst().reduce(first) {
        isBetter($1, than: $0, in: group, by: preferences, frequencies) ? $1 : $0
      }
      guard group.isCompleted, let found = winner else { break }
      candidates = candidates.filter { Self.completes($0, found, in: group) }
    }
    return winner
  }

  /// Whether a lead says all that another says of a group, and more.
  private static func completes(
    _ lead: LeadRecord, _ other: LeadRecord, in group: FieldGroup
  ) -> Bool {
    var hasMore = false
    for field in group.fields where lead[field] != other[field] {
      if other[field].isNull {
        hasMore = true
      } else if lead[field].text?.lowercased() != other[field].text?.lowercased() {
        return false
      }
    }
    return hasMore
  }

  private func isBetter(
    _ lead: LeadRecord, than other: LeadRecord, in group: FieldGroup, by preferences: [Preference],
    _ frequencies: [String: Int64]
  ) -> Bool {
    for preference in preferences {
      let left = rank(lead, preference, group, frequencies)
      let right = rank(other, preference, group, frequencies)
      if left != right { return left > right }
    }
    return false
  }

  /// The higher, the better.
  private func rank(
    _ lead: LeadRecord, _ preference: Preference, _ group: FieldGroup,
    _ frequencies: [String: Int64]
  ) -> (Int64, Int64) {
    switch preference {
    case .valid: return (validity(of: lead, in: group), 0)
    case .trustedSupplier: return (-Int64(trust[lead.supplier] ?? trust.count), 0)
    case .mostRecent: return (lead[.createdAt].int ?? .min, lead.sourceRow)
    case .oldest: return (-(lead[.createdAt].int ?? .max), -lead.sourceRow)
    case .mostComplete: return (Int64(group.fields.count { !lead[$0].isNull }), 0)
    case .mostFrequent: return (frequencies[Self.text(of: lead, in: group)] ?? 0, 0)
    case .longest:
      return (group.compared.reduce(0) { $0 + Int64(lead[$1].text?.count ?? 0) }, 0)
    }
  }

  /// What a lead says of a group, for the question how many say the same.
  private static func text(of lead: LeadRecord, in group: FieldGroup) -> String {
    group.compared.map { lead[$0].text?.lowercased() ?? "" }.joined(separator: "\n")
  }

  private func validity(of lead: LeadRecord, in group: FieldGroup) -> Int64 {
    switch group {
    case .email:
      guard lead[.emailStatus] == .text("valid") else { return 0 }
      let isDead = [.text("null_mx"), .text("no_domain")].contains(lead[.mxStatus])
      return isDead ? 1 : 2
    case .phone:
      switch lead[.phoneStatus] {
      case .text("valid"): return 2
      case .text("possible"): return 1
      default: return 0
      }
    default: return 0
    }
  }

  // MARK: People's rights

  private func consentWinner(of leads: [LeadRecord]) -> LeadRecord? {
    leads.max { consentRank($0) < consentRank($1) }
  }

  /// The higher, the more it binds; what is equal to here the smaller lead id decides.
  private func consentRank(_ lead: LeadRecord) -> (Int64, Int64, Int64, Int64, Int64) {
    let restriction: Int64
    switch lead[.consentStatus] {
    case .text("withdrawn"): restriction = 4
    case .text("declined"): restriction = 3
    case .text("expired"): restriction = 2
    case .text("granted"): restriction = 1
    default: restriction = 0
    }
    let date = lead[.consentAt].int
    // Of two consents of one time that which ends grants less.
    let ends: Int64 = lead[.consentExpiresAt].isNull ? 0 : 1
    switch rules.consent {
    case .restrictive:
      return (restriction, date ?? .min, ends, lead.sourceRow, -lead.id)
    case .latest:
      guard restriction > 0 else { return (0, 0, 0, lead.sourceRow, -lead.id) }
      // Undated: a refusal may be newer than everything, a grant older than everything.
      let undated = restriction > 1 ? Int64.max : .min
      return (1, date ?? undated, restriction, ends, -lead.id)
    }
  }

  /// A channel that any lead's registry blocks is blocked.
  private func uniteChannels(of leads: [LeadRecord], in draft: inout Draft) {
    var channels = Self.channels(of: draft.anchor)
    for lead in leads.dropFirst() {
      let before = channels.count
      channels.formUnion(Self.channels(of: lead))
      if channels.count > before {
        draft.set(.dndChannels, .text(channels.sorted().joined(separator: ",")), from: lead.id)
      }
    }
  }

  private static func channels(of lead: LeadRecord) -> Set<String> {
    guard case .text(let list) = lead[.dndChannels] else { return [] }
    return Set(list.split(separator: ",").map(String.init))
  }
}

/// Values so far, and where those come from that are not the founding lead's.
private struct Draft {
  let anchor: LeadRecord
  var values: [RecordValue]
  private var sources: [Int64?]

  init(anchor: LeadRecord) {
    self.anchor = anchor
    values = anchor.values
    sources = Array(repeating: nil, count: anchor.values.count)
  }

  mutating func take(_ field: EntityField, from lead: LeadRecord) {
    guard lead.id != anchor.id else { return }
    set(field, lead[field], from: lead.id)
  }

  mutating func set(_ field: EntityField, _ value: RecordValue, from lead: Int64) {
    let index = field.rawValue
    values[index] = value
    let isAnchors = lead == anchor.id || value == anchor.values[index]
    sources[index] = isAnchors ? nil : lead
  }

  /// The best of the leads' is no lead's own: a person is known as well as its best record.
  mutating func setQuality(_ quality: Int64?) {
    values[EntityField.quality.rawValue] = quality.map { .int($0) } ?? .null
  }

  var provenance: String? {
    let parts = EntityField.allCases.compactMap { field -> String? in
      guard let lead = sources[field.rawValue], !values[field.rawValue].isNull else { return nil }
      return "\"\(field.name)\":\(lead)"
    }
    return parts.isEmpty ? nil : "{\(parts.joined(separator: ","))}"
  }
}

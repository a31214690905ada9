/// The leads that share one key, as far as joining them depends on them.
package struct KeyRunMember: Sendable {
  /// Whatever the caller knows the lead by; members stand in ascending order of it.
  package let lead: Int64
  /// Hash of its e-mail; nil for none.
  package let email: Int64?
  /// `LeadKeys.agreement`.
  package let agreement: Int64?
  package let hasRoleEmail: Bool

  package init(lead: Int64, email: Int64?, agreement: Int64?, hasRoleEmail: Bool) {
    self.lead = lead
    self.email = email
    self.agreement = agreement
    self.hasRoleEmail = hasRoleEmail
  }

  package init(_ lead: ClusterLead) {
    self.init(
      lead: lead.id, email: lead.keys.email, agreement: lead.keys.agreement,
      hasRoleEmail: lead.keys.hasRoleEmail)
  }
}

/// Decides which leads a shared key joins.
package enum KeyRun {
  /// Calls `join` for each set of two or more leads that the key makes one person. The members are
  /// all leads that have the key, in ascending order of `lead`.
  package static func joins(
    of rule: MatchRule, members: some RandomAccessCollection<KeyRunMember>,
    policy: KeyPolicy, join: ([Int64]) -> Void
  ) {
    guard members.count > 1, policy.isUsed, members.count <= policy.maximumLeads,
      !hasMoreEmails(than: policy.maximumEmails, members)
    else { return }
    let mustAgree =
      policy.namesMustAgree || members.count > policy.namesMustAgreeAbove
      || rule == .email && members.contains { $0.hasRoleEmail }
    guard mustAgree, !haveOneName(members) else { return join(members.map(\.lead)) }
    // Several persons share the key: those with the same name are one, those without a name
    // could be anybody and stay alone. So do several companies.
    let areNamed = members.contains { $0.agreement.map(Agreement.isPerson) ?? false }
    var named: [Int64: [Int64]] = [:]
    var order: [Int64] = []
    for member in members {
      guard let name = member.agreement, Agreement.isPerson(name) == areNamed else { continue }
      if named[name] == nil { order.append(name) }
      named[name, default: []].append(member.lead)
    }
    for name in order {
      if let leads = named[name], leads.count > 1 { join(leads) }
    }
  }

  private static func hasMoreEmails(
    than maximum: Int, _ members: some RandomAccessCollection<KeyRunMember>
  ) -> Bool {
    guard members.count > maximum else { return false }
    // Mostly two or three members: a list of those seen is cheaper than a set.
    var seen: [Int64] = []
    for member in members {
      guard let email = member.email, !seen.contains(email) else { continue }
      if seen.count == maximum { return true }
      seen.append(email)
    }
    return false
  }

  /// Whether all persons named, and all companies of those who name nobody, are the same.
  private static func haveOneName(_ members: some RandomAccessCollection<KeyRunMember>) -> Bool {
    var person: Int64?
    var company: Int64?
    for member in members {
      guard let agreement = member.agreement else { continue }
      let known = Agreement.isPerson(agreement) ? person : company
      if let known, known != agreement { return false }
      if Agreement.isPerson(agreement) { person = agreement } else { company = agreement }
    }
    return true
  }
}

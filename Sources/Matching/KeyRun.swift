/// The leads that share one key, as far as joining them depends on them.
package struct KeyRunMember: Sendable {
  /// Whatever the caller knows the lead by; members stand in ascending order of it.
  package let lead: Int64
  /// Hash of its e-mail; nil for none.
  package let email: Int64?
  /// `LeadKeys.agreement`.
  package let agreement: Int64?
  /// `LeadKeys.given`.
  package let given: Int64?
  package let hasRoleEmail: Bool

  package init(
    lead: Int64, email: Int64?, agreement: Int64?, given: Int64? = nil, hasRoleEmail: Bool
  ) {
    self.lead = lead
    self.email = email
    self.agreement = agreement
    self.given = given
    self.hasRoleEmail = hasRoleEmail
  }

  package init(lead: Int64, _ keys: LeadKeys) {
    self.init(
      lead: lead, email: keys.email, agreement: keys.agreement, given: keys.given,
      hasRoleEmail: keys.hasRoleEmail)
  }

  package init(_ lead: ClusterLead) { self.init(lead: lead.id, lead.keys) }
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
      || namesMoreThan(policy.maximumNames, members)
    guard mustAgree, !haveOneName(members) else { return join(members.map(\.lead)) }
    // Several persons share the key: those with the same name are one, those without a name
    // could be anybody and stay alone. So do several companies.
    let areNamed = members.contains { $0.agreement.map(Agreement.isPerson) ?? false }
    var named: [Int64: [KeyRunMember]] = [:]
    var order: [Int64] = []
    for member in members {
      guard let name = member.agreement, Agreement.isPerson(name) == areNamed else { continue }
      if named[name] == nil { order.append(name) }
      named[name, default: []].append(member)
    }
    for name in order {
      if let leads = named[name], leads.count > 1 { joinNamesakes(leads, join) }
    }
  }

  /// Joins leads of one family name and initial: all of them, or those whose given names are the same
  /// where there are several. Who gives an initial alone could be any of these, and stays alone.
  private static func joinNamesakes(_ members: [KeyRunMember], _ join: ([Int64]) -> Void) {
    var called: [Int64: [Int64]] = [:]
    var order: [Int64] = []
    for member in members {
      guard let given = member.given else { continue }
      if called[given] == nil { order.append(given) }
      called[given, default: []].append(member.lead)
    }
    guard order.count > 1 else { return join(members.map(\.lead)) }
    for given in order {
      if let leads = called[given], leads.count > 1 { join(leads) }
    }
  }

  /// Whether more persons than some are named.
  private static func namesMoreThan(
    _ maximum: Int, _ members: some RandomAccessCollection<KeyRunMember>
  ) -> Bool {
    guard members.count > maximum else { return false }
    var seen: [Int64] = []
    for member in members {
      guard let name = member.agreement, Agreement.isPerson(name), !seen.contains(name) else {
        continue
      }
      if seen.count == maximum { return true }
      seen.append(name)
    }
    return false
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
    var given: Int64?
    var company: Int64?
    for member in members {
      guard let agreement = member.agreement else { continue }
      let known = Agreement.isPerson(agreement) ? person : company
      if let known, known != agreement { return false }
      if Agreement.isPerson(agreement) { person = agreement } else { company = agreement }
      if let given, let other = member.given, given != other { return false }
      given = given ?? member.given
    }
    return true
  }
}

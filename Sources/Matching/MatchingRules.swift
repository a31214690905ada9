/// The kinds of match keys, from the strongest evidence to the weakest.
package enum MatchRule: Int, CaseIterable, Sendable, Hashable {
  case email, phone, companyAndName

  /// The name that the store and people see.
  package var name: String {
    switch self {
    case .email: "email"
    case .phone: "phone"
    case .companyAndName: "company_and_name"
    }
  }
}

/// When keys of one kind join leads.
package struct KeyPolicy: Sendable, Equatable {
  package var isUsed: Bool
  /// A key that leads with more different e-mails than this share joins none of them.
  package var maximumEmails: Int
  /// A key that more leads than this share joins none of them.
  package var maximumLeads: Int
  /// Whether only leads join whose names agree (family name and first initial).
  package var namesMustAgree: Bool

  package init(
    isUsed: Bool = true, maximumEmails: Int = .max, maximumLeads: Int = .max,
    namesMustAgree: Bool = false
  ) {
    self.isUsed = isUsed
    self.maximumEmails = maximumEmails
    self.maximumLeads = maximumLeads
    self.namesMustAgree = namesMustAgree
  }
}

/// How leads are matched: the content of `matching.yaml`.
package struct MatchingRules: Sendable {
  package var email = KeyPolicy()
  package var phone = KeyPolicy(maximumEmails: 5, maximumLeads: 200, namesMustAgree: true)
  package var companyAndName = KeyPolicy(maximumEmails: 1, maximumLeads: 200)
  /// Whether a number that is possible but not valid makes a key.
  package var usesPossiblePhones = true
  /// Local parts of addresses that stand for a function, lower case. Such an address joins only
  /// leads whose names agree.
  package var roleLocalParts: Set<String> = []
  package var survivorship = SurvivorshipRules()

  package init() {}

  package subscript(rule: MatchRule) -> KeyPolicy {
    switch rule {
    case .email: email
    case .phone: phone
    case .companyAndName: companyAndName
    }
  }
}

package import Bytes

/// Why leads are one person, from the strongest evidence to the weakest.
package enum MatchRule: Int, Sendable, Hashable {
  case email, phone, companyAndName
  /// No key joins the leads, but all that they say together does.
  case model
  /// Somebody has looked at the leads and said so.
  case review

  /// The kinds of match keys.
  package static let keys: [MatchRule] = [.email, .phone, .companyAndName]

  /// The name that the store and people see.
  package var name: String {
    switch self {
    case .email: "email"
    case .phone: "phone"
    case .companyAndName: "company_and_name"
    case .model: "model"
    case .review: "review"
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
  /// Whether only leads join whose names agree: family name and first initial, and the given names
  /// where more than an initial is known.
  package var namesMustAgree: Bool
  /// A key that more leads than this share joins only those whose names agree.
  package var namesMustAgreeAbove: Int
  /// A key that stands beside more names of persons than this joins only leads whose names agree.
  package var maximumNames: Int

  package init(
    isUsed: Bool = true, maximumEmails: Int = .max, maximumLeads: Int = .max,
    namesMustAgree: Bool = false, namesMustAgreeAbove: Int = .max, maximumNames: Int = .max
  ) {
    self.isUsed = isUsed
    self.maximumEmails = maximumEmails
    self.maximumLeads = maximumLeads
    self.namesMustAgree = namesMustAgree
    self.namesMustAgreeAbove = namesMustAgreeAbove
    self.maximumNames = maximumNames
  }

  /// A key that more leads than this share does not do what it does for others.
  package var mostLeads: Int { min(maximumLeads, namesMustAgreeAbove) }
}

/// How leads are matched: the content of `matching.yaml`.
package struct MatchingRules: Sendable {
  package var email = KeyPolicy(namesMustAgreeAbove: 200, maximumNames: 2)
  package var phone = KeyPolicy(maximumEmails: 5, maximumLeads: 200, namesMustAgree: true)
  package var companyAndName = KeyPolicy(maximumEmails: 1, maximumLeads: 200)
  /// Whether a number that is possible but not valid makes a key.
  package var usesPossiblePhones = true
  /// Local parts of addresses that stand for a function, lower case. Such an address joins only
  /// leads whose names agree.
  package var roleLocalParts: Set<String> = []
  /// Which domains are nobody's company.
  package var domains = DomainRules()
  package var survivorship = SurvivorshipRules()
  package var linkage = LinkageRules()

  package init() {}

  package subscript(rule: MatchRule) -> KeyPolicy {
    switch rule {
    case .email: email
    case .phone: phone
    case .companyAndName: companyAndName
    case .model, .review: KeyPolicy(isUsed: false)
    }
  }
}

/// When and how leads that no key joins are linked by a model.
package struct LinkageRules: Sendable, Equatable {
  package var isUsed = true
  /// Leads that a base needs for a model of its own; smaller ones use the program's.
  package var trainFrom = 500
  /// Probability from which two leads are linked.
  package var linkThreshold = LinkModel.initial.linkThreshold
  /// Probability from which somebody is asked.
  package var reviewThreshold = LinkModel.initial.reviewThreshold

  package init() {}
}

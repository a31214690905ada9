/// What two records are compared by. Each comparison has levels, of which a pair reaches one; level
/// 0 is "one of the two does not say", and counts neither for nor against.
///
/// Levels add up as if they were independent. A domain is not: it is half of an address, and nearly
/// all of a company. So it is asked only for what these two leave open, and its chances are those
/// among such pairs: where addresses or companies are the same or alike, it is at level 0, as it is
/// where the companies differ and the domains do too.
package enum LinkComparison: Int, CaseIterable, Sendable {
  case givenName, familyName, birthDate, email, phone, company, street, place, jobTitle, domain

  /// Counts up when pairs would reach other levels, so that all are compared again.
  package static let version = 3

  /// The name in the model file.
  package var name: String { Self.names[rawValue] }

  /// The names of the levels from 1 on, the most alike first, the last is "different".
  package var levels: [String] { Self.levelNames[rawValue] }

  /// The field whose equality is the first level; of a place, the town.
  var decisiveField: LinkField {
    switch self {
    case .givenName: .givenName
    case .familyName: .familyName
    case .birthDate: .bornOn
    case .email: .mailbox
    case .phone: .phone
    case .company: .company
    case .street: .street
    case .place: .city
    case .jobTitle: .jobTitle
    case .domain: .domain
    }
  }

  private static let names = [
    "given_name", "family_name", "birth_date", "email", "phone", "company", "street", "place",
    "job_title", "domain",
  ]

  private static let levelNames = [
    ["exact", "close", "part", "similar", "different"],
    ["exact", "close", "similar", "swapped", "different"],
    ["exact", "close", "same_year", "different"],
    ["exact", "same_local_part", "close", "different"],
    ["exact", "same_national_part", "close", "different"],
    ["exact", "close", "part", "different"],
    ["exact", "close", "similar", "other_number", "different"],
    ["postcode_and_city", "city", "postcode", "close", "region", "different"],
    ["exact", "part", "different"],
    ["exact", "same_name", "close", "different"],
  ]
}

/// The levels that a pair of records reaches, 4 bits a comparison.
package struct LinkPattern: Sendable, Hashable {
  package var bits: UInt64 = 0

  package init() {}

  private static let beyondAddress: UInt64 = 1 << 62
  private static let oneNameless: UInt64 = 1 << 63
  private static let generationApart: UInt64 = 1 << 61

  /// Whether one of the records at least says more than a name and an address: how to reach
  /// somebody, or where they work.
  var isBeyondAddress: Bool {
    get { bits & Self.beyondAddress != 0 }
    set { bits = newValue ? bits | Self.beyondAddress : bits & ~Self.beyondAddress }
  }

  /// Whether one of the records names a person, and the other nobody.
  var isOneNameless: Bool {
    get { bits & Self.oneNameless != 0 }
    set { bits = newValue ? bits | Self.oneNameless : bits & ~Self.oneNameless }
  }

  /// Whether the birth dates are a generation apart, by more than a slip.
  var isGenerationApart: Bool {
    get { bits & Self.generationApart != 0 }
    set { bits = newValue ? bits | Self.generationApart : bits & ~Self.generationApart }
  }

  package subscript(comparison: LinkComparison) -> Int {
    @inline(__always) get { Int(bits >> UInt64(comparison.rawValue * 4) & 15) }
    @inline(__always) set {
      let shift = UInt64(comparison.rawValue * 4)
      bits = bits & ~(15 << shift) | UInt64(newValue) << shift
    }
  }
}

extension LinkPattern {
  /// Whether the names are those of two people who share what people share: spouses an address,
  /// colleagues a company, its address and its switchboard. Nothing that belongs to one person
  /// alone speaks for one.
  ///
  /// Where names and addresses are all that either says, the model alone decides.
  var areNamesOfTwo: Bool {
    if (1...3).contains(self[.email]) || (1...2).contains(self[.birthDate]) { return false }
    guard isBeyondAddress else { return false }
    if self[.givenName] == 5 { return self[.familyName] != 0 }
    return self[.familyName] == 5 && (self[.givenName] != 1 || isOneCompany)
  }

  /// Whether the birth dates are those of two people: of father and son, say, who share a name, a
  /// home and its telephone. Slips within a generation are common where dates are typed.
  var areBirthDatesOfTwo: Bool { isGenerationApart && !(1...3).contains(self[.email]) }

  /// Whether one of them could be any of those who share a house and its switchboard: it names nobody,
  /// and nothing that belongs to one person alone speaks for this one.
  var isNobodyNamed: Bool {
    isOneNameless && !(1...3).contains(self[.email]) && !(1...2).contains(self[.birthDate])
  }

  private var isOneCompany: Bool { self[.company] == 1 || self[.domain] == 1 }

  /// Whether all that two records share is a name at a company, under two addresses, or a name in a
  /// town, under two addresses and two numbers: two people of one name, or one with two addresses;
  /// nobody can tell without asking.
  var areAddressesOfTwo: Bool {
    (isOneCompany || self[.phone] == 4) && self[.email] == 4 && !(1...3).contains(self[.phone])
      && !(1...2).contains(self[.birthDate]) && !(1...2).contains(self[.street])
  }

  /// Whether two records have a name in common and work for companies that are not the same:
  /// namesakes, or one person who has moved, and nothing that belongs to one person alone tells
  /// which. Two names under one domain are one company.
  var areNamesakes: Bool {
    self[.company] > 2 && self[.domain] != 1 && self[.email] != 1 && self[.email] != 3
      && !(1...3).contains(self[.phone]) && !(1...2).contains(self[.birthDate])
      && !(1...2).contains(self[.street])
  }

  /// Whether two records that name nobody are of two companies under one roof, with its address and
  /// its switchboard.
  var areCompaniesOfTwo: Bool {
    self[.givenName] == 0 && self[.familyName] == 0 && self[.company] == 4
      && self[.domain] != 1 && !(1...3).contains(self[.email])
      && !(1...2).contains(self[.birthDate])
  }

  /// Why a person has to be asked, whatever the weights say.
  package enum Doubt: String, Sendable {
    case namesOfTwo = "names_of_two", addressesOfTwo = "addresses_of_two", namesakes
    case companiesOfTwo = "companies_of_two", birthDatesOfTwo = "birth_dates_of_two"
    case nobodyNamed = "nobody_named"

    /// What a person reads.
    package var summary: String {
      switch self {
      case .namesOfTwo: "the names are those of two people who share what people share"
      case .addressesOfTwo: "one name, under two addresses"
      case .namesakes: "one name at two companies, and nothing that belongs to one person alone"
      case .birthDatesOfTwo: "the birth dates are those of two people"
      case .nobodyNamed: "one of them names nobody, and could be any of those who share the rest"
      case .companiesOfTwo: "two companies under one roof, and nobody is named"
      }
    }
  }

  package var doubt: Doubt? {
    if areNamesOfTwo { return .namesOfTwo }
    if areBirthDatesOfTwo { return .birthDatesOfTwo }
    if isNobodyNamed { return .nobodyNamed }
    if areAddressesOfTwo { return .addressesOfTwo }
    if areNamesakes { return .namesakes }
    return areCompaniesOfTwo ? .companiesOfTwo : nil
  }

  var isForReview: Bool {
    areNamesOfTwo || areBirthDatesOfTwo || isNobodyNamed || areAddressesOfTwo || areNamesakes
      || areCompaniesOfTwo
  }

  /// Whether what they say of themselves keeps them apart, whoever else is linked to both.
  var areTwoPeople: Bool {
    areNamesOfTwo && self[.givenName] == 5 && self[.familyName] == 5 || areBirthDatesOfTwo
  }
}

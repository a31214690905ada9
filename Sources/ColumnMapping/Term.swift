/// What a word of a header means, whatever language it is in.
///
/// `Telefonnummer`, `phone_number` and `N° de téléphone` are all `phone` and `number`.
enum Term: String, CaseIterable, Sendable {
  // What people and companies are reached and called by.
  case email, phone, mobile, fax, name, first, last, full, middle, prefix, suffix, nickname
  case nameOrFirst = "name_or_first"
  case nameOrLast = "name_or_last"
  case person, company, department, job, title, role, website, url, domain, social
  // Where they are.
  case address, street, city, postcode, region, country, language
  // What companies are like.
  case industry, employees, size, revenue, annual
  // Where a lead comes from.
  case source, campaign, medium, utm, keyword, content, landing, page, form, referrer
  // Consent.
  case consent, optin, optout, marketing, double, accept, newsletter, sms, channel, purpose
  case basis, wording, version, ip, expires
  // Records and times.
  /// `count` is how many there are of something, `entry` what somebody did to get in.
  case id, number, count, code, created, entry, modified, date, time, timestamp, added, changed, by
  case status, stage, type, owner, manager, assistant, note, description, subject, value, display
  // Kinds of records.
  case lead, customer, deal, task, activity, event, message, user
  // Deals, tasks and the rest.
  case amount, currency, probability, forecast, category, expected, close, won, due, completed
  case priority, outcome, reason, registry, hash
  // Beside what a column is about.
  case work, home, other, secondary, primary, main, direct, billing, shipping, preferred, confirm
  /// Who owns or looks after anything: a lead, a bank account, a shop.
  case holder
  /// What customers say of a company in public: `note` beside it is a mark.
  case review
  /// The number or the form of a company in a register.
  case register
  /// What only accounts of banks have: an IBAN, a balance.
  case bank
  /// The year or the month of a birth alone.
  case birthPart = "birth_part"
  case latest, previous, parent, birth, gender, spouse, emergency, verified, bounced, not, label
  case template, score, to, from
  // What is sold.
  case product, price, unit, net, quantity, caption, billingPeriod = "billing_period", active, list
  // Users and teams.
  case team, timeZone = "time_zone"
  /// Beside what belongs to a record: `Associated company`.
  case associated
  /// A house that is for sale, and belongs to whom the row is about.
  case property
  /// What begins a question that is answered with yes or no: `Is closed won`.
  case flag
  /// A word that is certainly none of our fields.
  case foreign
}

/// A set of terms.
struct TermSet: Hashable, Sendable {
  /// More than 128 terms need two words.
  private var low: UInt128 = 0
  private var high: UInt128 = 0

  init(_ terms: some Sequence<Term> = []) {
    for term in terms { insert(term) }
  }

  mutating func insert(_ term: Term) {
    guard let position = Self.positions[term] else { return }
    if position < 128 {
      low |= 1 << UInt128(position)
    } else {
      high |= 1 << UInt128(position - 128)
    }
  }

  private static let positions: [Term: Int] = Dictionary(
    uniqueKeysWithValues: Term.allCases.enumerated().map { ($1, $0) })

  func isSubset(of other: TermSet) -> Bool { low & ~other.low == 0 && high & ~other.high == 0 }

  func isDisjoint(with other: TermSet) -> Bool { low & other.low == 0 && high & other.high == 0 }

  func subtracting(_ other: TermSet) -> TermSet {
    var result = self
    result.low &= ~other.low
    result.high &= ~other.high
    return result
  }

  func intersection(_ other: TermSet) -> TermSet {
    var result = self
    result.low &= other.low
    result.high &= other.high
    return result
  }

  func union(_ other: TermSet) -> TermSet {
    var result = self
    result.low |= other.low
    result.high |= other.high
    return result
  }

  var isEmpty: Bool { low == 0 && high == 0 }
  var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }
}

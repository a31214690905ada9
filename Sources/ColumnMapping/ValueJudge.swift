import LeadModel

/// Weighs what a column's values say against what its header says.
///
/// Odds are multiplied, as Bayes has it: each share of values that fits or does not fit a field
/// makes the field so many times likelier. The factors are round numbers, chosen so that a column
/// full of values of one form outweighs a vague header, and nothing outweighs a clear one alone.
struct ValueJudge {
  let kind: RecordKind
  let profile: ValueProfile
  let meaning: ValueMeaning
  /// Which values several columns of the file have.
  var rivals = ValueRivals()

  /// Fewer values prove little.
  private static let enough = 5
  /// Below it a header such as `Code` is one of several things.
  private static let vague = 0.8
  /// A factor that says that the values are something else.
  private static let denial = 0.05

  func weigh(_ candidates: inout [Candidate]) {
    guard profile.filledCount > 0 else { return }
    for index in candidates.indices {
      var (factor, reason) = factor(for: candidates[index].field)
      if candidates[index].supported != nil, candidates[index].field == "region", speaksOfPlaces {
        (factor, reason) = (6, "none of its values is the state of a record")
      }
      if candidates[index].field == "external_id", factor == 1, meaning.postcodes >= 0.9,
        candidates[index].confidence < Self.vague
      {
        (factor, reason) = (0.5, "its values may be postal codes")
      }
      guard factor != 1 else { continue }
      if factor < 1 { candidates[index].isDenied = true }
      if isWitness(for: candidates[index].field) { candidates[index].isWitnessed = true }
      let isGeneric = candidates[index].supported != nil
      let hasUnknown =
        candidates[index].hasUnknownWord
        || !isGeneric && candidates[index].confidence < MappingProposal.threshold
      // One or two values are one or two, not all.
      let weight = min(1, Double(profile.filledCount) / Double(Self.enough))
      let odds = candidates[index].confidence / (1 - min(0.995, candidates[index].confidence))
      let changed = odds * (1 + (factor - 1) * (factor > 1 ? weight : 1))
      var confidence = changed / (1 + changed)
      // A header that was not understood is made sure only by values that differ from row to row.
      if hasUnknown, confidence > candidates[index].confidence {
        let isOnly = !rivals.haveSeveral(
          candidates[index].field, kind.field(named: candidates[index].field)?.type)
        // Days differ whatever they are of.
        let proves = isPersonal && isOnly && candidates[index].field != "created_at"
        confidence = min(confidence, proves ? 0.86 : 0.72)
      }
      // Nor is a clear header sure over values of which none has the form that the field has.
      if factor <= Self.denial { confidence = min(confidence, 0.6) }
      candidates[index].confidence = confidence
      if let reason { candidates[index].evidence.append(reason) }
    }
    candidates.sort { ($1.confidence, $0.field) < ($0.confidence, $1.field) }
  }

  /// Whether the values are of a form that no other field has.
  private func isWitness(for field: String) -> Bool {
    guard profile.filledCount >= Self.enough else { return false }
    switch field {
    case "email", "contact_email", "lead_email": return profile.share(.email) >= 0.9
    case "phone": return profile.share(.phone) >= 0.9
    case "country": return meaning.countries >= 0.9
    case "first_name": return meaning.givenNames >= 0.5
    case "full_name": return meaning.fullNames >= 0.5
    case "company": return meaning.companies >= 0.3
    case "name": return kind == .account && meaning.companies >= 0.3
    case "job_title": return meaning.jobs >= 0.5
    default: return false
    }
  }

  /// Whether the values differ as those of persons do: the address of whoever sold to them recurs.
  private var isPersonal: Bool {
    profile.filledCount >= 8 && profile.distinctShare >= 0.9
  }

  private func said(_ share: Double, _ what: String) -> String {
    let count = min(profile.filledCount, Int((share * Double(profile.filledCount)).rounded()))
    return "\(count) of \(profile.filledCount) values are \(what)"
  }

  /// How many times likelier the values make the field, and the reason.
  private func factor(for field: String) -> (Double, String?) {
    guard let type = kind.field(named: field)?.type else { return (1, nil) }
    switch type {
    case .email: return fit(profile.share(.email), .email, high: 30, low: 1.0 / 60)
    case .phone:
      let share = profile.share(.phone) + (looksNumeric ? profile.share(.integer) * 0.7 : 0)
      return fit(share, .phone, high: 12, low: 1.0 / 30)
    case .url:
      if meaning.socialURLs > 0.5 { return (0.02, "most values are profiles in social networks") }
      if field == "website", meaning.isOneSite {
        return (0.2, "its values are pages of one site")
      }
      return fit(profile.share(.url) + profile.share(.domain), .url, high: 8, low: 1.0 / 20)
    case .date, .timestamp:
      if field == "created_at", meaning.oldYears >= 0.2 {
        return (0.02, "its years are those of births and foundings")
      }
      let share =
        profile.share(.date) + profile.share(.timestamp) + profile.share(.integer) * 0.5
      return fit(share, .date, high: 4, low: 1.0 / 30)
    case .integer:
      // Ranges such as "11-50" count as numbers of employees.
      if meaning.numbers >= 0.9 { return (3, said(meaning.numbers, "numbers")) }
      return meaning.numbers == 0 ? (0.05, "none of its values is a number") : (1, nil)
    case .money:
      let share = profile.share(.integer) + profile.share(.decimal) + profile.share(.phone)
      return fit(share, .decimal, high: 2, low: 1.0 / 6)
    case .country:
      if meaning.countries + meaning.countryCodes >= 0.9 {
        return (10, said(meaning.countries, "names or codes of countries"))
      }
      if meaning.countries + meaning.countryCodes == 0, profile.sample.count >= Self.enough {
        return (0.02, "none of its values is a country that is known")
      }
      return misfit(0.3)
    case .choice:
      if field == "consent_status" || kind == .consent && field == "status" {
        let share = profile.share(.boolean) + meaning.consents
        if share >= 0.9 { return (10, said(share, "answers")) }
      }
      return misfit(0.2)
    case .text: return textFactor(field)
    }
  }

  /// Integers of a length that telephone numbers have.
  private var looksNumeric: Bool { profile.longest >= 7 && profile.longest <= 15 }

  private func fit(
    _ share: Double, _ kind: ValueClass, high: Double, low: Double
  ) -> (Double, String?) {
    let share = min(1, share)
    if share >= 0.9 { return (high, said(share, kind.plural)) }
    if share >= 0.5 { return (high / 4, said(share, kind.plural)) }
    if share >= 0.1 { return (1, said(share, kind.plural)) }
    let reason = "\(share == 0 ? "none" : "few") of its values are \(kind.plural)"
    // Values that are clearly something else weigh more than values that are nothing clear.
    guard let dominant = profile.dominant, [.email, .url, .timestamp, .date].contains(dominant)
    else { return (low, reason) }
    return (low / 10, "\(reason), but \(dominant.plural)")
  }

  /// For fields of words: values of a form that no words have.
  private func misfit(_ factor: Double) -> (Double, String?) {
    guard let dominant = profile.dominant,
      ![.text, .boolean, .integer, .domain].contains(dominant)
    else { return (1, nil) }
    return (factor * 0.1, "its values are \(dominant.plural)")
  }

  private func textFactor(_ field: String) -> (Double, String?) {
    switch field {
    case "external_id", "deal", "account", "message_id", "ip", "email_sha256", "phone_sha256",
      "domain", "language", "currency", "owner", "source", "lead_source", "registry", "notes",
      "wording_version":
      if field == "owner" {
        if profile.share(.boolean) >= 0.5 { return (0.02, "its values are yes and no") }
        // Whoever looks after records looks after several.
        if recurs, meaning.words >= 0.9, meaning.statuses == 0 {
          return (4, "its values are names that recur, as those of users do")
        }
        if isPersonal, meaning.fullNames >= 0.3 {
          return (0.05, "its values are names that differ from row to row")
        }
      }
      if field == "external_id", profile.filledCount >= 8, profile.distinctShare < 0.5 {
        return (0.05, "its values recur, so they are no ids")
      }
      if field == "account", kind == .contact, meaning.fullNames >= 0.6, meaning.companies < 0.1 {
        return (0.02, "many of its values are names of persons")
      }
      let isAddress =
        profile.share(.email) > 0.9 && !["external_id", "account", "owner"].contains(field)
      if isAddress { return (0.1, "its values are e-mail addresses") }
      guard Self.wordFields.contains(field) else { return (1, nil) }
    case "region":
      if meaning.statuses >= 0.5 { return (0.02, said(meaning.statuses, "states of records")) }
    case "postcode":
      if meaning.postcodes >= 0.9 { return (3, said(meaning.postcodes, "postal codes")) }
      return misfit(0.3)
    case "first_name":
      if meaning.givenNames >= 0.3 { return (6, "many of its values are given names") }
    case "full_name":
      if meaning.fullNames >= 0.3 { return (6, "many of its values are names of persons") }
      if meaning.companies >= 0.3 { return (0.05, "its values have legal forms of companies") }
      if profile.sample.count >= Self.enough, meaning.words < 0.5 {
        return (0.05, "most of its values are no names")
      }
      if recurs { return (0.05, "its values recur, so they are no persons") }
    case "company", "name":
      if meaning.companies >= 0.3 { return (6, "its values have legal forms of companies") }
      if meaning.fullNames >= 0.6, field == "company" || kind == .account, meaning.companies < 0.1 {
        return (0.02, "many of its values are names of persons")
      }
    case "job_title":
      if meaning.salutations >= 0.5 { return (0.02, "its values are salutations") }
      if meaning.jobs >= 0.25 { return (8, "many of its values are positions") }
      if meaning.companies >= 0.3 { return (0.03, "its values have legal forms of companies") }
      if meaning.fullNames >= 0.6 { return (0.03, "many of its values are names of persons") }
      if recurs { return (0.05, "its values recur, and none is a position that is known") }
    default: break
    }
    if let dominant = profile.dominant, [.integer, .decimal, .boolean].contains(dominant),
      Self.wordFields.contains(field)
    {
      return (0.02, "its values are \(dominant.plural)")
    }
    return misfit(0.3)
  }

  /// Fields that numbers and answers never fill.
  private static let wordFields: Set<String> = [
    "first_name", "last_name", "full_name", "company", "city", "country", "region", "job_title",
    "name", "title", "stage", "street", "industry", "language", "lead_source", "notes",
  ]

  /// Whether few different values come again and again, as states and sources do.
  private var recurs: Bool { profile.filledCount >= 8 && profile.distinctShare < 0.5 }

  /// Whether words differ from row to row and none of them is the state of a record.
  private var speaksOfPlaces: Bool {
    profile.sample.count >= Self.enough && profile.share(.text) >= 0.9 && meaning.statuses == 0
      && meaning.companies < 0.1 && meaning.salutations == 0
  }

  // MARK: Values without a header

  /// Adds what the values alone say, where the header says nothing or nothing that is known.
  func addOwn(
    to candidates: inout [Candidate], reading: HeaderReading, elsewhere: Set<String>
  ) {
    let isNumber = reading.isBareNumber
    guard profile.filledCount >= Self.enough,
      !reading.isUnderstood || reading.namesOnlyWhose || isNumber
    else { return }
    guard isNumber || (candidates.first?.confidence ?? 0) < 0.5 else { return }
    for (field, share, what, needed) in guesses
    where kind.field(named: field) != nil && share >= needed && !elsewhere.contains(field)
      && (!isNumber || field == "phone")
    {
      let isSure = isPersonal || !["email", "phone", "full_name"].contains(field)
      let saysNothing = reading.isMeaningless || reading.namesOnlyWhose || isNumber
      let confidence =
        saysNothing
        ? (isSure ? 0.85 : 0.7)
        : field == "email" && isSure
          ? 0.78 : 0.55
      let header =
        reading.isMeaningless
        ? "the header says nothing"
        : isNumber
          ? "header '\(reading.header)' is any number"
          : reading.namesOnlyWhose
            ? "header '\(reading.header)' says whose it is"
            : "header '\(reading.header)' is no word that is known"
      candidates.append(
        Candidate(field: field, confidence: confidence, evidence: [header, said(share, what)]))
    }
    candidates.sort { ($1.confidence, $0.field) < ($0.confidence, $1.field) }
  }

  /// A field, the share of values that speak for it, what they are, and the share that is needed:
  /// names are known in part only.
  private var guesses: [(String, Double, String, Double)] {
    let email = kind == .deal ? "contact_email" : kind == .task ? "lead_email" : "email"
    return [
      (email, profile.share(.email), "e-mail addresses", 0.9),
      ("phone", profile.share(.phone), "telephone numbers", 0.9),
      (
        "website",
        meaning.socialURLs > 0.2 || meaning.isOneSite
          ? 0 : profile.share(.url) + profile.share(.domain),
        "web addresses", 0.9
      ),
      ("country", profile.filledCount >= 5 ? meaning.countries : 0, "countries", 0.9),
      ("first_name", meaning.givenNames, "given names", 0.65),
      ("full_name", meaning.fullNames, "names of persons", 0.65),
      (kind == .account ? "name" : "company", meaning.companies, "companies' names", 0.65),
      ("external_id", profile.distinctShare == 1 ? profile.share(.uuid) : 0, "unique ids", 0.9),
      ("currency", meaning.currencies, "currencies", 0.9),
      ("email_sha256", profile.share(.hash), "hashes", 0.9),
      ("ip", profile.share(.ip), "network addresses", 0.9),
    ]
  }
}

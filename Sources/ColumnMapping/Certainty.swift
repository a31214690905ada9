import LeadModel

/// Whether a header alone says for sure what its column is.
///
/// A confident answer rests on evidence that has never been wrong: a header whose every word is
/// understood and that means one thing, in a table like others. What more it takes where a word
/// has misled before stands here; all else is likely.
struct Certainty {
  /// Languages that most of the header row is in, as bits; 0: nothing is known of it.
  let mainLanguages: UInt8
  let surroundings: Surroundings

  /// Whether a header, read in one way, says a field for sure.
  func isSure(
    _ pattern: FieldPattern, _ alternative: HeaderReading.Alternative,
    _ form: FieldPattern.Form, _ reading: HeaderReading
  ) -> Bool {
    guard alternative.unknown.isEmpty, alternative.corrected == nil, !alternative.hasVagueWord
    else { return false }
    if let ordinal = reading.words.ordinal, ordinal > 1 { return false }
    guard speaksTheRowsLanguage(alternative, pattern.field) else { return false }
    let terms = alternative.terms
    let neighbours = surroundings.beside.intersection(Self.places).count
    if alternative.hasWeakWord {
      // A part of an address among other parts of it.
      return !form.beside.isEmpty && neighbours >= 2
    }
    guard pattern.proven?.cover(terms) ?? false else {
      return isSureInCompany(pattern, form, terms)
    }
    switch pattern.field {
    case "region": return neighbours >= 1
    case "created_at": return surroundings.speaksOf(Self.persons.union(Self.deals))
    case "company", "account", "name":
      // Banks and shops have accounts too.
      return !reading.words.words.contains("account")
        || surroundings.speaksOf(Self.persons.union(Self.deals).union(Self.firms))
    default: return true
    }
  }

  /// Whether values of the field's form can make a header sure: one that is understood, and is no
  /// bare `Name` in a table of nobody who can be reached.
  func canBeWitnessed(_ alternative: HeaderReading.Alternative) -> Bool {
    guard alternative.unknown.isEmpty, alternative.corrected == nil else { return false }
    return !Self.bareNames.contains(alternative.terms)
      || surroundings.speaksOf(Self.reach.union(TermSet([.company])))
  }

  /// Whether the other headers settle what a header of many files is: a fact of a firm beside the
  /// firm, the name of a person beside the ways to reach one.
  private func isSureInCompany(
    _ pattern: FieldPattern, _ form: FieldPattern.Form, _ terms: TermSet
  ) -> Bool {
    guard terms == form.terms, form.isConditional, !form.needsValues else { return false }
    switch pattern.field {
    case "website", "industry", "employees", "annual_revenue":
      return surroundings.speaksOf(TermSet([.company]))
    case "full_name":
      return Self.bareNames.contains(terms) && surroundings.speaksOf(TermSet([.company]))
        && surroundings.speaksOf(Self.reach) && !surroundings.speaksOf(Self.partsOfNames)
    default: return false
    }
  }

  /// Fields whose headers are English in files of every language.
  private static let international: Set<String> = [
    "email", "contact_email", "lead_email", "phone", "first_name", "last_name", "utm_source",
    "utm_medium", "utm_campaign", "utm_term", "utm_content",
  ]

  private func speaksTheRowsLanguage(
    _ alternative: HeaderReading.Alternative, _ field: String
  ) -> Bool {
    if alternative.languages == 0 { return false }
    return mainLanguages == 0 || alternative.languages & mainLanguages != 0
      || Self.international.contains(field) || alternative.terms == TermSet([.id])
  }

  static let bareNames = [TermSet([.name]), TermSet([.nameOrFirst]), TermSet([.nameOrLast])]
  private static let places = TermSet([.city, .postcode, .street, .address, .country])
  private static let reach = TermSet([.email, .phone, .mobile])
  private static let partsOfNames = TermSet([.first, .last])
  private static let persons = TermSet([.email, .phone, .mobile, .first, .last, .full, .person])
  private static let deals = TermSet([.deal, .lead, .stage, .amount, .task, .activity])
  private static let firms = TermSet([.website, .industry, .revenue])
}

extension Certainty {
  /// Fields that tell a table of persons or firms from one of anything else.
  private static let anchors: Set<String> = [
    "email", "phone", "first_name", "last_name", "full_name", "company", "name", "domain",
    "account", "contact_email", "lead_email",
  ]

  /// Kinds that anything may be taken for.
  private static let open: Set<RecordKind> = [.lead, .contact, .account, .user]

  /// Whether a table is one of persons or firms by more than a guess.
  static func isAnchored(_ candidates: [[Candidate]], kind: RecordKind) -> Bool {
    !open.contains(kind)
      || candidates.contains { found in
        found.first.map { anchors.contains($0.field) && $0.isSure } ?? false
      }
  }
}

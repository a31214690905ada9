package import LeadModel

/// What the rows of a file are about, and how sure that is.
package struct KindGuess: Sendable {
  package let proposal: MappingProposal
  /// Probability, 0 to 1, against the other kinds.
  package let confidence: Double
  package let evidence: String

  package var kind: RecordKind { proposal.kind }
}

extension ColumnMatcher {
  /// Ranks the kinds that a header row may be about, the likeliest first.
  ///
  /// - Parameters:
  ///   - headers: the cells of the header.
  ///   - profiles: what the values below look like; empty when nothing is known of them.
  ///   - name: the file's or sheet's name, which often says it.
  ///   - kinds: those to choose from.
  /// - Returns: every kind with the proposal under it.
  package func kinds(
    headers: [String], profiles: [ValueProfile] = [], name: String,
    among kinds: [RecordKind] = RecordKind.guessed
  ) -> [KindGuess] {
    let hint = KindNames.kind(in: name)
    let clues = Clues(
      readings: readings(headers), profiles: profiles,
      leadFields: propose(headers: headers, profiles: profiles, kind: .lead).fields)
    let scored = propose(headers: headers, profiles: profiles, kinds: kinds).map {
      (
        proposal: $0,
        score: Self.score($0, clues) + (hint == $0.kind ? 3 : 0)
      )
    }
    let ranked = scored.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }.map(\.element)
    guard let best = ranked.first else { return [] }
    if hint == .suppression, best.proposal.kind != .suppression,
      let refusals = ranked.first(where: { $0.proposal.kind == .suppression }),
      !Set(refusals.proposal.fields).isDisjoint(with: Self.whoRefuses)
    {
      return Self.doubtful(refusals.proposal, ranked.map(\.proposal))
    }
    // A logistic curve over the difference: two fields more make it 0.88, four 0.98.
    let total = ranked.reduce(0) { $0 + Exponential.of($1.score - best.score) }
    return ranked.map { proposal, score in
      let count = proposal.appliedCount
      let reason =
        "\(count) of \(headers.count) columns are fields of kind \(proposal.kind.rawValue)"
        + (hint == proposal.kind ? ", and its name says so" : "")
      return KindGuess(
        proposal: proposal, confidence: Exponential.of(score - best.score) / total,
        evidence: reason)
    }
  }

  private static let whoRefuses: Set<String> = [
    "email", "phone", "email_sha256", "phone_sha256", "domain",
  ]

  /// A list of people that its name calls one of refusals: nearly every tool writes their names, too,
  /// so that it looks like one of leads. Which it is has to be said by somebody.
  private static func doubtful(
    _ refusals: MappingProposal, _ ranked: [MappingProposal]
  ) -> [KindGuess] {
    let others = ranked.filter { $0.kind != .suppression }
    let first = KindGuess(
      proposal: refusals, confidence: 0.45,
      evidence: "its name speaks of people who refuse messages")
    return [first]
      + others.enumerated().map { place, proposal in
        KindGuess(
          proposal: proposal, confidence: place == 0 ? 0.45 : 0,
          evidence:
            "\(proposal.appliedCount) of \(proposal.columns.count) columns are fields of kind "
            + proposal.kind.rawValue)
      }
  }

  /// Fields that are known for sure, less what is missing; what a kind is rarely sent as counts
  /// against it.
  private static func score(_ proposal: MappingProposal, _ clues: Clues) -> Double {
    let fields = Set(proposal.columns.filter(\.isApplied).map(\.field))
    var score = proposal.columns.reduce(0) { $0 + ($1.isApplied ? $1.strength : 0) }
    score -= 3 * Double(proposal.missing.count)
    let person: Set<String> = ["email", "full_name", "first_name", "last_name"]
    switch proposal.kind {
    case .lead:
      let isPerson = !fields.isDisjoint(with: person)
      score += clues.isOfCompanies ? 0 : isPerson ? 1.2 : -1.2
      if isBareList(fields) { score -= isPerson ? 2.5 : 0.2 }
    case .contact:
      let isPerson = !fields.isDisjoint(with: person)
      score += isPerson ? 0 : -1.5
      if isBareList(fields) { score -= isPerson ? 1.6 : 0.2 }
      // A contact has an id of its own and belongs to an account that has one.
      if hasID(proposal, "external_id", of: .person), hasID(proposal, "account", of: .company) {
        score += 2.5
      }
    case .account:
      score +=
        clues.namesCompanies && !clues.namesPersons
        ? 3 : clues.isOfCompanies ? 1.4 : 0.2 - clues.personColumns
    case .user, .team:
      // Colleagues have teams and managers; people without are leads.
      score += fields.isDisjoint(with: ["teams", "manager", "parent"]) ? -2 : 0
    case .suppression:
      let proves = fields.isDisjoint(with: [
        "reason", "registry", "channel", "email_sha256", "phone_sha256",
      ])
      score += proves ? -1.5 : 0.3
      // When and why somebody asked to be left alone is told only where such people are listed.
      if clues.tellsRefusals { score += 4 }
      if clues.namesRegistry, isBareList(fields.subtracting(["reason", "at"])) { score += 3 }
    case .consent:
      let evidence: Set<String> = ["purpose", "lawful_basis", "wording_version"]
      let proofs: Set<String> = ["ip", "double_opt_in_at", "expires_at", "source", "status"]
      let isProved = !fields.isDisjoint(with: evidence)
      score += isProved ? 0.3 + Double(proofs.intersection(fields).count) * 0.8 : -1
      if !isProved, proofs.intersection(fields).count >= 3 { score += 2 }
    case .task:
      // Something to be done is due, or has a state; without both it is only named.
      let states: Set<String> = ["due_at", "status", "priority", "completed_at"]
      score += fields.isDisjoint(with: states) ? -2 : 0
    case .deal:
      // A deal has a name or a customer; without both it is a change of one.
      score += fields.isDisjoint(with: ["name", "account", "contact_email"]) ? -1.5 : 0
    default: break
    }
    if proposal.kind == .deal || proposal.kind == .dealStage && fields.contains("deal") {
      // What only deals have: several of them are no chance.
      let own = fields.intersection(["stage", "amount", "expected_close_at", "closed_at"]).count
      if own >= 2 { score += Double(own) - (proposal.kind == .deal ? 0 : 0.5) }
    }
    if let term = Clues.terms[proposal.kind], hasID(proposal, "external_id", of: term) {
      score += 1
    }
    if let term = Clues.terms[proposal.kind] { score += min(2.4, 0.8 * clues.count(term)) }
    return score
  }

  /// Whether rows hold addresses or numbers and nothing else: they may be those of leads just as
  /// well as those of people who want to be left alone.
  private static func isBareList(_ fields: Set<String>) -> Bool {
    fields.isSubset(of: ["email", "phone", "created_at", "region", "country"])
  }

  /// Whether the header of a field speaks of the id of something.
  private static func hasID(_ proposal: MappingProposal, _ field: String, of term: Term) -> Bool {
    proposal.columns.contains { column in
      column.field == field
        && HeaderReading(column.header).alternatives.contains {
          TermSet([.id, term]).isSubset(of: $0.terms)
        }
    }
  }
}

extension KindGuess {
  /// Whether the name of a file or sheet says that it lists people who refuse messages.
  package static func namesRefusals(_ name: String) -> Bool {
    KindNames.kind(in: name) == .suppression
  }
}

/// Words in the names of files that say what their rows are about.
enum KindNames {
  static func kind(in name: String) -> RecordKind? {
    let words = HeaderWords(name).words
    let joined = words.joined()
    return table.first { entry in
      entry.words.contains { word in
        words.contains(word)
          || word.utf8.count > (entry.kind == .suppression ? 6 : 9) && joined.contains(word)
      }
    }?.kind
  }

  private static let table: [(words: [String], kind: RecordKind)] = [
    (["stages", "stagehistory", "dealstages", "opportunityhistory"], .dealStage),
    (
      [
        "donotcontact", "donotcall", "donotmail", "donotemail", "suppression", "suppressionlist",
        "suppressed", "suppressions", "unsubscribed", "unsubscribes", "unsubscribers",
        "optout",
        "optouts", "robinson", "sperrliste", "blocklist", "dnc", "bloctel", "blacklist",
        "abmeldungen", "abgemeldete", "abgemeldet", "austragungen", "desabonnes", "desinscrits",
        "bajas", "disiscritti", "uitgeschreven", "descadastrados", "werbewiderspruch",
        "robinsonliste", "uitschrijvingen", "afmeldingen", "cleanedmembers",
        "opposizioni", "werbesperre", "optedout",
      ], .suppression
    ),
    (["consent", "consents", "einwilligungen", "consentements", "consentimientos"], .consent),
    (
      [
        "deals", "deal", "opportunities", "opportunity", "verkaufschancen", "affaires",
        "trattative",
      ],
      .deal
    ),
    (
      ["accounts", "account", "companies", "organizations", "organisations", "firmen", "societes"],
      .account
    ),
    (["tasks", "task", "aufgaben", "taches", "tareas", "todos"], .task),
    (["activities", "activity", "calls", "meetings", "aktivitaten"], .activity),
    (["engagement", "events", "opens", "clicks", "bounces"], .engagement),
    (["users", "user", "benutzer", "salesteam"], .user),
    (["teams", "team"], .team),
    (["products", "product", "produkte", "produits", "productos", "prodotti"], .product),
    (["deallines", "lineitems", "opportunityproducts"], .dealLine),
    (["leads", "lead", "prospects", "interessenten", "attendees", "teilnehmer"], .lead),
  ]
}

/// e to the power of a number, without a mathematics library in a pure module.
enum Exponential {
  /// e to the power of a number that is 0 or less; below -40 it is 0.
  static func of(_ x: Double) -> Double {
    if x < -40 { return 0 }
    // Halved until the series converges fast, then squared back.
    let halvings = 8
    var value = x
    for _ in 0..<halvings { value /= 2 }
    var term = 1.0
    var sum = 1.0
    for step in 1...10 {
      term *= value / Double(step)
      sum += term
    }
    for _ in 0..<halvings { sum *= sum }
    return sum
  }
}

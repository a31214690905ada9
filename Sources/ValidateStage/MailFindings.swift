import LeadModel
import Resolver
import Validation

/// What follows for a lead from the verdict about its mail domain.
enum MailFindings {
  /// What is wrong or odd, as bad as it is shipped.
  static func findings(domain: String, _ answer: DomainAnswer) -> [Finding] {
    let verdict = answer.verdict
    let problem: (rule: ValidationRule, message: String)?
    switch verdict.kind {
    case .deliverable: problem = nil
    case .nullMX:
      problem = (
        .emailNullMX,
        "the domain '\(domain)' declares that it takes no mail; ask for another address"
      )
    case .noDomain:
      problem = (
        .emailNoDomain,
        "the domain '\(domain)' takes no mail: \(verdict.detail); correct it or ask for another "
          + "address"
      )
    case .noHost:
      problem = (
        .emailNoHost,
        "the domain '\(domain)' names mail servers that cannot be reached: \(verdict.detail); "
          + "ask for another address, unless its owner mends them"
      )
    case .deferred:
      problem = failed(domain, answer, verdict.detail, "messages wait")
    }
    let stale = verdict.kind == .deferred ? nil : answer.failure
    let failure = stale.map { failed(domain, answer, $0, "what it said before goes on counting") }
    let all =
      [problem, failure].compactMap(\.self) + verdict.notes.map { note($0, domain, verdict.detail) }
    return all.map { $0.rule.finding(field: "email", message: $0.message, value: domain) }
  }

  private static func failed(
    _ domain: String, _ answer: DomainAnswer, _ reason: String, _ consequence: String
  ) -> (rule: ValidationRule, message: String) {
    let since = answer.deferredSince.map { " since \($0.date)" } ?? ""
    return (
      .emailDeferred,
      "the domain '\(domain)' could not be looked up\(since): \(reason); \(consequence), every night "
        + "asks again"
    )
  }

  private static func note(
    _ note: MailVerdict.Note, _ domain: String, _ host: String
  ) -> (rule: ValidationRule, message: String) {
    switch note {
    case .implicit:
      (.emailImplicit, "the domain '\(domain)' names no mail server; mail goes to its own address")
    case .alias:
      (.emailAlias, "the mail server '\(host)' of '\(domain)' is an alias of another host")
    case .besideNull:
      (
        .emailBesideNull,
        "the domain '\(domain)' declares that it takes no mail and names the mail server '\(host)'"
      )
    case .privateAddress:
      (
        .emailPrivateHost,
        "mail of '\(domain)' goes to an address that is only reached from within its network; "
          + "ask whether the address takes mail from outside"
      )
    case .exampleAddress:
      (
        .emailPrivateHost,
        "mail of '\(domain)' goes to an address that is set aside for examples and tests; ask for "
          + "another address, unless its owner mends that"
      )
    case .impossibleAddress:
      (
        .emailPrivateHost,
        "mail of '\(domain)' goes to an address that no host can have; ask for another address, "
          + "unless its owner mends that"
      )
    }
  }

  private static let verdicts: [(kind: MailVerdict.Kind, rule: ValidationRule)] = [
    (.nullMX, .emailNullMX), (.noDomain, .emailNoDomain), (.noHost, .emailNoHost),
    (.deferred, .emailDeferred),
  ]

  /// The rule that a lead's `mx_status` breaks; nil where it breaks none.
  static func rule(ofStatus status: String?) -> ValidationRule? {
    verdicts.first { $0.kind.rawValue == status }?.rule
  }

  /// Codes of the rules that say why a domain takes no mail, as a JSON array.
  static let verdictCodes: String =
    "[" + takesNone.map { "\"\($0.rule.code)\"" }.joined(separator: ",") + "]"

  private static let takesNone = verdicts.filter { $0.kind != .deferred }

  /// Whether a rule says why a domain takes no mail.
  static func isVerdict(_ code: String) -> Bool { takesNone.contains { $0.rule.code == code } }

  /// What the domain name system said where a rule was broken by it; nil for other rules.
  static func kind(ofCode code: String) -> MailVerdict.Kind? {
    takesNone.first { $0.rule.code == code }?.kind
  }

  /// The rule of a code that says why a domain takes no mail; nil for other codes.
  static func rule(ofCode code: String) -> ValidationRule? {
    takesNone.first { $0.rule.code == code }?.rule
  }
}

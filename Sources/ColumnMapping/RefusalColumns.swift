import Bytes
import LeadModel

/// Finds the columns of refusals in a table of people. Several of them may say who refuses what, so they
/// are no rivals for a field.
enum RefusalColumns {
  static let kinds: Set<RecordKind> = [.lead, .contact]

  /// By column, besides those that are settled.
  static func find(
    _ headers: [String], _ profiles: [ValueProfile], _ candidates: [[Candidate]],
    kind: RecordKind, given: [Int: String]
  ) -> [Int: ColumnProposal] {
    guard kinds.contains(kind) else { return [:] }
    var found: [Int: ColumnProposal] = [:]
    for (column, header) in headers.enumerated() where given[column] == nil {
      if let field = RefusalHeader.field(header) {
        found[column] = proposal(
          header, field, "header '\(header)' speaks of who is not to be written to")
      } else if kind == .contact, column < profiles.count, isConsent(header, profiles[column]) {
        // A contact has no consent of its own, but whoever takes one back refuses.
        found[column] = proposal(
          header, "contact_status", "header '\(header)' speaks of consent, its values of its end")
      } else if column < profiles.count, isStatus(profiles[column]), !RefusalHeader.isAside(header),
        !candidates[column].contains(where: { $0.confidence >= MappingProposal.threshold })
      {
        found[column] = proposal(
          header, "contact_status", "its values speak of who is not to be written to")
      }
    }
    return found
  }

  private static func proposal(
    _ header: String, _ field: String, _ evidence: String
  ) -> ColumnProposal {
    var proposal = ColumnProposal(header: header, field: "", confidence: 0, evidence: [evidence])
    proposal.refusal = field
    return proposal
  }

  /// Whether a few short words are the values, and refusals are among them.
  private static func isStatus(_ profile: ValueProfile) -> Bool {
    profile.longest <= StatusWords.longest && profile.sample.count <= StatusWords.most
      && profile.sample.contains(where: RefusalWords.isState)
  }

  /// Whether below a header of consent stand words for one that was taken back or not given, and no
  /// bare no: what that answers, somebody has to say.
  private static func isConsent(_ header: String, _ profile: ValueProfile) -> Bool {
    ConsentHeader.speaksOfConsent(header) && !RefusalHeader.isAside(header)
      && profile.longest <= StatusWords.longest && profile.sample.count <= StatusWords.most
      && profile.sample.contains(where: ConsentHeader.isRefusal)
      && !profile.sample.contains(where: RefusalWords.isNo)
  }

  /// Whether answers below a header that speaks of consent say no, or that it was taken back.
  static func saysNo(_ profile: ValueProfile) -> Bool {
    profile.longest <= StatusWords.longest
      && profile.sample.contains {
        RefusalWords.isNo($0) || RefusalWords.isState($0) || ConsentHeader.isRefusal($0)
      }
  }
}

/// What the words for a status are like.
package enum StatusWords {
  /// In bytes.
  package static let longest = 40
  /// Words that differ; more are names or texts.
  package static let most = 30

  /// Whether a header is of what is only said about a refusal.
  package static func isAside(_ header: String) -> Bool { RefusalHeader.isAside(header) }
}

extension ValueProfile {
  /// Whether most of the values are e-mail addresses or telephone numbers.
  package var holdsPeople: Bool {
    let count = counts[ValueClass.email.rawValue] + counts[ValueClass.phone.rawValue]
    return count > 0 && count * 2 >= filledCount
  }
}

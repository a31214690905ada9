package import LeadModel

/// What a column was taken for, how sure that is, and why.
package struct ColumnProposal: Sendable, Equatable {
  package let header: String
  /// Catalogue field; empty when the column is nothing that is known.
  package var field: String
  /// Probability that somebody who knows the file would say the same, 0 to 1; for a column that is
  /// nothing known, 0.
  package var confidence: Double
  /// Why, in words, a statement each.
  package var evidence: [String]
  /// Field of refusals that the column gives beside those of the record; nil for nearly all.
  package var refusal: String?
  /// Whether its header speaks of consent and its values say no, and nothing is made of them.
  package var holdsRefusals = false
  /// How strong the claim was before doubts that are no claims of others: what kinds are told by.
  var strength: Double

  package init(header: String, field: String, confidence: Double, evidence: [String]) {
    self.header = header
    self.field = field
    self.confidence = confidence
    self.evidence = evidence
    strength = confidence
  }

  /// Whether the evidence has never been wrong; what is used without it is only likely.
  package var isSure: Bool { !field.isEmpty && confidence >= MappingProposal.sureThreshold }

  /// Takes an answer for likely at most.
  mutating func doubt() {
    guard isSure else { return }
    confidence = MappingProposal.likely
    evidence.append("likely, not sure: such a column has been something else in other files")
  }

  /// Whether it is good enough to be used without asking.
  package var isApplied: Bool { !field.isEmpty && confidence >= MappingProposal.threshold }

  /// The field that is read from the column; empty for none.
  package var fieldRead: String { isApplied ? field : refusal ?? "" }
}

/// The fields of a header row's columns, for one record kind.
package struct MappingProposal: Sendable, Equatable {
  package let kind: RecordKind
  package let columns: [ColumnProposal]

  package init(kind: RecordKind, columns: [ColumnProposal]) {
    self.kind = kind
    self.columns = columns
  }

  /// Below it a column is proposed, but not used without somebody's word.
  package static let threshold = 0.75

  /// From it on an answer is confident: on header rows that nobody had learnt from, fewer than one
  /// of 500 such were wrong (`Tests/ColumnMappingTests/Headers/README.md`).
  package static let sureThreshold = 0.9

  /// The confidence of a likely answer that nothing more is known of: 13 of 14 were right on header
  /// rows that nobody had learnt from, and less is said.
  static let likely = 0.85

  /// Catalogue field of each column, empty where none is sure enough.
  package var fields: [String] { columns.map(\.fieldRead) }

  package var appliedCount: Int { columns.count(where: \.isApplied) }

  /// Required fields that no column gives for sure.
  package var missing: [String] {
    let given = Set(fields)
    return kind.fields.filter { $0.isRequired && !given.contains($0.name) }.map(\.name)
  }
}

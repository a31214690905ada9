import Matching

/// What a base knows of the person that a record is about.
package struct BaseAnswer: Sendable, Equatable {
  /// Whom a record would be joined to.
  package struct Person: Sendable, Equatable {
    /// The entities that its leads are in now; more than one when the record would unite them.
    package let entities: [Int64]
    package let leads: [Int64]
    /// The rule that joins the record, and the lead that it joins it to.
    package let rule: String
    package let matchedLead: Int64
    /// What the model says of the two, if it is the model that joins them.
    package let match: Match?
  }

  /// What the model says of the record and a lead of the base.
  package struct Match: Sendable, Equatable {
    package let lead: Int64
    package let probability: Double
    /// Match weight in bits, and what it is made up of.
    package let weight: Double
    package let evidence: [MatchEvidence]

    init(_ match: RecordLinkage.Match) {
      lead = match.lead
      probability = LinkModel.probability(of: match.weight)
      weight = match.weight
      evidence = match.evidence
    }
  }

  /// Somebody whom the record may be about: the model is not sure enough to join them.
  package struct Possible: Sendable, Equatable {
    package let entity: Int64
    package let match: Match
  }

  /// A key that leads of the base share with a record, whether or not it is enough to join them.
  package struct SharedKey: Sendable, Equatable {
    package let rule: String
    /// Empty when too many share it for anybody to be joined by it.
    package let leads: [Int64]
  }

  package let person: Person?
  package let possible: [Possible]
  package let shared: [SharedKey]
}

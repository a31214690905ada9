import Matching
package import StageKit
package import Store

/// Asks the base whether it holds a person already, by the keys and the model that dedupe links
/// leads by. Only reads.
package struct BaseLookup {
  private let database: Database
  private let rules: MatchingRules
  private let models: LinkModels
  private let reader: LinkReader
  private var maker: KeyMaker
  /// What the answers so far were given of; nil before the first.
  private var state: State?
  /// The record's place among the leads: after all of them.
  private static let candidate = Int64.max

  /// Persons named that a record may be: nobody looks at more.
  private static let largestChoice = 5

  /// What is the same for all records until somebody writes to the base.
  private struct State {
    /// Of the database, as `beginReading` gives it.
    let version: Int64
    /// No leads have been asked for yet.
    let store: KeyStore
    let decisions: LeadDecisions
    /// The base's own model as it is stored.
    let model: String?
    /// Nil when no model is to be used.
    var linkage: LinkedBase?
    var isAsked = false
  }

  /// - Throws: `DefinitionError` when the configuration cannot be understood, `DatabaseError`.
  package init(database: Database, configuration: ConfigurationFolder) throws {
    self.database = database
    rules = try MatchingDefinition.rules(of: configuration, isOptional: true)
    reader = LinkReader(rules: rules)
    maker = KeyMaker(rules: rules)
    models = LinkModels(
      database: database, configuration: configuration, rules: rules.linkage)
    _ = try currentState()
    try rest()
  }

  /// Looks for the person that a lead is.
  ///
  /// From the first question to `rest` all answers are of one moment of the base.
  ///
  /// - Parameter values: the columns of a validated lead, as texts.
  /// - Returns: whom dedupe would join the lead to, whom else it may be, and which of its keys others
  ///   have.
  /// - Throws: `DatabaseError`.
  package mutating func find(_ values: [String: String]) throws -> BaseAnswer {
    let state = try currentState()
    let record = maker.lead(
      LeadRecord(
        id: Self.candidate, sourceRow: Self.candidate, supplier: "",
        values: EntityField.allCases.map { field in values[field.name].map { .text($0) } ?? .null })
    )
    let linkage = try state.linkage.map { base in
      var (reader, own) = (reader, LinkRecords())
      LinkColumns.read(Self.candidate, values, reader: &reader, into: &own)
      return try RecordLinkage(own, in: base)
    }
    var search = try PersonSearch(
      record: record, store: state.store, rules: rules, linkage: linkage,
      decisions: state.decisions)
    var shared: [BaseAnswer.SharedKey] = []
    for rule in MatchRule.keys where rules[rule].isUsed {
      guard let key = try search.addLeads(sharing: rule) else { continue }
      shared.append(key)
    }
    let person = try search.person()
    return BaseAnswer(
      person: person, possible: try possible(linkage, besides: person, &search), shared: shared)
  }

  /// Lets go of the moment that answers are of: to be called before waiting for anything. The next
  /// question sees what has been written meanwhile.
  package func rest() throws { try database.endReading() }

  /// Begins to read, and takes up what has become other since the last time.
  private mutating func currentState() throws -> State {
    let version = try database.beginReading()
    if var state, state.version == version {
      // A single question is answered sooner without.
      if state.isAsked, state.linkage?.pages.cache == nil {
        try state.linkage?.pages.keepPages()
      }
      state.isAsked = true
      self.state = state
      return state
    }
    let stored = try models.stored()
    var linkage = state?.linkage
    if state == nil || state?.model != stored {
      let model = rules.linkage.isUsed ? try models.current(stored) ?? models.initial() : nil
      linkage = model.map { LinkedBase(database: database, model: $0, reader: reader) }
    }
    linkage?.pages.cache = nil
    let current = State(
      version: version, store: try KeyStore(database: database, rules: rules),
      decisions: try LeadDecisions(inForceIn: database), model: stored, linkage: linkage)
    state = current
    return current
  }

  /// The persons that a record may be, the likeliest first, each by its likeliest lead.
  private func possible(
    _ linkage: RecordLinkage?, besides person: BaseAnswer.Person?, _ search: inout PersonSearch
  ) throws -> [BaseAnswer.Possible] {
    var entities = Set(person?.entities ?? [])
    var possible: [BaseAnswer.Possible] = []
    for match in linkage?.matches ?? [] {
      guard possible.count < Self.largestChoice, let entity = try search.entity(of: match.lead),
        entities.insert(entity).inserted
      else { continue }
      possible.append(BaseAnswer.Possible(entity: entity, match: BaseAnswer.Match(match)))
    }
    return possible
  }
}

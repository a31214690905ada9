import Matching
package import StageKit
package import Store

/// Asks the base whether it holds a person already, by the keys and the model that dedupe links
/// leads by. Only reads.
package struct BaseLookup {
  private let database: Database
  private let rules: MatchingRules
  /// Nil when no model is to be used.
  private let model: LinkModel?
  private let reader: LinkReader
  /// The record's place among the leads: after all of them.
  private static let candidate = Int64.max

  /// Persons named that a record may be: nobody looks at more.
  private static let largestChoice = 5

  /// - Throws: `DefinitionError` when the configuration cannot be understood, `DatabaseError`.
  package init(database: Database, configuration: ConfigurationFolder) throws {
    self.database = database
    rules = try MatchingDefinition.rules(of: configuration, isOptional: true)
    reader = LinkReader(rules: rules)
    let models = LinkModels(
      database: database, configuration: configuration, rules: rules.linkage)
    model = rules.linkage.isUsed ? try models.current() ?? models.initial() : nil
  }

  /// Looks for the person that a lead is.
  ///
  /// - Parameter values: the columns of a validated lead, as texts.
  /// - Returns: whom dedupe would join the lead to, whom else it may be, and which of its keys others
  ///   have.
  /// - Throws: `DatabaseError`.
  package func find(_ values: [String: String]) throws -> BaseAnswer {
    var maker = KeyMaker(rules: rules)
    let record = maker.lead(
      LeadRecord(
        id: Self.candidate, sourceRow: Self.candidate, supplier: "",
        values: EntityField.allCases.map { field in values[field.name].map { .text($0) } ?? .null })
    )
    let linkage = try model.map { model in
      var (reader, own) = (reader, LinkRecords())
      LinkColumns.read(Self.candidate, values, reader: &reader, into: &own)
      return try RecordLinkage(own, in: database, model: model, reader: reader)
    }
    var search = try PersonSearch(
      record: record, store: KeyStore(database: database, rules: rules), rules: rules,
      linkage: linkage)
    var shared: [BaseAnswer.SharedKey] = []
    for rule in MatchRule.keys where rules[rule].isUsed {
      guard let key = try search.addLeads(sharing: rule) else { continue }
      shared.append(key)
    }
    let person = try search.person()
    return BaseAnswer(
      person: person, possible: try possible(linkage, besides: person, &search), shared: shared)
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

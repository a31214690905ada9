import Definitions
import LeadModel
import Matching
import StageKit
import Store

/// Which model is in use: that of the configuration or the base's own, whichever has the higher
/// version.
struct LinkModels {
  /// The configuration's file; without it the program's own model stands in.
  static let file = "matching-model.json"

  private let database: Database
  private let configuration: ConfigurationFolder
  private let rules: LinkageRules

  init(database: Database, configuration: ConfigurationFolder, rules: LinkageRules) {
    self.database = database
    self.configuration = configuration
    self.rules = rules
  }

  init(context: StageContext, rules: LinkageRules) {
    self.init(database: context.database, configuration: context.configuration, rules: rules)
  }

  /// The base's own model, or one of the configuration that goes before it; nil for a base that has
  /// none and may learn one.
  func current() throws -> LinkModel? { try current(stored()) }

  /// The base's own model as it is stored; nil for a base that has none.
  func stored() throws -> String? { try database.query("dedupe-model").first { $0.text(0) } }

  /// The model in use, where the base's own is stored as a text.
  func current(_ text: String?) throws -> LinkModel? {
    let given = try initial()
    guard let text else { return given.version > LinkModel.initial.version ? given : nil }
    let own = try LinkModelFile.read(DefinitionNode.parse(text, file: "the base's model"))
    return given.version > own.version ? given : withThresholds(own)
  }

  /// The model in use, or one that is to be learnt.
  func choice() throws -> WholeBaseLinkage.Choice {
    if let current = try current() { return .given(current) }
    let initial = try initial()
    return .train(from: initial, version: initial.version + 1)
  }

  /// The model to begin with: that of the configuration, else the program's.
  func initial() throws -> LinkModel {
    guard configuration.contains(Self.file) else { return withThresholds(.initial) }
    return withThresholds(try LinkModelFile.read(configuration.load(Self.file)))
  }

  /// Keeps a model as that of the base.
  func keep(_ model: LinkModel, leads: Int, asOf: Timestamp) throws {
    try database.query("dedupe-model-write").run(
      .int(Int64(model.version)), .text(model.json.text(indented: true)), .int(Int64(leads)),
      .int(asOf.seconds))
  }

  /// How many times the leads that a model was learnt from a base may have before it is said.
  private static let timesGrown: Int64 = 2

  /// Says what the base's own model was learnt from: a base that had learnt from all its leads at once
  /// might link some of them otherwise.
  func tellAge(in context: StageContext) throws {
    let age = try database.query("dedupe-model-age").first {
      (version: $0.int(0), leads: $0.int(1), all: $0.int(2))
    }
    guard let age else { return }
    context.figure("model_version", .int(age.version))
    context.figure("model_leads", .int(age.leads))
    guard age.all >= Self.timesGrown * age.leads else { return }
    context.log.info(
      "",
      "the model was learnt from \(age.leads) leads, and the base has come to about \(age.all): "
        + "'leadmill-dedupe --train' learns anew from all of them")
  }

  private func withThresholds(_ model: LinkModel) -> LinkModel {
    var model = model
    model.linkThreshold = rules.linkThreshold
    model.reviewThreshold = rules.reviewThreshold
    return model
  }
}

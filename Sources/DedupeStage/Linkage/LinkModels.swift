import Definitions
import LeadModel
import Matching
import StageKit
import Store

/// The model in use: that of the configuration if it has one, else the base's own, else the
/// program's.
struct LinkModels {
  /// A file of the configuration; nobody has to have one.
  static let file = "matching-model.json"

  let context: StageContext
  let rules: LinkageRules

  /// The model that the configuration or the base has; nil when neither has one.
  func current() throws -> LinkModel? {
    if context.configuration.contains(Self.file) {
      return withThresholds(try LinkModelFile.read(context.configuration.load(Self.file)))
    }
    let text = try context.database.query("dedupe-model").first { $0.text(0) }
    return try text.map {
      withThresholds(try LinkModelFile.read(DefinitionNode.parse($0, file: "the base's model")))
    }
  }

  /// The model to begin with.
  var initial: LinkModel { withThresholds(.initial) }

  /// Keeps a model as that of the base.
  func keep(_ model: LinkModel, leads: Int) throws {
    try context.database.query("dedupe-model-write").run(
      .int(Int64(model.version)), .text(model.json.text(indented: true)), .int(Int64(leads)),
      .int(context.asOf.seconds))
  }

  private func withThresholds(_ model: LinkModel) -> LinkModel {
    var model = model
    model.linkThreshold = rules.linkThreshold
    model.reviewThreshold = rules.reviewThreshold
    return model
  }
}

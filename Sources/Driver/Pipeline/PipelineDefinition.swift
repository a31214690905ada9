import LeadModel
import CommandLineKit
import Definitions
import StageKit

/// A pipeline: which stages run in which order, with which options, and when to stop.
struct PipelineDefinition: Sendable {
  /// One stage of the pipeline.
  struct Step: Sendable {
    let stage: String
    /// Options of the stage as a command line has them, `--name=value` or `--name`.
    let options: [String]
    /// Rejected rows over rows taken up; more than this fails the run.
    let maximumRejectedShare: Double
  }

  enum Schedule: String, CaseIterable, Sendable {
    /// Runs every night: `status` misses the nights without a run.
    case nightly
    case onDemand = "on_demand"
  }

  /// Part of run ids, as `nightly`.
  let name: String
  let summary: String
  let schedule: Schedule
  /// Files and folders to ingest when none are named; empty: the workspace's inbox.
  let inputs: [String]
  let steps: [Step]

  /// Reads and checks a pipeline file.
  ///
  /// - Parameters:
  ///   - path: also the name that errors carry.
  ///   - stages: the stages that may be named, with the options that they take.
  /// - Returns: the pipeline, ready to run.
  /// - Throws: `DefinitionError` with the place of the first fault.
  static func load(
    path: String, stages: [StageDeclaration]
  ) throws(DefinitionError) -> PipelineDefinition {
    let root = try DefinitionNode.load(path: path)
    return try PipelineDefinition(root: root, stages: stages)
  }

  init(root: DefinitionNode, stages: [StageDeclaration]) throws(DefinitionError) {
    try root.allow(keys: ["name", "summary", "schedule", "inputs", "gates", "stages"])
    let nameNode = try root.required("name")
    name = try nameNode.string()
    guard Self.isName(name) else {
      throw nameNode.failure(
        "found '\(name)' for 'name', expected lower-case letters, digits and hyphens, "
          + "since run ids are made of it")
    }
    summary = try root.string("summary", default: "")
    schedule = try root.choice("schedule", default: .onDemand)
    inputs = try root.strings("inputs", default: []).map { Self.resolved($0, from: root.file) }
    let share = try Self.maximumRejectedShare(of: root, default: 1)
    let nodes = try root.required("stages").sequence()
    guard !nodes.isEmpty else {
      throw try root.required("stages").failure("found no stage, expected at least one")
    }
    var steps: [Step] = []
    for node in nodes {
      let step = try Self.step(node, stages: stages, share: share)
      if steps.contains(where: { $0.stage == step.stage }) {
        throw node.failure(
          "found stage '\(step.stage)' twice, expected each stage once; remove one")
      }
      steps.append(step)
    }
    self.steps = steps
  }

  /// The same steps behind another one that takes the place of `ingest`, for a run of another name.
  func replacingIngest(by step: Step, name: String) -> PipelineDefinition {
    PipelineDefinition(
      name: name, summary: summary, schedule: .onDemand, inputs: [],
      steps: [step] + steps.filter { $0.stage != "ingest" && $0.stage != step.stage })
  }

  private init(name: String, summary: String, schedule: Schedule, inputs: [String], steps: [Step]) {
    self.name = name
    self.summary = summary
    self.schedule = schedule
    self.inputs = inputs
    self.steps = steps
  }

  private static func step(
    _ node: DefinitionNode, stages: [StageDeclaration], share: Double
  ) throws(DefinitionError) -> Step {
    // `- ingest` is short for `- stage: ingest`.
    if node.kind == .scalar {
      let stage = try declaration(node, among: stages)
      return Step(stage: stage.name, options: [], maximumRejectedShare: share)
    }
    try node.allow(keys: ["stage", "options", "gates"])
    let stage = try declaration(try node.required("stage"), among: stages)
    var options: [String] = []
    if let optionsNode = node["options"] {
      for entry in try optionsNode.entries() {
        options += try StageOption.arguments(key: entry.keyNode, value: entry.value, of: stage)
      }
    }
    return Step(
      stage: stage.name, options: options,
      maximumRejectedShare: try maximumRejectedShare(of: node, default: share))
  }

  private static func declaration(
    _ node: DefinitionNode, among stages: [StageDeclaration]
  ) throws(DefinitionError) -> StageDeclaration {
    let name = try node.string()
    if let found = stages.first(where: { $0.name == name }) { return found }
    let names = stages.map(\.name)
    let hint = NearestName.hint(for: name, among: names)
    throw node.failure(
      "found unknown stage '\(name)'"
        + (hint.isEmpty ? ", expected one of \(names.joined(separator: ", "))" : hint))
  }

  private static func maximumRejectedShare(
    of node: DefinitionNode, default value: Double
  ) throws(DefinitionError) -> Double {
    guard let gates = node["gates"] else { return value }
    try gates.allow(keys: ["max_rejected_share"])
    guard let share = gates["max_rejected_share"] else { return value }
    return try share.double(in: 0...1)
  }

  /// Whether a text can be part of a run id, and so of a folder's name.
  private static func isName(_ text: String) -> Bool {
    let allowed = text.utf8.allSatisfy { byte in
      (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
    }
    return allowed && !text.isEmpty && text.utf8.count <= 64 && text.first != "-"
  }

  /// A path as seen from the folder of the pipeline file, so that runs do not depend on where they
  /// are started.
  private static func resolved(_ path: String, from file: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return "\(file[..<slash])/\(path)"
  }
}

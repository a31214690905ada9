import Bytes
import Definitions
import LeadModel
import Sequencing
import StageKit

/// Reads sequences of `sequences/`.
enum SequenceFile {
  static let folder = "sequences"

  private enum Start: String, CaseIterable {
    case created
    case scoreThreshold = "score_threshold"
  }

  /// All sequences, by name.
  ///
  /// - Throws: `DefinitionError` with the place of what does not fit.
  static func loadAll(
    _ configuration: ConfigurationFolder
  ) throws(DefinitionError) -> [SequenceDefinition] {
    var sequences: [SequenceDefinition] = []
    for file in configuration.files(in: folder) {
      let version = String(configuration.hash(of: [file]).prefix(12))
      let name = String(file.dropFirst(folder.count + 1).dropLast(".yaml".count))
      sequences.append(
        try parse(try configuration.load(file), expectedName: name, version: version))
    }
    return sequences
  }

  static func parse(
    _ root: DefinitionNode, expectedName: String, version: String
  ) throws(DefinitionError) -> SequenceDefinition {
    try root.allow(keys: ["name", "enrol", "purpose", "stop_on", "steps"])
    let nameNode = try root.required("name")
    let name = try nameNode.string()
    guard name == expectedName else {
      throw nameNode.failure(
        "found name '\(name)', expected '\(expectedName)' as the file is called; rename one of them"
      )
    }
    let enrol = try root.required("enrol")
    try enrol.allow(keys: ["on", "score", "created_within_days"])
    let trigger: SequenceDefinition.Trigger
    switch try enrol.required("on").choice(Start.self) {
    case .created: trigger = .created
    case .scoreThreshold: trigger = .score(try enrol.int("score", in: 0...100))
    }
    var stops: Set<StopEvent> = []
    for node in try root.sequence("stop_on", default: []) {
      stops.insert(try node.choice(StopEvent.self))
    }
    return SequenceDefinition(
      name: name, version: version, trigger: trigger,
      createdWithinDays: try enrol["created_within_days"].map { (node) throws(DefinitionError) in
        try node.int(in: 1...36_500)
      },
      purpose: try root.string("purpose"), stopsOn: stops,
      steps: try steps(root.required("steps")))
  }

  private static func steps(_ list: DefinitionNode) throws(DefinitionError) -> [SequenceStep] {
    var steps: [SequenceStep] = []
    for node in try list.sequence() {
      try node.allow(keys: ["day", "channel", "subject", "text", "html"])
      let day = try node.int("day", in: 0...3650)
      if let previous = steps.last, day < previous.day {
        throw try node.required("day").failure(
          "found day \(day) after day \(previous.day), expected steps in the order of their days")
      }
      let channelNode = try node.required("channel")
      let channel = try channelNode.choice(Channel.self)
      guard channel != .any, channel != .phone else {
        throw channelNode.failure(
          "found channel '\(channel.rawValue)', expected email, sms or whatsapp")
      }
      let needsSubject = channel == .email
      let subject = needsSubject ? try node.required("subject") : node["subject"]
      steps.append(
        SequenceStep(
          number: steps.count + 1, day: day, channel: channel,
          subject: try template(subject), text: try template(node.required("text")),
          html: try node["html"].map { (html) throws(DefinitionError) in try template(html) }))
    }
    guard !steps.isEmpty, steps.count <= 100 else {
      throw list.failure("found \(steps.count) steps, expected 1 to 100")
    }
    return steps
  }

  /// A text with placeholders; what is wrong with it is said at the place of the text.
  private static func template(_ node: DefinitionNode?) throws(DefinitionError) -> MessageTemplate {
    let source = try node?.string() ?? ""
    do {
      return try MessageTemplate(source)
    } catch {
      throw node?.failure(error.message)
        ?? DefinitionError(file: "", message: error.message)
    }
  }
}

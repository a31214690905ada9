import CommandLineKit
import DedupeStage
import LeadModel
import StageKit
import Store

/// `leadmill explain`: a lead's whole story.
enum ExplainCommand: DriverCommand {
  /// More subjects than this are counted, not told.
  private static let subjectLimit = 5

  static let declaration = CommandDeclaration(
    name: "explain",
    summary: "tell a lead's whole story, from source row to last message",
    discussion: """
      LEAD is a lead's id, its id at the supplier, an e-mail address, a phone number (+44...), or \
      a row of a file as FILE:ROW, which also explains rows that were rejected. With --pair two of \
      them are held beside each other: what each comparison adds, and whether they are one person. \
      Of people with several leads those are shown that are most alike.
      """,
    options: [
      OptionDeclaration("pair", summary: "say why two leads are one person, or are not"),
      StageOptions.workspace, StageOptions.config, StageOptions.json,
    ],
    operands: [OperandDeclaration("LEAD", summary: "who or what to explain", repeats: true)],
    examples: [
      "leadmill explain ada@example.com --workspace ws",
      "leadmill explain leads-web.csv:41 --workspace ws",
      "leadmill explain --pair 12 leads-event.xlsx:5 --workspace ws",
    ])

  static func run(_ arguments: ParsedArguments) throws -> Outcome {
    let wanted = arguments.flag("pair") ? 2 : 1
    guard arguments.operands.count == wanted else {
      throw UsageError(
        "found \(arguments.operands.count) names of leads, expected "
          + (wanted == 2 ? "two behind --pair" : "one; two can be compared with --pair"),
        command: "leadmill explain")
    }
    let (_, database) = try ExistingWorkspace.open(arguments)
    if wanted == 2 { return try explainPair(arguments, in: database) }
    let text = arguments.operands.first ?? ""
    let subjects = try StorySubject.find(text, in: database)
    guard !subjects.isEmpty else { throw unknown(text) }
    let isJSON = arguments.flag(StageOptions.json.name)
    var stories: [JSONValue] = []
    for (number, subject) in subjects.prefix(subjectLimit).enumerated() {
      let parts = try StorySection.all.map { try StoryPart($0, about: subject, in: database) }
      let quality = try QualityStory(
        of: subject.leads, configuration: CommonArguments.configuration(arguments), in: database)
      if isJSON {
        stories.append(
          .object(
            parts.map { (key: $0.section.key, value: $0.json) } + [("quality", quality.json)]))
      } else {
        if number > 0 { Output.line(String(repeating: "=", count: 80)) }
        tell(subject, parts, quality)
      }
    }
    if isJSON { Output.line(JSONValue.array(stories).text(indented: true)) }
    if subjects.count > subjectLimit {
      Log(program: "leadmill").info(
        "", "\(subjects.count) entities go by this name, the first \(subjectLimit) are shown")
    }
    return .done
  }

  private static func unknown(_ text: String) -> StageFailure {
    StageFailure(
      .unusableInput,
      "found no lead under '\(text)'; expected a lead's id, its id at the supplier, an e-mail "
        + "address, a phone number with its country code, or FILE:ROW")
  }

  /// Leads of a person that are compared with those of another.
  private static let comparedLeads = 40

  private static func explainPair(
    _ arguments: ParsedArguments, in database: Database
  ) throws -> Outcome {
    let sides = try arguments.operands.map { text in
      let leads = try StorySubject.leads(of: text, in: database)
      guard !leads.isEmpty else { throw unknown(text) }
      return Array(leads.prefix(comparedLeads))
    }
    let lookup = try PairLookup(
      database: database, configuration: CommonArguments.configuration(arguments))
    guard let story = try lookup.closest(sides[0], sides[1]) else {
      throw StageFailure(
        .unusableInput,
        "'\(arguments.operands.joined(separator: "' and '"))' are one lead; name two")
    }
    let text = PairText(story: story)
    if arguments.flag(StageOptions.json.name) {
      Output.line(text.json.text(indented: true))
    } else {
      for line in text.lines { Output.line(line) }
    }
    return .done
  }

  private static func tell(_ subject: StorySubject, _ parts: [StoryPart], _ quality: QualityStory) {
    let count = subject.leads.count
    if let entity = subject.entity {
      Output.line("entity \(entity): \(count) \(count == 1 ? "lead" : "leads")")
    } else {
      Output.line("no lead came of this row")
    }
    for lines in parts.map(\.lines) + [quality.lines] where !lines.isEmpty {
      Output.line("")
      for line in lines { Output.line(line) }
    }
  }
}

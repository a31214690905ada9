import CommandLineKit
import DedupeStage
import LeadModel
import StageKit

/// `leadmill review`: the pairs that somebody has to decide about, as a workbook.
enum ReviewCommand: DriverCommand {
  static let declaration = CommandDeclaration(
    name: "review",
    summary: "write the pairs of leads that may be one person to a workbook",
    discussion: """
      Pairs that the model is not sure of, the most useful first: the two records side by side, what \
      each comparison says, and a cell to choose same, different or unsure in. Imported again, the \
      workbook's choices go before everything that keys and the model say, in all later runs. One \
      that was filled in and not imported yet is kept under another name.
      """,
    options: [
      StageOptions.workspace,
      OptionDeclaration(
        "limit", short: "n", value: "COUNT", summary: "pairs in one workbook", default: "1000"),
      OptionDeclaration(
        "output", short: "o", value: "FILE",
        summary: "the workbook to write; default: review.xlsx in the workspace's output folder"),
      StageOptions.asOf, StageOptions.config, StageOptions.json,
    ],
    examples: [
      "leadmill review --workspace ws", "leadmill review -w ws --limit 50 --output pairs.xlsx",
    ])

  static func run(_ arguments: ParsedArguments) throws -> Outcome {
    let words = arguments.value("limit") ?? ""
    guard let limit = Int(words), (1...50_000).contains(limit) else {
      throw UsageError(
        "--limit: '\(words)' is no number of pairs, expected 1 to 50000",
        command: "leadmill review")
    }
    let (workspace, database) = try ExistingWorkspace.open(arguments)
    let lookup = try PairLookup(
      database: database, configuration: CommonArguments.configuration(arguments))
    let queue = try ReviewQueue(lookup)
    let isJSON = arguments.flag(StageOptions.json.name)
    guard queue.count > 0 else {
      if isJSON {
        Output.line(JSONValue.object([("waiting", .int(0)), ("written", .int(0))]).text())
      } else {
        Output.error("no pair waits for a decision")
      }
      return .nothingToDo
    }
    let workbook = try ReviewWorkbook(
      queue, limit: limit, lookup: lookup, asOf: try CommonArguments.asOf(arguments))
    var path = arguments.value("output") ?? ""
    var notes: [String] = []
    if path.isEmpty {
      try Folder.create(workspace.outputFolder)
      notes = try workbook.place(in: workspace.outputFolder, lookup: lookup)
      path = "\(workspace.outputFolder)/\(ReviewWorkbook.fileName)"
    } else {
      try workbook.write(to: path)
    }
    let written = min(limit, queue.count)
    if isJSON {
      Output.line(
        JSONValue.object([
          ("workbook", .string(path)), ("waiting", .int(Int64(queue.count))),
          ("written", .int(Int64(written))), ("notes", .array(notes.map { .string($0) })),
        ]).text(indented: true))
    } else {
      Output.line("\(path): \(written) of \(queue.count) pairs that wait for a decision")
      for note in notes { Output.line(note) }
    }
    return .done
  }
}

package import CommandLineKit

/// A stage: its command line and its work. One executable stands over one declaration.
package struct StageDeclaration: Sendable {
  /// As in `ingest`; the executable is `leadmill-ingest`.
  package let name: String
  /// One sentence for help, without a full stop.
  package let summary: String
  package let options: [OptionDeclaration]
  package let operands: [OperandDeclaration]
  package let examples: [String]
  /// Version of the stage's logic; raise it when the same input would give another result.
  package let version: Int
  package let body: @Sendable (StageContext) throws -> Void
  /// Work on standard input alone, without a workspace; asked first, gives nil when the arguments
  /// do not ask for it.
  package let stream: (@Sendable (ParsedArguments) throws -> Outcome?)?

  package init(
    name: String, summary: String, options: [OptionDeclaration] = [],
    operands: [OperandDeclaration] = [], examples: [String] = [], version: Int = 1,
    stream: (@Sendable (ParsedArguments) throws -> Outcome?)? = nil,
    body: @escaping @Sendable (StageContext) throws -> Void
  ) {
    self.stream = stream
    self.name = name
    self.summary = summary
    self.options = options
    self.operands = operands
    self.examples = examples
    self.version = version
    self.body = body
  }

  package var programName: String { "leadmill-\(name)" }

  /// The whole command line: the stage contract's options and the stage's own.
  package var command: CommandDeclaration {
    CommandDeclaration(
      name: programName, summary: summary,
      discussion: """
        Results go to standard output, progress and logs to standard error.

        Exit codes: \(Outcome.allCases.map { "\($0.rawValue) \($0.meaning)" }
        .joined(separator: "; ")).
        """,
      options: options + StageOptions.all(mayStream: stream != nil), operands: operands,
      examples: examples)
  }
}

/// Options that every stage has.
package enum StageOptions {
  package static let workspace = OptionDeclaration(
    "workspace", short: "w", value: "DIR", summary: "the workspace to work on", required: true)
  package static let asOf = OptionDeclaration(
    "as-of", value: "TIME",
    summary: "the date the work is done for, as 2026-11-02 or 2026-11-02T06:00:00Z; default: now")
  package static let config = OptionDeclaration(
    "config", short: "c", value: "DIR",
    summary: "the folder with the pipeline definitions; default: $LEADMILL_CONFIG, else pipelines")
  package static let dryRun = OptionDeclaration(
    "dry-run", short: "n", summary: "do the work, report it, and keep nothing of it")
  package static let workers = OptionDeclaration(
    "workers", value: "N", summary: "threads to work with; default: one a processor")
  package static let progress = OptionDeclaration(
    "progress", value: "HOW", summary: "how to show progress", default: "auto",
    choices: ["auto", "plain", "none"])
  package static let log = OptionDeclaration(
    "log", value: "FORMAT", summary: "format of logs", default: "text", choices: ["text", "json"])
  package static let json = OptionDeclaration(
    "json", summary: "print the results as one JSON object")
  static let run = OptionDeclaration(
    "run", value: "ID", summary: "the run that this belongs to; default: a run of its own")

  /// The workspace of a stage that may also work without one.
  private static let workspaceOrStream = OptionDeclaration(
    "workspace", short: "w", value: "DIR",
    summary: "the workspace to work on; required, but for --stream")

  static func all(mayStream: Bool) -> [OptionDeclaration] {
    [mayStream ? workspaceOrStream : workspace]
      + [run, asOf, config, dryRun, workers, progress, log, json]
  }
}

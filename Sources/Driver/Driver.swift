import CommandLineKit
import Glibc
import StageKit

/// The program `leadmill`.
package enum Driver {
  static let commands: [any DriverCommand.Type] = [
    RunCommand.self, InspectCommand.self, ImportCommand.self, ImportsCommand.self,
    UndoCommand.self, ExportCommand.self, MappingsCommand.self, StatusCommand.self,
    ExplainCommand.self, ReviewCommand.self, CheckCommand.self, RulesCommand.self,
    ConvertCommand.self, DoctorCommand.self, DigestCommand.self, CompletionsCommand.self,
  ]

  static let declaration = CommandDeclaration(
    name: "leadmill",
    summary: "import, clean, score and govern sales leads, and report on them",
    discussion: """
      Runs pipelines of stages and answers questions about a workspace. Each stage is also a \
      program of its own: \(Stages.all.map(\.programName).joined(separator: ", ")).

      Exit codes: \(Outcome.allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: "; ")).
      """,
    options: [],
    subcommands: commands.map { $0.declaration },
    examples: [
      "leadmill run pipelines/nightly.yaml --workspace ws --as-of 2026-11-02",
      "leadmill import leads.xlsx --workspace ws",
      "leadmill explain ada@example.com --workspace ws",
    ])

  /// Runs the program from its command line to its exit code.
  package static func main() -> Never {
    // A reader that went away, as `head` does, ends the output and nothing else.
    signal(SIGPIPE, SIG_IGN)
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  static func run(_ arguments: [String]) -> Outcome {
    do {
      let parsed = try declaration.parse(arguments)
      switch parsed.request {
      case .help:
        Output.write(declaration.help(path: parsed.command), to: STDOUT_FILENO)
        return .done
      case .version:
        Output.line("leadmill \(Version.text)")
        return .done
      case nil:
        guard let command = commands.first(where: { $0.declaration.name == parsed.command.first })
        else { return .internalFault }
        return try command.run(parsed)
      }
    } catch {
      let failure = StageFailure(error)
      Log(program: "leadmill", format: logFormat(arguments)).error("", failure.message)
      return failure.outcome
    }
  }

  /// The format that error messages are wanted in, even when the rest cannot be understood.
  private static func logFormat(_ arguments: [String]) -> Log.Format {
    let isJSON =
      arguments.contains("--log=json")
      || zip(arguments, arguments.dropFirst()).contains { $0 == "--log" && $1 == "json" }
    return isJSON ? .json : .text
  }
}

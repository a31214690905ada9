import LeadModel
import CommandLineKit
import Glibc
import StageKit

/// `leadmill completions`: scripts that make a shell complete command lines.
enum CompletionsCommand: DriverCommand {
  static let declaration = CommandDeclaration(
    name: "completions",
    summary: "print a completion script for a shell",
    discussion: """
      The script for bash completes leadmill and all of its stage programs, the one for zsh leadmill.
      """,
    options: [],
    operands: [OperandDeclaration("SHELL", summary: "bash or zsh")],
    examples: [
      "leadmill completions bash > ~/.local/share/bash-completion/completions/leadmill",
      "leadmill completions zsh > ~/.zfunc/_leadmill",
    ])

  static func run(_ arguments: ParsedArguments) throws -> Outcome {
    let name = arguments.operands.first ?? ""
    guard let shell = Shell(rawValue: name) else {
      let names = Shell.allCases.map(\.rawValue)
      let hint = NearestName.hint(for: name, among: names)
      throw UsageError(
        "unknown shell '\(name)'"
          + (hint.isEmpty ? "; expected one of \(names.joined(separator: ", "))" : hint),
        command: "leadmill completions")
    }
    Output.write(Driver.declaration.completions(for: shell), to: STDOUT_FILENO)
    // A zsh file serves the one command that its first line names.
    if shell == .bash {
      for stage in Stages.all {
        Output.write(stage.command.completions(for: shell), to: STDOUT_FILENO)
      }
    }
    return .done
  }
}

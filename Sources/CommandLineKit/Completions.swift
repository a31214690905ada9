/// A shell that completions can be made for.
package enum Shell: String, CaseIterable, Sendable {
  case bash, zsh
}

extension CommandDeclaration {
  /// A script that makes a shell complete this command's options, choices, commands and paths.
  package func completions(for shell: Shell) -> String {
    switch shell {
    case .bash: BashCompletions(root: self).script
    case .zsh: ZshCompletions(root: self).script
    }
  }

  /// This command and all below it, each with the path of names that leads to it.
  func everyCommand(path: [String] = []) -> [(path: [String], command: CommandDeclaration)] {
    [(path, self)]
      + subcommands.flatMap { $0.everyCommand(path: path + [$0.name]) }
  }
}

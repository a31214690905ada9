/// A command: what it is called, what it takes, and how its help reads.
package struct CommandDeclaration: Sendable, Equatable {
  package let name: String
  /// One sentence for help, without a full stop.
  package let summary: String
  /// Paragraphs for help, separated by empty lines.
  package let discussion: String
  package let options: [OptionDeclaration]
  package let operands: [OperandDeclaration]
  package let subcommands: [CommandDeclaration]
  /// Whole command lines, shown as they are.
  package let examples: [String]

  package init(
    name: String, summary: String, discussion: String = "", options: [OptionDeclaration],
    operands: [OperandDeclaration] = [], subcommands: [CommandDeclaration] = [],
    examples: [String] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.options = options
    self.operands = operands
    self.subcommands = subcommands
    self.examples = examples
  }

  package func subcommand(named name: String) -> CommandDeclaration? {
    subcommands.first { $0.name == name }
  }

  /// The commands from this one down a path of subcommand names, this one first.
  ///
  /// - Returns: nil when the path names a subcommand that does not exist.
  func commands(along path: [String]) -> [CommandDeclaration]? {
    var commands = [self]
    var current = self
    for name in path {
      guard let next = current.subcommand(named: name) else { return nil }
      commands.append(next)
      current = next
    }
    return commands
  }
}

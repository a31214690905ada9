import CommandLineKit
import ImportHistory
import LeadModel
import StageKit

/// `leadmill imports`: what was loaded, and what became of it.
enum ImportsCommand: DriverCommand {
  static let declaration = CommandDeclaration(
    name: "imports",
    summary: "list what was loaded, and what became of its rows",
    discussion: """
      One line a file: its number, the date that it was loaded for, what its rows became in the end, \
      and its state (loaded, loading, failed, undoing, undone). 'leadmill undo NUMBER' takes an \
      import back.
      """,
    options: [StageOptions.workspace, StageOptions.json],
    examples: ["leadmill imports --workspace ws"])

  static func run(_ arguments: ParsedArguments) throws -> Outcome {
    let (_, database) = try ExistingWorkspace.open(arguments)
    let list = try ImportList(database)
    if arguments.flag(StageOptions.json.name) {
      Output.line(list.json.text(indented: true))
      return .done
    }
    var table = TextTable([
      ">import", "as of", "file", "kind", "supplier", "mapping", ">rows", ">new", ">changed",
      ">unchanged", ">repeated", ">rejected", ">erased", ">waiting", "state",
    ])
    for entry in list.entries {
      let counts: [Disposition] = [
        .inserted, .updated, .unchanged, .duplicate, .rejected, .suppressed,
      ]
      let undone = entry.undoneAsOf.map { " \($0.date)" } ?? ""
      table.add(
        ["\(entry.number)", "\(entry.asOf.date)", TerminalText.line(entry.file), entry.kind]
          + [entry.supplier, entry.mapping, "\(entry.rows)"]
          + counts.map { "\(entry.count($0))" } + ["\(entry.waiting)", "\(entry.state)\(undone)"])
    }
    if table.isEmpty {
      Output.line("nothing was imported yet")
    } else {
      for line in table.lines() { Output.line(line) }
    }
    return .done
  }
}

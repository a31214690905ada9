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
      One line a file: its number, the date that it was loaded for, how many rows it had and what \
      they became, how many of them are open, rejected and not put right since, and its state \
      (loaded, loading, failed, undoing, undone). --wide adds kind, supplier, mapping and all \
      outcomes, --json what its rows were allowed to do and who took it back. 'leadmill undo \
      NUMBER' takes an import back.
      """,
    options: [
      StageOptions.workspace,
      OptionDeclaration(wide, short: "w", summary: "all columns, however wide the terminal is"),
      StageOptions.json,
    ],
    examples: ["leadmill imports --workspace ws"])

  private static let wide = "wide"
  /// What a line may have on any terminal.
  private static let lineWidth = 80

  static func run(_ arguments: ParsedArguments) throws -> Outcome {
    let (_, database) = try ExistingWorkspace.open(arguments)
    let list = try ImportList(database)
    if arguments.flag(StageOptions.json.name) {
      Output.line(list.json.text(indented: true))
      return .done
    }
    guard !list.entries.isEmpty else {
      Output.line("nothing was imported yet")
      return .done
    }
    let table = arguments.flag(wide) ? wideTable(list) : narrowTable(list)
    for line in table.lines() { Output.line(line) }
    return .done
  }

  /// What fits: the name of a file gives way.
  private static func narrowTable(_ list: ImportList) -> TextTable {
    func table(fileWidth: Int) -> TextTable {
      var table = TextTable([
        ">no.", "as of", "file", ">rows", ">new", ">changed", ">rejected", ">open", "state",
      ])
      for entry in list.entries {
        table.add([
          "\(entry.number)", "\(entry.asOf.date)",
          TerminalText.shortened(TerminalText.line(entry.file), to: fileWidth), "\(entry.rows)",
          "\(entry.count(.inserted))", "\(entry.count(.updated))", "\(entry.count(.rejected))",
          "\(entry.open)", entry.state,
        ])
      }
      return table
    }
    let longest = list.entries.map(\.file.count).max() ?? 0
    let full = table(fileWidth: longest)
    let excess = (full.lines().map(\.count).max() ?? 0) - lineWidth
    return excess > 0 ? table(fileWidth: max(12, longest - excess)) : full
  }

  private static func wideTable(_ list: ImportList) -> TextTable {
    var table = TextTable([
      ">no.", "as of", "file", "kind", "supplier", "mapping", ">rows", ">new", ">changed",
      ">unchanged", ">repeated", ">rejected", ">open", ">erased", ">waiting", "state",
    ])
    for entry in list.entries {
      let counts: [Disposition] = [.inserted, .updated, .unchanged, .duplicate, .rejected]
      let undone = entry.undoneAsOf.map { " \($0.date)" } ?? ""
      table.add(
        ["\(entry.number)", "\(entry.asOf.date)", TerminalText.line(entry.file), entry.kind]
          + [entry.supplier, entry.mapping, "\(entry.rows)"]
          + counts.map { "\(entry.count($0))" }
          + ["\(entry.open)", "\(entry.count(.suppressed))", "\(entry.waiting)"]
          + ["\(entry.state)\(undone)"])
    }
    return table
  }
}

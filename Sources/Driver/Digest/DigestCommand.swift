import CommandLineKit
import LeadModel
import StageKit

/// `leadmill digest`: one hash that says whether two workspaces hold the same.
enum DigestCommand: DriverCommand {
  static let declaration = CommandDeclaration(
    name: "digest",
    summary: "print a hash of a workspace's content",
    discussion: """
      SHA-256 over the sorted content of the source and conformed layers and of the ledger's \
      outcomes. Run ids, surrogate ids, wall-clock times and caches do not count; neither does how \
      the work was split into runs and transactions. Messages that were sent, are being sent or \
      are in doubt count as attempted.

      --content leaves out what was done (the ledger, the list of imports, sequences, messages, \
      violations, redirects): an import that was undone leaves the same content as before it.
      """,
    options: [
      StageOptions.workspace,
      OptionDeclaration("content", summary: "only what is there, not what was done"),
      OptionDeclaration("tables", summary: "print the hash and row count of each table too"),
      StageOptions.json,
    ],
    examples: [
      "leadmill digest --workspace ws",
      "diff <(leadmill digest -w a --tables) <(leadmill digest -w b --tables)",
    ])

  static func run(_ arguments: ParsedArguments) throws -> Outcome {
    let (_, database) = try ExistingWorkspace.open(arguments)
    let digest = try WorkspaceDigest(database, isContentOnly: arguments.flag("content"))
    if arguments.flag(StageOptions.json.name) {
      let tables = digest.tables.map { table in
        (
          key: table.name,
          value: ["rows": .int(Int64(table.rowCount)), "digest": .string(table.digest)] as JSONValue
        )
      }
      let value: JSONValue = ["digest": .string(digest.digest), "tables": .object(tables)]
      Output.line(value.text(indented: true))
    } else if arguments.flag("tables") {
      var table = TextTable(["digest", ">rows", "table"])
      for entry in digest.tables { table.add([entry.digest, "\(entry.rowCount)", entry.name]) }
      for line in table.lines() { Output.line(line) }
      Output.line("\(digest.digest)  all")
    } else {
      Output.line(digest.digest)
    }
    return .done
  }
}

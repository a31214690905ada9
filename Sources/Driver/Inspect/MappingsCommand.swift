import CommandLineKit
import LeadModel
import StageKit
import Store

/// `leadmill mappings`: which version of which mapping has read which files.
enum MappingsCommand: DriverCommand {
  static let declaration = CommandDeclaration(
    name: "mappings",
    summary: "list the versions of mappings that have read files, or print one as it was",
    discussion: """
      Every mapping that has read a file is kept as it was at that time, those that were proposed \
      for files without a mapping too.
      """,
    options: [
      StageOptions.workspace,
      OptionDeclaration(
        "show", value: "VERSION",
        summary: "print the text of a version, given by the beginning of its hash"),
      StageOptions.json,
    ],
    examples: [
      "leadmill mappings --workspace ws", "leadmill mappings --workspace ws --show 3fa2c1",
    ])

  private struct Version {
    let hash: String
    let name: String
    let kind: String
    let supplier: String
    let isProposed: Bool
    let since: Timestamp
    let files: Int64
    let text: String

    var json: JSONValue {
      .object([
        ("version", .string(hash)), ("mapping", .string(name)), ("kind", .string(kind)),
        ("supplier", .string(supplier)), ("proposed", .bool(isProposed)),
        ("since", .string(since.description)), ("files", .int(files)), ("text", .string(text)),
      ])
    }
  }

  static func run(_ arguments: ParsedArguments) throws -> Outcome {
    let (_, database) = try ExistingWorkspace.open(arguments)
    var versions: [Version] = []
    try database.query("driver-mapping-versions").rows { row in
      versions.append(
        Version(
          hash: row.text(0), name: row.text(1), kind: row.text(2), supplier: row.text(3),
          isProposed: row.int(4) == 1, since: Timestamp(seconds: row.int(5)), files: row.int(6),
          text: row.text(7)))
    }
    if let wanted = arguments.value("show") {
      return try show(wanted, of: versions, asJSON: arguments.flag(StageOptions.json.name))
    }
    if arguments.flag(StageOptions.json.name) {
      Output.line(JSONValue.array(versions.map(\.json)).text(indented: true))
      return .done
    }
    var table = TextTable(["version", "mapping", "kind", "since", ">files", ""])
    for version in versions {
      table.add([
        String(version.hash.prefix(12)), TerminalText.line(version.name), version.kind,
        version.since.date.description, String(version.files), version.isProposed ? "proposed" : "",
      ])
    }
    for line in table.isEmpty ? ["no file was read yet"] : table.lines() { Output.line(line) }
    return .done
  }

  private static func show(_ wanted: String, of versions: [Version], asJSON: Bool) throws
    -> Outcome
  {
    let found = versions.filter { $0.hash.hasPrefix(wanted.lowercased()) }
    guard found.count == 1 else {
      throw UsageError(
        "option '--show': '\(wanted)' begins \(found.isEmpty ? "no version" : "several versions"); "
          + "'leadmill mappings' lists them", command: "leadmill mappings")
    }
    if asJSON {
      Output.line(found[0].json.text(indented: true))
    } else {
      // The text is the user's own file; only what a terminal could be led astray by is replaced.
      for line in found[0].text.split(separator: "\n", omittingEmptySubsequences: false) {
        Output.line(TerminalText.line(String(line)))
      }
    }
    return .done
  }
}

@testable import CommandLineKit

/// A command with every kind of option, and one with subcommands.
enum Fixture {
  static let stage = CommandDeclaration(
    name: "leadmill-demo",
    summary: "demonstrate the options",
    discussion: "Reads nothing.\nWrites nothing.\n\nA second paragraph.",
    options: [
      OptionDeclaration("workspace", short: "w", value: "DIR", summary: "folder of the store"),
      OptionDeclaration("workers", value: "N", summary: "worker threads", default: "2"),
      OptionDeclaration(
        "log", value: "FORM", summary: "form of log lines", default: "text",
        choices: ["text", "json"]),
      OptionDeclaration("input", short: "i", value: "FILE", summary: "a file", repeats: true),
      OptionDeclaration("verbose", short: "v", summary: "say more"),
      OptionDeclaration("all", short: "a", summary: "take everything"),
    ],
    operands: [
      OperandDeclaration("FIRST", summary: "the first file", required: false),
      OperandDeclaration("REST", summary: "the other files", repeats: true, required: false),
    ],
    examples: ["leadmill-demo --workspace ws"])

  static let run = CommandDeclaration(
    name: "run", summary: "run a pipeline",
    options: [
      OptionDeclaration("as-of", value: "TIME", summary: "the date of it all", required: true)
    ],
    operands: [OperandDeclaration("PIPELINE", summary: "what to run")])

  static let driver = CommandDeclaration(
    name: "leadmill", summary: "run the line",
    options: [OptionDeclaration("json", summary: "one JSON object")],
    subcommands: [
      run,
      CommandDeclaration(name: "status", summary: "show what ran", options: []),
      CommandDeclaration(
        name: "tool", summary: "odds and ends", options: [],
        subcommands: [
          CommandDeclaration(
            name: "clean", summary: "clean it's [own] place",
            options: [OptionDeclaration("hard", summary: "all of it")])
        ]),
    ])
}

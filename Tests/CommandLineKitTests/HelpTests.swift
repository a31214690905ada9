import Testing

@testable import CommandLineKit

struct HelpTests {
  @Test("help shows usage, arguments, defaults, choices and examples")
  func whole() {
    #expect(
      Fixture.stage.help(width: 80) == """
        OVERVIEW: demonstrate the options.

        Reads nothing. Writes nothing.

        A second paragraph.

        USAGE: leadmill-demo [options] [FIRST] [REST...]

        ARGUMENTS:
          [FIRST]                 the first file
          [REST...]               the other files

        OPTIONS:
          -w, --workspace DIR     folder of the store
              --workers N         worker threads (default: 2)
              --log FORM          form of log lines (one of text, json; default: text)
          -i, --input FILE        a file (may be repeated)
          -v, --verbose           say more
          -a, --all               take everything
          -h, --help              show this help
              --version           show the version

        EXAMPLES:
          leadmill-demo --workspace ws

        """)
  }

  @Test("a subcommand's help carries its whole name and the options of its parents")
  func subcommand() {
    #expect(
      Fixture.driver.help(width: 80, path: ["run"]) == """
        OVERVIEW: run a pipeline.

        USAGE: leadmill run --as-of TIME [options] PIPELINE

        ARGUMENTS:
          PIPELINE                what to run

        OPTIONS:
              --as-of TIME        the date of it all (required)
              --json              one JSON object
          -h, --help              show this help
              --version           show the version

        """)
  }

  @Test("a command with subcommands lists them")
  func commands() {
    let help = Fixture.driver.help(width: 80)
    #expect(help.contains("USAGE: leadmill [options] COMMAND ...\n"))
    #expect(help.contains("COMMANDS:\n  run                     run a pipeline\n"))
    #expect(help.contains("See 'leadmill help COMMAND'"))
  }

  @Test(
    "no line is wider than asked, and the width stays between 80 and 100",
    arguments: [1, 80, 90, 500])
  func width(asked: Int) {
    let long = CommandDeclaration(
      name: "leadmill-long", summary: Array(repeating: "summary", count: 40).joined(separator: " "),
      options: (1...12).map { number in
        OptionDeclaration(
          "option-with-a-long-name-\(number)", value: "VALUE",
          summary: Array(repeating: "words", count: 30).joined(separator: " "), required: true)
      })
    let widest = long.help(width: asked).split(separator: "\n").map(\.count).max() ?? 0
    let limit = min(100, max(80, asked))
    #expect(widest <= limit)
    #expect(widest > limit - 10)
  }
}

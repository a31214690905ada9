import LeadmillTestSupport
import Testing

@Suite("Every program keeps the conventions of the command line")
struct CommandLineTests {
  static let programs = ["leadmill"] + nightlyStages.map { "leadmill-\($0)" }
  static let commands = [
    "run", "import", "status", "explain", "check", "rules", "doctor", "digest", "completions",
  ]

  @Test("--help explains itself on standard output", arguments: programs)
  func help(program: String) throws {
    let result = try runProgram(program, ["--help"])
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("Usage: \(program)") || result.output.contains(program))
    #expect(result.errors == "")
    if program != "leadmill" {
      for option in ["--workspace", "--as-of", "--dry-run", "--workers", "--progress", "--json"] {
        #expect(result.output.contains(option), "\(option) in\n\(result)")
      }
    }
    for line in result.output.split(separator: "\n") {
      #expect(line.count <= 100, "\(program): \(line)")
    }
  }

  @Test("--version says the program and a version", arguments: programs)
  func version(program: String) throws {
    let result = try runProgram(program, ["--version"])
    #expect(result.status == 0, "\(result)")
    #expect(result.output.hasPrefix("\(program) "), "\(result)")
    #expect(result.errors == "")
  }

  @Test("Each command of the driver has help of its own", arguments: commands)
  func commandHelp(command: String) throws {
    let result = try runProgram("leadmill", [command, "--help"])
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("leadmill \(command)"), "\(result)")
  }

  @Test("An unknown option names itself and the nearest one", arguments: programs.dropFirst())
  func unknownOption(program: String) throws {
    let result = try runProgram(program, ["--workspcae", "x"])
    #expect(result.status == 40, "\(result)")
    #expect(result.errors.contains("--workspcae"), "\(result)")
    #expect(result.errors.contains("--workspace"), "\(result)")
    #expect(result.output == "")
  }

  @Test("An unknown command names the nearest one")
  func unknownCommand() throws {
    let result = try runProgram("leadmill", ["statsu"])
    #expect(result.status == 40, "\(result)")
    #expect(result.errors.contains("statsu") && result.errors.contains("status"), "\(result)")
  }

  @Test("A value may follow '=' or a space, and short options may be joined")
  func spellings() throws {
    let workspace = try TestWorkspace()
    let spellings = [
      ["--workspace=\(workspace.root)", "--as-of=2026-11-02"],
      ["--workspace", workspace.root, "--as-of", "2026-11-02"],
      ["-w", workspace.root, "--as-of=2026-11-02"],
      ["-nw\(workspace.root)", "--as-of=2026-11-02"],
    ]
    for words in spellings {
      let result = try runProgram("leadmill-validate", words + ["--dns=off"])
      #expect(result.status == 99, "\(result)")
    }
  }

  @Test("After '--' a word is an operand, whatever it begins with")
  func doubleDash() throws {
    let workspace = try TestWorkspace()
    let result = try runProgram("leadmill-ingest", ["-w", workspace.root, "--", "--help"])
    #expect(result.status == 30, "\(result)")
    #expect(result.errors.contains("--help"), "\(result)")
  }

  @Test("A missing option, a missing value and a bad value are usage errors")
  func usage() throws {
    let workspace = try TestWorkspace()
    for (words, said) in [
      ([], "--workspace"), (["--workspace"], "--workspace"),
      (["--workspace", workspace.root, "--as-of", "tomorrow"], "tomorrow"),
      (["--workspace", workspace.root, "--workers", "many"], "many"),
      (["--workspace", workspace.root, "--progress", "loud"], "loud"),
      (["--workspace", workspace.root, "--as-of", "2026-02-30"], "2026-02-30"),
    ] {
      let result = try runProgram("leadmill-validate", words)
      #expect(result.status == 40, "\(result)")
      #expect(result.errors.contains(said), "\(result)")
    }
  }

  @Test("--json prints one object and nothing else on standard output")
  func json() throws {
    let workspace = try TestWorkspace()
    let input = try SmallInput.write(to: workspace, rows: 5)
    let result = try workspace.runStage("ingest", ["--json", input])
    let check = try runProgram(
      RepositoryPaths.python,
      [
        "-c",
        "import json,sys; o=json.load(sys.stdin); "
          + "print(o['stage'], o['in'] == sum(o[k] for k in ('inserted','updated','unchanged',"
          + "'duplicate','rejected','suppressed')))",
      ], input: Array(result.output.utf8))
    #expect(check.output == "ingest True\n", "\(result)\n\(check)")
  }

  @Test("A dry run leaves nothing behind")
  func dryRun() throws {
    let workspace = try TestWorkspace()
    let input = try SmallInput.write(to: workspace, rows: 5)
    let result = try workspace.runStage("ingest", ["--dry-run", input])
    #expect([0, 10].contains(result.status), "\(result)")
    #expect(try workspace.count("SELECT count(*) FROM source_row") == 0)
    #expect(try workspace.count("SELECT count(*) FROM stage_run") == 0)
    #expect(try workspace.outputFiles().isEmpty)
  }

  @Test("Completions are what the shells accept", arguments: ["bash", "zsh"])
  func completions(shell: String) throws {
    let result = try runProgram("leadmill", ["completions", shell])
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("leadmill"), "\(result)")
    if shell == "bash" {
      let check = try runProgram("/bin/bash", ["-n"], input: Array(result.output.utf8))
      #expect(check.status == 0, "\(check)")
    }
  }

  @Test("A reader that goes away ends the output quietly")
  func brokenPipe() throws {
    let result = try runProgram(
      "/bin/bash",
      [
        "-c", "set -o pipefail; \"$1\" --help | head -1; exit \"${PIPESTATUS[0]}\"", "bash",
        RepositoryPaths.program("leadmill-ingest"),
      ])
    #expect(result.status == 0, "\(result)")
    #expect(result.errors == "", "\(result)")
  }
}

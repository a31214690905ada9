import Foundation
import LeadmillTestSupport

/// A folder with the real driver and, beside it, stages that are shell scripts: whatever a stage
/// can do to the driver, a test can have it do.
final class FakeStages {
  static let names = [
    "ingest", "validate", "dedupe", "enrich", "score", "send", "escalate", "govern", "report",
  ]

  let workspace: TestWorkspace

  /// - Parameter scripts: bodies of stage scripts; the others end with 0 at once.
  /// - Throws: `TestSupportError` when they cannot be written.
  init(_ scripts: [String: String] = [:]) throws {
    workspace = try TestWorkspace()
    // A shell writes the programs: a file that this process had open for writing could be inherited
    // by a program that another test starts, and would then be too busy to be executed.
    try shell(
      """
      mkdir "$1/bin" && cp "$2" "$1/bin/leadmill"
      """, [workspace.folder, RepositoryPaths.program("leadmill")])
    for name in Self.names { try replace(name, by: scripts[name] ?? "exit 0") }
  }

  func replace(_ stage: String, by script: String) throws {
    let log = workspace.path("calls")
    let text = "#!/bin/sh\necho \"\(stage) $*\" >> '\(log)'\n\(script)\n"
    try shell(
      "rm -f \"$1\" && printf %s \"$2\" > \"$1\" && chmod 755 \"$1\"",
      [workspace.path("bin/leadmill-\(stage)"), text])
  }

  private func shell(_ script: String, _ arguments: [String]) throws {
    let result = try runProgram("/bin/sh", ["-c", script, "sh"] + arguments)
    guard result.status == 0 else { throw TestSupportError("\(result)") }
  }

  /// A pipe that a script can write to, so that the test knows how far it is.
  func pipe(_ name: String) throws -> String {
    let path = workspace.path(name)
    try shell("mkfifo \"$1\"", [path])
    return path
  }

  /// Waits for what a script writes into a pipe.
  func message(from pipe: String) throws -> String {
    try runProgram("/bin/cat", [pipe]).output
  }

  var driver: String { workspace.path("bin/leadmill") }

  /// Writes a pipeline file and says where it is.
  func pipeline(_ text: String, name: String = "test") throws -> String {
    try workspace.write("pipelines/\(name).yaml", text)
  }

  /// Runs the driver with the workspace.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> ProgramResult {
    try runProgram(
      driver, arguments + ["--workspace", workspace.root], environment: environment)
  }

  func start(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun(driver, arguments + ["--workspace", workspace.root])
  }

  /// The stages that were called so far, in order.
  var calls: [String] {
    let text = (try? String(contentsOfFile: workspace.path("calls"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
  }

  /// The arguments of the last call.
  var lastArguments: String {
    let text = (try? String(contentsOfFile: workspace.path("calls"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").last.map(String.init) ?? ""
  }
}

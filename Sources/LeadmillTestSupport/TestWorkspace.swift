internal import Foundation
internal import Store

/// A workspace folder of one test, removed when the test lets go of it.
package final class TestWorkspace {
  /// The as-of date of tests, that of the sample data.
  package static let asOf = "2026-11-02T06:00:00Z"

  /// The folder of the test.
  package let folder: String
  /// The workspace inside it.
  package let root: String

  package init() throws {
    folder = try TemporaryFolder.create(label: "test")
    root = "\(folder)/ws"
  }

  deinit {
    if ProcessInfo.processInfo.environment["LEADMILL_KEEP_WORKSPACES"] == nil {
      try? FileManager.default.removeItem(atPath: folder)
    }
  }

  package var databasePath: String { "\(root)/leadmill.db" }
  package var outputFolder: String { "\(root)/output" }

  // MARK: Files beside the workspace

  package func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Writes an input file, with the folders above it, and says where it is.
  @discardableResult
  package func write(_ name: String, _ text: String) throws -> String {
    try write(name, bytes: Array(text.utf8))
  }

  @discardableResult
  package func write(_ name: String, bytes: [UInt8]) throws -> String {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  /// A private copy of `pipelines/` that the test may change; give it to `--config`.
  package func copyPipelines() throws -> String {
    let copy = path("pipelines")
    try FileManager.default.copyItem(atPath: RepositoryPaths.pipelines, toPath: copy)
    return copy
  }

  /// Replaces text in a file of the test's folder; fails when it is not there.
  package func replace(in name: String, _ old: String, by new: String) throws {
    let text = try String(contentsOfFile: path(name), encoding: .utf8)
    guard text.contains(old) else {
      throw TestSupportError("'\(old)' does not occur in \(name)")
    }
    try write(name, text.replacingOccurrences(of: old, with: new))
  }

  // MARK: Programs

  /// Runs a stage on the workspace, as of the usual date unless the arguments say otherwise.
  package func runStage(
    _ stage: String, _ arguments: [String] = [], environment: [String: String] = [:],
    killAfterMicroseconds: Int? = nil
  ) throws -> ProgramResult {
    try runProgram(
      "leadmill-\(stage)", contract(arguments), environment: environment,
      killAfterMicroseconds: killAfterMicroseconds)
  }

  /// Starts a stage and leaves it running.
  package func startStage(
    _ stage: String, _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> ProgramRun {
    try ProgramRun("leadmill-\(stage)", contract(arguments), environment: environment)
  }

  /// Runs the driver with a workspace: `leadmill COMMAND ... --workspace DIR`.
  package func runDriver(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> ProgramResult {
    try runProgram(
      "leadmill", arguments + ["--workspace", root], environment: environment)
  }

  private func contract(_ arguments: [String]) -> [String] {
    var all = ["--workspace", root, "--progress", "none"]
    if !arguments.contains(where: { $0.hasPrefix("--as-of") }) { all += ["--as-of", Self.asOf] }
    if !arguments.contains(where: { $0.hasPrefix("--config") }) {
      all += ["--config", RepositoryPaths.pipelines]
    }
    return all + arguments
  }

  // MARK: Looking into the database

  /// The rows of a query, each value as text, NULL as `-`.
  package func rows(_ sql: String) throws -> [[String]] {
    let database = try Database(path: databasePath, mode: .readOnly)
    let statement = try database.prepareDefinition(sql, origin: "test")
    var rows: [[String]] = []
    while try statement.step() {
      rows.append(
        (0..<statement.columnCount).map { statement.isNull($0) ? "-" : statement.text($0) })
    }
    return rows
  }

  /// The first value of a query as a number, 0 when there is none.
  package func count(_ sql: String) throws -> Int {
    Int(try rows(sql).first?.first ?? "0") ?? 0
  }

  /// The rows of a query as an aligned table without a header, for comparison with an expectation.
  package func table(_ sql: String) throws -> String {
    let rows = try rows(sql)
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      zip(row, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }
        .joined(separator: " | ").trimmingCharacters(in: .whitespaces)
    }.joined(separator: "\n")
  }
}

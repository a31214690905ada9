import Foundation
import LeadModel
import LeadmillTestSupport
import Testing

/// The rejects workbooks of a workspace, and the hands that correct them.
struct RejectsBook {
  let workspace: TestWorkspace
  /// Name of the source file.
  let source: String
  /// Header of the column that names rows.
  let by: String
  /// Given to every stage.
  var options: [String] = []

  var path: String { "\(workspace.outputFolder)/rejects/\(source)-rejects.xlsx" }
  var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// Corrects a workbook and says which rows are left in it.
  @discardableResult
  func edit(_ edits: [String: Any], from other: String? = nil, to target: String) throws -> [String]
  {
    var edits = edits
    edits["by"] = by
    let input = try JSONSerialization.data(withJSONObject: edits)
    let result = try ProgramRun(
      RepositoryPaths.python,
      ["\(RepositoryPaths.fixtures)/edit_rejects.py", other ?? path, target], input: Array(input)
    ).wait()
    try #require(result.status == 0, "\(result)")
    return result.output.split(separator: "\n").map(String.init)
  }

  /// Names of the rows in the workbook as it is.
  func names() throws -> [String] {
    guard exists else { return [] }
    return try edit([:], to: workspace.path("looked-at.xlsx"))
  }

  /// Ingests and validates a file; the equation of ingest without its zeros.
  func take(_ path: String, killAfterMicroseconds: Int? = nil) throws -> String {
    if let killAfterMicroseconds {
      _ = try workspace.runStage(
        "ingest", options + [path], killAfterMicroseconds: killAfterMicroseconds)
    }
    let result = try workspace.runStage("ingest", options + [path])
    try #require([0, 10, 99].contains(result.status), "\(result)")
    if let killAfterMicroseconds {
      _ = try workspace.runStage("validate", options, killAfterMicroseconds: killAfterMicroseconds)
    }
    let validated = try workspace.runStage("validate", options)
    try #require([0, 10, 99].contains(validated.status), "\(validated)")
    return Self.equation(of: "ingest", in: result)
  }

  /// The terms of a stage's equation that are not zero.
  static func equation(of stage: String, in result: ProgramResult) -> String {
    let line = result.output.split(separator: "\n").first { $0.hasPrefix("\(stage): ") } ?? ""
    return line.dropFirst("\(stage): ".count).split(whereSeparator: { "=+".contains($0) })
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.hasPrefix("0 ") }
      .joined(separator: ", ")
  }
}

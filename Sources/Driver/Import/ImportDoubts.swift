import ImportHistory
import LeadModel
import StageKit
import Store
import Validation

/// What an import says at its end about values that it did not take, or doubts: its rows were taken,
/// so nothing else on the screen speaks of them.
enum ImportDoubts {
  private static let limit = 12

  /// Where the workspace's list of findings ends; 0 for a new workspace.
  static func end(of workspace: Workspace) throws -> Int64 {
    guard workspace.exists, FilePaths.exists(workspace.databasePath) else { return 0 }
    do {
      return try Doubt.end(of: Database(path: workspace.databasePath, mode: .readOnly))
    } catch {
      // What is wrong with the database is the import's to say.
      return 0
    }
  }

  static func supplement(since start: Int64) -> PipelineProgram.Supplement {
    PipelineProgram.Supplement(
      lines: { database, _ in try lines(Doubt.all(since: start, in: database)) },
      members: { database, _ in
        [("doubts", .array(try Doubt.all(since: start, in: database).map(\.json)))]
      })
  }

  /// Without what stands in the cells: an import's output is a log for some.
  private static func lines(_ doubts: [Doubt]) -> [String] {
    guard !doubts.isEmpty else { return [] }
    let more = doubts.count - limit
    return ["doubtful, or not taken:"]
      + doubts.prefix(limit).map { doubt in
        guard let rule = ValidationRule.named(doubt.code) else {
          return TerminalText.line("  \(doubt.place): \(doubt.message)")
        }
        return "  \(doubt.place): expected that \(rule.summary)"
      }
      + (more > 0 ? ["  … and \(more) more kinds"] : [])
      + ["their places: the findings of the data-quality workbook, or leadmill explain FILE:ROW"]
  }
}

extension Doubt {
  /// As in `3 x VAL010 email`.
  var place: String { "\(count) x \(code)\(field.isEmpty ? "" : " \(field)")" }

  var json: JSONValue {
    ["code": .string(code), "field": .string(field), "count": .int(Int64(count))]
  }
}

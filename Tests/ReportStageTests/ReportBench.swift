import Bytes
import Definitions
import Foundation
import LeadModel
import LeadmillTestSupport
import Store
import Tabular

@testable import ReportStage

/// A store and an output folder for drawing report definitions that are written out in a test.
final class ReportBench {
  static let asOf = Timestamp(iso: "2026-11-02T06:00:00Z") ?? Timestamp(seconds: 0)

  let workspace: TestWorkspace
  let database: Database

  init() throws {
    workspace = try TestWorkspace()
    try FileManager.default.createDirectory(
      atPath: workspace.root, withIntermediateDirectories: true)
    database = try Database(path: workspace.databasePath, mode: .readWrite)
  }

  /// Draws a definition and says where the workbook is.
  func draw(
    _ yaml: String, mask: PersonalDataMask = .standard, name: String = "test"
  ) throws -> String {
    let definition = try ReportDefinition(
      DefinitionNode.parse(yaml, file: "reports/test.yaml"), name: "test")
    let reader = ReportReader(
      database: try Database(path: workspace.databasePath, mode: .readOnly),
      source: DefinitionSource(text: yaml),
      parameters: [":as_of": .int(Self.asOf.seconds), ":run_id": .text("nightly-2026-11-02-1")],
      mask: mask)
    if let forecast = definition.forecast {
      try ForecastTables(definition: forecast, asOf: Self.asOf).fill(
        reader.database, with: DealReader.deals(in: reader.database))
    }
    for dataset in definition.datasets { try reader.materialise(dataset) }
    let path = workspace.path("\(name).xlsx")
    try WorkbookRenderer(
      definition: definition, data: reader.data(of: definition), asOf: Self.asOf,
      runID: "nightly-2026-11-02-1", path: path
    ).render()
    return path
  }

  /// The message of the error that drawing a definition ends in; nil when it does not.
  func failure(_ yaml: String) -> String? {
    do {
      _ = try draw(yaml)
      return nil
    } catch let error as DefinitionError {
      return error.description
    } catch {
      return "not an error of the definition: \(error)"
    }
  }

  /// The cells of a sheet as a person sees them, a line a row, cells parted by ` | `.
  func cells(_ path: String, sheet: Int = 0) throws -> [String] {
    let file = try TableFile(path: path)
    let reader = try file.makeReader(sheet: sheet)
    var batch = CellBatch()
    var lines: [String] = []
    while try reader.next(&batch) {
      for row in 0..<batch.rowCount {
        lines.append(
          (0..<batch.cellCount(row)).map { batch.string(row, $0) }.joined(separator: " | "))
      }
    }
    return lines
  }
}

/// A definition with one sheet that holds one table, other blocks of it, and other keys.
func tableDefinition(
  sql: [String], columns: [String], blocks: [String] = [], more: String = ""
) -> String {
  let indent = { (lines: [String], start: String) in lines.map { start + $0 + "\n" }.joined() }
  return """
    title: Test
    question: Does it work?
    sheets:
      - name: Only
        answers: It does.
        blocks:
          - table:
              id: only
              sql: |
    \(indent(sql, "            "))\
              columns:
    \(indent(columns, "            - "))\
    \(indent(blocks, "      - "))\
    \(more)
    """
}

package import StageKit
import CommandLineKit
import Definitions
import LeadModel
import Store
import Workbook

/// Draws the workbooks that `reports/*.yaml` define.
package enum ReportStage {
  package static let declaration = StageDeclaration(
    name: "report",
    summary: "draw workbooks from the store as report definitions say",
    options: [ReportFolder.option],
    operands: [
      OperandDeclaration(
        "REPORT", summary: "name of a report, as data-quality; default: all", repeats: true,
        required: false)
    ],
    examples: [
      "leadmill-report --workspace ws",
      "leadmill-report --workspace ws --as-of 2026-11-02 forecast",
    ],
    body: run)

  private static func run(_ context: StageContext) throws {
    let reports = try ReportFolder(context).reports(named: context.arguments.operands)
    let mask = try ExportMask.load(context.configuration)
    let lastRun = try context.database.query("report-last-run").first { $0.text(0) } ?? "none"
    try Folder.create(context.workspace.outputFolder)
    // All measures first: a report may compare those of another, whatever the order of drawing.
    let readers = try reports.map { report in
      let reader = try reader(of: report, mask: mask, lastRun: lastRun, context: context)
      try keepMeasures(report.definition, reader: reader, context: context)
      return reader
    }
    var paths: [JSONValue] = []
    for (index, report) in reports.enumerated() {
      context.progress(done: index, of: reports.count, unit: "workbooks")
      let path = "\(context.workspace.outputFolder)/\(report.definition.name).xlsx"
      let disposition = try draw(
        report.definition, reader: readers[index], context: context, lastRun: lastRun, path: path)
      try context.transaction {
        context.counts.rowsIn += 1
        context.record(disposition, row: Int64(index + 1))
      }
      paths.append(.string(path))
    }
    context.progress(done: reports.count, of: reports.count, unit: "workbooks")
    context.result("workbooks", .array(paths))
  }

  /// A connection of the report's own, with its datasets: temporary tables of one report are not
  /// seen by another.
  private static func reader(
    of report: (definition: ReportDefinition, file: String), mask: PersonalDataMask,
    lastRun: String, context: StageContext
  ) throws -> ReportReader {
    let source = DefinitionSource(
      text: String(decoding: try WorkbookFile.bytes(report.file), as: UTF8.self))
    let reader = ReportReader(
      database: try Database(path: context.workspace.databasePath, mode: .readOnly),
      source: source,
      parameters: [":as_of": .int(context.asOf.seconds), ":run_id": .text(lastRun)], mask: mask)
    if let forecast = report.definition.forecast {
      try ForecastTables(definition: forecast, asOf: context.asOf).fill(
        reader.database, with: DealReader.deals(in: reader.database))
    }
    for dataset in report.definition.datasets { try reader.materialise(dataset) }
    return reader
  }

  private static func draw(
    _ definition: ReportDefinition, reader: ReportReader, context: StageContext, lastRun: String,
    path: String
  ) throws -> Disposition {
    let data = try reader.data(of: definition)
    let file = WorkbookFile(path: path)
    defer { file.discard() }
    do {
      try WorkbookRenderer(
        definition: definition, data: data, asOf: context.asOf, runID: lastRun,
        path: file.draftPath
      ).render()
    } catch let error as WorkbookError {
      throw StageFailure(
        .internalFault,
        "\(error); check the free space and the rights of the output folder")
    }
    guard try file.differs() else { return .unchanged }
    let isNew = !file.exists
    if !context.isDryRun { try file.publish() }
    return isNew ? .inserted : .updated
  }

  /// Keeps the report's measures under the as-of date, for the comparison night by night.
  private static func keepMeasures(
    _ definition: ReportDefinition, reader: ReportReader, context: StageContext
  ) throws {
    guard !definition.measures.isEmpty else { return }
    let results = try definition.measures.map { query in
      let table = try reader.table(query).table
      let columns = try ["name", "scope", "value"].map { try table.index(of: $0, at: query.node) }
      return (table: table, columns: columns)
    }
    try context.transaction {
      let insert = try context.database.query("report-measure-set")
      for (table, columns) in results {
        for row in table.rows where row[columns[2]] != .null {
          try insert.run(
            .int(context.asOf.seconds), row[columns[0]], row[columns[1]], row[columns[2]])
        }
      }
    }
  }
}

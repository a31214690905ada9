import ImportHistory
import IngestStage
import LeadModel
import StageKit
import Store
import ValidateStage

/// `leadmill import --dry-run`: what the import would do to the records, and nothing of it kept.
///
/// Ingest and validate work in this process, in one transaction that is rolled back: the later stages
/// follow from what these two leave, and the cost is that of reading the files.
struct ImportRehearsal {
  private let plan: RunPlan

  init(_ plan: RunPlan) {
    self.plan = plan
  }

  private struct Seen {
    let preview: ImportPreview
    let results: [StageRehearsal.Result]
  }

  static let workbookName = "import-dry-run.xlsx"
  private var workbookPath: String { "\(plan.workspace.outputFolder)/\(Self.workbookName)" }

  func run() throws -> Outcome {
    let declarations = [IngestStage.declaration, ValidateStage.declaration]
    let steps = declarations.map { StageRehearsal.Step($0, words(of: $0)) }
    let seen = try StageRehearsal.run(
      steps, workspace: plan.workspace, purpose: "leadmill import --dry-run",
      isUnfinished: { database, run in
        try database.query("driver-ingest-paused").first(.text(run)) { _ in true } ?? false
      },
      prepare: { try ImportPreview.Start($0) },
      read: { database, start, results in
        Seen(preview: try ImportPreview(since: start, results, in: database), results: results)
      })
    let failed = seen.results.first { $0.failure != nil }
    // Where no row was read there is nothing to preview; what is wrong is all there is to say.
    if let failed, let failure = failed.failure, seen.preview.counts.rowsIn == 0, !plan.isJSON {
      throw StageFailure(failed.outcome, failure)
    }
    let outcome =
      failed?.outcome ?? (seen.preview.counts.rejected > 0 ? .rejectedRows : .done)
    try PreviewWorkbook(
      seen.preview, files: plan.inputs.map { FilePaths.lastPart($0) }, asOf: plan.asOf
    ).write(to: workbookPath)
    if plan.isJSON {
      Output.line(json(seen.preview, outcome, failed?.failure).text(indented: true))
    } else {
      for line in ImportPreviewText(seen.preview, asOf: plan.asOf).lines { Output.line(line) }
      Output.line("workbook: \(workbookPath)")
    }
    if let failure = failed?.failure { throw StageFailure(outcome, failure) }
    return outcome
  }

  /// The words that the pipeline would give the stage.
  private func words(of stage: StageDeclaration) -> [String] {
    let options = plan.pipeline.steps.first { $0.stage == stage.name }?.options ?? []
    let words =
      ["--as-of=\(plan.asOf)", "--config=\(plan.configuration)"] + plan.commonOptions + options
      + (plan.stageOptions[stage.name] ?? [])
    return stage.name == "ingest" ? ["--pause"] + words + ["--"] + plan.inputs : words
  }

  private func json(
    _ preview: ImportPreview, _ outcome: Outcome, _ failure: String?
  ) -> JSONValue {
    let counts = Disposition.allCases.map {
      (key: $0.rawValue, value: JSONValue.int(Int64(preview.counts[$0])))
    }
    var members: [(key: String, value: JSONValue)] = [
      ("dry_run", .bool(true)), ("as_of", .string(plan.asOf.description)),
      ("exit", .int(Int64(outcome.rawValue))), ("in", .int(Int64(preview.counts.rowsIn))),
    ]
    members += counts
    members += [
      ("new", .array(preview.new.map(\.json))),
      ("changed", .array(preview.changes.map(\.json))),
      ("rejections", .array(preview.rejections.map(\.json))),
      ("doubts", .array(preview.doubts.map(\.json))),
      ("riskiest", .array(preview.risks.map(\.json))),
      ("workbook", .string(workbookPath)),
    ]
    if let failure { members.append(("error", .string(failure))) }
    return .object(members)
  }
}

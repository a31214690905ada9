import LeadModel
import StageKit

/// Everything that a run is determined by, from the command line and the pipeline's file.
struct RunPlan {
  let pipeline: PipelineDefinition
  let workspace: Workspace
  let asOf: Timestamp
  /// Folder of the definitions, as the stages get it.
  let configuration: String
  /// Files and folders for ingest, empty for what it takes by itself; or the imports to undo.
  let inputs: [String]
  /// Options for single stages from the command line, after those of the pipeline's file.
  var stageOptions: [String: [String]] = [:]
  /// Overrides every gate on rejected rows.
  var maximumRejectedShare: Double?
  /// What every stage gets besides: `--workers=4`, `--log=json` and their kin.
  var commonOptions: [String] = []
  var isDryRun = false
  var isJSON = false
  /// The command line that resumes this run, without workspace and date; its first word is the
  /// command.
  let words: [String]
  /// The run to go on with, nil for a new one.
  var resumed: String?

  var showsProgress: Bool { !commonOptions.contains("--progress=none") }

  /// Whether ingest stops before files that wait for validate, so that both take turns. What a stage
  /// rehearses by itself, the next one does not see.
  var pausesIngest: Bool {
    !isDryRun && pipeline.steps.drop { $0.stage != "ingest" }.contains { $0.stage == "validate" }
  }

  /// The command line of one stage, without the program's name.
  func arguments(for step: PipelineDefinition.Step, runID: String) -> [String] {
    var arguments = [
      "--workspace=\(workspace.root)", "--run=\(runID)", "--as-of=\(asOf)",
      "--config=\(configuration)",
    ]
    arguments += commonOptions
    if isDryRun { arguments.append("--dry-run") }
    if pausesIngest, step.stage == "ingest" { arguments.append("--pause") }
    arguments += step.options + (stageOptions[step.stage] ?? [])
    let takesInputs = step.stage == "ingest" || step.stage == "undo"
    if takesInputs, !inputs.isEmpty { arguments += ["--"] + inputs }
    return arguments
  }
}

import CommandLineKit
import IngestStage
import StageKit

/// `leadmill import`: files of leads through the pipeline `import`.
enum ImportCommand: DriverCommand {
  static let declaration = CommandDeclaration(
    name: "import",
    summary: "import files and score what is new",
    discussion: """
      Runs the pipeline import.yaml of the configuration folder, ingest to score, on the files. A \
      file that was imported before changes nothing. Rejected rows come back as a workbook that can \
      be corrected and imported again. --dry-run says what would happen, field by field, and \
      which changes are the riskiest, and leaves a workbook of it in the output folder; nothing else is kept.
      """,
    options: [
      OptionDeclaration(
        "mapping", short: "m", value: "NAME",
        summary: "the column mapping to read all files with; default: the one that fits each"),
      OptionDeclaration(
        "accept-drift",
        summary: "load files that are laid out unlike the last ones of their supplier"),
      OptionDeclaration(
        "dns", value: "HOW", summary: "how to check e-mail domains: off, system or HOST:PORT"),
    ] + CSVArguments.options + WorkbookArguments.options + IngestStage.loadOptions
      + RunOptions.shared,
    operands: [OperandDeclaration("FILE", summary: "a file or folder to import", repeats: true)],
    examples: [
      "leadmill import leads.xlsx --workspace ws",
      "leadmill import event.csv --workspace ws --mapping leads-event --dry-run",
      "leadmill import numbers.csv --workspace ws --mode update --key email --fill-only-empty",
    ])

  static func run(_ arguments: ParsedArguments) throws -> Outcome {
    let plan = try plan(arguments)
    return plan.isDryRun
      ? try ImportRehearsal(plan).run()
      : try PipelineProgram(
        plan, supplement: ImportDoubts.supplement(since: try ImportDoubts.end(of: plan.workspace))
      ).perform()
  }

  static func plan(_ arguments: ParsedArguments) throws -> RunPlan {
    let configuration = CommonArguments.configuration(arguments)
    let definition = try PipelineDefinition.load(
      path: configuration.path("import.yaml"), stages: Stages.all)
    for path in arguments.operands where !FilePaths.exists(path) {
      throw StageFailure(.unusableInput, "found no file or folder '\(path)'; correct the path")
    }
    let folder = FilePaths.absolute(configuration.path)
    let common = try RunOptions.common(arguments)
    var own: [String: [String]] = [:]
    if let mapping = arguments.value("mapping") { own["ingest"] = ["--mapping=\(mapping)"] }
    let reading = CSVArguments.words(arguments) + WorkbookArguments.words(arguments)
    if arguments.flag("accept-drift") { own["ingest", default: []].append("--accept-drift") }
    if !reading.isEmpty { own["ingest", default: []] += reading }
    for option in IngestStage.loadOptions where arguments.isGiven(option.name) {
      let value = option.value == nil ? "" : "=\(arguments.value(option.name) ?? "")"
      own["ingest", default: []].append("--\(option.name)\(value)")
    }
    if let dns = arguments.value("dns") { own["validate"] = ["--dns=\(dns)"] }
    let inputs = arguments.operands.map { FilePaths.absolute($0) }
    let words =
      ["import", "--config=\(folder)"] + common + own.keys.sorted().flatMap { own[$0] ?? [] }
      + ["--"] + inputs
    return RunPlan(
      pipeline: definition, workspace: CommonArguments.workspace(arguments),
      asOf: try CommonArguments.asOf(arguments), configuration: folder, inputs: inputs,
      stageOptions: own, maximumRejectedShare: try RunOptions.maximumRejectedShare(arguments),
      commonOptions: common, isDryRun: arguments.flag(StageOptions.dryRun.name),
      isJSON: arguments.flag(StageOptions.json.name), words: words)
  }
}

import Bytes
package import CommandLineKit
import Definitions
import LeadModel
import Rejects
package import StageKit
import Tabular

/// Reads files of leads and of what surrounds them into the source layer.
package enum IngestStage {
  /// Options that say what rows may do to known records; who runs the stage passes them on.
  package static let loadOptions = LoadOptions.all

  package static let declaration = StageDeclaration(
    name: "ingest", summary: "read CSV and XLSX files into the source layer",
    options: [
      OptionDeclaration(
        "mapping", short: "m", value: "NAME",
        summary: "the column mapping to use; default: chosen by file name, else by header"),
      OptionDeclaration(
        "accept-drift",
        summary: "load files that are laid out unlike the last ones of their supplier"),
    ] + CSVArguments.options + WorkbookArguments.options + LoadOptions.all,
    operands: [
      OperandDeclaration(
        "file", summary: "files, or folders of files; default: the workspace's inbox",
        repeats: true, required: false)
    ],
    examples: [
      "leadmill-ingest --workspace ws sample-data",
      "leadmill-ingest --workspace ws --mapping leads-messe fair.csv",
    ],
    body: run)

  private static func run(_ context: StageContext) throws {
    let mappings = try loadMappings(context)
    let named = try context.arguments.value("mapping").map { try mapping(named: $0, in: mappings) }
    let input = try InputFiles(
      operands: context.arguments.operands, inbox: context.workspace.inboxFolder)
    for name in input.skipped { context.log.info("", "\(name) is no CSV or XLSX file: left alone") }
    if input.paths.isEmpty {
      context.log.info("", "found no file to read: nothing to do")
      return
    }
    try ContentAgain(context: context).take()
    let chooser = MappingChooser(mappings, matcher: try SynonymFile.matcher(context.configuration))
    let drift = DriftCheck(context: context, isAccepted: context.arguments.flag("accept-drift"))
    var failures: [String] = []
    let rowsBefore = context.counts.inserted + context.counts.updated
    for path in input.paths {
      do {
        try load(path, chooser: chooser, named: named, drift: drift, in: context)
      } catch let error as TabularError {
        failures.append(error.description)
      } catch let failure as StageFailure where failure.outcome == .unusableInput {
        failures.append(failure.message)
      }
    }
    try writeRejects(context)
    if !failures.isEmpty {
      if context.counts.inserted + context.counts.updated > rowsBefore {
        failures.append(
          "the other files are loaded; their rows wait for the next import, with this one corrected "
            + "or left out")
      }
      throw StageFailure(.unusableInput, failures.joined(separator: "\n"))
    }
  }

  private static func load(
    _ path: String, chooser: MappingChooser, named: SourceMapping?, drift: DriftCheck,
    in context: StageContext
  ) throws {
    var file = try OpenedFile(
      path: path, chooser: chooser, named: named,
      returns: ReturnedSheets(database: context.database), arguments: context.arguments)
    file.loading = try LoadOptions.rules(of: file, context.arguments)
    context.didWork()
    try drift.check(file)
    for reason in file.leftAlone { context.log.info("", "\(file.name): \(reason): left alone") }
    let before = context.counts
    let mappingHash =
      file.proposedText.map { SHA256Digest.hex($0) }
      ?? context.configuration.hash(of: ["mappings/\(file.mapping.name).yaml"])
    defer {
      let rows = context.counts.rowsIn - before.rowsIn
      let how = file.proposedText == nil ? "mapping" : "as proposed, like mapping"
      context.log.info("", "\(file.name): \(rows) rows, \(how) \(file.mapping.name)")
    }
    try FileLoader.load(file, mappingHash: mappingHash, in: context)
  }

  /// The mappings of a configuration folder, none when it has none.
  static func mappings(_ configuration: ConfigurationFolder) throws -> SourceMappings {
    let mappings = try SourceMappings(
      configuration.files(in: "mappings").map { file in
        (
          name: String(file.dropFirst("mappings/".count).dropLast(".yaml".count)),
          node: try configuration.load(file)
        )
      })
    for mapping in mappings.all { try ChoiceCheck.check(mapping) }
    return mappings
  }

  private static func loadMappings(_ context: StageContext) throws -> SourceMappings {
    let mappings = try mappings(context.configuration)
    guard !mappings.all.isEmpty else {
      throw StageFailure(
        .badConfiguration,
        "'\(context.configuration.path("mappings"))' has no mapping; name the folder of the "
          + "pipelines with --config")
    }
    return mappings
  }

  static func mapping(named name: String, in mappings: SourceMappings) throws -> SourceMapping {
    if let mapping = mappings.named(name) { return mapping }
    let known = mappings.all.map(\.name).joined(separator: ", ")
    throw StageFailure(
      .badConfiguration, "--mapping: there is no mapping '\(name)'; there are: \(known)")
  }

  /// Gives rejected rows back as workbooks, one a source file.
  private static func writeRejects(_ context: StageContext) throws {
    guard !context.isDryRun else { return }
    let lines = try RejectsWriter(
      database: context.database, folder: context.workspace.rejectsFolder, asOf: context.asOf
    ).writePending()
    for line in lines { context.say(line) }
  }
}

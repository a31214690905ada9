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
      OptionDeclaration(
        InputPause.option,
        summary: "stop before a file that depends on rows which wait for validate, as rows with a "
          + "key do; the same command goes on there after validate, as leadmill run does"),
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
    var failures = leaveAlone(input, mappings, in: context)
    if input.paths.isEmpty {
      guard failures.isEmpty else {
        throw StageFailure(.unusableInput, failures.joined(separator: "\n"))
      }
      context.log.info("", "found no file to read: nothing to do")
      return
    }
    try ContentAgain(context: context).take()
    let chooser = MappingChooser(mappings, matcher: try SynonymFile.matcher(context.configuration))
    let drift = DriftCheck(context: context, isAccepted: context.arguments.flag("accept-drift"))
    let rowsBefore = context.counts.inserted + context.counts.updated
    let pause =
      context.arguments.flag(InputPause.option)
      ? InputPause(paths: input.paths, in: context) : nil
    var waiting: ArraySlice<String> = []
    for index in input.paths.indices.dropFirst(try pause?.taken() ?? 0) {
      do {
        let file = try open(input.paths[index], chooser: chooser, named: named, in: context)
        if let pause, try pause.isDue(before: file) {
          waiting = input.paths[index...]
          break
        }
        try load(file, drift: drift, in: context)
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
      if !waiting.isEmpty {
        failures.append("not looked at: \(waiting.map(name).joined(separator: ", "))")
      }
      throw StageFailure(.unusableInput, failures.joined(separator: "\n"))
    }
    if let first = waiting.first {
      context.log.info(
        "", "\(name(of: first)) waits until validate has looked at the rows before it")
      try pause?.stop(after: waiting.startIndex)
    } else {
      try pause?.finish()
    }
  }

  /// Says which files of a folder are left alone.
  ///
  /// - Returns: what is wrong with those that cannot be.
  private static func leaveAlone(
    _ input: InputFiles, _ mappings: SourceMappings, in context: StageContext
  ) -> [String] {
    let stray = StrayFiles(mappings: mappings.all, read: Set(input.paths))
    return input.skipped.compactMap { path in
      switch stray.verdict(path) {
      case .leaveAlone:
        context.log.info("", "\(name(of: path)) is no CSV or XLSX file: left alone")
        return nil
      case .warn(let text):
        context.log.warning("", text)
        return nil
      case .stop(let text): return text
      }
    }
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func open(
    _ path: String, chooser: MappingChooser, named: SourceMapping?, in context: StageContext
  ) throws -> OpenedFile {
    var file = try OpenedFile(
      path: path, chooser: chooser, named: named,
      returns: ReturnedSheets(database: context.database), arguments: context.arguments)
    file.loading = try LoadOptions.rules(of: file, context.arguments)
    return file
  }

  private static func load(
    _ file: OpenedFile, drift: DriftCheck, in context: StageContext
  ) throws {
    context.didWork()
    try drift.check(file)
    try LostRefusals.check(file, isAccepted: drift.isAccepted, in: context)
    try RefusalSheets.check(file, isAccepted: drift.isAccepted, in: context)
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
    try FileLoader.load(
      file, mappingHash: mappingHash, isAccepted: drift.isAccepted, in: context)
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

import CommandLineKit
import IngestStage
import LeadModel
import StageKit
import Store
import Tabular

/// `leadmill inspect`: what is in a file, and how it would be read, before anything is loaded.
enum InspectCommand: DriverCommand {
  static let declaration = CommandDeclaration(
    name: "inspect",
    summary: "show what is in a file and how its columns would be read",
    discussion: """
      Nothing is loaded. Says how the file is written, what stands around the rows and is left out, \
      which columns mean what, how sure that is and \
      why, and what the values of each column look like over the whole file. Counts of different \
      values are exact up to 10,000 and estimated beyond (marked ~, within 2 percent).

      With --save the columns, as they were understood, become a mapping of the configuration \
      folder; look through its comments, correct it, and import the file. With --workspace the file \
      is held against the last files of its supplier.
      """,
    options: [
      OptionDeclaration(
        "workspace", short: "w", value: "DIR",
        summary: "a workspace whose earlier files the layout is held against"),
      OptionDeclaration(
        "mapping", short: "m", value: "NAME",
        summary: "the mapping to read it with; default: as import would choose"),
      OptionDeclaration(
        "save", short: "s", value: "NAME",
        summary: "write the columns as understood to mappings/NAME.yaml of the configuration folder"
      ),
      StageOptions.config, StageOptions.json,
    ] + CSVArguments.options + WorkbookArguments.options,
    operands: [OperandDeclaration("FILE", summary: "a CSV or XLSX file")],
    examples: [
      "leadmill inspect fair.xlsx",
      "leadmill inspect fair.xlsx --save leads-fair",
      "leadmill inspect leads-web.csv --workspace ws --json",
    ])

  static func run(_ arguments: ParsedArguments) throws -> Outcome {
    guard let path = arguments.operands.first else {
      throw UsageError("found no file to inspect", command: "leadmill inspect")
    }
    let database = try arguments.isGiven("workspace") ? ExistingWorkspace.open(arguments).1 : nil
    let configuration = CommonArguments.configuration(arguments)
    let inspection: FileInspection
    do {
      inspection = try FileInspection(
        path: path, configuration: configuration, mappingName: arguments.value("mapping"),
        database: database, arguments: arguments)
    } catch let error as TabularError {
      throw StageFailure(.unusableInput, error.description)
    }
    let saved = try arguments.value("save").map { try save(inspection, as: $0, in: configuration) }
    let view = InspectionView(inspection, saved: saved)
    if arguments.flag(StageOptions.json.name) {
      Output.line(view.json.text(indented: true))
    } else {
      for line in view.lines { Output.line(line) }
    }
    return inspection.sheets.contains { $0.failure != nil } ? .unusableInput : .done
  }

  /// - Returns: the path of the new mapping.
  private static func save(
    _ inspection: FileInspection, as name: String, in configuration: ConfigurationFolder
  ) throws -> String {
    let isName =
      !name.isEmpty && name.utf8.count <= 64
      && name.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      }
    guard isName else {
      throw UsageError(
        "option '--save': '\(name)' cannot be the name of a mapping; use letters, digits, - and _",
        command: "leadmill inspect")
    }
    let path = configuration.path("mappings/\(name).yaml")
    guard !FilePaths.exists(path) else {
      throw StageFailure(
        .badConfiguration, "'\(path)' is there already; choose another name, or remove it first")
    }
    guard let text = inspection.draft(name: name) else {
      throw StageFailure(
        .unusableInput, "found no header in '\(inspection.name)' to make a mapping of")
    }
    try Folder.create(configuration.path("mappings"))
    try FilePaths.replace(path, with: text)
    return path
  }
}

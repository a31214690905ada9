import CommandLineKit
import Export
import LeadModel
import StageKit
import Store

/// `leadmill export`: the records of a kind as a CSV file or a workbook.
enum ExportCommand: DriverCommand {
  static let declaration = CommandDeclaration(
    name: "export",
    summary: "write the records of one kind to a CSV file or a workbook",
    discussion: """
      KIND is one of \(RecordKind.allCases.map(\.rawValue).joined(separator: ", ")).

      Columns are the fields of the kind, the record's id (leadmill_KIND_id) and supplier \
      (leadmill_supplier); leads have leadmill_state and do_not_contact too, and entity_id, score, \
      grade, consent_state, account_id, account_rule, contact_id, contact_rule, email_status, \
      mx_status and phone_status on demand. Do-not-contact entries come out while they count; with \
      --where ended_at!= those that ended.

      Imported again, also after edits, the file changes exactly the cells that were edited; in \
      another workspace it makes the same records. For that, leave the leadmill columns as they are.

      In CSV, a text that a spreadsheet would compute gets an apostrophe before it, which import \
      takes back; telephone numbers and negative numbers stay as they are. Erased people do not \
      come out. An older file is replaced when the new one is whole.
      """,
    options: [
      StageOptions.workspace,
      OptionDeclaration(
        "format", short: "F", value: "FORMAT",
        summary: "csv or xlsx; default: by the name of the file, else csv",
        choices: ["csv", "xlsx"]),
      OptionDeclaration(
        "output", short: "o", value: "FILE",
        summary: "the file to write, - for standard output, which is the default"),
      OptionDeclaration(
        "columns", short: "c", value: "NAMES",
        summary: "columns, divided by commas; 'default' stands for those without this option, "
          + "'all' for every one"),
      OptionDeclaration(
        "where", value: "CONDITION",
        summary: "records to take: FIELD=VALUE, !=, <, <=, >, >=, ~ (contains), !~; "
          + "FIELD= is empty, FIELD!= is not; all of several have to hold", repeats: true),
      OptionDeclaration(
        "delimiter", value: "NAME", summary: "what divides the cells of a CSV file",
        default: "comma", choices: ["comma", "semicolon", "tab"]),
      OptionDeclaration(
        "bom", summary: "begin a CSV file with a byte order mark, for old spreadsheets"),
      StageOptions.asOf, StageOptions.progress,
    ],
    operands: [OperandDeclaration("kind", summary: "what to export")],
    examples: [
      "leadmill export lead --workspace ws --output leads.xlsx",
      "leadmill export lead -w ws --columns email,company,score --where 'score>=70' > hot.csv",
      "leadmill export deal -w ws --where status=open --where 'expected_close_at<2026-11-01'",
    ])

  static func run(_ arguments: ParsedArguments) throws -> Outcome {
    let kind = try kind(arguments.operands.first ?? "")
    let (_, database) = try ExistingWorkspace.open(arguments)
    let output = arguments.value("output").flatMap { $0 == "-" ? nil : $0 }
    let format = try format(arguments, output: output)
    let progress = ProgressReporter(
      program: "leadmill export", choice: arguments.value(StageOptions.progress.name))
    defer { progress.finish() }
    func show(_ done: Int) { progress.update(done: done, of: nil, unit: "records") }
    let count: Int
    do {
      let table = try ExportTable(kind)
      let columns = try table.columns(chosen: arguments.value("columns"))
      let records = try RecordReader(
        table, columns: columns, where: arguments.values("where"), in: database)
      // What one export shows was there at one instant.
      if let output, format == "xlsx" {
        count = try XLSXExport(title: kind.rawValue, asOf: CommonArguments.asOf(arguments))
          .write(records, to: output, progress: show)
      } else {
        let file = try ExportFile(output)
        let csv = CSVExport(
          delimiter: delimiter(arguments), marksOrder: arguments.flag("bom"))
        do {
          count = try csv.write(records, to: { try file.write($0) }, progress: show)
          try file.finish()
        } catch {
          file.giveUp()
          throw error
        }
      }
    } catch let error as ExportError {
      throw StageFailure(.badConfiguration, error.description)
    } catch is ReaderGone {
      return .done
    }
    progress.finish()
    if let output { Output.error("\(output): \(count) records of kind '\(kind.rawValue)'") }
    return .done
  }

  private static func kind(_ name: String) throws -> RecordKind {
    // 'leads' and 'deal-stages' are what people type.
    let plain = String(name.map { $0 == "-" ? "_" : $0 })
    let singular = plain.hasSuffix("s") ? String(plain.dropLast()) : plain
    let candidates = [plain, singular, singular == "activitie" ? "activity" : singular]
    if let kind = candidates.lazy.compactMap(RecordKind.init(rawValue:)).first { return kind }
    let names = RecordKind.allCases.map(\.rawValue)
    throw UsageError(
      "'\(name)' is no kind of record\(NearestName.hint(for: plain, among: names)); there are: "
        + names.joined(separator: ", "), command: "leadmill export")
  }

  private static func format(_ arguments: ParsedArguments, output: String?) throws -> String {
    let isWorkbook = output?.lowercased().hasSuffix(".xlsx") == true
    let format = arguments.value("format") ?? (isWorkbook ? "xlsx" : "csv")
    if let output, !arguments.isGiven("format"), !isWorkbook,
      let suffix = FilePaths.lastPart(output).split(separator: ".").dropFirst().last,
      !["csv", "tsv", "txt"].contains(suffix.lowercased())
    {
      throw UsageError(
        "'\(FilePaths.lastPart(output))' is neither .csv nor .xlsx; name it so, or say which with "
          + "--format", command: "leadmill export")
    }
    if format == "xlsx", output == nil {
      throw UsageError(
        "a workbook cannot go to standard output; name a file with --output",
        command: "leadmill export")
    }
    return format
  }

  private static func delimiter(_ arguments: ParsedArguments) -> UInt8 {
    switch arguments.value("delimiter") {
    case "semicolon": UInt8(ascii: ";")
    case "tab": 9
    default: UInt8(ascii: ",")
    }
  }
}

import Bytes
import CommandLineKit
import Glibc
import IngestStage
import StageKit
import Tabular

/// `leadmill convert`: tables as they were understood, as plain CSV.
enum ConvertCommand: DriverCommand {
  static let declaration = CommandDeclaration(
    name: "convert",
    summary: "write the table of a CSV or XLSX file as plain CSV",
    discussion: """
      The output is UTF-8 with commas, quotes where they are needed, and LF; lines above and below \
      the table are left out, a header of several rows becomes one, rows that end early are filled \
      up. Values stay as they are. What was mended is said on standard error.
      """,
    options: [
      OptionDeclaration(
        "output", short: "o", value: "DIR", summary: "write a file for each input there, NAME.csv"),
      OptionDeclaration(
        "sheet", value: "NAME", summary: "sheet of a workbook, or its number; default: the first"),
      OptionDeclaration("quiet", short: "q", summary: "say nothing of what was mended"),
    ] + CSVArguments.options,
    operands: [OperandDeclaration("FILE", summary: "files to convert", repeats: true)],
    examples: [
      "leadmill convert export.csv > clean.csv",
      "leadmill convert --delimiter '||' --output clean *.txt",
    ])

  static func run(_ arguments: ParsedArguments) throws -> Outcome {
    var options = TabularOptions()
    options.csv.table = 1
    options.xlsx.sheet = arguments.value("sheet")
    try CSVArguments.apply(arguments, to: &options, command: "leadmill convert")
    let log = Log(program: "leadmill", format: .text)
    var failures = 0
    for path in arguments.operands {
      do {
        let file = try TableFile(path: path, options: options)
        let target = arguments.value("output").map { "\($0)/\(FilePaths.lastPart(path)).csv" }
        let notices = try TableCopy(file, table: options.csv.table ?? 1).write(to: target)
        guard !arguments.flag("quiet") else { continue }
        for notice in notices {
          log.info("", "\(FilePaths.lastPart(path)): \(notice)")
        }
      } catch let error as TabularError {
        failures += 1
        log.error("", error.description)
      }
    }
    return failures == 0 ? .done : .unusableInput
  }
}

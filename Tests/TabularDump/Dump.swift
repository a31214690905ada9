import Bytes
import Foundation
import Tabular

/// Prints what the readers make of files, for comparison with other readers and for timing.
///
///     tabular-dump [--count] FILE...
///
/// A line of JSON each: a file's name, a sheet's name, its rows as number and cells, or the error
/// that ended it. With `--count`, only the numbers of rows and cells of each sheet.
@main
enum Dump {
  static func main() {
    var paths = Array(CommandLine.arguments.dropFirst())
    let countsOnly = paths.first == "--count"
    if countsOnly { paths.removeFirst() }
    var output = Output()
    for path in paths {
      output.line(["file", path])
      do throws(TabularError) {
        var options = TabularOptions()
        options.xlsx.readsTotals = true
        let file = try TableFile(path: path, options: options)
        for (index, sheet) in file.sheets.enumerated() {
          output.line(["sheet", sheet.name])
          try dump(file, sheet: index, countsOnly: countsOnly, to: &output)
        }
      } catch {
        output.line(["error", "\(error.reason)", error.message])
      }
    }
    output.flush()
  }

  private static func dump(
    _ file: TableFile, sheet: Int, countsOnly: Bool, to output: inout Output
  ) throws(TabularError) {
    let reader = try file.makeReader(sheet: sheet)
    var batch = CellBatch()
    var rows = 0
    var cells = 0
    while try reader.next(&batch) {
      rows += batch.rowCount
      for row in 0..<batch.rowCount {
        cells += batch.cellCount(row)
        if !countsOnly { output.line(["\(batch.rowNumber(row))"] + batch.strings(row)) }
      }
    }
    if countsOnly { output.line(["count", "\(rows)", "\(cells)"]) }
  }
}

/// Standard output, a piece at a time.
struct Output {
  private var text = ""

  mutating func line(_ cells: [String]) {
    text += CellJSON.encode(cells) + "\n"
    if text.utf8.count > 1 << 16 { flush() }
  }

  mutating func flush() {
    FileHandle.standardOutput.write(Data(text.utf8))
    text = ""
  }
}

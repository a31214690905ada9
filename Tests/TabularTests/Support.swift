import Bytes
import Foundation
import LeadmillTestSupport
import Tabular

/// A folder of one test, removed with it.
final class Scratch {
  let folder: String

  init() throws {
    folder = try TemporaryFolder.create(label: "tabular")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }
}

/// All rows of a sheet, each as its number and its cells.
func readAll(_ file: TableFile, sheet: Int = 0) throws -> (rows: [Row], notices: [TabularNotice]) {
  let reader = try file.makeReader(sheet: sheet)
  var batch = CellBatch()
  var rows: [Row] = []
  while try reader.next(&batch) {
    rows += (0..<batch.rowCount).map { Row(batch.rowNumber($0), batch.strings($0)) }
  }
  return (rows, reader.notices)
}

struct Row: Equatable, CustomStringConvertible {
  let number: Int
  let cells: [String]

  init(_ number: Int, _ cells: [String]) {
    self.number = number
    self.cells = cells
  }

  var description: String { "\(number) \(cells)" }
}

/// The cells of a CSV text, as UTF-8 in a file of its own.
func readCSV(_ text: String, options: TabularOptions = TabularOptions()) throws -> [Row] {
  let scratch = try Scratch()
  let path = try scratch.write("t.csv", text.utf8)
  return try readAll(try TableFile(path: path, options: options)).rows
}

import ColumnMapping
import LeadModel
import Tabular

/// The findings of ingest; each code is documented here and never used again for another.
enum IngestFinding {
  /// ING001: the row has more cells than the header has columns.
  static func tooManyCells(_ count: Int, width: Int) -> Finding {
    Finding(
      code: "ING001", severity: .reject, field: "",
      message: "the row has \(count) cells, the header \(width); is a delimiter in a cell without "
        + "quotes? Correct the row and send it again")
  }

  /// Also ING001: a cell of a workbook beside the header's columns.
  static func strayCell(column: Int, headerEnd: Int) -> Finding {
    Finding(
      code: "ING001", severity: .reject, field: "",
      message: "the row has a value in column \(SheetColumn.letters(column)), but the header ends "
        + "with column \(SheetColumn.letters(headerEnd)); move the value to its column or clear it, "
        + "and send the row again")
  }

  /// Also ING001: the row refuses messages, and is taken in spite of what is beside it.
  static func takenAsRefusal(_ finding: Finding) -> Finding {
    Finding(
      code: finding.code, severity: .warn, field: finding.field,
      message: finding.message + "; what it refuses counts", value: finding.value)
  }

  /// ING002: a required field is empty.
  static func missing(_ field: FieldDeclaration, header: String?) -> Finding {
    let column = header.map { "column '\($0)'" } ?? "'\(field.name)'"
    return Finding(
      code: "ING002", severity: .reject, field: field.name,
      message: "\(column) is empty, but a row needs it (\(field.summary)); fill it in")
  }

  /// ING003: the file ends inside quotes.
  static let unclosedQuote = Finding(
    code: "ING003", severity: .reject, field: "",
    message: "the file ends inside quotes: this row is cut off, and rows after it may be missing; "
      + "ask for the whole file")

  /// ING004: the last line has no end and fewer cells than every other row.
  static func unendedLine(_ count: Int, width: Int) -> Finding {
    Finding(
      code: "ING004", severity: .reject, field: "",
      message: "the file ends in the middle of this row, after \(count) of \(width) cells; ask for "
        + "the whole file")
  }

  /// ING005: bytes that do not exist in the encoding.
  static func invalidBytes(_ count: Int, encoding: String) -> Finding {
    Finding(
      code: "ING005", severity: .warn, field: "",
      message: "\(count == 1 ? "a place does" : "\(count) places do") not make sense as "
        + "\(encoding) and became \u{FFFD}; name the "
        + "encoding in the mapping or ask for the file in UTF-8")
  }

  /// ING006: columns that no field takes.
  static func unmapped(_ columns: [ColumnProposal]) -> Finding {
    let names = columns.map { column in
      let percent = Int((column.confidence * 100).rounded())
      return column.field.isEmpty
        ? column.header : "\(column.header) (perhaps \(column.field), \(percent) %)"
    }
    return Finding(
      code: "ING006", severity: .info, field: "",
      message: "no field takes these columns: \(names.joined(separator: ", ")); add them to the "
        + "mapping if they matter")
  }

  /// ING010: columns that speak of refusals, which no field takes.
  static func lostRefusals(_ headers: [String]) -> Finding {
    Finding(
      code: "ING010", severity: .warn, field: "",
      message:
        "these columns speak of who is not to be written to, or no longer, and nothing reads them: "
        + "\(headers.joined(separator: ", ")); map them to consent_status, or name them in the "
        + "mapping with an empty field if they do not matter")
  }

  /// ING007: a header and nothing below it.
  static let noRows = Finding(
    code: "ING007", severity: .warn, field: "",
    message: "there is a header but no row below it; was the export empty?")

  /// ING008: a file that cannot be read to its end is not taken at all.
  static func refused(_ error: TabularError) -> Finding {
    Finding(
      code: "ING008", severity: .reject, field: "",
      message: "no row was taken, since the file cannot be read to its end: \(error.message)")
  }

  /// ING020: bytes of the row that do not exist in the encoding.
  static func invalidBytes(_ offsets: [Int], inRowOf encoding: String) -> Finding {
    let places = offsets.prefix(5).map(String.init).joined(separator: ", ")
    return Finding(
      code: "ING020", severity: .warn, field: "",
      message: "the file's byte \(places) (from 0) does not make sense as \(encoding) and became "
        + "\u{FFFD}; correct the cell, or name the encoding in the mapping")
  }

  /// ING021: a row that was not written as it should be, and was read all the same.
  static func mended(_ repairs: [TableRepair]) -> Finding {
    Finding(
      code: "ING021", severity: .warn, field: "",
      message: "the row has \(repairs.map(\.description).joined(separator: ", ")); it was read the "
        + "only way that fits the other rows: check it, or set csv: repair: false in the mapping")
  }

  /// ING024: NUL characters in cells of the row.
  static func zeroBytes(in columns: [String]) -> Finding {
    let names = columns.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    return Finding(
      code: "ING024", severity: .warn, field: "",
      message:
        "column \(names): NUL characters, which no text has, stand in the cell; they are kept "
        + "in the row and count as nothing in the value: check it")
  }

  /// ING025: NUL characters outside of the rows.
  static func strayZeroBytes(_ count: Int, from offset: Int) -> Finding {
    Finding(
      code: "ING025", severity: .warn, field: "",
      message: "\(count) NUL characters stand in no row and were left out, the file's first one is "
        + "byte \(offset) (from 0); was the file copied or unpacked to its end?")
  }

  /// ING026: columns that the mapping names and the file does not have.
  static func absentColumns(_ absent: AbsentColumns) -> Finding? {
    guard let first = absent.absences.first else { return nil }
    return Finding(
      code: "ING026", severity: .warn, field: absent.absences.count == 1 ? first.field : "",
      message: "the mapping reads columns that the file does not have: \(absent.text); correct the "
        + "mapping, or ask the supplier for them")
  }
}

import ColumnMapping
import IngestStage
import LeadModel
import Tabular

extension InspectionView {
  /// The same for a program.
  var json: JSONValue {
    let table = inspection.table
    var members: [(key: String, value: JSONValue)] = [
      ("file", .string(inspection.name)), ("format", .string(table.format.rawValue)),
      ("bytes", .int(Int64(table.byteCount))), ("sha256", .string(table.contentHash)),
    ]
    if let dialect = table.dialect {
      members.append(
        (
          "dialect",
          .object(
            dialect.lines.map { line in
              (
                line.name,
                .object([
                  ("value", .string(line.value)), ("confidence", Self.rounded(line.confidence)),
                  ("evidence", .string(line.evidence)),
                ])
              )
            })
        ))
    }
    members += [
      ("mapping", JSONValue(inspection.mapping)), ("proposed", .bool(inspection.isProposed)),
      ("problem", JSONValue(inspection.problem)), ("saved", JSONValue(saved)),
      ("hidden_sheets", .array(inspection.hiddenSheets.map { .string($0) })),
      ("sheets", .array(inspection.sheets.map(Self.json))),
    ]
    return .object(members)
  }

  private static func json(_ sheet: FileInspection.Sheet) -> JSONValue {
    .object([
      ("name", .string(sheet.name)), ("header_row", JSONValue(sheet.headerRow)),
      ("kind", JSONValue(sheet.kind?.rawValue)),
      ("kind_confidence", rounded(sheet.kindConfidence)),
      ("kind_evidence", .string(sheet.kindEvidence)), ("rows", .int(Int64(sheet.rowCount))),
      ("header_rows", .int(Int64(sheet.headerRows))),
      ("left_alone", .bool(sheet.isLeftAlone)),
      (
        "preamble",
        .array(
          sheet.preamble.map { line in
            .object([("row", .int(Int64(line.row))), ("text", .string(line.text))])
          })
      ),
      (
        "remarks",
        .array(
          sheet.remarks.map { remark in
            .object([("code", .string(remark.code)), ("message", .string(remark.message))])
          })
      ),
      ("failure", JSONValue(sheet.failure)),
      ("columns", .array(sheet.columns.map(json))),
      ("drift", .array(sheet.drift.map { .string($0) })),
      (
        "sample",
        .array(
          sheet.sample.map { row in
            .object([
              ("row", .int(Int64(row.number))), ("cells", .array(row.cells.map { .string($0) })),
            ])
          })
      ),
    ])
  }

  private static func json(_ column: FileInspection.Column) -> JSONValue {
    let profile = column.profile
    return .object([
      ("header", .string(column.proposal.header)),
      ("field", column.proposal.field.isEmpty ? .null : .string(column.proposal.field)),
      ("confidence", rounded(column.proposal.confidence)),
      ("sure", .bool(column.proposal.isSure)), ("used", .bool(column.proposal.isApplied)),
      ("refusal", column.proposal.refusal.map { .string($0) } ?? .null),
      ("evidence", .array(column.proposal.evidence.map { .string($0) })),
      ("type", .string(typeName(profile))), ("filled", .int(Int64(profile.filledCount))),
      ("empty", .int(Int64(profile.rowCount - profile.filledCount))),
      ("distinct", .int(Int64(column.distinct.count))),
      ("distinct_is_exact", .bool(column.distinct.isExact)),
      ("longest_bytes", .int(Int64(profile.longest))),
    ])
  }

  private static func rounded(_ share: Double) -> JSONValue {
    .double((share * 1000).rounded() / 1000)
  }
}

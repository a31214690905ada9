package import LeadModel
internal import Workbook

/// The workbook of what an import would do.
package struct PreviewWorkbook {
  private let preview: ImportPreview
  private let files: [String]
  private let asOf: Timestamp

  package init(_ preview: ImportPreview, files: [String], asOf: Timestamp) {
    self.preview = preview
    self.files = files
    self.asOf = asOf
  }

  private static let title = CellStyle(bold: true, fontSize: 14)
  private static let head = CellStyle(
    bold: true, fill: 0xD9E1F2, verticalAlignment: .center, border: .bottomThin)
  private static let wrapped = CellStyle(verticalAlignment: .top, wraps: true)
  private static let text = CellStyle(numberFormat: "@")

  /// - Throws: `WorkbookError` when the file cannot be written.
  package func write(to path: String) throws {
    let workbook = try Workbook(
      path: path, properties: WorkbookProperties(title: "What the import would do", asOf: asOf),
      streaming: true)
    try writeSummary(to: workbook.addSheet("Summary"))
    try writeRisks(to: workbook.addSheet("Riskiest changes"))
    try write(
      changes: preview.changes, to: workbook.addSheet("Changed"))
    try writeNew(to: workbook.addSheet("New"))
    try writeRejections(to: workbook.addSheet("Rejected"))
    try workbook.close()
  }

  private func writeSummary(to sheet: Sheet) throws {
    try sheet.setColumnWidths([30, 14, 60])
    try sheet.write(0, 0, .text("What the import would do"), Self.title)
    try sheet.write(1, 0, .text("As of \(asOf). Nothing was changed."))
    try sheet.write(2, 0, .text(files.joined(separator: ", ")))
    try sheet.writeRow(4, ["Rows", "Count", "What becomes of them"], Self.head)
    let meanings: [(Disposition, String)] = [
      (.inserted, "begin a new record"), (.updated, "change a known record"),
      (.unchanged, "say what is known already"), (.duplicate, "stand in a file twice"),
      (.rejected, "cannot be taken; see the reasons"),
      (.suppressed, "are about a person who was erased"),
    ]
    for (offset, meaning) in meanings.enumerated() {
      let row = 5 + offset
      try sheet.write(row, 0, .text(meaning.0.rawValue))
      try sheet.write(row, 1, .integer(Int64(preview.counts[meaning.0])))
      try sheet.write(row, 2, .text(meaning.1))
    }
    try sheet.write(11, 0, .text("in all"))
    try sheet.write(11, 1, .integer(Int64(preview.counts.rowsIn)))
    if max(preview.changes.count, preview.counts.inserted, preview.counts.rejected)
      > ImportPreview.listLimit
    {
      try sheet.write(
        13, 0, .text("Each list stops after \(ImportPreview.listLimit) entries."))
    }
  }

  private func writeRisks(to sheet: Sheet) throws {
    try sheet.setColumnWidths([8, 10, 30, 60, 80])
    try sheet.writeRow(0, ["Points", "Kind", "Row", "Why", "Changes"], Self.head)
    for (offset, risk) in preview.risks.enumerated() {
      let row = offset + 1
      try sheet.write(row, 0, .integer(Int64(risk.points)))
      try sheet.write(row, 1, .text(risk.change.kind))
      try sheet.write(row, 2, .text(risk.change.place?.text ?? ""))
      try sheet.write(row, 3, .text(risk.reasons.joined(separator: "; ")), Self.wrapped)
      let changes = risk.change.fields.map { field in
        "\(FieldText.name(field.name)): \(field.shown.old ?? "–") → \(field.shown.new ?? "–")"
      }
      try sheet.write(row, 4, .text(changes.joined(separator: "\n")), Self.wrapped)
    }
    sheet.freeze(rows: 1)
  }

  private func write(changes: [RecordChange], to sheet: Sheet) throws {
    try sheet.setColumnWidths([30, 10, 10, 20, 40, 40])
    try sheet.writeRow(0, ["Row", "Kind", "Record", "Field", "Is", "Would be"], Self.head)
    var row = 1
    for change in changes.prefix(ImportPreview.listLimit) {
      for field in change.fields {
        try sheet.write(row, 0, .text(change.place?.text ?? ""))
        try sheet.write(row, 1, .text(change.kind))
        try sheet.write(row, 2, .integer(change.id))
        try sheet.write(row, 3, .text(FieldText.name(field.name)))
        try sheet.write(row, 4, .text(field.shown.old ?? ""), Self.text)
        try sheet.write(row, 5, .text(field.shown.new ?? ""), Self.text)
        row += 1
      }
    }
    sheet.freeze(rows: 1)
  }

  private func writeNew(to sheet: Sheet) throws {
    try sheet.setColumnWidths([30, 10, 100])
    try sheet.writeRow(0, ["Row", "Kind", "Begins with"], Self.head)
    for (offset, record) in preview.new.enumerated() {
      try sheet.write(offset + 1, 0, .text(record.place.text))
      try sheet.write(offset + 1, 1, .text(record.kind))
      try sheet.write(offset + 1, 2, .text(record.text), Self.text)
    }
    sheet.freeze(rows: 1)
  }

  private func writeRejections(to sheet: Sheet) throws {
    try sheet.setColumnWidths([30, 10, 20, 30, 90])
    try sheet.writeRow(0, ["Row", "Code", "Field", "Value", "Reason"], Self.head)
    for (offset, rejection) in preview.rejections.enumerated() {
      let row = offset + 1
      try sheet.write(row, 0, .text(rejection.place.text))
      try sheet.write(row, 1, .text(rejection.code))
      try sheet.write(row, 2, .text(rejection.field))
      try sheet.write(row, 3, .text(rejection.value), Self.text)
      try sheet.write(row, 4, .text(rejection.message), Self.wrapped)
    }
    sheet.freeze(rows: 1)
  }
}

import ColumnMapping
import IngestStage
import LeadModel
import Tabular

/// What an inspection looks like to a person.
struct InspectionView {
  let inspection: FileInspection
  /// Path of the mapping that was written.
  let saved: String?

  /// Characters of a line.
  static let width = 80

  init(_ inspection: FileInspection, saved: String?) {
    self.inspection = inspection
    self.saved = saved
  }

  var lines: [String] {
    var lines = ["\(TerminalText.line(inspection.name)): \(summary)"]
    lines += dialectLines.map { "  " + $0 }
    for sheet in inspection.sheets { lines += [""] + sheetLines(sheet) }
    if !inspection.hiddenSheets.isEmpty {
      let names = inspection.hiddenSheets.map { "'\(TerminalText.line($0))'" }
      lines += ["", "hidden, and not looked at: \(names.joined(separator: ", "))"]
    }
    return lines + [""] + conclusion
  }

  private var summary: String {
    let rows = inspection.sheets.reduce(0) { $0 + ($1.isLeftAlone ? 0 : $1.rowCount) }
    let count = inspection.table.sheets.count
    let sheets =
      inspection.table.format == .xlsx ? ", \(count) \(count == 1 ? "sheet" : "sheets")" : ""
    return
      "\(inspection.table.format.rawValue.uppercased()), \(Self.grouped(rows)) \(rows == 1 ? "row" : "rows")"
      + "\(sheets), \(Self.size(inspection.table.byteCount))"
  }

  private var dialectLines: [String] {
    guard let dialect = inspection.table.dialect else { return [] }
    var table = TextTable(["", "", ">", ""])
    for line in dialect.lines {
      table.add([
        line.name, TerminalText.line(line.value), Self.percent(line.confidence),
        Self.cut(line.evidence, 44),
      ])
    }
    return Array(table.lines().dropFirst())
  }

  // MARK: One sheet

  private func sheetLines(_ sheet: FileInspection.Sheet) -> [String] {
    let name = sheet.name.isEmpty ? "" : "sheet '\(TerminalText.line(sheet.name))': "
    guard let kind = sheet.kind, let header = sheet.headerRow else {
      return ["\(name)\(Self.grouped(sheet.rowCount)) rows, no header found"]
    }
    var lines = [
      "\(name)rows of kind \(kind.rawValue) (\(Self.percent(sheet.kindConfidence))), "
        + (header == 0
          ? "no header, \(Self.grouped(sheet.rowCount)) rows"
          : "header in \(Self.rows(header, sheet.headerRows)), \(Self.grouped(sheet.rowCount)) rows below")
    ]
    if sheet.isLeftAlone {
      lines += wrapped("import would leave this sheet alone, and take the others", indent: 2)
    }
    lines += wrapped(sheet.kindEvidence, indent: 2)
    lines += leftOutLines(sheet)
    if let failure = sheet.failure { lines += wrapped("READING BROKE OFF: \(failure)", indent: 2) }
    lines += [""] + columnTable(sheet)
    lines +=
      [""] + ["why"]
      + sheet.columns.flatMap { column in
        wrapped(
          "\(Self.title(column.proposal.header)): "
            + TerminalText.line(column.proposal.evidence.joined(separator: "; ")), indent: 2)
      }
    if !sheet.drift.isEmpty {
      lines += ["", "unlike the last files of this supplier"]
      lines += sheet.drift.flatMap { wrapped(TerminalText.line($0), indent: 2) }
    }
    if !sheet.sample.isEmpty {
      lines += ["", "the first \(sheet.sample.count) rows"] + sampleLines(sheet)
    }
    return lines
  }

  /// What is in the sheet beside the rows of its table.
  private func leftOutLines(_ sheet: FileInspection.Sheet) -> [String] {
    var texts = sheet.remarks.map(\.message)
    if let first = sheet.preamble.first, let last = sheet.preamble.last {
      let places = first.row == last.row ? "row \(first.row)" : "rows \(first.row) to \(last.row)"
      let shown = sheet.preamble.prefix(3).map { "'\(Self.cut($0.text, 40))'" }
      texts.insert(
        "\(places) above the header \(first.row == last.row ? "was" : "were") left out: "
          + shown.joined(separator: ", ") + (sheet.preamble.count > 3 ? ", …" : ""), at: 0)
    }
    guard !texts.isEmpty else { return [] }
    return ["", "besides the rows"] + texts.flatMap { wrapped(TerminalText.line($0), indent: 2) }
  }

  private static func rows(_ first: Int, _ count: Int) -> String {
    count == 1 ? "row \(first)" : "rows \(first) to \(first + count - 1)"
  }

  private func columnTable(_ sheet: FileInspection.Sheet) -> [String] {
    var table = TextTable(["column", "field", ">sure", "type", ">empty", ">distinct"])
    for column in sheet.columns {
      let proposal = column.proposal
      table.add([
        Self.cut(Self.title(proposal.header), 24), Self.field(proposal),
        proposal.field.isEmpty ? "" : Self.percent(proposal.confidence),
        Self.typeName(column.profile), Self.percent(column.profile.emptyShare),
        (column.distinct.isExact ? "" : "~") + Self.grouped(column.distinct.count),
      ])
    }
    let hasLikely = sheet.columns.contains { $0.proposal.isApplied && !$0.proposal.isSure }
    return table.lines(indent: 2)
      + (hasLikely ? ["  ~ it is likely and not sure, and read so: have a look"] : [])
  }

  /// A field with a mark where it is not sure.
  private static func field(_ proposal: ColumnProposal) -> String {
    if let refusal = proposal.refusal, !proposal.isApplied { return refusal }
    if proposal.field.isEmpty { return "-" }
    return proposal.field + (proposal.isSure ? "" : proposal.isApplied ? "~" : "?")
  }

  /// Rows in blocks of as many columns as a line holds.
  private func sampleLines(_ sheet: FileInspection.Sheet) -> [String] {
    var lines: [String] = []
    var start = 0
    while start < sheet.columns.count {
      var end = start
      var used = 8
      while end < sheet.columns.count {
        let width = cellWidth(sheet, end) + 2
        if end > start, used + width > Self.width { break }
        used += width
        end += 1
      }
      var table = TextTable(
        [">row"] + (start..<end).map { Self.cut(Self.title(sheet.columns[$0].proposal.header), 24) }
      )
      for row in sheet.sample {
        table.add(
          [String(row.number)]
            + (start..<end).map { column in
              column < row.cells.count ? Self.cut(TerminalText.line(row.cells[column]), 24) : ""
            })
      }
      if start > 0 { lines.append("") }
      lines += table.lines(indent: 2)
      start = end
    }
    return lines
  }

  private func cellWidth(_ sheet: FileInspection.Sheet, _ column: Int) -> Int {
    let longest =
      sheet.sample.map { column < $0.cells.count ? $0.cells[column].count : 0 }.max() ?? 0
    return min(24, max(longest, sheet.columns[column].proposal.header.count, 2))
  }

  // MARK: What to do

  private var conclusion: [String] {
    if let saved {
      return wrapped(
        "saved as \(saved); look through its comments, then import the file", indent: 0)
    }
    if let problem = inspection.problem {
      return ["import would stop:"]
        + problem.split(separator: "\n").flatMap {
          wrapped(TerminalText.line(String($0)), indent: 2)
        }
    }
    if let mapping = inspection.mapping {
      return ["import would read it with mapping '\(mapping)'"]
    }
    return wrapped(
      "no mapping claims this file: import would read it as shown, columns with a question mark "
        + "left alone. To keep this as a mapping and correct it: leadmill inspect "
        + "\(TerminalText.line(inspection.name)) --save NAME", indent: 0)
  }

  // MARK: Texts

  static func typeName(_ profile: ValueProfile) -> String {
    ColumnShape(header: "", field: "", profile: profile).typeName
  }

  /// A header on one line; a column without one is called so.
  static func title(_ header: String) -> String {
    header.allSatisfy(\.isWhitespace) ? "(no header)" : TerminalText.line(header)
  }

  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
  }

  static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<10_000: "\(grouped(bytes)) bytes"
    case ..<10_000_000: "\(grouped(bytes / 1_000)) kB"
    default: "\(grouped(bytes / 1_000_000)) MB"
    }
  }

  static func cut(_ text: String, _ length: Int) -> String {
    text.count > length ? text.prefix(length - 1) + "…" : text
  }

  private func wrapped(_ text: String, indent: Int) -> [String] {
    var lines: [String] = []
    var line = String(repeating: " ", count: indent)
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > Self.width {
        lines.append(line)
        line = String(repeating: " ", count: indent + 2)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return isEmpty ? lines : lines + [line]
  }
}

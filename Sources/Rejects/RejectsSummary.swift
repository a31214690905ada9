import Workbook

/// The reasons of a workbook's rejected rows, counted.
struct RejectsSummary {
  struct Line {
    let reason: RejectedSheet.Reason
    /// The supplier's name of the column.
    let column: String
    /// Of the first such row.
    let sheet: Int
    let row: Int
    let cell: Int
    var rows = 0
    var suggested = 0
  }

  private struct Key: Hashable {
    let rejects: Bool
    let code: String
    let field: String
  }

  /// What rejects rows first, then the most frequent first.
  let lines: [Line]

  init(_ sheets: [RejectedSheet]) {
    var lines: [Key: Line] = [:]
    for (index, sheet) in sheets.enumerated() {
      for (line, row) in sheet.rows.enumerated() {
        for reason in row.reasons {
          let key = Key(rejects: reason.rejects, code: reason.code, field: reason.field)
          var entry =
            lines[key]
            ?? Line(
              reason: reason, column: sheet.columnName(of: reason), sheet: index, row: line + 1,
              cell: sheet.column(of: reason))
          entry.rows += 1
          entry.suggested += reason.suggestion == nil ? 0 : 1
          lines[key] = entry
        }
      }
    }
    self.lines = lines.sorted { left, right in
      let (a, b) = (left.key, right.key)
      if a.rejects != b.rejects { return a.rejects }
      if left.value.rows != right.value.rows { return left.value.rows > right.value.rows }
      return (a.code, a.field) < (b.code, b.field)
    }.map(\.value)
  }

  /// A message in two parts: what was found, and what to do. The values in quotes may hold anything.
  static func parts(of message: String) -> (found: String, advice: String) {
    let start = message.lastIndex(of: "'") ?? message.startIndex
    guard let gap = message[start...].ranges(of: "; ").first else { return (message, "") }
    return (String(message[..<gap.lowerBound]), String(message[gap.upperBound...]))
  }
}

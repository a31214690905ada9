import ImportHistory
import LeadModel

/// What an undo did, or would do, as lines for a person.
struct UndoReportText {
  private let report: UndoReport
  private let isDryRun: Bool

  /// Entries of a list; `--json` has all.
  private static let limit = 20

  init(_ report: UndoReport, isDryRun: Bool) {
    self.report = report
    self.isDryRun = isDryRun
  }

  var lines: [String] {
    var lines = isDryRun ? ["what would happen; nothing was changed"] : []
    for undone in report.imports {
      lines.append(
        TerminalText.line(
          "import \(undone.number) ('\(undone.file)' of \(undone.asOf.date), "
            + "\(Self.count(undone.rows, "row")))"
            + (isDryRun ? " would be undone" : " is undone")))
    }
    let removed = report.removed.filter { $0.table != "message" }
    if !removed.isEmpty {
      lines.append(
        (isDryRun ? "would be removed: " : "removed: ")
          + removed.map { Self.count($0.count, Self.name(of: $0.table)) }.joined(separator: ", "))
    }
    let fields = report.restored.flatMap { change in
      change.fields.map {
        "\(ImportPreviewText.name(change))  \(ImportPreviewText.text($0))"
      }
    }
    lines += list(
      (isDryRun ? "would be restored: " : "restored: ")
        + "\(Self.count(fields.count, "field")) of "
        + Self.count(report.restored.count, "record"), fields)
    let kept = report.imports.flatMap(\.kept)
    lines += list(isDryRun ? "would be kept:" : "kept:", kept.map(Self.text))
    if kept.contains(where: { $0.reason == .right }) {
      lines.append("opt-outs, withdrawals, unsubscriptions and erasures are never undone")
    }
    if report.cancelledMessages + report.sentMessages > 0 {
      lines.append(
        "messages: \(report.cancelledMessages) that waited \(isDryRun ? "would be" : "are") cancelled, "
          + "\(report.sentMessages) that were handed over stay")
    }
    return lines
  }

  private static func count(_ number: some BinaryInteger, _ noun: String) -> String {
    guard number != 1 else { return "1 \(noun)" }
    let plural = noun.hasSuffix("y") ? "\(noun.dropLast())ies" : "\(noun)s"
    return "\(number) \(plural)"
  }

  /// What a person calls the records of a table.
  private static func name(of table: String) -> String {
    table.replacing("_", with: " ")
  }

  private static func text(_ kept: UndoReport.Kept) -> String {
    let other = kept.byImport.map { "import \($0)" } ?? "a later run"
    switch kept.reason {
    case .again: return "\(count(kept.rows, "\(name(of: kept.kind)) row")) that \(other) has too"
    case .laterImport:
      return "\(kept.kind) \(kept.record)  \(FieldText.name(kept.field)): brought by \(other)"
    case .right:
      let what = kept.field.isEmpty ? "it is an opt-out" : "\(kept.field): a refusal"
      return "\(kept.kind) \(kept.record)  \(what)"
    }
  }

  private func list(_ title: String, _ entries: [String]) -> [String] {
    guard !entries.isEmpty else { return [] }
    let more = entries.count - Self.limit
    return [title] + entries.prefix(Self.limit).map { "  \($0)" }
      + (more > 0 ? ["  … and \(more) more; --json has all"] : [])
  }
}

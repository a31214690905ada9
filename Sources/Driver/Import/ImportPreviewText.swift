import ImportHistory
import LeadModel

/// What an import would do, as lines for a person.
struct ImportPreviewText {
  private let preview: ImportPreview
  private let asOf: Timestamp

  /// Entries of a list; the workbook has all.
  private static let limit = 20

  init(_ preview: ImportPreview, asOf: Timestamp) {
    self.preview = preview
    self.asOf = asOf
  }

  var lines: [String] {
    let counts = preview.counts
    var lines = [
      "what would happen as of \(asOf); nothing was changed",
      "\(counts.rowsIn) rows: \(counts.inserted) new, \(counts.updated) changed, "
        + "\(counts.unchanged) unchanged, \(counts.duplicate) repeated, \(counts.rejected) rejected, "
        + "\(counts.suppressed) about erased people",
    ]
    let changes = preview.changes.flatMap { change in
      change.fields.map { "\(Self.name(change))  \(Self.text($0))" }
    }
    lines += list("changed:", changes)
    lines += list(
      "new:", preview.new.map { TerminalText.line("\($0.place.text)  \($0.kind): \($0.text)") })
    lines += list(
      "rejected:",
      preview.rejections.map {
        TerminalText.line("\($0.place.text)  \($0.code) \($0.field): \($0.message)")
      })
    lines += list(
      "doubtful, or not taken:",
      preview.doubts.map { TerminalText.line("\($0.place): \($0.message)") })
    lines += list(
      "riskiest changes:",
      preview.risks.map {
        TerminalText.line("\($0.points) points  \(Self.name($0.change)): \(Self.reasons($0))")
      })
    return lines
  }

  private static func reasons(_ risk: RiskRanking.Risk) -> String {
    risk.reasons.isEmpty
      ? risk.change.fields.map { FieldText.name($0.name) }.joined(separator: ", ")
      : risk.reasons.joined(separator: "; ")
  }

  private func list(_ title: String, _ entries: [String]) -> [String] {
    guard !entries.isEmpty else { return [] }
    let more = entries.count - Self.limit
    return [title] + entries.prefix(Self.limit).map { "  \($0)" }
      + (more > 0 ? ["  … and \(more) more"] : [])
  }

  static func name(_ change: RecordChange) -> String {
    let place = change.place.map { " (\($0.text))" } ?? ""
    return TerminalText.line("\(change.kind) \(change.id)\(place)")
  }

  /// A field with its old and its new value.
  static func text(_ field: RecordChange.Field) -> String {
    let (old, new) = field.shown
    return TerminalText.line("\(FieldText.name(field.name)): \(old ?? "–") → \(new ?? "–")")
  }
}

extension ImportPreview.NewRecord {
  var json: JSONValue {
    [
      "kind": .string(kind), "file": .string(place.file), "sheet": .string(place.sheet),
      "row": .int(place.row), "begins": .string(text),
    ]
  }
}

extension ImportPreview.Rejection {
  var json: JSONValue {
    [
      "file": .string(place.file), "sheet": .string(place.sheet), "row": .int(place.row),
      "code": .string(code), "field": .string(field), "value": .string(value),
      "message": .string(message), "suggestion": JSONValue(suggestion),
    ]
  }
}

extension RiskRanking.Risk {
  var json: JSONValue {
    .object([
      ("points", .int(Int64(points))),
      ("reasons", .array(reasons.map { .string($0) })), ("change", change.json),
    ])
  }
}

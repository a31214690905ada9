import LeadModel
import StageKit
import Store

/// One part of a lead's story: a query, and how its rows are shown.
struct StorySection: Sendable {
  enum Style: Sendable {
    /// One aligned line a row.
    case table
    /// One line a value, values that are missing left out; rows apart by an empty line.
    case card
  }

  let title: String
  /// The member of the JSON object.
  let key: String
  /// A named query with parameters among `:entity`, `:leads` and `:rows`.
  let query: String
  let style: Style

  init(_ title: String, key: String, query: String, style: Style = .table) {
    self.title = title
    self.key = key
    self.query = query
    self.style = style
  }

  /// The whole story, in the order in which things happened to a lead.
  static let all = [
    StorySection("source rows", key: "source_rows", query: "driver-story-rows"),
    StorySection("as received", key: "cells", query: "driver-story-cells"),
    StorySection("findings", key: "findings", query: "driver-story-findings"),
    StorySection("outcomes", key: "outcomes", query: "driver-story-outcomes"),
    StorySection(
      "normalised values", key: "leads", query: "driver-story-leads", style: .card),
    StorySection("linked leads", key: "links", query: "driver-story-links"),
    StorySection("decisions", key: "decisions", query: "driver-story-decisions"),
    StorySection("merged entities", key: "merged_entities", query: "driver-story-redirects"),
    StorySection("entity", key: "entity", query: "driver-story-entity", style: .card),
    StorySection(
      "values taken from other leads", key: "provenance", query: "driver-story-provenance"),
    StorySection("enrichment", key: "enrichment", query: "driver-story-enrichment", style: .card),
    StorySection(
      "accounts of its company", key: "company_accounts", query: "driver-story-company"),
    StorySection("contacts", key: "contacts", query: "driver-story-contacts"),
    StorySection("score", key: "score", query: "driver-story-score", style: .card),
    StorySection("score parts", key: "score_parts", query: "driver-story-score-parts"),
    StorySection("engagement", key: "engagement", query: "driver-story-engagement"),
    StorySection("activities", key: "activities", query: "driver-story-activities"),
    StorySection("consent records", key: "consent", query: "driver-story-consent"),
    StorySection("do not contact", key: "suppression", query: "driver-story-suppression"),
    StorySection("enrolments", key: "enrolments", query: "driver-story-enrolments"),
    StorySection("messages", key: "messages", query: "driver-story-messages", style: .card),
    StorySection("tasks", key: "tasks", query: "driver-story-tasks"),
    StorySection("what happened to tasks", key: "task_events", query: "driver-story-task-events"),
    StorySection("erasure", key: "erasure", query: "driver-story-erased"),
    StorySection("violations", key: "violations", query: "driver-story-violations"),
    StorySection("changes", key: "changes", query: "driver-story-changes"),
  ]
}

/// A section with its rows.
struct StoryPart {
  let section: StorySection
  let columns: [String]
  let rows: [[SQLValue]]

  /// Runs the section's query about a subject.
  init(_ section: StorySection, about subject: StorySubject, in database: Database) throws {
    self.section = section
    let query = try database.query(section.query)
    query.reset()
    for (name, value) in subject.parameters {
      let index = query.index(of: name)
      if index > 0 { query.bind(index, value) }
    }
    columns = (0..<query.columnCount).map { query.columnName($0) }
    var rows: [[SQLValue]] = []
    while try query.step() { rows.append(columns.indices.map { query.value($0) }) }
    self.rows = rows
  }

  /// The rows as a person reads them; nothing when there are none.
  var lines: [String] {
    guard !rows.isEmpty else { return [] }
    let title = section.title.uppercased()
    switch section.style {
    case .table: return [title] + table.lines(indent: 2)
    case .card: return [title] + cards
    }
  }

  private var table: TextTable {
    // Columns that say nothing in any row are left out.
    let shown = columns.indices.filter { column in
      rows.contains { !Self.isEmpty($0[column]) }
    }
    var table = TextTable(shown.map { heading($0) })
    for row in rows { table.add(shown.map { Self.text(row[$0]) }) }
    return table
  }

  private func heading(_ column: Int) -> String {
    let isNumeric = rows.allSatisfy { row in
      switch row[column] {
      case .int, .real, .null: true
      case .text: false
      }
    }
    let name = columns[column].map { $0 == "_" ? " " : String($0) }.joined()
    return isNumeric ? ">\(name)" : name
  }

  private var cards: [String] {
    let width = columns.map(\.count).max() ?? 0
    var lines: [String] = []
    for (number, row) in rows.enumerated() {
      if number > 0 { lines.append("") }
      for (column, value) in zip(columns, row) where !Self.isEmpty(value) {
        let label = column.map { $0 == "_" ? " " : String($0) }.joined()
        let padding = String(repeating: " ", count: width - label.count)
        lines.append("  \(label)\(padding)  \(Self.text(value))")
      }
    }
    return lines
  }

  private static func isEmpty(_ value: SQLValue) -> Bool {
    value == .null || value == .text("")
  }

  private static func text(_ value: SQLValue) -> String {
    TerminalText.line(value.text ?? "")
  }

  var json: JSONValue {
    .array(
      rows.map { row in
        .object(zip(columns, row).map { (key: $0, value: Self.json($1)) })
      })
  }

  private static func json(_ value: SQLValue) -> JSONValue {
    switch value {
    case .null: .null
    case .int(let number): .int(number)
    case .real(let number): .double(number)
    case .text(let text): .string(text)
    }
  }
}

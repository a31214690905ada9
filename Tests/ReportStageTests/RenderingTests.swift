import Foundation
import LeadModel
import LeadmillTestSupport
import Store
import Testing

@testable import ReportStage

@Suite struct RenderingTests {
  @Test("A table is drawn under its sheet's title with typed values and a total")
  func table() throws {
    let bench = try ReportBench()
    let path = try bench.draw(
      tableDefinition(
        sql: [
          "SELECT 'a' AS n, 1234 AS c, 150 AS m, 0.5 AS p, :as_of AS d",
          "UNION ALL SELECT '=b', 6, 250, NULL, NULL",
        ],
        columns: [
          "{name: n, label: Name}",
          "{name: c, label: Count, format: count, sum: true}",
          "{name: m, label: Money, format: money, sum: true}",
          "{name: p, label: Share, format: percent, light: {good: 0.9, watch: 0.5}}",
          "{name: d, label: Day, format: date}",
        ]))
    #expect(
      try bench.cells(path) == [
        "Test", "Does it work?", "As of 2026-11-02 · run nightly-2026-11-02-1",
        "Name | Count | Money | Share | Day", "a | 1234 | 1.5 | 0.5 | 2026-11-02",
        "=b | 6 | 2.5 | –", "Total | 1240 | 4",
      ])
  }

  @Test("The first sentence whose condition holds is the headline, with its values")
  func headline() throws {
    let bench = try ReportBench()
    let yaml = """
      title: Test
      question: Q?
      values: SELECT 0 AS nobody, 1500 AS leads, 0.25 AS share
      headline:
        - when: nobody
          say: Nobody.
        - say: "{leads:count} leads, {share:percent} good"
      sheets:
        - name: Summary
          grid: 4
          blocks:
            - headline
            - figures:
                - {label: Leads, value: leads, note: "{share:percent}"}
                - {label: Share, value: share, format: percent, light: {good: 0.9, watch: 0.2}}
      definitions:
        - {term: Lead, meaning: "One of {leads:count}."}
      """
    let path = try bench.draw(yaml)
    let cells = try bench.cells(path)
    #expect(cells.contains("1,500 leads, 25.0% good"))
    #expect(cells.contains { $0.hasPrefix("1500 |") && $0.hasSuffix("| 0.25") })
    #expect(cells.contains { $0.hasSuffix("watch") })
    #expect(try bench.cells(path, sheet: 1).contains("Lead | One of 1,500."))
  }

  @Test("Personal values are masked by field, by the field of the row, and inside quotes")
  func masking() throws {
    let bench = try ReportBench()
    let yaml = tableDefinition(
      sql: [
        "SELECT 'anna.b@example.com' AS mail, 'phone' AS field, '+493023125123' AS value,",
        "  'phone ''+493023125123'' is short, O''Brien''s' AS message",
      ],
      columns: [
        "{name: mail, label: Mail, mask: email}",
        "{name: field, label: Field}",
        "{name: value, label: Value, mask_by: field}",
        "{name: message, label: Message, mask_quotes_by: field}",
      ])
    let masked = try bench.cells(try bench.draw(yaml)).last
    let phone = PersonalDataMask.standard.masked("+493023125123", field: "phone")
    #expect(masked == "a***@example.com | phone | \(phone) | phone '\(phone)' is short, O'***")
    let clear = try bench.cells(try bench.draw(yaml, mask: .none, name: "clear")).last
    #expect(clear?.contains("+493023125123") == true)
  }

  @Test("A dataset is computed once and read by the tables, and the store is left alone")
  func datasets() throws {
    let bench = try ReportBench()
    let yaml = tableDefinition(
      sql: ["SELECT sum(n) AS n FROM numbers"], columns: ["{name: n, label: N, format: count}"],
      more: """
        datasets:
          - name: numbers
            sql: |
              SELECT 1 AS n, :as_of AS at UNION ALL SELECT 41, :as_of
        """)
    #expect(try bench.cells(try bench.draw(yaml)).last == "42")
    let found = try bench.database.prepare(
      "SELECT count(*) FROM sqlite_schema WHERE name = 'numbers'"
    ).first { $0.int(0) }
    #expect(found == 0)
  }

  @Test("More rows than the limit are left out, and that is said; no rows say so too")
  func limits() throws {
    let bench = try ReportBench()
    let yaml = """
      title: Test
      question: Q?
      sheets:
        - name: Only
          blocks:
            - table:
                id: many
                limit: 2
                sql: SELECT 1 AS n UNION ALL SELECT 2 UNION ALL SELECT 3
                columns: [{name: n, label: N, format: number}]
            - table:
                id: none
                empty: Nobody there.
                sql: SELECT 1 AS n WHERE 0
                columns: [{name: n, label: N}]
            - chart: {title: Empty, kind: line, table: none, categories: n, series: [{column: n}]}
      """
    let cells = try bench.cells(try bench.draw(yaml))
    #expect(cells.contains("The first 2 rows; there are more."))
    #expect(cells.contains("2") && !cells.contains("3"))
    #expect(cells.contains("Nobody there."))
    #expect(cells.contains("Empty: nothing to draw yet."))
  }

  @Test("Drawing twice gives the same bytes")
  func deterministic() throws {
    let bench = try ReportBench()
    let yaml = tableDefinition(
      sql: ["SELECT 'a' AS n, 1 AS c"],
      columns: [
        "{name: n, label: N}",
        "{name: c, label: C, format: count, bar: true, light: {good: 1, watch: 0}}",
      ],
      blocks: ["chart: {title: C, kind: bar, table: only, categories: n, series: [{column: c}]}"])
    let first = try WorkbookFile.bytes(try bench.draw(yaml))
    let second = try WorkbookFile.bytes(try bench.draw(yaml, name: "again"))
    #expect(first == second)
  }
}

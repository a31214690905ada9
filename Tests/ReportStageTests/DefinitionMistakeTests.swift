import LeadmillTestSupport
import Testing

@testable import ReportStage

@Suite struct DefinitionMistakeTests {
  struct Case: Sendable {
    let id: String
    let yaml: String
    let expected: String
  }

  static let plainColumns = ["{name: n, label: N}"]

  static let cases = [
    Case(
      id: "a misspelt key", yaml: "title: T\nquestion: Q\nshets: []\n",
      expected: "reports/test.yaml:3:1: found unknown key 'shets' in the file; did you mean"),
    Case(
      id: "no sheets", yaml: "title: T\nquestion: Q\nsheets: []\n",
      expected: "reports/test.yaml:1:1: found no sheet"),
    Case(
      id: "SQL that does not parse, with its line",
      yaml: tableDefinition(sql: ["SELECT 1 AS n", "  FORM lead"], columns: plainColumns),
      expected: "reports/test.yaml:11:15: the query fails: near \"FORM\""),
    Case(
      id: "a table that does not exist",
      yaml: tableDefinition(sql: ["SELECT 1 AS n FROM leads"], columns: plainColumns),
      expected: "the query fails: no such table: leads"),
    Case(
      id: "SQL that writes",
      yaml: tableDefinition(sql: ["DELETE FROM lead RETURNING id AS n"], columns: plainColumns),
      expected: "reports/test.yaml:9:16: the query fails: not authorized"),
    Case(
      id: "SQL that changes the connection",
      yaml: tableDefinition(sql: ["PRAGMA journal_mode"], columns: plainColumns),
      expected: "the query fails: not authorized"),
    Case(
      id: "two statements",
      yaml: tableDefinition(sql: ["SELECT 1 AS n; SELECT 2"], columns: plainColumns),
      expected: "expected one statement only"),
    Case(
      id: "a column that the query does not have",
      yaml: tableDefinition(sql: ["SELECT 1 AS n"], columns: ["{name: m, label: M}"]),
      expected: "reports/test.yaml:12:15: found no column 'm' in the query's result, "
        + "expected one of n"),
    Case(
      id: "a label twice",
      yaml: tableDefinition(
        sql: ["SELECT 1 AS n"],
        columns: ["{name: n, label: N}", "{name: n, label: n}"]),
      expected: "reports/test.yaml:13:15: found the label 'n' twice"),
    Case(
      id: "an unknown format",
      yaml: tableDefinition(sql: ["SELECT 1 AS n"], columns: ["{name: n, format: percnt}"]),
      expected: "'percnt'"),
    Case(
      id: "a placeholder that no value stands for",
      yaml: tableDefinition(
        sql: ["SELECT 1 AS n"], columns: plainColumns,
        blocks: ["note: \"{missing:count} leads\""]),
      expected: "found no value 'missing'"),
    Case(
      id: "a placeholder with a format that does not exist",
      yaml: tableDefinition(
        sql: ["SELECT 1 AS n"], columns: plainColumns, blocks: ["note: \"{n:precent}\""]),
      expected: "found format 'precent' in '{n:precent}'"),
    Case(
      id: "a chart of a table that does not exist",
      yaml: tableDefinition(
        sql: ["SELECT 1 AS n"], columns: plainColumns,
        blocks: ["chart: {title: C, kind: bar, table: other, categories: n, series: [{column: n}]}"]
      ),
      expected: "found no table 'other' for the chart, expected one of only"),
    Case(
      id: "a chart of a column that does not exist",
      yaml: tableDefinition(
        sql: ["SELECT 1 AS n"], columns: plainColumns,
        blocks: ["chart: {title: C, kind: bar, table: only, categories: m, series: [{column: n}]}"]),
      expected: "found no column 'm' in table 'only'"),
    Case(
      id: "a dataset that takes the name of a table",
      yaml: tableDefinition(
        sql: ["SELECT 1 AS n"], columns: plainColumns,
        more: "datasets:\n  - {name: lead, sql: SELECT 1}"),
      expected: "is the name of a table of the store"),
    Case(
      id: "a dataset with a name that is SQL",
      yaml: tableDefinition(
        sql: ["SELECT 1 AS n"], columns: plainColumns,
        more: "datasets:\n  - {name: \"x AS SELECT 1; --\", sql: SELECT 1}"),
      expected: "is no name for a dataset"),
    Case(
      id: "a dataset that writes",
      yaml: tableDefinition(
        sql: ["SELECT 1 AS n"], columns: plainColumns,
        more: "datasets:\n  - {name: x, sql: \"SELECT 1; DROP TABLE lead\"}"),
      expected: "expected one statement only"),
    Case(
      id: "an exchange rate that is none",
      yaml: tableDefinition(
        sql: ["SELECT 1 AS n"], columns: plainColumns,
        more: "forecast:\n  currency: {base: EUR, date: 2026-10-30, rates: {USD: 0}}"),
      expected: "reports/test.yaml:14:56: found '0'"),
  ]

  @Test("A mistake in a definition is told with file, line and what was expected", arguments: cases)
  func mistakes(_ test: Case) throws {
    let failure = try ReportBench().failure(test.yaml)
    let message = try #require(failure, "\(test.id): nothing was found wrong")
    #expect(message.contains(test.expected), "\(test.id)")
    #expect(message.hasPrefix("reports/test.yaml:"), "\(test.id)")
  }
}

import Definitions
import Forecasting
import Foundation
import LeadModel
import LeadmillTestSupport
import Store
import Testing

@testable import ReportStage

/// The definitions of `reports/`, as they are delivered.
@Suite struct ShippedReportTests {
  static let names = ["data-quality", "forecast", "governance"]

  static func yaml(_ name: String) throws -> String {
    try String(
      contentsOfFile: "\(RepositoryPaths.root)/reports/\(name).yaml", encoding: .utf8)
  }

  @Test(
    "Every delivered report draws on an empty store and says that there is nothing yet",
    arguments: names)
  func empty(name: String) throws {
    let bench = try ReportBench()
    let cells = try bench.cells(try bench.draw(try Self.yaml(name)))
    #expect(
      cells.contains {
        $0.contains("no leads yet") || $0.contains("no open deals")
          || $0.contains("nobody in the base yet")
      })
  }

  @Test(
    "Every word that a delivered report uses in its definitions sheet is explained once",
    arguments: names)
  func terms(name: String) throws {
    let definition = try ReportDefinition(
      DefinitionNode.parse(try Self.yaml(name), file: "\(name).yaml"), name: name)
    #expect(definition.terms.count >= 8)
    #expect(definition.sheets.first?.grid == 12)
  }

  @Test("The forecast adds no currencies: each has its own line, and rates convert when given")
  func currencies() throws {
    let bench = try ReportBench()
    for (id, currency) in [(1, "EUR"), (2, "EUR"), (3, "USD")] as [(Int64, String)] {
      try bench.database.prepare(
        """
        INSERT INTO deal (id, source_row_id, supplier, external_id, stage, amount_cents, currency,
          created_at, status)
        VALUES (?1, ?1, 'crm', 'D-' || ?1, 'Proposal', 100000, ?2, 1780000000, 'open')
        """
      ).run(.int(id), .text(currency))
    }
    let yaml = try Self.yaml("forecast")
    let apart = try bench.cells(try bench.draw(yaml), sheet: 4)
    #expect(apart.contains { $0.hasPrefix("EUR | 2 | 0 | 2000 |") })
    #expect(apart.contains { $0.hasPrefix("USD | 1 | 0 | 1000 |") })
    let converted = yaml.replacingOccurrences(
      of: "forecast:\n",
      with: "forecast:\n  currency: {base: EUR, date: 2026-10-30, rates: {USD: 0.5}}\n")
    let path = try bench.draw(converted, name: "converted")
    #expect(try bench.cells(path, sheet: 4).contains { $0.hasPrefix("EUR | 3 | 0 | 2500 |") })
    #expect(
      try bench.cells(path).contains { $0.contains("at the rates of 2026-10-30") })
  }

  @Test("A stage entry goes to the deal of its own supplier when two suppliers use the same id")
  func stageEntries() throws {
    let bench = try ReportBench()
    for (id, supplier) in [(1, "north"), (2, "south")] as [(Int64, String)] {
      try bench.database.prepare(
        """
        INSERT INTO deal (id, source_row_id, supplier, external_id, stage, status)
        VALUES (?1, ?1, ?2, 'D-1', 'Proposal', 'open')
        """
      ).run(.int(id), .text(supplier))
      try bench.database.prepare(
        """
        INSERT INTO deal_stage (id, source_row_id, supplier, deal, stage, at)
        VALUES (?1 + 10, ?1 + 10, ?2, 'D-1', ?2 || ' stage', 1780000000)
        """
      ).run(.int(id), .text(supplier))
    }
    let deals = try DealReader.deals(in: bench.database)
    #expect(deals.map { $0.entries.map(\.stage) } == [["north stage"], ["south stage"]])
  }
}

import Foundation
import LeadModel
import Testing

@testable import Definitions

@Suite("The law of each country is dated data with its sources")
struct MarketingLawTests {
  private static func shipped() throws -> MarketingLaw {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appending(path: "pipelines/marketing-law.yaml"), encoding: .utf8)
    return try MarketingLawFile.read(DefinitionNode.parse(text, file: "marketing-law.yaml"))
  }

  private static let members = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "IS", "LI", "NO", "GB",
  ]

  @Test("every country has one rule for each channel today, and a source for each")
  func complete() throws {
    let law = try Self.shipped()
    let today = try #require(CivilDate(iso: "2026-11-02"))
    for code in Self.members { #expect(law.countries[code]?.ages.isEmpty == false, "\(code)") }
    for (code, country) in law.countries {
      for channel in Channel.allCases where channel != .any {
        let rules = country.rules.filter {
          $0.channels.contains(channel) && ($0.since ?? today) <= today
            && ($0.until ?? today) >= today
        }
        #expect(rules.count == 1, "\(code) \(channel)")
      }
      for rule in country.rules { #expect(!rule.source.isEmpty, "\(code)") }
      for age in country.ages {
        #expect(!age.source.isEmpty)
        #expect(age.years == 18 || (12...16).contains(age.years), "\(code)")
      }
    }
  }

  @Test(
    "who may be written to, called and may consent alone",
    arguments: [
      ("DE", Channel.email, "2026-11-02", "opt_in opt_in 16"),
      ("DE", .phone, "2026-11-02", "opt_in implied 16"),
      ("AT", .email, "2026-11-02", "opt_in opt_in 14"),
      ("US", .email, "2026-11-02", "opt_out opt_out 13"),
      ("US", .sms, "2026-11-02", "written written 13"),
      ("GB", .email, "2026-11-02", "opt_in opt_out 13"),
      ("CA", .email, "2026-11-02", "implied implied 13"),
      ("FR", .phone, "2026-08-10", "opt_out opt_out 15"),
      ("FR", .phone, "2026-08-11", "opt_in opt_out 15"),
      ("ES", .phone, "2023-06-28", "opt_out opt_out 14"),
      ("ES", .phone, "2023-06-29", "opt_in opt_out 14"),
      ("DK", .email, "2023-12-31", "opt_in opt_in 13"),
      ("DK", .email, "2024-01-01", "opt_in opt_in 15"),
      ("AQ", .email, "2026-11-02", "opt_in opt_in 16"),
    ])
  func rules(country: String, channel: Channel, day: String, expected: String) throws {
    let law = try Self.shipped()
    let day = try #require(CivilDate(iso: day))
    let rule = try #require(law.rule(country: country, channel: channel, on: day))
    let age = law.age(country: country, on: day).map { " \($0.years)" } ?? ""
    #expect("\(rule.consumers.rawValue) \(rule.businesses.rawValue)\(age)" == expected)
  }

  @Test(
    "years are counted to the day",
    arguments: [
      ("2010-11-02", "2026-11-02", 16), ("2010-11-03", "2026-11-02", 15),
      ("2008-02-29", "2024-02-28", 15), ("2008-02-29", "2025-02-28", 16),
      ("2008-02-29", "2025-03-01", 17), ("2026-11-03", "2026-11-02", -1),
    ])
  func years(birth: String, day: String, expected: Int) throws {
    let birth = try #require(CivilDate(iso: birth))
    let day = try #require(CivilDate(iso: day))
    #expect(MarketingLaw.years(from: birth, to: day) == expected)
  }

  @Test(
    "a mistake is told where it stands",
    arguments: [
      ("countries: {UK: {}}", "1:13: found 'UK', expected the two letters of a country"),
      ("countries: {DE: {rules: [{channels: [mail]}]}}", "1:38: found 'mail', expected email"),
      (
        "countries: {DE: {age: [{years: 40, source: x}]}}",
        "1:32: found '40'"
      ),
    ])
  func mistakes(text: String, expected: String) {
    #expect {
      _ = try MarketingLawFile.read(DefinitionNode.parse(text, file: "marketing-law.yaml"))
    } throws: { error in
      "\(error)".hasPrefix("marketing-law.yaml:" + expected)
    }
  }
}

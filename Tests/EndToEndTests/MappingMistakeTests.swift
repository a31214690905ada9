import Foundation
import LeadmillTestSupport
import Testing

@Suite("Mistakes in a mapping are said, with their place")
struct MappingMistakeTests {
  private static let mapping = """
    kind: lead
    files: ["fair*.csv"]
    columns:
      Mail: email
      Erlaubnis: consent_status
    fields:
      first_name: {given_name: Badge name}
      last_name: {family_name: Badge name}
      utm_source: {query: utm_source, of: Page}
    values:
      consent_status: {ok: granted, gesperrt: declined}
    constants:
      lead_source: Fair
    default_country: DE
    time_zone: Europe/Berlin

    """
  private static let rows = """
    Mail,Badge name,Page,Erlaubnis
    ada@example.com,Ada Ashdown,https://example.org/?utm_source=fair,ok

    """

  private struct Bench {
    let workspace: TestWorkspace
    let config: String
    let file: String

    init(_ mapping: String, _ rows: String = MappingMistakeTests.rows) throws {
      workspace = try TestWorkspace()
      config = try workspace.copyPipelines()
      try mapping.write(toFile: "\(config)/mappings/fair.yaml", atomically: true, encoding: .utf8)
      file = try workspace.write("fair-1.csv", rows)
    }

    func ingest() throws -> ProgramResult {
      try workspace.runStage("ingest", ["--config", config, file])
    }
  }

  struct Mistake: CustomTestStringConvertible, Sendable {
    let old: String
    let new: String
    let message: String
    var testDescription: String { new }
  }

  @Test(
    "What can never be right is an error before anything is read",
    arguments: [
      Mistake(
        old: "gesperrt: declined", new: "gesperrt: no way",
        message: "fair.yaml:11:43: found 'no way' for 'consent_status', expected granted, declined"),
      Mistake(
        old: "lead_source: Fair", new: "consent_status: grantd",
        message: "fair.yaml:13:19: found 'grantd' for 'consent_status', expected granted"),
      Mistake(
        old: "default_country: DE", new: "default_country: XX",
        message: "fair.yaml:14:18: 'XX' is no country's code"),
      Mistake(
        old: "Europe/Berlin", new: "Europe/Berlinn",
        message: "fair.yaml:15:12: time zone 'Europe/Berlinn' is not in"),
      Mistake(
        old: "query: utm_source", new: "query: \"\"",
        message: "fair.yaml:9:23: found an empty text for 'query'"),
      Mistake(
        old: "family_name: Badge name", new: "part: 1, of: Badge name, by: \"\"",
        message: "fair.yaml:8:44: found an empty text for 'by'"),
    ])
  func errors(_ mistake: Mistake) throws {
    let bench = try Bench(Self.mapping.replacing(mistake.old, with: mistake.new))
    let result = try bench.ingest()
    #expect(result.status == 40 && result.errors.contains(mistake.message), "\(result)")
    #expect(try bench.workspace.count("SELECT count(*) FROM source_file") == 0)
  }

  @Test("Words that validation knows are choices too")
  func words() throws {
    let bench = try Bench(Self.mapping.replacing("ok: granted", with: "ok: Ja"))
    #expect(try bench.ingest().status == 0)
  }

  @Test("A rehearsal with a mapping that cannot be used says only what is wrong")
  func rehearsal() throws {
    let bench = try Bench(Self.mapping.replacing("Europe/Berlin", with: "Europe/Berlinn"))
    let result = try bench.workspace.runDriver(
      ["import", bench.file, "--dry-run", "--config", bench.config, "--as-of", TestWorkspace.asOf])
    #expect(result.status == 40 && result.errors.contains("fair.yaml:15:12"), "\(result)")
    #expect(result.output.isEmpty, "\(result)")
  }

  @Test("Columns that the file does not have are a warning that names the nearest header")
  func absent() throws {
    let mapping = Self.mapping.replacing("given_name: Badge name", with: "given_name: Badge nme")
      .replacing("Erlaubnis: consent_status", with: "Erlaubnis am: consent_at")
      .replacing("  consent_status: {ok: granted, gesperrt: declined}", with: "  company: {a: b}")
    let bench = try Bench(mapping)
    let result = try bench.ingest()
    #expect(result.status == 0, "\(result)")
    #expect(
      try bench.workspace.rows("SELECT severity, message FROM finding WHERE code = 'ING026'") == [
        [
          "warn",
          "the mapping reads columns that the file does not have: 'Erlaubnis am' for consent_at "
            + "(did you mean 'Erlaubnis'?), 'Badge nme' for first_name (did you mean 'Badge name'?); "
            + "correct the mapping, or ask the supplier for them",
        ]
      ])
    #expect(result.errors.contains("ING026"), "\(result)")
  }

  @Test("The other columns of several make up for one that the file does not have")
  func alternatives() throws {
    let several = Self.mapping.replacing(
      "last_name: {family_name: Badge name}", with: "company: {first_of: [Firm, Page]}")
    let bench = try Bench(several)
    #expect(try bench.ingest().status == 0)
    #expect(
      try bench.workspace.count("SELECT count(*) FROM finding WHERE code = 'ING026'") == 0)
  }

  @Test("First and last names that changed places under their headers are a drift")
  func swapped() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    try "kind: lead\nfiles: [\"acme*.csv\"]\n"
      .write(toFile: "\(config)/mappings/acme.yaml", atomically: true, encoding: .utf8)
    let given = [
      "Anna", "Peter", "Maria", "Thomas", "Julia", "Michael", "Laura", "Andreas", "Sarah",
    ]
    let family = [
      "Ashdown", "Birchwood", "Cranefield", "Daleham", "Eastlake", "Fernhill", "Greenway",
      "Hollowell", "Ironbridge",
    ]
    func ingest(_ name: String, _ first: [String], _ last: [String]) throws -> ProgramResult {
      let rows = zip(first, last).enumerated().map {
        "\(name)\($0.offset)@example.com,\($0.element.0),\($0.element.1)\n"
      }
      let path = try workspace.write(
        "acme-\(name).csv", "email,first_name,last_name\n" + rows.joined())
      return try workspace.runStage("ingest", ["--config", config, path])
    }
    #expect(try ingest("a", given, family).status == 0)
    let swapped = try ingest("b", family, given)
    #expect(
      swapped.status == 30
        && swapped.errors.contains("first and last names seem to have changed places"),
      "\(swapped)")
    #expect(try ingest("c", Array(given.reversed()), family).status == 0)
  }
}

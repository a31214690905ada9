import Foundation
import LeadmillTestSupport
import Store
import Testing

@Suite("leadmill answers questions about a workspace")
struct DriverTests {
  // MARK: digest

  private func tables(_ workspace: TestWorkspace) throws -> [String: String] {
    let result = try workspace.runDriver(["digest", "--json"])
    #expect(result.status == 0, "\(result)")
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let object = try #require(value as? [String: Any])
    var digests: [String: String] = ["all": object["digest"] as? String ?? ""]
    for (name, entry) in object["tables"] as? [String: [String: Any]] ?? [:] {
      digests[name] = entry["digest"] as? String
    }
    return digests
  }

  /// Names of the tables whose digests differ.
  private func difference(after change: StaticString) throws -> [String] {
    let workspace = try SeededWorkspace.create()
    let before = try tables(workspace)
    try SeededWorkspace.change(workspace, change)
    let after = try tables(workspace)
    return before.keys.filter { before[$0] != after[$0] }.sorted()
  }

  @Test("the digest is one line of hexadecimal, and the same for the same content")
  func digest() throws {
    let first = try SeededWorkspace.create().runDriver(["digest"])
    #expect(first.status == 0, "\(first)")
    #expect(first.output.count == 65)
    #expect(try SeededWorkspace.create().runDriver(["digest"]).output == first.output)
  }

  struct Change: Sendable, CustomTestStringConvertible {
    let sql: StaticString
    let tables: [String]
    var testDescription: String { "\(sql)" }
  }

  @Test(
    "the digest sees content, and only in the table that holds it",
    arguments: [
      Change(sql: "UPDATE lead SET phone_status = 'possible' WHERE id = 2", tables: ["lead"]),
      Change(sql: "UPDATE lead SET phone = '' WHERE id = 2", tables: ["lead"]),
      Change(sql: "UPDATE entity SET provenance = NULL", tables: ["entity"]),
      Change(sql: "UPDATE entity_score SET score = 43", tables: ["entity_score"]),
      Change(sql: "UPDATE entity_link SET rule = 'phone'", tables: ["entity_link"]),
      Change(sql: "UPDATE finding SET code = 'ING011'", tables: ["finding"]),
      Change(sql: "UPDATE field_change SET new_value = 'x'", tables: ["field_change"]),
      Change(
        sql: "UPDATE row_disposition SET disposition = 'updated' WHERE stage_run_id = 2",
        tables: ["row_disposition"]),
      Change(sql: "UPDATE message SET state = 'blocked' WHERE id = 1", tables: ["message"]),
      Change(sql: "UPDATE message SET state = 'sent' WHERE id = 2", tables: ["message"]),
      Change(sql: "DELETE FROM engagement", tables: ["engagement"]),
    ])
  func digestSees(change: Change) throws {
    #expect(try difference(after: change.sql) == (["all"] + change.tables).sorted())
  }

  @Test(
    "the digest does not see runs, clocks, caches and how the work was split",
    arguments: [
      "UPDATE run SET started_at = 5, ended_at = 7, arguments = '[]', state = 'failed'",
      "UPDATE stage_run SET started_at = 5, milliseconds = 99, unchanged = 12, state = 'interrupted'",
      "UPDATE message SET state = 'in_doubt', sent_as_of = NULL, transport = NULL WHERE id = 1",
      "UPDATE message SET state = 'sending' WHERE id = 1",
      "UPDATE finding SET id = id + 100; UPDATE field_change SET id = id + 100",
      "UPDATE message SET id = id + 100",
      "INSERT INTO dns_answer VALUES ('example.com', 'deliverable', '', 5, '', NULL, NULL)",
      """
      UPDATE stage_run SET stage = 'send' WHERE id = 4;
      INSERT INTO finding (stage_run_id, code, severity, field, message, value)
      VALUES (4, 'SND001', 'warn', 'email', 'message 1 may or may not have been taken', '')
      """,
      """
      INSERT INTO stage_run (id, run_id, stage, arguments, as_of, state, started_at)
      VALUES (7, 'nightly-2026-11-05-1', 'validate', '[]', 1793577600, 'done', 1);
      UPDATE row_disposition SET last_row = 1 WHERE stage_run_id = 2;
      INSERT INTO row_disposition VALUES (7, 0, 2, 2, 'inserted')
      """,
    ] as [StaticString])
  func digestIgnores(change: StaticString) throws {
    #expect(try difference(after: change) == [])
  }

  @Test("every table has a digest, or is known to hold no content")
  func digestCoverage() throws {
    let workspace = try SeededWorkspace.create()
    let all = try workspace.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .map { $0[0] }.filter { !$0.hasPrefix("sqlite_") }
    // Runs differ by nature; the others are indexes over content, caches and to-do lists.
    let exempt: Set<String> = [
      "schema_migration", "run", "stage_run", "source_row_hash", "source_identity", "dns_answer",
      "high_water", "revisit", "revisit_due", "source_row_again", "link_block_page",
      "link_stale", "contact_page",
    ]
    let digested = Set(try tables(workspace).keys)
    for table in all where !exempt.contains(table) {
      #expect(digested.contains(table), "add a query driver-digest-\(table), or exempt the table")
    }
  }

  // MARK: status

  @Test("status shows the last runs, what is pending, and which nights are missing")
  func status() throws {
    let workspace = try SeededWorkspace.create()
    _ = try workspace.write("ws/inbox/new.csv", "email\n")
    _ = try workspace.write("ws/inbox/leads.csv", String(repeating: "x", count: 99))
    let result = try workspace.runDriver(
      ["status", "--as-of", "2026-11-08", "--config", RepositoryPaths.pipelines])
    try #require(result.status == 0, "\(result)")
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines[1].hasPrefix("nightly-2026-11-05-1  2026-11-05T00:00:00Z  done"), "\(result)")
    #expect(lines[2].hasPrefix("nightly-2026-11-02-1"), "\(result)")
    #expect(
      lines.contains { $0.split(separator: " ") == ["validate", "source_row/lead", "1", "0"] })
    #expect(!result.output.contains("source_row/deal"), "\(result)")
    // The leads above the mark, and the entity to score again; not what is no row id.
    #expect(lines.contains { $0.split(separator: " ") == ["dedupe", "lead", "1", "0"] })
    #expect(lines.contains { $0.split(separator: " ") == ["score", "entity", "0", "1"] })
    #expect(!result.output.contains("as_of_date"), "\(result)")
    #expect(result.output.contains("files waiting in the inbox: 1\n"), "\(result)")
    #expect(result.output.contains("messages: 1 planned, 1 of them due"), "\(result)")
    #expect(
      result.output.contains(
        "nights without a run of nightly: "
          + "2026-11-03 to 2026-11-04, 2026-11-06 to 2026-11-08 (5)"), "\(result)")
  }

  @Test("status as JSON says the same")
  func statusJSON() throws {
    let workspace = try SeededWorkspace.create()
    let result = try workspace.runDriver(
      [
        "status", "--as-of", "2026-11-05", "--json", "--runs", "1", "--config",
        RepositoryPaths.pipelines,
      ])
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let object = try #require(value as? [String: Any], "\(result)")
    #expect((object["runs"] as? [Any])?.count == 1)
    #expect((object["missing_nights"] as? [String: [String]])?["nightly"]?.count == 2)
    #expect((object["messages"] as? [String: Int])?["due"] == 0)
  }

  // MARK: explain

  @Test(
    "explain finds a lead by any of its names",
    arguments: [
      "1", "2", "L-2", "ada@example.com", "ADA@EXAMPLE.COM", "+44 7700 900001", "leads.csv:3",
      "some/folder/leads.csv:2",
    ])
  func explainFinds(name: String) throws {
    let result = try SeededWorkspace.create().runDriver(["explain", name])
    #expect(result.status == 0, "\(result)")
    #expect(result.output.hasPrefix("entity 1: 2 leads\n"), "\(result)")
  }

  @Test("explain tells every part of the story")
  func explainTells() throws {
    let result = try SeededWorkspace.create().runDriver(["explain", "ada@example.com"])
    for part in [
      "SOURCE ROWS", "AS RECEIVED", "ADA@Example.com", "OUTCOMES", "duplicate", "NORMALISED VALUES",
      "LINKED LEADS", "VALUES TAKEN FROM OTHER LEADS", "ENRICHMENT", "country source  ",
      "SCORE PARTS",
      "has_phone", "ENGAGEMENT", "ENROLMENTS", "MESSAGES", "consent granted", "CHANGES", "newest",
    ] {
      #expect(result.output.contains(part), "no '\(part)' in\n\(result)")
    }
    for part in ["VIOLATIONS", "TASKS"] { #expect(!result.output.contains(part), "\(result)") }
  }

  @Test("explain tells why a row was rejected")
  func explainRejected() throws {
    let result = try SeededWorkspace.create().runDriver(["explain", "leads.csv:4"])
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("no lead came of this row"), "\(result)")
    #expect(result.output.contains("found nothing to reach the lead by"), "\(result)")
  }

  @Test("explain shows one short and harmless line of a cell, whatever it holds")
  func explainHarmless() throws {
    let workspace = try TestWorkspace()
    let note = "\u{1B}[31mred\u{202E}\r\nnext" + String(repeating: "x", count: 1000)
    let input = try workspace.write("leads.csv", "email,notes\na@example.com,\"\(note)\"\n")
    _ = try workspace.runStage("ingest", [input])
    let result = try workspace.runDriver(["explain", "leads.csv:2"])
    #expect(result.output.contains("\u{FFFD}[31mred\u{FFFD} nextxxx"), "\(result)")
    #expect(result.output.contains("xxx… (1014 characters)"), "\(result)")
    #expect(!result.output.contains("\u{1B}"), "\(result)")
  }

  @Test("explain as JSON has one object a lead")
  func explainJSON() throws {
    let result = try SeededWorkspace.create().runDriver(["explain", "L-1", "--json"])
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let stories = try #require(value as? [[String: Any]], "\(result)")
    #expect(stories.count == 1)
    #expect((stories[0]["messages"] as? [[String: Any]])?.count == 2)
    #expect((stories[0]["leads"] as? [[String: Any]])?.first?["external_id"] as? String == "L-1")
  }

  @Test(
    "explain says when nothing is known", arguments: ["nobody@example.com", "99", "leads.csv:9"])
  func explainNothing(name: String) throws {
    let result = try SeededWorkspace.create().runDriver(["explain", name])
    #expect(result.status == 30, "\(result)")
    #expect(result.errors.contains("found no lead under '\(name)'"), "\(result)")
  }

  // MARK: doctor

  @Test("the doctor finds nothing wrong with a sound workspace")
  func doctorSound() throws {
    let workspace = try SeededWorkspace.create()
    let result = try workspace.runDriver(["doctor", "--config", RepositoryPaths.pipelines])
    // The seed's stage runs foot and its integrity holds; only the definitions may be at fault.
    #expect(result.status == 0, "\(result)")
    #expect(!result.output.contains("fail  "), "\(result)")
  }

  @Test(
    "the doctor finds what is wrong and says what to do",
    arguments: [
      Illness(
        sql: "UPDATE stage_run SET rows_in = 9 WHERE id = 2", status: 50,
        said: "rows were not conserved in validate of nightly-2026-11-02-1"),
      Illness(
        sql: "PRAGMA foreign_keys = OFF; DELETE FROM source_file", status: 50,
        said: "rows without what they refer to: source_sheet (1)"),
      Illness(
        sql: "PRAGMA user_version = 99", status: 50, said: "has schema version 99, this program"),
      Illness(
        sql: "UPDATE run SET state = 'running' WHERE id = 'nightly-2026-11-05-1'", status: 0,
        said: "nightly-2026-11-05-1 was cut off"),
      Illness(
        sql: "UPDATE message SET state = 'in_doubt' WHERE id = 1", status: 0,
        said: "1 perhaps sent when a send was cut off"),
      Illness(
        sql: "UPDATE source_file SET state = 'loading'", status: 0,
        said: "half loaded: 'leads.csv'"),
    ])
  func doctorFinds(illness: Illness) throws {
    let workspace = try SeededWorkspace.create()
    try SeededWorkspace.change(workspace, illness.sql)
    let result = try workspace.runDriver(["doctor", "--config", RepositoryPaths.pipelines])
    #expect(result.status == illness.status, "\(result)")
    #expect(result.output.contains(illness.said), "\(result)")
  }

  struct Illness: Sendable, CustomTestStringConvertible {
    let sql: StaticString
    let status: Int32
    let said: String
    var testDescription: String { said }
  }

  @Test("the doctor names the place of a fault in a definition")
  func doctorDefinition() throws {
    let workspace = try TestWorkspace()
    let folder = try workspace.copyPipelines()
    try workspace.write("pipelines/nightly.yaml", "name: nightly\nstages: [ingst]\n")
    let result = try runProgram("leadmill", ["doctor", "--config", folder])
    #expect(result.status == 50, "\(result)")
    #expect(result.output.contains("nightly.yaml:2:10: found unknown stage 'ingst'"), "\(result)")
  }

  @Test(
    "a question about no workspace is answered clearly", arguments: ["status", "digest", "explain"])
  func noWorkspace(command: String) throws {
    let workspace = try TestWorkspace()
    let operands = command == "explain" ? ["x"] : []
    let result = try workspace.runDriver([command] + operands)
    #expect(result.status == 40, "\(result)")
    #expect(result.errors.contains("found no workspace in '\(workspace.root)'"), "\(result)")
    #expect(!FileManager.default.fileExists(atPath: workspace.root))
  }

  // MARK: completions

  @Test("bash takes the completions and completes with them")
  func completions() throws {
    let script = """
      source <(\(RepositoryPaths.program("leadmill")) completions bash) || exit 1
      COMP_WORDS=(leadmill di); COMP_CWORD=1; _leadmill; echo "${COMPREPLY[*]}"
      COMP_WORDS=(leadmill-score --wor); COMP_CWORD=1; _leadmill_score; echo "${COMPREPLY[*]}"
      """
    let result = try runProgram("/bin/bash", ["--norc", "-c", script])
    #expect(result.output == "digest\n--workspace --workers\n", "\(result)")
  }
}

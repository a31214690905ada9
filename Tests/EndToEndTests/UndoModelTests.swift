import Foundation
import LeadmillTestSupport
import Testing

/// How long the random histories are. `LEADMILL_UNDO_TRIALS` and `LEADMILL_UNDO_STEPS` ask for more
/// than a routine run has time for, `LEADMILL_UNDO_SEED` for a certain one.
private enum Histories {
  static let trials = setting("LEADMILL_UNDO_TRIALS") ?? 3
  static let steps = setting("LEADMILL_UNDO_STEPS") ?? 9
  static let seed = UInt64(setting("LEADMILL_UNDO_SEED") ?? Int.random(in: 1...999_999))

  private static func setting(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }
}

@Suite("Imports, corrections, edits and undos in any order leave what the live rows say")
struct UndoModelTests {
  @Test("A random history", arguments: 0..<Histories.trials)
  func history(trial: Int) throws {
    var history = try UndoHistory(seed: Histories.seed, trial: trial)
    for _ in 0..<Histories.steps {
      try history.step()
      guard try isSame(history) else { return }
    }
    // With everything taken back, nothing is there, whatever came between.
    while !history.model.liveNames.isEmpty {
      try history.undoOne()
      guard try isSame(history) else { return }
    }
    for table in [
      "lead", "entity", "source_row", "source_file", "match_key", "source_identity",
      "row_correction", "returned_sheet", "source_row_again",
    ] {
      let count = try history.bench.workspace.rows("SELECT count(*) FROM \(table)")
      #expect(count == [["0"]], "\(table)\n\(history.log)")
    }
  }

  /// Compares the store with the model; a history that went wrong is not worth going on with.
  private func isSame(_ history: UndoHistory) throws -> Bool {
    let workspace = history.bench.workspace
    let found = try workspace.rows(
      """
      SELECT id, supplier, coalesce(external_id, '-'), email, coalesce(company, '-'),
        coalesce(city, '-'), coalesce(employees, '-')
      FROM lead
      """
    ).map { $0.joined(separator: " ") }.sorted()
    let expected = history.model.lines
    #expect(found == expected, "\(history.log)")
    var isSame = found == expected
    for (name, sql) in Self.checks.sorted(by: { $0.key < $1.key }) {
      let count = try workspace.rows(sql)
      #expect(count == [["0"]], "\(name)\n\(history.log)")
      if count != [["0"]] { isSame = false }
    }
    return isSame
  }

  /// Each lead is in one entity, and there is nothing that belongs to nobody.
  private static let checks = [
    "leads without an entity": """
    SELECT count(*) FROM lead WHERE id NOT IN (SELECT lead_id FROM entity_link)
      AND id NOT IN (SELECT id FROM entity)
    """,
    "entities that are linked": """
    SELECT count(*) FROM entity WHERE id IN (SELECT lead_id FROM entity_link)
    """,
    "wrong counts": """
    SELECT count(*) FROM entity e
    WHERE lead_count <> 1 + (SELECT count(*) FROM entity_link WHERE entity_id = e.id)
    """,
    "persons in two entities": """
    SELECT count(*) FROM (
      SELECT email FROM lead
      GROUP BY email
      HAVING count(DISTINCT coalesce(
        (SELECT entity_id FROM entity_link WHERE lead_id = lead.id), lead.id)) > 1)
    """,
    "keys of nobody": """
    SELECT count(*) FROM match_key WHERE lead_id NOT IN (SELECT id FROM lead)
    """,
    "scores of nobody": """
    SELECT (SELECT count(*) FROM entity) <> (SELECT count(*) FROM entity_score)
      OR (SELECT count(*) FROM entity) <> (SELECT count(*) FROM entity_enrichment)
    """,
    "hashes of nothing": """
    SELECT count(*) FROM source_row_hash WHERE row_id NOT IN (SELECT id FROM source_row)
    """,
    "corrections of nothing": """
    SELECT count(*) FROM row_correction
    WHERE row_id NOT IN (SELECT id FROM source_row)
      OR origin_id NOT IN (SELECT id FROM source_row)
    """,
    "undone files": """
    SELECT count(*) FROM source_file f JOIN import i ON i.id = f.id WHERE i.state = 'undone'
    """,
    "messages to people who are gone": """
    SELECT count(*) FROM message m JOIN enrolment e ON e.id = m.enrolment_id
    WHERE m.state = 'planned' AND e.entity_id NOT IN (SELECT id FROM entity)
    """,
    "tasks about people who are gone": """
    SELECT count(*) FROM task
    WHERE entity_id IS NOT NULL AND entity_id NOT IN (SELECT id FROM entity)
    """,
  ]
}

import Foundation
import LeadModel
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

@Suite("Imports, edits, imports again and undos in any order leave what the live rows say")
struct UndoModelTests {
  /// One history of imports and undos, in a workspace and in the model.
  private struct History {
    var random: SplitMix64
    var model = UndoModel()
    let bench: ImportBench
    var log: String
    private var number = 0

    init(trial: Int) throws {
      random = SplitMix64(seed: Histories.seed &* 1000 &+ UInt64(trial))
      bench = try ImportBench()
      log = "seed \(Histories.seed), trial \(trial):"
    }

    mutating func pick<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: 0..<values.count, using: &random)]
    }

    mutating func chance(_ percent: Int) -> Bool {
      Int.random(in: 0..<100, using: &random) < percent
    }

    // MARK: Steps

    mutating func step() throws {
      let live = model.liveNames
      if !live.isEmpty, chance(40) {
        try undo(pick(live))
      } else if chance(20), !model.lines.isEmpty {
        try editExport()
      } else {
        try load()
      }
      if chance(15) { try night() }
    }

    /// A file with some known and some new rows, with other values, missing cells, other columns.
    private mutating func load() throws {
      number += 1
      let supplier = pick(["leads-web", "leads-web", "leads-partner"])
      let extra = chance(25) ? [] : chance(50) ? ["company", "city"] : ["city", "company"]
      let columns = (chance(85) ? ["email"] : []) + extra
      let mode = pick(["upsert", "upsert", "upsert", "create", "update"])
      let fills = chance(15)
      var rows: [UndoModel.Row] = []
      var keys: Set<String> = []
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let key = "\(Int.random(in: 1...7, using: &random))"
        guard keys.insert(key).inserted else { continue }
        var fields: [String: String] = [:]
        for column in columns { fields[column] = value(of: column, key: key) }
        rows.append(UndoModel.Row(key: key, fields: fields))
      }
      let entry = UndoModel.Import(
        name: "\(supplier)-\(number).csv", supplier: supplier, columns: columns, mode: mode,
        fillsOnlyEmpty: fills, rows: rows)
      try run(entry)
    }

    private mutating func value(of column: String, key: String) -> String {
      if column != "email", chance(20) { return "" }
      switch column {
      // Few addresses, so that leads of both suppliers are one person now and again.
      case "email": return "person\(pick([key, key, "1", "2"]))@example.com"
      case "company": return pick(["Kestrel", "Osprey", "Merlin"])
      default: return pick(["Leeds", "Ulm", "Graz"])
      }
    }

    private mutating func run(_ entry: UndoModel.Import) throws {
      let header = (["id"] + entry.columns).joined(separator: ",")
      // What a row of the same content has in another file must not make the files the same.
      let lines = entry.rows.map { row in
        ([row.key] + entry.columns.map { row.fields[$0] ?? "" }).joined(separator: ",")
      }
      log += "\nimport \(entry.name) \(entry.mode)\(entry.fillsOnlyEmpty ? " fill" : "")"
      log += " [\(header)] \(lines.joined(separator: " / "))"
      let text = ([header] + lines).joined(separator: "\n") + "\n"
      let path = try bench.workspace.write(entry.name, text)
      // The histories' files have other columns every time.
      var options = ["--mode", entry.mode, "--mapping", entry.supplier, "--accept-drift"]
      if entry.fillsOnlyEmpty { options.append("--fill-only-empty") }
      if isKnown(entry) {
        log += " (the same bytes: skipped)"
        return
      }
      let result = try bench.run(["import", path] + options)
      #expect([0, 10].contains(result.status), "\(log)\n\(result)")
      model.load(entry)
    }

    /// Everybody is exported, some are given another company, and the file is imported.
    private mutating func editExport() throws {
      number += 1
      let name = "export-\(number).csv"
      let path = bench.workspace.path(name)
      let export = try bench.workspace.runDriver(["export", "lead", "--output", path])
      try #require(export.status == 0, "\(export)")
      var lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\r\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      let header = lines[0]
      func place(_ column: String) -> Int { header.firstIndex(of: column) ?? 0 }
      var rows: [UndoModel.Row] = []
      var edited: [String] = []
      for line in lines.indices.dropFirst() {
        if chance(40) {
          lines[line][place("company")] = "Hawk\(number)"
          edited.append(lines[line][place("external_id")])
        }
        let cells = lines[line]
        rows.append(
          UndoModel.Row(
            key: cells[place("external_id")],
            fields: ["email", "company", "city"].reduce(into: [:]) { $0[$1] = cells[place($1)] },
            supplier: cells[place("leadmill_supplier")]))
      }
      guard !edited.isEmpty else { return }
      log += "\nimport \(name), edited: \(edited)"
      try bench.workspace.write(
        name, lines.map { $0.joined(separator: ",") + "\r\n" }.joined())
      let result = try bench.run(["import", path])
      #expect(result.status == 0, "\(log)\n\(result)")
      model.load(
        UndoModel.Import(
          name: name, supplier: "leadmill-export", columns: ["all"], mode: "upsert",
          fillsOnlyEmpty: false, rows: rows, isExport: true))
    }

    /// The same bytes of the same supplier are the same import.
    private func isKnown(_ entry: UndoModel.Import) -> Bool {
      model.imports.contains {
        $0.isLive && $0.supplier == entry.supplier && $0.columns == entry.columns
          && $0.rows == entry.rows
      }
    }

    private mutating func undo(_ name: String) throws {
      log += "\nundo \(name)"
      if chance(15) {
        let before = try bench.workspace.digest()
        let rehearsal = try bench.undo(name, ["--dry-run"])
        #expect(rehearsal.status == 0, "\(log)\n\(rehearsal)")
        #expect(try bench.workspace.digest() == before, "\(log)")
      }
      model.undo(name)
      if chance(30) {
        // Killed somewhere, and run again.
        let instant = Int.random(in: 1_000...150_000, using: &random)
        log += " killed after \(instant) µs"
        let killed = try runProgram(
          "leadmill",
          [
            "undo", name, "--workspace", bench.workspace.root, "--config",
            RepositoryPaths.pipelines, "--as-of", TestWorkspace.asOf, "--progress", "none",
          ], killAfterMicroseconds: instant)
        if !killed.wasKilled { return }
        // Whatever it left, the driver's children may have got further than the driver.
        let resumed = try bench.run(["undo", name])
        #expect([0, 99].contains(resumed.status), "\(log)\n\(resumed)")
        if resumed.status == 99 { try finishStages() }
        return
      }
      let result = try bench.undo(name)
      #expect(result.status == 0, "\(log)\n\(result)")
    }

    /// What a killed run did not come to, the next one does.
    private func finishStages() throws {
      for stage in ["validate", "dedupe", "enrich", "score"] {
        let options = stage == "validate" ? ["--dns=off"] : []
        #expect(
          [0, 10, 99].contains(try bench.workspace.runStage(stage, options).status), "\(stage)")
      }
    }

    private mutating func night() throws {
      log += "\nnight"
      for stage in ["dedupe", "enrich", "score", "send", "escalate", "govern"] {
        let options = stage == "send" ? ["--plan-only"] : []
        let result = try bench.workspace.runStage(stage, options)
        #expect([0, 10, 20, 99].contains(result.status), "\(log)\n\(result)")
      }
    }

    // MARK: Comparing

    func compare() throws {
      let found = try bench.workspace.rows(
        """
        SELECT supplier, external_id, email, coalesce(company, '-'), coalesce(city, '-') FROM lead
        ORDER BY supplier, external_id
        """
      ).map { $0.joined(separator: " ") }
      #expect(found.sorted() == model.lines.sorted(), "\(log)")
      try compareEntities()
    }

    /// Each lead is in one entity, and there is nothing that belongs to nobody.
    private func compareEntities() throws {
      let checks = [
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
      for (name, sql) in checks.sorted(by: { $0.key < $1.key }) {
        #expect(try bench.workspace.rows(sql) == [["0"]], "\(name)\n\(log)")
      }
    }

    /// With everything taken back, nothing is there, whatever came between.
    mutating func undoAll() throws {
      while !model.liveNames.isEmpty { try undo(pick(model.liveNames)) }
      try compare()
      for table in ["lead", "entity", "source_row", "source_file", "match_key", "source_identity"] {
        #expect(
          try bench.workspace.rows("SELECT count(*) FROM \(table)") == [["0"]], "\(table)\n\(log)")
      }
    }
  }

  @Test("A random history", arguments: 0..<Histories.trials)
  func history(trial: Int) throws {
    var history = try History(trial: trial)
    for _ in 0..<Histories.steps {
      try history.step()
      try history.compare()
    }
    try history.undoAll()
  }
}

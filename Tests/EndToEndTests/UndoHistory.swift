import Foundation
import LeadModel
import LeadmillTestSupport
import Testing

/// One history of imports, corrections and undos, in a workspace and in the model.
struct UndoHistory {
  private var random: SplitMix64
  private(set) var model = UndoModel()
  let bench: ImportBench
  private(set) var log: String
  private var number = 0
  /// Exports that nobody imported yet.
  private var exports: [(name: String, rows: [UndoModel.Row])] = []
  /// Corrections so far: the name of the file that they correct, and their rows.
  private var corrected: Set<[String]> = []

  init(seed: UInt64, trial: Int) throws {
    random = SplitMix64(seed: seed &* 1000 &+ UInt64(trial))
    bench = try ImportBench()
    log = "seed \(seed), trial \(trial):"
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  // MARK: Steps

  mutating func step() throws {
    let live = model.liveNames
    if !live.isEmpty, chance(33) {
      try undo(pick(live))
    } else if chance(25), try correct() {
    } else if chance(15), !model.lines.isEmpty {
      try export()
    } else if chance(20), !exports.isEmpty {
      try importExport()
    } else if chance(20), try reload() {
    } else {
      try load()
    }
    if chance(10) { try night() }
  }

  /// One file or several at once, with some known and some new rows.
  private mutating func load() throws {
    let supplier = pick(["leads-web", "leads-web", "leads-partner"])
    var files = [file(of: supplier)]
    if chance(30) {
      for _ in 0..<Int.random(in: 1...2, using: &random) { files.append(file(of: supplier)) }
    }
    let key = chance(40) ? pick([["email"], ["email"], ["company", "email"]]) : []
    let (mode, fills) = (pick(["upsert", "upsert", "upsert", "create", "update"]), chance(15))
    for index in files.indices {
      files[index].key = key
      files[index].mode = mode
      files[index].fillsOnlyEmpty = fills
    }
    for file in files { try write(file) }
    try run(files)
  }

  /// Some rows, or those of an earlier file with some cells changed.
  private mutating func file(of supplier: String) -> UndoModel.Import {
    number += 1
    let name = "\(supplier)-\(number).csv"
    let earlier = model.imports.filter {
      $0.supplier == supplier && !$0.isExport && $0.corrects == nil
    }
    if !earlier.isEmpty, chance(45) {
      let like = pick(earlier)
      var rows = like.rows
      for index in rows.indices where chance(40) {
        let column = pick(like.columns.filter { $0 != "id" })
        rows[index].fields[column] = value(of: column, key: rows[index].fields["id"] ?? "9")
      }
      rows.removeAll { _ in chance(15) }
      return UndoModel.Import(
        name: name, supplier: supplier, columns: like.columns, rows: Self.distinct(rows))
    }
    var extra = chance(20) ? [] : chance(50) ? ["company", "city"] : ["city", "company"]
    if chance(30) { extra.append("employees") }
    var columns = chance(80) ? ["id"] : []
    if chance(85) || columns.isEmpty || extra.isEmpty { columns.append("email") }
    columns += extra
    var rows: [UndoModel.Row] = []
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let key = "\(Int.random(in: 1...7, using: &random))"
      var fields: [String: String] = [:]
      for column in columns { fields[column] = column == "id" ? key : value(of: column, key: key) }
      rows.append(UndoModel.Row(fields: fields))
    }
    return UndoModel.Import(
      name: name, supplier: supplier, columns: columns, rows: Self.distinct(rows))
  }

  /// Rows with ids of their own, and none that is blank.
  private static func distinct(_ rows: [UndoModel.Row]) -> [UndoModel.Row] {
    var seen: Set<[String: String]> = []
    return rows.filter { row in
      let key = row.fields["id"].map { ["id": $0] } ?? row.fields
      return row.fields.values.contains { !$0.isEmpty } && seen.insert(key).inserted
    }
  }

  private mutating func value(of column: String, key: String) -> String {
    switch column {
    // Few addresses, so that leads of both suppliers are one person now and again.
    case "email":
      return chance(85)
        ? "person\(pick([key, key, "1", "2"]))@example.com" : pick(["nobody@", "a@@b", ""])
    case "company": return chance(20) ? "" : pick(["Kestrel", "Osprey", "Merlin"])
    case "employees": return chance(20) ? "" : pick(["12", "40", "many"])
    default: return chance(20) ? "" : pick(["Leeds", "Ulm", "Graz"])
    }
  }

  private func write(_ entry: UndoModel.Import) throws {
    let lines = entry.rows.map { row in
      entry.columns.map { row.fields[$0] ?? "" }.joined(separator: ",")
    }
    let header = entry.columns.joined(separator: ",")
    try bench.workspace.write(entry.name, ([header] + lines).joined(separator: "\n") + "\n")
  }

  /// A file that was taken back, or is there still, once more.
  private mutating func reload() throws -> Bool {
    let files = model.imports.filter { !$0.isExport && !$0.rows.isEmpty }
    guard !files.isEmpty else { return false }
    var entry = pick(files)
    // Of what is there, no row is new, whatever the options.
    let isThere = model.imports.contains { $0.name == entry.name && $0.isLive }
    if chance(50) { entry.mode = pick(["upsert", "create", "update"]) }
    if chance(30) { entry.fillsOnlyEmpty.toggle() }
    if entry.corrects != nil { entry.key = [] }
    entry.isLive = true
    log += isThere ? "\nonce more:" : "\nagain:"
    try run([entry])
    return true
  }

  private mutating func run(_ files: [UndoModel.Import]) throws {
    let first = files[0]
    for entry in files {
      log += "\nimport \(entry.name)"
      if entry.corrects == nil {
        log += " [\(entry.columns.joined(separator: ","))]"
      }
      log += entry.rows.map { row in
        " / " + entry.columns.map { row.fields[$0] ?? "" }.joined(separator: ",")
          + (row.answers.map { " for \($0)" } ?? "")
      }.joined()
    }
    // The histories' files have other columns every time.
    var options = ["--mode", first.mode, "--mapping", first.supplier, "--accept-drift"]
    if !first.key.isEmpty { options += ["--key", first.key.joined(separator: ",")] }
    if first.fillsOnlyEmpty { options.append("--fill-only-empty") }
    log += " \(options.joined(separator: " "))"
    let command = ["import"] + files.map { bench.workspace.path($0.name) } + options
    if !model.imports.isEmpty, chance(5) {
      let before = try bench.workspace.digest()
      let rehearsal = try bench.run(command + ["--dry-run"])
      #expect([0, 10].contains(rehearsal.status), "\(log)\n\(rehearsal)")
      #expect(try bench.workspace.digest() == before, "\(log)")
    }
    if chance(10) { try killed(command) }
    let result = try bench.run(command)
    #expect([0, 10, 99].contains(result.status), "\(log)\n\(result)")
    if result.status == 99 { try finishStages() }
    // One after the other: two of them may be the same.
    for entry in files where !isThere(entry) { model.load([entry]) }
  }

  private mutating func killed(_ command: [String]) throws {
    let instant = Int.random(in: 1_000...200_000, using: &random)
    log += " killed after \(instant) µs"
    _ = try runProgram(
      "leadmill",
      command + [
        "--workspace", bench.workspace.root, "--config", RepositoryPaths.pipelines,
        "--as-of", TestWorkspace.asOf, "--progress", "none",
      ], killAfterMicroseconds: instant)
  }

  /// The same bytes of the same supplier are the same import.
  private func isThere(_ entry: UndoModel.Import) -> Bool {
    model.imports.contains {
      guard $0.isLive, $0.supplier == entry.supplier else { return false }
      if $0.corrects != nil || entry.corrects != nil { return $0.name == entry.name }
      return !$0.isExport && $0.columns == entry.columns && $0.rows == entry.rows
    }
  }

  // MARK: Corrections

  /// Some rejected rows of a file are corrected in its workbook, others are made wrong otherwise.
  private mutating func correct() throws -> Bool {
    let wrong = model.imports.indices.filter {
      model.imports[$0].isLive && model.imports[$0].corrects == nil
        && !model.rejects(of: $0).isEmpty
    }
    guard !wrong.isEmpty else { return false }
    let index = pick(wrong)
    let source = model.imports[index]
    number += 1
    let name = "fix-\(number).\(pick(["xlsx", "csv"]))"
    var rows: [UndoModel.Row] = []
    var edits: [Any] = []
    let given = model.rejects(of: index)
    for reject in given {
      var fields = Dictionary(uniqueKeysWithValues: zip(source.columns, reject.cells))
      if chance(15) {
        edits.append(NSNull())
        continue
      }
      for column in source.columns where chance(column == "email" ? 80 : 20) {
        if column == "id", !chance(30) { continue }
        fields[column] =
          column == "id"
          ? "\(Int.random(in: 1...9, using: &random))"
          : value(of: column, key: fields["id"] ?? "8")
      }
      if fields.values.allSatisfy(\.isEmpty) { fields[source.columns[0]] = reject.cells[0] }
      if fields.values.allSatisfy(\.isEmpty) {
        edits.append(NSNull())
        continue
      }
      edits.append(source.columns.map { fields[$0] ?? "" })
      rows.append(UndoModel.Row(fields: fields, answers: reject.origin))
    }
    let found = try rewrite(source.name, to: name, edits)
    #expect(
      found == given.map(\.cells), "the rejects of \(source.name) before \(name)\n\(log)")
    guard found.count == given.count, !rows.isEmpty else { return true }
    // The same corrections again are the same file, which is no import of its own.
    let content = rows.map { row in
      source.columns.map { row.fields[$0] ?? "" }.joined(separator: ",") + " \(row.answers ?? -1)"
    }
    guard corrected.insert([source.name] + content).inserted else { return true }
    let entry = UndoModel.Import(
      name: name, supplier: source.supplier, columns: source.columns,
      mode: pick(["upsert", "upsert", source.mode]), fillsOnlyEmpty: chance(15), rows: rows,
      corrects: index)
    log += "\ncorrect \(source.name):"
    try run([entry])
    return true
  }

  /// Corrects the rejects workbook of a file, and says what was in it.
  private func rewrite(_ source: String, to name: String, _ edits: [Any]) throws -> [[String]] {
    let book = "\(bench.workspace.outputFolder)/rejects/\(source)-rejects.xlsx"
    guard FileManager.default.fileExists(atPath: book) else { return [] }
    let result = try ProgramRun(
      RepositoryPaths.python,
      ["\(RepositoryPaths.fixtures)/rewrite_rejects.py", book, bench.workspace.path(name)],
      input: Array(try JSONSerialization.data(withJSONObject: ["rows": edits]))
    ).wait()
    if result.status != 0 { Issue.record("\(log)\n\(result)") }
    return try result.output.split(separator: "\n").map {
      try JSONDecoder().decode([String].self, from: Data($0.utf8))
    }
  }

  // MARK: Exports

  /// Everybody is exported, and some are given another company; imported now or later.
  private mutating func export() throws {
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
    for line in lines.indices.dropFirst() {
      if chance(40) { lines[line][place("company")] = "Hawk\(number)" }
      let cells = lines[line]
      var fields = ["id": cells[place("external_id")]]
      for field in [
        "email", "company", "city", "employees", "lead_source", "consent_source",
      ] {
        fields[field] = cells[place(field)]
      }
      rows.append(
        UndoModel.Row(
          fields: fields, supplier: cells[place("leadmill_supplier")],
          record: Int(cells[place("leadmill_id")])))
    }
    log += "\nexport \(name)"
    try bench.workspace.write(name, lines.map { $0.joined(separator: ",") + "\r\n" }.joined())
    exports.append((name, rows))
    if chance(60) { try importExport() }
  }

  private mutating func importExport() throws {
    let (name, rows) = exports.removeLast()
    // What is gone since would begin anew.
    let records = model.records
    guard rows.allSatisfy({ $0.record.flatMap { records[$0] } != nil }) else { return }
    log += "\nimport \(name)"
    let result = try bench.run(["import", bench.workspace.path(name)])
    #expect([0, 99].contains(result.status), "\(log)\n\(result)")
    model.load([
      UndoModel.Import(
        name: name, supplier: "leadmill-export", columns: ["all"], rows: rows, isExport: true)
    ])
  }

  // MARK: Undo

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
      try killed(["undo", name])
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

  mutating func undoOne() throws { try undo(pick(model.liveNames)) }
}

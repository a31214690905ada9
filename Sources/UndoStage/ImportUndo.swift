import ImportHistory
import LeadModel
import Rejects
import StageKit
import Store

/// Takes one import back.
struct ImportUndo {
  private struct Row {
    let id: Int64
    let record: Int64
    let sheet: Int64
  }

  private let context: StageContext
  private let entry: UndoneImport
  private let removal: RecordRemoval
  private let others: OtherFiles
  /// Sheets of which rows are left, because they are opt-outs.
  private var sheetsInUse: Set<Int64> = []
  private var tally = UndoTally()

  /// Rows of one transaction.
  private static let chunkRows: Int64 = 50_000

  private var table: String { entry.kind.rawValue }
  private var reason: String { "import \(entry.id) undone" }

  init(context: StageContext, entry: UndoneImport) {
    self.context = context
    self.entry = entry
    removal = RecordRemoval(context: context, reason: "import \(entry.id) undone")
    others = OtherFiles(context: context, entry: entry)
  }

  mutating func run() throws {
    try context.transaction {
      try context.database.query("undo-begin").run(.int(entry.id), .text(context.runID))
    }
    // From the last row to the first: who joined a person goes before who founded it, so nobody has
    // to go on under an id that goes next.
    var first = Int64.max
    while true {
      let rows = try nextRows(before: first)
      guard let lowest = rows.first else { break }
      first = lowest.id
      var copy = self
      try context.transaction { try copy.take(rows) }
      self = copy
      context.progress(done: context.counts.rowsIn, of: nil, unit: "rows of \(entry.name)")
    }
    let workbooks = try rejectsWorkbooks()
    try context.transaction { try finish() }
    // Validate, which comes next, writes those of the others under their new names.
    if !context.isDryRun, !workbooks.isEmpty {
      var shelf = RejectsShelf(
        folder: context.workspace.rejectsFolder, database: context.database)
      for name in workbooks { try shelf.remove(name) }
      for note in shelf.notes { context.say(note) }
    }
    tally.report(entry, to: context)
  }

  /// The next rows of a chunk, in ascending order.
  private func nextRows(before first: Int64) throws -> [Row] {
    var rows: [Row] = []
    try context.database.query("undo-rows").rows(
      .int(entry.id), .int(first), .int(Self.chunkRows)
    ) { rows.append(Row(id: $0.int(0), record: $0.int(1), sheet: $0.int(2))) }
    return rows.reversed()
  }

  // MARK: One chunk

  private mutating func take(_ rows: [Row]) throws {
    context.counts.rowsIn += rows.count
    let rights = try removal.rights(among: Set(rows.map(\.record)).sorted(), of: entry.kind)
    if !rights.isEmpty {
      try context.database.query("undo-kept-right").run(
        .int(entry.id), .text(table), .text(""), .text(RecordRemoval.list(rights.sorted())))
    }
    var going: [Row] = []
    var left: [(id: Int64, record: Int64)] = []
    for row in rows {
      if rights.contains(row.record) {
        sheetsInUse.insert(row.sheet)
        tally.rights += 1
        context.record(.unchanged, row: row.id)
      } else {
        left.append((row.id, row.record))
      }
    }
    let moved = try others.adopt(
      left, sheets: Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.sheet) }))
    for row in rows where !rights.contains(row.record) {
      if moved.contains(row.id) {
        tally.again += 1
        context.record(.unchanged, row: row.id)
      } else {
        going.append(row)
        context.record(.updated, row: row.id)
      }
    }
    if !going.isEmpty { try remove(going) }
  }

  private mutating func remove(_ rows: [Row]) throws {
    let database = context.database
    let ids = rows.map(\.id)
    let list = SQLValue.text(RecordRemoval.list(ids))
    let records = Set(rows.map(\.record)).sorted()
    var stays: Set<Int64> = []
    try database.query("undo-records-left").rows(.text(RecordRemoval.list(records)), list) {
      stays.insert($0.int(0))
    }
    let gone = records.filter { !stays.contains($0) }
    let left = records.filter(stays.contains)
    if entry.kind == .lead { try keepRefusals(rows, gone: gone) }
    try database.query("undo-kept-changes").run(
      .int(entry.id), .text(table), .text(RecordRemoval.list(left)))
    tally.removed += try removal.remove(gone, of: entry.kind)
    if [.consent, .engagement].contains(entry.kind) {
      try removal.remove(held(by: list), of: .consent)
    }
    for record in left { try context.revisit(stage: "validate", subject: table, id: record) }
    try database.query("undo-contents-again").run(.text(RecordRemoval.list(left)), list)
    try database.query("undo-rejects-again").run(.text(RecordRemoval.list(left)), list)
    // A record that goes on may still be found by the ids that its rows brought.
    let parts = rows.filter { $0.record != $0.id && stays.contains($0.record) }.map(\.id)
    if !parts.isEmpty {
      try database.query("undo-identities-move").run(.text(RecordRemoval.list(parts)))
    }
    let identities = Set(gone).union(ids).subtracting(left).sorted()
    try database.query("undo-identities-delete").run(.text(RecordRemoval.list(identities)))
    for query in [
      "undo-contents-delete", "undo-findings-delete", "undo-corrections-delete",
      "undo-rows-delete",
    ] {
      try database.query(query).run(list)
    }
    tally.rows += rows.count
    tally.revisited += left.count
  }

  /// What rejected rows of a list hold back: nobody has said anything any more.
  private func held(by rows: SQLValue) throws -> [Int64] {
    var held: [Int64] = []
    try context.database.query("undo-held").rows(rows) { held.append($0.int(0)) }
    return held
  }

  /// Refusals that the rows brought go on as records of consent.
  private mutating func keepRefusals(_ rows: [Row], gone: [Int64]) throws {
    let going = Set(rows.map(\.id))
    let isGone = Set(gone)
    var leads: [(lead: Int64, row: Int64)] = gone.map { ($0, $0) }
    let refusing = try RefusalKeeper(context: context).refusing(among: rows.map(\.record))
    for row in rows where !isGone.contains(row.record) && refusing.contains(row.record) {
      let brought = try context.database.query("undo-refusal-row").first(.int(row.record)) {
        $0.int(0)
      }
      if let brought, going.contains(brought) { leads.append((row.record, row.id)) }
    }
    let kept = try RefusalKeeper(context: context).keep(leads, since: entry.asOf)
    guard !kept.isEmpty else { return }
    tally.refusals += kept.count
    try context.database.query("undo-kept-right").run(
      .int(entry.id), .text(table), .text("consent_status"), .text(RecordRemoval.list(kept)))
  }

  // MARK: The end

  private func finish() throws {
    let database = context.database
    let id = SQLValue.int(entry.id)
    // Before the sheets go, for their ids are noted.
    try database.query("undo-end").run(id, .int(context.asOf.seconds), .text(context.runID))
    for query in [
      "undo-sheet-findings-delete", "undo-again-delete", "undo-rejects-clear",
      "undo-returned-mark", "undo-returned-delete", "undo-profiles-delete",
    ] {
      try database.query(query).run(id)
    }
    try database.query("undo-rejects-mark").run(.text(entry.name), id)
    try database.query("undo-sheets-delete").run(
      id, .text(RecordRemoval.list(sheetsInUse.sorted())))
    try database.query("undo-file-delete").run(id)
    try database.query("undo-file-retire").run(id)
  }

  /// Workbooks of rejected rows of all files of the name: which is called what follows from how many
  /// there are.
  private func rejectsWorkbooks() throws -> [String] {
    var names: [String] = []
    try context.database.query("undo-rejects-names").rows(.text(entry.name)) { row in
      names.append(RejectsName.workbook(of: entry.name, earlier: Int(row.int(1))))
    }
    return names
  }
}

/// What an undo did, for its result lines.
struct UndoTally {
  var rows = 0
  var removed = 0
  var revisited = 0
  var again = 0
  var rights = 0
  var refusals = 0

  func report(_ entry: UndoneImport, to context: StageContext) {
    context.result("undone_import", .int(entry.id))
    let figures = [
      ("rows_taken_back", rows), ("records_removed", removed),
      ("records_made_anew", revisited), ("rows_kept_for_other_files", again),
      ("opt_outs_kept", rights + refusals),
    ]
    for (name, value) in figures where value > 0 { context.result(name, .int(Int64(value))) }
  }
}

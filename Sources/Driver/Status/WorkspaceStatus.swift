import LeadModel
import StageKit
import Store

/// What ran in a workspace, what waits, and what is missing.
struct WorkspaceStatus {
  struct Run {
    let id: String
    let asOf: Timestamp
    let state: String
    let exitCode: Int64?
    let startedAt: Timestamp
    let endedAt: Timestamp?
    let rowsIn: Int64
    let rejected: Int64
    let lastStage: String?
  }

  /// Rows that a stage has not looked at yet.
  struct Pending {
    let stage: String
    let subject: String
    var new: Int64
    /// Older rows to look at again.
    var again: Int64
  }

  struct Messages {
    var planned: Int64 = 0
    var due: Int64 = 0
    /// Handed over, perhaps: the send was cut off.
    var inDoubt: Int64 = 0
  }

  /// Nights without a run that ended well, of one nightly pipeline.
  struct MissingNights {
    let pipeline: String
    let nights: [CivilDate]
  }

  let asOf: Timestamp
  /// Names of files in the inbox that were not loaded yet, sorted.
  let inbox: [String]
  /// Newest first.
  let runs: [Run]
  let pending: [Pending]
  let messages: Messages
  let registryWaits: [RegistryWait]
  let openViolations: Int64
  let missing: [MissingNights]
  /// Who works on the workspace now.
  let holder: String?

  /// Queries that count the rows of one table above a mark.
  private static let queryPrefix = "driver-above-"

  /// Stages whose first mark is not written yet still have work: all rows of what they read.
  private static let readers = [
    (stage: "validate", subject: "source_row"), (stage: "dedupe", subject: "lead"),
    (stage: "enrich", subject: "entity"), (stage: "score", subject: "entity"),
  ]

  init(
    of workspace: Workspace, _ database: Database, asOf: Timestamp, runCount: Int,
    nightlyPipelines: [String]
  ) throws {
    self.asOf = asOf
    inbox = try Self.waitingFiles(in: workspace, database)
    runs = try Self.runs(database, count: runCount)
    pending = try Self.pending(database, asOf: asOf)
    messages =
      try database.query("driver-status-messages").first(.int(asOf.seconds)) { row in
        Messages(planned: row.int(0), due: row.int(1), inDoubt: row.int(2))
      } ?? Messages()
    registryWaits = try RegistryWait.all(database)
    openViolations = try database.query("driver-status-violations").first { $0.int(0) } ?? 0
    missing = try nightlyPipelines.map { pipeline in
      MissingNights(
        pipeline: pipeline, nights: try Self.missingNights(database, of: pipeline, asOf: asOf))
    }
    holder = WorkspaceLock.holder(of: workspace)
  }

  /// Files that no loaded file has the name and size of; ingest compares contents.
  private static func waitingFiles(
    in workspace: Workspace, _ database: Database
  ) throws -> [String] {
    var loaded: Set<String> = []
    try database.query("driver-status-files").rows { loaded.insert("\($0.text(0))/\($0.int(1))") }
    return FilePaths.files(in: workspace.inboxFolder, suffix: "").compactMap { path in
      guard let size = FilePaths.fileSize(path) else { return nil }
      let name = FilePaths.lastPart(path)
      return loaded.contains("\(name)/\(size)") ? nil : name
    }
  }

  private static func runs(_ database: Database, count: Int) throws -> [Run] {
    var runs: [Run] = []
    try database.query("driver-status-runs").rows(.int(Int64(count))) { row in
      runs.append(
        Run(
          id: row.text(0), asOf: Timestamp(seconds: row.int(2)), state: row.text(3),
          exitCode: row.optionalInt(4), startedAt: Timestamp(seconds: row.int(5)),
          endedAt: row.optionalInt(6).map { Timestamp(seconds: $0) }, rowsIn: row.int(9),
          rejected: row.int(7), lastStage: row.optionalText(8)))
    }
    return runs
  }

  private static func pending(_ database: Database, asOf: Timestamp) throws -> [Pending] {
    var marks: [(stage: String, subject: String, mark: Int64)] = []
    try database.query("driver-status-marks").rows { row in
      marks.append((row.text(0), row.text(1), row.int(2)))
    }
    for reader in readers
    where !marks.contains(where: {
      $0.stage == reader.stage && $0.subject.hasPrefix(reader.subject)
    }) {
      marks.append((reader.stage, reader.subject, 0))
    }
    var pending: [Pending] = []
    func add(_ stage: String, _ subject: String, new: Int64 = 0, again: Int64 = 0) {
      guard new > 0 || again > 0 else { return }
      if let index = pending.firstIndex(where: { $0.stage == stage && $0.subject == subject }) {
        pending[index].new += new
        pending[index].again += again
      } else {
        pending.append(Pending(stage: stage, subject: subject, new: new, again: again))
      }
    }
    for mark in marks {
      add(mark.stage, mark.subject, new: try rows(of: mark.subject, above: mark.mark, database))
    }
    try database.query("driver-status-revisits").rows { row in
      add(row.text(0), row.text(1), again: row.int(2))
    }
    try database.query("driver-status-due").rows(.int(asOf.seconds)) { row in
      add(row.text(0), row.text(1), again: row.int(2))
    }
    let order = Stages.all.map(\.name)
    return pending.sorted { left, right in
      let ranks = [left, right].map { order.firstIndex(of: $0.stage) ?? order.count }
      return (ranks[0], left.subject) < (ranks[1], right.subject)
    }
  }

  /// Rows of a table above a mark; `source_row/lead` are the rows of files of leads.
  ///
  /// - Returns: 0 for a mark that is no row id, such as a date: it has no query.
  private static func rows(
    of subject: String, above mark: Int64, _ database: Database
  ) throws -> Int64 {
    let parts = subject.split(separator: "/", maxSplits: 1)
    if parts.count == 2, parts[0] == "source_row" {
      return try database.query("driver-status-source-rows").first(
        .int(mark), .text(String(parts[1]))
      ) { $0.int(0) } ?? 0
    }
    if RecordKind(rawValue: subject) != nil {
      return try database.statement(.countAbove, on: subject).first(.int(mark)) { $0.int(0) } ?? 0
    }
    let name = queryPrefix + subject
    guard Database.queryNames.contains(name) else { return 0 }
    return try database.query(name).first(.int(mark)) { $0.int(0) } ?? 0
  }

  /// Dates after the pipeline's first run, up to the as-of date, that no run was done for.
  private static func missingNights(
    _ database: Database, of pipeline: String, asOf: Timestamp
  ) throws -> [CivilDate] {
    var nights: Set<CivilDate> = []
    try database.query("driver-status-nights").rows(.text(pipeline)) { row in
      nights.insert(Timestamp(seconds: row.int(0)).date)
    }
    guard let first = nights.min() else { return [] }
    var missing: [CivilDate] = []
    var night = first.adding(days: 1)
    while night <= asOf.date {
      if !nights.contains(night) { missing.append(night) }
      night = night.adding(days: 1)
    }
    return missing
  }
}

import LeadModel
import StageKit
import Store
import Validation

/// Ends the do-not-contact entries that a newer snapshot of their registry no longer has, and takes
/// back up those that it has again. Where a snapshot is in doubt, nothing ends, nor where a list
/// names no registry: it is one of several lists of opt-outs, and adds to them. A file that was taken
/// back is no snapshot: what it had ended counts again, unless the newest one left ends it, too; what
/// it had brought stays.
struct RegistrySnapshots {
  let context: StageContext
  let policy: SnapshotPolicy
  let update: SuppressionUpdate

  /// What becomes of a registry's entries.
  private struct Outcome {
    /// Those that count and are not in the snapshot.
    var ended: [Int64] = []
    /// Those that had ended and are in it.
    var revived: [Int64] = []
    /// Those that a file ended which was taken back, and that the snapshot does not have either.
    var endedTwice: [Int64] = []
    var known = 0

    /// How many entries the snapshot does without.
    var missing: Int { ended.count + endedTwice.count }

    /// Nothing ends, nor stays ended on the word of a file that was taken back.
    mutating func endNothing() {
      ended = []
      revived += endedTwice
      endedTwice = []
    }
  }

  private struct File {
    let id: Int64
    let isWhole: Bool
  }

  /// Settles what arrived; the leads that it concerns change with it.
  ///
  /// - Returns: whether there was anything.
  func settle() throws -> Bool {
    var registries: [(name: String, isNew: Bool, isNamed: Bool)] = []
    try context.database.query("validate-snapshot-pending").rows {
      registries.append(($0.text(0), $0.int(1) != 0, $0.int(2) != 0))
    }
    for registry in registries {
      try context.transaction {
        try settle(registry.name, isNew: registry.isNew, isNamed: registry.isNamed)
      }
    }
    return registries.contains(where: \.isNew)
  }

  private func settle(_ registry: String, isNew: Bool, isNamed: Bool) throws {
    let undoneSince = try takeBack(registry)
    var files: [File] = []
    try context.database.query("validate-snapshot-files").rows(.text(registry)) {
      files.append(File(id: $0.int(0), isWhole: $0.int(1) != 0))
    }
    var outcome = try compare(registry, files, undoneSince: undoneSince)
    var doubt: String?
    if files.isEmpty || !isNamed || policy.additions.contains(registry.lowercased()) {
      outcome.endNothing()
    } else if outcome.missing > 0 {
      doubt = try self.doubt(outcome, files)
    }
    if let doubt {
      if isNew { try note(doubt, outcome, registry, files) }
      outcome.endNothing()
    }
    let asOf = SQLValue.int(context.asOf.seconds)
    for id in outcome.ended {
      try context.database.query("validate-suppression-end").run(.int(id), asOf)
    }
    for id in outcome.revived {
      try context.database.query("validate-suppression-end").run(.int(id), .null)
    }
    try noteLate(registry, newest: files.last?.id)
    try context.database.query("validate-snapshot-settled").run(
      .text(registry), .text(doubt == nil ? "settled" : "kept"))
    // A list in doubt does not make the registry fresh.
    try context.database.query("validate-registry-dated").run(.text(registry))
    try context.database.query("validate-registry-channels").run(.text(registry))
    let changed = outcome.ended + outcome.revived
    if !changed.isEmpty { try update.apply(changed: changed) }
    tell(outcome, of: registry, isUndone: undoneSince != nil)
  }

  private func tell(_ outcome: Outcome, of registry: String, isUndone: Bool) {
    if !outcome.ended.isEmpty {
      context.log.info(
        ValidationRule.registryEnded.code,
        "registry '\(registry)': \(outcome.ended.count) entries are not in the new snapshot and end"
      )
    }
    if isUndone, !outcome.revived.isEmpty {
      context.say(
        "registry '\(registry)': \(outcome.revived.count) entries that ended by a file that was taken "
          + "back count again")
    }
  }

  /// Files that were taken back say nothing about a registry any more.
  ///
  /// - Returns: since when entries may have ended on their word; nil: there are no such files.
  private func takeBack(_ registry: String) throws -> Timestamp? {
    let name = SQLValue.text(registry)
    let since = try context.database.query("validate-snapshot-undone").first(name) { $0.int(0) }
    guard let since else { return nil }
    for query in [
      "validate-snapshot-undone-delete", "validate-snapshot-newest-again",
      "validate-registry-forget",
    ] {
      try context.database.query(query).run(name)
    }
    return Timestamp(seconds: since)
  }

  /// What a snapshot says about the entries that count, and about those that ended since a file came
  /// that was taken back.
  private func compare(
    _ registry: String, _ files: [File], undoneSince: Timestamp?
  ) throws -> Outcome {
    var present: Set<Int64> = []
    for file in files {
      try context.database.query("validate-snapshot-records").rows(.int(file.id)) {
        present.insert($0.int(0))
      }
    }
    var protected: Set<Int64> = []
    try context.database.query("validate-snapshot-undone-records").rows(
      .int(files.last?.id ?? 0)
    ) { protected.insert($0.int(0)) }
    var outcome = Outcome()
    try context.database.query("validate-snapshot-entries").rows(.text(registry)) { row in
      let id = row.int(0)
      let endedAt = row.optionalInt(1)
      let endedByUndone = endedAt.map { $0 >= undoneSince?.seconds ?? .max } ?? false
      if endedAt == nil || endedByUndone { outcome.known += 1 }
      if present.contains(id) {
        if endedAt != nil { outcome.revived.append(id) }
      } else if endedByUndone {
        outcome.endedTwice.append(id)
      } else if endedAt == nil, undoneSince == nil, !protected.contains(id) {
        outcome.ended.append(id)
      }
    }
    return outcome
  }

  /// Says which files came too late to count, where entries of them have ended.
  private func noteLate(_ registry: String, newest: Int64?) throws {
    var late: [(id: Int64, day: CivilDate)] = []
    try context.database.query("validate-snapshot-late").rows(.text(registry)) {
      late.append(($0.int(0), Timestamp(seconds: $0.int(1)).date))
    }
    guard let newest, !late.isEmpty else { return }
    let newer =
      try context.database.query("validate-snapshot-name").first(.int(newest)) { $0.text(0) } ?? ""
    var ended: Set<Int64> = []
    try context.database.query("validate-snapshot-entries").rows(.text(registry)) { row in
      if !row.isNull(1) { ended.insert(row.int(0)) }
    }
    for file in late {
      var lost: Set<Int64> = []
      try context.database.query("validate-snapshot-records").rows(.int(file.id)) {
        if ended.contains($0.int(0)) { lost.insert($0.int(0)) }
      }
      guard !lost.isEmpty else { continue }
      let count = lost.count == 1 ? "1 entry" : "\(lost.count) entries"
      let finding = ValidationRule.registryLate.finding(
        field: "registry",
        message: "\(count) of registry '\(registry)' in this list of \(file.day) "
          + "\(lost.count == 1 ? "does" : "do") not count: '\(newer)' is newer and ended "
          + "\(lost.count == 1 ? "it" : "them"). If this list is the right one, take the other back "
          + "(leadmill undo \(newest)), or send this one again under a name with a newer date",
        value: newer)
      let sheet = try context.database.query("validate-snapshot-sheet").first(.int(file.id)) {
        $0.int(0)
      }
      try context.record(finding, sourceRow: nil, sheet: sheet)
      context.log.warning(finding.code, finding.message)
    }
  }

  /// Why the missing entries may be missing by mistake; nil: they are not.
  private func doubt(_ outcome: Outcome, _ files: [File]) throws -> String? {
    if files.contains(where: { !$0.isWhole }) { return "the file could not be read to its end" }
    for file in files {
      let hasRejects =
        try context.database.query("validate-snapshot-rejects").first(.int(file.id)) { _ in true }
        ?? false
      if hasRejects { return "rows of it are rejected; correct them" }
    }
    // Of a short list, half may well go at once.
    let missing = outcome.missing
    if missing >= policy.smallEntries, missing * 100 > outcome.known * policy.endsAtMostPercent {
      return
        "that is more than \(policy.endsAtMostPercent) percent of all; send the whole registry, "
        + "or name it under do_not_contact.additions in validation.yaml"
    }
    return nil
  }

  private func note(
    _ doubt: String, _ outcome: Outcome, _ registry: String, _ files: [File]
  ) throws {
    guard let file = files.last else { return }
    let sheet = try context.database.query("validate-snapshot-sheet").first(.int(file.id)) {
      $0.int(0)
    }
    let message =
      "\(outcome.missing) entries of registry '\(registry)' are not in its new snapshot, and go "
      + "on: \(doubt)"
    try context.record(
      ValidationRule.registryKept.finding(field: "registry", message: message, value: registry),
      sourceRow: nil, sheet: sheet)
    context.log.warning(ValidationRule.registryKept.code, message)
  }
}

/// What a user can set about snapshots of registries.
struct SnapshotPolicy: Sendable {
  /// Registries whose files only add entries, in lower case.
  var additions: Set<String> = []
  /// When more than this share of a registry would end at once, nothing does.
  var endsAtMostPercent = 50
  /// Fewer missing entries than this are never too many.
  let smallEntries = 20
}

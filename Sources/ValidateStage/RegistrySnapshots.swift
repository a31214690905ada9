import LeadModel
import StageKit
import Store
import Validation

/// Ends the do-not-contact entries that a newer snapshot of their registry no longer has, and takes
/// back up those that it has again. Where a snapshot is in doubt, nothing ends, nor where a list
/// names no registry: it is one of several lists of opt-outs, and adds to them.
struct RegistrySnapshots {
  let context: StageContext
  let policy: SnapshotPolicy
  let update: SuppressionUpdate

  /// What became of a registry's entries.
  private struct Outcome {
    var ended: [Int64] = []
    var revived: [Int64] = []
    var present = 0
    var known = 0
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
    var files: [File] = []
    try context.database.query("validate-snapshot-files").rows(.text(registry)) {
      files.append(File(id: $0.int(0), isWhole: $0.int(1) != 0))
    }
    var outcome = try compare(registry, files)
    var doubt: String?
    if !isNamed || policy.additions.contains(registry.lowercased()) {
      outcome.ended = []
    } else if !outcome.ended.isEmpty {
      doubt = try self.doubt(outcome, files)
    }
    if let doubt {
      if isNew { try note(doubt, outcome, registry, files) }
      outcome.ended = []
    }
    let asOf = SQLValue.int(context.asOf.seconds)
    for id in outcome.ended {
      try context.database.query("validate-suppression-end").run(.int(id), asOf)
    }
    for id in outcome.revived {
      try context.database.query("validate-suppression-end").run(.int(id), .null)
    }
    try context.database.query("validate-snapshot-settled").run(
      .text(registry), .text(doubt == nil ? "settled" : "kept"))
    // A list in doubt does not make the registry fresh.
    try context.database.query("validate-registry-dated").run(.text(registry))
    try context.database.query("validate-registry-channels").run(.text(registry))
    let changed = outcome.ended + outcome.revived
    if !changed.isEmpty { try update.apply(changed: changed) }
    if !outcome.ended.isEmpty, doubt == nil {
      context.log.info(
        ValidationRule.registryEnded.code,
        "registry '\(registry)': \(outcome.ended.count) entries are not in the new snapshot and end"
      )
    }
  }

  private func compare(_ registry: String, _ files: [File]) throws -> Outcome {
    var present: Set<Int64> = []
    for file in files {
      try context.database.query("validate-snapshot-records").rows(.int(file.id)) {
        present.insert($0.int(0))
      }
    }
    var outcome = Outcome()
    try context.database.query("validate-snapshot-entries").rows(.text(registry)) { row in
      let id = row.int(0)
      let hasEnded = !row.isNull(1)
      let isPresent = present.contains(id)
      if isPresent { outcome.present += 1 }
      if !hasEnded { outcome.known += 1 }
      if isPresent, hasEnded { outcome.revived.append(id) }
      if !isPresent, !hasEnded { outcome.ended.append(id) }
    }
    return outcome
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
    let missing = outcome.ended.count
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
    try context.record(
      ValidationRule.registryKept.finding(
        field: "registry",
        message: "\(outcome.ended.count) entries of registry '\(registry)' are not in its new "
          + "snapshot, and go on: \(doubt)",
        value: registry),
      sourceRow: nil, sheet: sheet)
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

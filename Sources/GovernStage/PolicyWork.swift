import Governance
import LeadModel
import StageKit
import Store

/// Looks at entities that are new, changed, or whose time has come, and keeps their violations.
struct PolicyWork {
  let context: StageContext
  let policies: PolicySet
  let configHash: String

  /// Entries by date go all over their tables: many a transaction write each page once, few would
  /// write it again and again.
  private static let batchSize = 50_000

  private struct OpenViolation {
    let id: Int64
    let policy: String
    let severity: String
    let detail: String
  }

  func run(_ tally: inout Tally) throws {
    let start = try context.mark("entity", configHash: configHash)
    try context.transaction {
      try PolicyFeeds(context: context, configHash: configHash).take(isFirstLook: start == 0)
    }
    let last = try context.database.query("govern-last-entity").first { $0.int(0) } ?? 0
    var mark = start
    while true {
      var ids: [Int64] = []
      try context.database.query("govern-new-entities").rows(
        .int(mark), .int(last), .int(Int64(Self.batchSize))
      ) { ids.append($0.int(0)) }
      mark = ids.count < Self.batchSize ? max(last, mark) : ids[ids.count - 1]
      try visit(ids, &tally) {
        try context.setMark("entity", to: mark, configHash: configHash)
      }
      if ids.count < Self.batchSize { break }
    }
    let revisits = try context.revisits("entity")
    for first in stride(from: 0, to: revisits.count, by: Self.batchSize) {
      let batch = revisits[first..<min(first + Self.batchSize, revisits.count)]
      // Ids above the mark have just been looked at as new ones.
      try visit(batch.filter { $0 <= start }, &tally) {
        for id in batch { try context.clearRevisit("entity", id: id) }
      }
    }
  }

  /// One transaction: looks at entities, and what has to take effect with that.
  private func visit(_ ids: [Int64], _ tally: inout Tally, with: () throws -> Void) throws {
    try context.transaction {
      var eraser = Eraser(context: context)
      for id in ids { try visit(id, &eraser, &tally) }
      try eraser.finish()
      if !ids.isEmpty { try Measures.markStale(context, configHash: configHash) }
      try with()
    }
    context.progress(done: context.counts.rowsIn, of: nil, unit: "people")
  }

  private func visit(_ id: Int64, _ eraser: inout Eraser, _ tally: inout Tally) throws {
    context.counts.rowsIn += 1
    let loader = PersonLoader(context: context)
    guard let person = try loader.load(id) else {
      context.record(
        try keep([], of: id, person: nil, &tally), row: id, scope: Scope.entity)
      return
    }
    let assessment = policies.assess(person, asOf: context.asOf)
    var outcome = try keep(assessment.violations, of: id, person: person, &tally)
    if policies.erases(assessment) {
      try eraser.erase(entity: id, reason: .retention)
      tally.erased += 1
      _ = try keep([], of: id, person: try loader.load(id), &tally)
      outcome = .updated
    } else if let next = assessment.nextLookAt {
      try context.database.query("govern-add-due").run(.int(next.seconds), .int(id))
    }
    context.record(outcome, row: id, scope: Scope.entity)
  }

  /// Opens, changes and resolves violations so that those that hold are the open ones.
  private func keep(
    _ violations: [PolicyViolation], of id: Int64, person: GovernedPerson?, _ tally: inout Tally
  ) throws -> Disposition {
    var open: [String: OpenViolation] = [:]
    try context.database.query("govern-open-violations").rows(.int(id)) { row in
      let policy = row.text(1)
      open[policy] = OpenViolation(
        id: row.int(0), policy: policy, severity: row.text(2), detail: row.text(3))
    }
    var outcome = Disposition.unchanged
    for violation in violations {
      guard let known = open.removeValue(forKey: violation.policy) else {
        try context.database.query("govern-violation-open").run(
          .text(violation.policy), .int(id), .text(violation.severity.rawValue),
          .text(violation.detail), .int(context.asOf.seconds))
        tally.opened += 1
        outcome = .inserted
        continue
      }
      guard known.severity != violation.severity.rawValue || known.detail != violation.detail
      else { continue }
      try context.database.query("govern-violation-update").run(
        .int(known.id), .text(violation.severity.rawValue), .text(violation.detail))
      tally.changed += 1
      if outcome == .unchanged { outcome = .updated }
    }
    for policy in open.keys.sorted() {
      guard let known = open[policy] else { continue }
      try context.database.query("govern-violation-resolve").run(
        .int(known.id), .int(context.asOf.seconds),
        .text(PolicySet.resolution(of: policy, person: person)))
      tally.resolved += 1
      if outcome == .unchanged { outcome = .updated }
    }
    return outcome
  }
}

import Bytes
import LeadModel
import StageKit
import Store
import Validation

/// The names of a kind's records, as hashes: 8 bytes each.
struct ReferenceIndex: Sendable {
  private var names: Set<UInt64> = []

  var isEmpty: Bool { names.isEmpty }

  /// Names are compared without regard to case, as people type them.
  func contains(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    names.contains(Self.hash(name))
  }

  static func load(_ plan: TablePlan, from database: Database) throws -> ReferenceIndex {
    var index = ReferenceIndex()
    let statement = try database.statement(.values, on: plan.table, columns: plan.keys)
    try statement.rows { row in
      for column in plan.keys.indices where !row.isNull(column) {
        row.withTextBytes(column) { _ = index.names.insert(hash($0)) }
      }
    }
    return index
  }

  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    // Names are short: one that is longer than the buffer on the stack is rare.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.count) { lower in
      for (index, byte) in name.enumerated() { lower[index] = ASCII.lowercased(byte) }
      return Hash64.of(UnsafeBufferPointer(lower))
    }
  }
}

extension TablePlan {
  /// Kinds that the plan's columns name records of, and that are taken up before it.
  var earlierTargets: [RecordKind] {
    let order = Self.all.map(\.kind)
    let own = order.firstIndex(of: kind) ?? 0
    return references.map(\.target).filter { order.firstIndex(of: $0) ?? 0 < own }
  }

  /// References to the kind itself and to kinds that are taken up after it.
  var lateReferences: [Reference] {
    references.filter { !earlierTargets.contains($0.target) }
  }
}

extension RowConformer {
  /// Says which of the records that the row names are not there.
  mutating func checkReferences(_ source: RowCells) {
    if settings.references.isEmpty { return }
    for reference in plan.references where !out[reference.column].isNull {
      guard let index = settings.references[reference.target], !index.isEmpty else { continue }
      let unknown = out.withText(reference.column) { reference.unknown(of: $0, in: index) }
      for name in unknown { out.add(reference.finding(name, field: plan.fields[reference.field])) }
    }
  }
}

extension TablePlan.Reference {
  func unknown(
    of text: UnsafeBufferPointer<UInt8>, in index: ReferenceIndex
  ) -> [String] {
    if text.isEmpty { return [] }
    if !isList {
      return index.contains(text) ? [] : [String(decoding: text, as: UTF8.self)]
    }
    return text.split(separator: UInt8(ascii: ";"))
      .filter { !index.contains(UnsafeBufferPointer(rebasing: $0)) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  func finding(_ name: String, field: FieldDeclaration) -> Finding {
    ValidationRule.referenceUnknown.finding(
      field: field.name,
      message: "'\(name)' is no \(target.rawValue) that is known; correct it, or import the "
        + "\(target.rawValue) too",
      value: name)
  }
}

/// References that can only be followed once all kinds are in: a user's manager may come further
/// down in the same file.
struct LateReferences {
  let context: StageContext
  let rules: RuleConfiguration

  /// What is asked does not depend on the configuration: each record is looked at once.
  private static let markHash = "references-1"

  /// Call it inside the transaction that ends the run's work.
  func check(upTo newest: Int64) throws {
    for plan in TablePlan.all where !plan.lateReferences.isEmpty {
      let subject = "references/\(plan.kind.rawValue)"
      let mark = try context.mark(subject, configHash: Self.markHash)
      for reference in plan.lateReferences { try check(reference, of: plan, from: mark) }
      try context.setMark(subject, to: newest, configHash: Self.markHash)
    }
  }

  private func check(
    _ reference: TablePlan.Reference, of plan: TablePlan, from mark: Int64
  ) throws {
    let index = try ReferenceIndex.load(
      TablePlan.plan(of: reference.target), from: context.database)
    if index.isEmpty { return }
    let columns = ["source_row_id", plan.columns[reference.column].name, "supplier"]
    var found: [(row: Int64, name: String, supplier: String)] = []
    try context.database.statement(.values, on: plan.table, columns: columns).rows { row in
      guard row.int(0) > mark, !row.isNull(1) else { return }
      let unknown = row.withTextBytes(1) { reference.unknown(of: $0, in: index) }
      found += unknown.map { (row.int(0), $0, row.text(2)) }
    }
    for (row, name, supplier) in found {
      let shipped = reference.finding(name, field: plan.fields[reference.field])
      let settings = rules.rules(ofSource: supplier).settings(country: nil)
      guard let finding = settings.graded(shipped) else { continue }
      // The record is in the store by now: nobody can reject its row any more.
      try context.record(
        finding.severity == .reject ? finding.graded(.warn) : finding, sourceRow: row)
    }
  }
}

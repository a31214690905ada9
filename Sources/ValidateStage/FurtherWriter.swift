import ImportHistory
import LeadModel
import StageKit
import Store

/// Writes what rows say of more people than their own records are about, and takes back what rejected
/// rows held, once they are corrected.
struct FurtherWriter {
  private let context: StageContext
  private let kind: RecordKind
  /// Whether there may be records that rejected rows hold.
  private var mayHold: Bool
  private let layouts: [SheetLayout]

  init(context: StageContext, kind: RecordKind, layouts: [SheetLayout]) throws {
    self.context = context
    self.kind = kind
    self.layouts = layouts
    mayHold =
      try [.consent, .engagement].contains(kind)
      && context.database.query("validate-held-any").first { _ in true } ?? false
  }

  /// Writes what the rows of a batch have; call it in its transaction, with what became of each row.
  mutating func write(_ batch: ConformedBatch, _ dispositions: [Disposition]) throws {
    var numbers: [Int: Int] = [:]
    for record in batch.further where isWanted(record, batch, dispositions[record.row]) {
      guard let record = try addressed(record) else { continue }
      let number = numbers[record.row, default: 0]
      numbers[record.row] = number + 1
      let row = batch.rows[record.row].id
      let isHeld = record.reason == .held
      guard
        let id = isHeld
          ? FurtherRecordID.heldID(row: row, number: number)
          : FurtherRecordID.id(row: row, number: number)
      else {
        throw StageFailure(
          .unusableInput,
          "source row \(row) refuses for more people than a row may name; divide its cell into rows "
            + "of their own and import the file again")
      }
      mayHold = mayHold || isHeld
      try write(record, id: id, row: row, supplier: supplier(of: record, batch))
    }
    guard mayHold else { return }
    for (index, row) in batch.rows.enumerated() where numbers[index] == nil {
      try lift(row, isTaken: dispositions[index] != .rejected)
    }
  }

  /// Keeps what a record of consent or an entry said before another row takes its place.
  func keep(_ known: StoredRecord, of record: Int64) throws {
    let supplier = try context.database.statement(
      .select, on: kind.rawValue, columns: ["supplier"]
    ).first(.int(record)) { $0.text(1) }
    try write(
      FurtherRecord(
        row: 0, reason: .alsoNamed, kind: kind, values: KeptRefusal.values(known.values, of: kind),
        isUndated: false),
      id: FurtherRecordID.replacedID(row: known.sourceRow), row: known.sourceRow,
      supplier: supplier ?? "")
  }

  /// Keeps a refusal as a record of consent of its own.
  func keep(_ refusal: KeptRefusal, id: Int64, row: Int64, supplier: String) throws {
    try write(
      FurtherRecord(
        row: 0, reason: .alsoNamed, kind: .consent, values: refusal.values, isUndated: false),
      id: id, row: row, supplier: supplier)
  }

  private func supplier(of record: FurtherRecord, _ batch: ConformedBatch) -> String {
    let row = batch.rows[record.row]
    return batch.string(row.supplier) ?? layouts[row.sheet].supplier
  }

  /// A record with the address or number that the message went to which it answers; nil where that
  /// is not one of ours.
  private func addressed(_ record: FurtherRecord) throws -> FurtherRecord? {
    guard let message = record.answers else { return record }
    let recipient = try context.database.query("validate-recipient").first(.text(message)) {
      $0.text(0)
    }
    guard let recipient, recipient.contains("@") || recipient.hasPrefix("+") else { return nil }
    let plan = TablePlan.plan(of: record.kind)
    var values = record.values
    values[plan.column(recipient.contains("@") ? "email" : "phone")] = .text(recipient)
    return FurtherRecord(
      row: record.row, reason: record.reason, kind: record.kind, values: values,
      isUndated: record.isUndated)
  }

  private func isWanted(
    _ record: FurtherRecord, _ batch: ConformedBatch, _ disposition: Disposition
  ) -> Bool {
    switch record.reason {
    case .held: disposition == .rejected && batch.rows[record.row].fate == .reject
    case .alsoNamed: disposition != .rejected && batch.rows[record.row].fate != .suppress
    }
  }

  private func write(
    _ record: FurtherRecord, id: Int64, row: Int64, supplier: String
  ) throws {
    let plan = TablePlan.plan(of: record.kind)
    let known = try context.database.statement(
      .select, on: plan.table, columns: plan.columnNames
    ).first(.int(id)) { StoredRecord($0, columns: plan.columns.count) }
    var values = record.values
    if let known {
      // Whoever was erased since stays so.
      let names = [plan.column("email"), plan.column("phone")]
      guard names.contains(where: { known.values[$0] != .null }) else { return }
      let at = plan.column("at")
      if record.isUndated { values[at] = known.values[at] }
      guard values != known.values else { return }
    }
    let statement = try context.database.statement(
      known == nil ? .insert : .update, on: plan.table, columns: plan.columnNames)
    statement.bindAll([.int(id), .int(row), .text(supplier)] + values)
    while try statement.step() {}
    try context.revisit(stage: "govern", subject: plan.table, id: id)
  }

  /// Takes back what a row held that is good now, and what those held that it corrects.
  private func lift(_ row: ConformedBatch.Row, isTaken: Bool) throws {
    var held: [Int64] = []
    try context.database.query(isTaken ? "validate-held-by-record" : "validate-held-by-row").rows(
      .int(row.id), .int(row.recordID)
    ) { held.append($0.int(0)) }
    guard !held.isEmpty else { return }
    try RecordRemoval(context: context, reason: "rejected row corrected").remove(held, of: .consent)
  }
}

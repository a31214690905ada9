package import Bytes
package import LeadModel
package import Store

/// The records that the rows of an exported file name, and whether a row says anything new.
package struct ExportedRecords {
  private let table: ExportTable
  private let identity: ExportIdentity
  /// Columns of the file that say something, and what they are compared with.
  private let compared: [(column: Int, type: ExportType)]
  private let current: Statement
  private let origin: Statement
  private let unescapes: Bool
  private let hasExternalID: Bool

  /// - Parameters:
  ///   - kind: what the file's records are.
  ///   - fields: of each column of the file, as `ExportedFile` tells.
  ///   - unescapes: whether texts may carry the apostrophe of a CSV export.
  ///   - database: the workspace's.
  /// - Throws: `DatabaseError`.
  package init(
    _ kind: RecordKind, fields: [String], unescapes: Bool, in database: Database
  ) throws {
    let table = try ExportTable(kind)
    var identity = ExportIdentity(kind)
    try identity.load(kind, from: database)
    var compared: [(column: Int, type: ExportType)] = []
    var expressions = [SQLFragment("t.id")]
    for (column, field) in fields.enumerated() {
      guard field != ReservedField.identity,
        let found = table.columns.first(where: { $0.name == field })
      else { continue }
      compared.append((column, found.type))
      expressions.append(found.expression)
    }
    current = try database.select(
      expressions, from: table.source, where: table.conditions + [SQLFragment("t.id = ?")],
      orderBy: SQLFragment("t.id"))
    origin = try database.query("export-origin")
    self.table = table
    self.identity = identity
    self.compared = compared
    self.unescapes = unescapes
    hasExternalID = kind.field(named: "external_id") != nil
  }

  /// The record of this workspace that a name means; nil for one of another workspace.
  package func record(named name: String, in database: Database) throws -> Int64? {
    guard let id = ExportIdentity.record(in: name) else { return nil }
    let check =
      try origin.first(.int(id)) { row -> UInt64? in
        identity.check(sheet: row.int(0), row: row.int(1))
      } ?? nil
    if let check {
      return ExportIdentity.matches(name, check: check) ? id : nil
    }
    guard id < 0 else { return nil }
    let record = try database.statement(
      .select, on: table.kind.rawValue, columns: hasExternalID ? ["external_id"] : [])
    let text: String? = try record.first(.int(id)) { hasExternalID ? $0.text(1) : "" }
    guard let own = text.map({ Array($0.utf8) }) else { return nil }
    let ownCheck = own.withUnsafeBufferPointer { bytes -> UInt64 in
      identity.check(externalID: bytes)
    }
    return ExportIdentity.matches(name, check: ownCheck) ? id : nil
  }

  /// Whether the cells say what the record says already.
  package func isCurrent(_ record: Int64, _ cells: CellBatch) throws -> Bool {
    current.bindAll([.int(record)])
    defer { current.reset() }
    guard try current.step() else { return false }
    for (position, (column, type)) in compared.enumerated() {
      let isSame = cells.withCell(0, column) { cell -> Bool in
        self.isSame(unescaped(ASCII.trimmed(cell)), position + 1, type)
      }
      guard isSame else { return false }
    }
    return true
  }

  private func unescaped(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    unescapes ? FormulaGuard.unescaped(cell) : cell
  }

  private func isSame(
    _ cell: UnsafeBufferPointer<UInt8>, _ position: Int, _ type: ExportType
  ) -> Bool {
    if current.isNull(position) || cell.isEmpty {
      return current.isNull(position) && cell.isEmpty
    }
    if type == .text { return current.withTextBytes(position) { $0.elementsEqual(cell) } }
    // A spreadsheet may write a number or a time in another way than it read it.
    let text = String(decoding: cell, as: UTF8.self)
    let value: Int64? =
      switch type {
      case .integer: Int64(text)
      case .cents: DecimalText.cents(text)
      case .time: Timestamp(iso: text)?.seconds
      case .text, .identity: nil
      }
    return value == current.int(position)
  }
}

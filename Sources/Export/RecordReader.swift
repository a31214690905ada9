import Bytes
import LeadModel
package import Store

/// The records of a kind, one after the other, as the columns of an export.
package struct RecordReader: ~Copyable {
  let columns: [ExportColumn]
  let statement: Statement
  private let identity: ExportIdentity

  /// The columns that an identity is made of come first.
  static let leading = 4

  /// - Throws: `ExportError` for a filter that cannot be understood, `DatabaseError`.
  package init(
    _ table: ExportTable, columns: [ExportColumn], where filters: [String], in database: Database
  ) throws {
    let filters = try filters.map { try ExportFilter($0, table: table) }
    let unasked = ExportTable.unlessAsked.filter { name, _ in
      table.columns.contains { $0.name == name } && !filters.contains { $0.column == name }
    }
    let externalID =
      table.kind.field(named: "external_id") == nil
      ? SQLFragment("NULL") : SQLFragment("t.external_id")
    let statement = try database.select(
      [
        SQLFragment("t.id"), SQLFragment("r.sheet_id"), SQLFragment("r.row_number"), externalID,
      ] + columns.map(\.expression),
      from: table.source,
      where: table.conditions + unasked.map(\.condition) + filters.map(\.condition),
      orderBy: SQLFragment("t.id"))
    statement.bindAll(filters.flatMap(\.values))
    var identity = ExportIdentity(table.kind)
    try identity.load(table.kind, from: database)
    self.statement = statement
    self.identity = identity
    self.columns = columns
  }

  /// Goes to the next record.
  package func next() throws -> Bool { try statement.step() }

  /// Appends a column of the current record as text; nothing for an empty cell.
  func append(_ position: Int, to output: inout [UInt8]) {
    let column = position + Self.leading
    if statement.isNull(column) { return }
    switch columns[position].type {
    case .text: statement.withTextBytes(column) { output.append(contentsOf: $0) }
    case .integer: DecimalText.append(statement.int(column), to: &output)
    case .cents: DecimalText.append(cents: statement.int(column), to: &output)
    case .time: TimeText.append(statement.int(column), to: &output)
    case .identity: appendIdentity(to: &output)
    }
  }

  private func appendIdentity(to output: inout [UInt8]) {
    let check =
      statement.isNull(1)
      ? statement.withTextBytes(3) { identity.check(externalID: $0) }
      : identity.check(sheet: statement.int(1), row: statement.int(2))
    if let check { ExportIdentity.append(record: statement.int(0), check: check, to: &output) }
  }
}

/// Times as exports write them.
enum TimeText {
  /// Appends `2026-11-02T06:00:00Z`.
  static func append(_ seconds: Int64, to output: inout [UInt8]) {
    let time = Timestamp(seconds: seconds)
    let date = time.date
    guard (0...9999).contains(date.year) else {
      output.append(contentsOf: time.description.utf8)
      return
    }
    let second = time.secondOfDay
    append(date.year / 100, "", to: &output)
    append(date.year % 100, "-", to: &output)
    append(date.month, "-", to: &output)
    append(date.day, "T", to: &output)
    append(second / 3600, ":", to: &output)
    append(second / 60 % 60, ":", to: &output)
    append(second % 60, "Z", to: &output)
  }

  private static func append(_ number: Int, _ sign: StaticString, to output: inout [UInt8]) {
    output.append(48 + UInt8(number / 10))
    output.append(48 + UInt8(number % 10))
    if sign.utf8CodeUnitCount > 0 { output.append(sign.utf8Start.pointee) }
  }
}

import Bytes
import LeadModel
import Rejects
import StageKit
import Store

extension SheetWriter {
  /// Takes a row that its token makes the return of a rejected one.
  ///
  /// What is as wrong as it was is rejected again, what was loaded already is left alone, and what
  /// somebody corrected becomes the row that speaks for the rejected one.
  ///
  /// - Returns: false when nothing is known of the row: then it is one like others.
  mutating func takeReturned(
    _ row: EncodedChunk.Row, json: UnsafeBufferPointer<UInt8>, cutOff: Finding?,
    known: inout KnownRows, nextID: inout Int64
  ) throws -> Bool {
    guard let chain = try returned?.take(row: row.number) else { return false }
    let number = Int64(row.number)
    if chain.isErased {
      context.record(.suppressed, row: number, scope: record.id)
      return true
    }
    let sent = try CellJSON.decode(String(decoding: json, as: UTF8.self))
    let fields = sheet.header.match.fields
    let cells = try returned?.settled(sent, like: chain.latest, fields: fields) ?? sent
    let text = CellJSON.encode(cells)
    if !known.isRefused(chain.latest.id), isKnown(text, in: chain) {
      // Also when an older copy of the workbook comes again.
      let isRejected = try known.isRejected(chain.latest.id)
      if isRejected {
        try noteStillRejected(chain.latest.id)
      } else if Self.areEqual(chain.latest.cells, text) {
        // Two workbooks with one correction: it stands as long as either does.
        again.add(row: chain.latest.id, number: number)
      }
      context.record(isRejected ? .rejected : .unchanged, row: number, scope: record.id)
      return true
    }
    let id = nextID
    nextID += 1
    let recordID = try self.recordID(of: cells, after: chain.latest, id: id, known: &known)
    var finding = cutOff
    try Array(text.utf8).withUnsafeBufferPointer { json in
      finding = try finding ?? problem(of: cells).map { try self.finding($0, json: json) }
      try insert(id: id, row: row, record: recordID, json: json, rejected: finding != nil)
    }
    try context.database.query("ingest-correction-insert").run(.int(id), .int(chain.origin))
    known.add(
      RowContent.hash(text, seed: layout.contentSeed), row: id)
    if let finding {
      try context.record(finding, sourceRow: id)
      try noteStillRejected(id)
      context.record(.rejected, row: number, scope: record.id)
    } else {
      context.record(recordID == id ? .inserted : .updated, row: number, scope: record.id)
    }
    return true
  }

  /// Whether a row says what it said before: as its latest version, or as one that was wrong.
  private func isKnown(_ text: String, in chain: ReturnedRows.Chain) -> Bool {
    chain.members.contains { member in
      (member.id == chain.latest.id || member.wasRejected) && Self.areEqual(member.cells, text)
    }
  }

  private static func areEqual(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    return left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { RowContent.areEqual(left, $0) }
    }
  }

  /// The record of a corrected row: that of the rejected one, unless its key was corrected. A new key
  /// leads to the record that has it, or begins one.
  private func recordID(
    of cells: [String], after latest: ReturnedRows.Chain.Member, id: Int64, known: inout KnownRows
  ) throws -> Int64 {
    let column = layout.externalIDColumn
    let key = Self.key(cells, column)
    let isSameKey = key == Self.key(try CellJSON.decode(latest.cells), column)
    var recordID = isSameKey ? latest.record : id
    if !isSameKey, key.withUnsafeBufferPointer(RowEncoder.identifies) {
      let hash = key.withUnsafeBufferPointer { Hash64.of($0, seed: layout.identitySeed) }
      if let found = try known.record(hash, of: seeds.supplier, externalID: { key }) {
        recordID = found
      } else {
        known.addIdentity(hash, record: id)
      }
    }
    if recordID != id {
      try known.supersedeLatest(of: recordID, before: id, seeds: seeds, keepsRejected: true)
    }
    return recordID
  }

  private static func key(_ cells: [String], _ column: Int?) -> [UInt8] {
    guard let column, column < cells.count else { return [] }
    return Array(cells[column].utf8).withUnsafeBufferPointer {
      Array(ASCII.trimmed($0))
    }
  }

  private func problem(of cells: [String]) -> RowProblem? {
    if cells.count > layout.width { return .tooManyCells(count: cells.count) }
    let missing = layout.required.first { Self.key(cells, $0.column).isEmpty }
    return missing.map { .missing(field: $0.field) }
  }
}

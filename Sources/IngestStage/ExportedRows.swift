import Bytes
import ColumnMapping
import Definitions
import Export
import LeadModel
import StageKit
import Store

/// Files that were exported are known by their header, whatever they are called.
enum ExportedChoice {
  /// - Returns: nil for any other file.
  static func find(sheets: [SheetHead]) -> MappingChoice? {
    let found = sheets.map { sheet -> (row: Int, file: ExportedFile)? in
      for (row, cells) in sheet.rows.prefix(MappingChooser.headerSearchRows).enumerated() {
        if let file = ExportedFile(header: cells) { return (row, file) }
      }
      return nil
    }
    guard let kind = found.compactMap({ $0?.file.kind }).first,
      let mapping = try? SourceMapping.ofExports(kind)
    else { return nil }
    return MappingChoice(
      mapping: mapping,
      headers: zip(sheets, found).map { sheet, place in
        guard let place, place.file.kind == kind else { return nil }
        let columns = zip(sheet.rows[place.row], place.file.fields).map { cell, field in
          ColumnProposal(
            header: cell, field: field, confidence: field.isEmpty ? 0 : 1,
            evidence: ["the export says it"])
        }
        let mapped = place.file.fields.count { !$0.isEmpty }
        return HeaderPlace(
          row: place.row,
          match: HeaderMatch(
            fields: place.file.fields, mappedCount: mapped, namedCount: mapped,
            columnCount: place.file.fields.count, missing: [], columns: columns))
      })
  }
}

/// The rows of an exported file: which record each names, by its name in this workspace, else by
/// its supplier's id, else by its name in the workspace that it comes from.
struct ExportedRows {
  private let records: ExportedRecords
  private let kind: RecordKind
  private let fields: [String]
  /// Whether texts may carry the apostrophes of a CSV export.
  private let isGuarded: Bool

  struct Identity {
    let hash: UInt64
    /// The field that holds the value.
    let field: String
    let value: [UInt8]
  }

  enum Meaning {
    /// The record says all of it already.
    case current
    case record(Int64)
    /// A record of its own, from now on known under these.
    case new([Identity])
  }

  /// - Returns: nil for a sheet that names no records.
  init?(_ kind: RecordKind, fields: [String], isGuarded: Bool, in database: Database) throws {
    guard fields.contains(ReservedField.identity) else { return nil }
    records = try ExportedRecords(kind, fields: fields, unescapes: isGuarded, in: database)
    self.kind = kind
    self.fields = fields
    self.isGuarded = isGuarded
  }

  func meaning(
    of json: UnsafeBufferPointer<UInt8>, known: KnownRows, in database: Database
  ) throws -> Meaning {
    var cells = CellBatch()
    try CellJSON.decode(json, into: &cells, number: 1)
    let texts = cells.strings(0)
    var found: Int64?
    var isEdit = false
    if let column = fields.firstIndex(of: ReservedField.identity), column < texts.count {
      let name = Self.trimmed(texts[column])
      isEdit = !name.isEmpty
      found = try records.record(named: name, in: database)
    }
    let identities = Self.identities(
      of: texts, fields: fields, kind: kind, isGuarded: isGuarded)
    if found == nil {
      for identity in identities where found == nil {
        found = try known.record(identity.hash, field: identity.field, of: nil) { identity.value }
      }
    }
    guard let found else { return .new(identities) }
    // What was exported changes nothing where it says what the record says; a decision that is given
    // again is a later one.
    if kind.countsAgain, !isEdit { return .record(found) }
    return try records.isCurrent(found, cells) ? .current : .record(found)
  }

  /// What a row is known by.
  static func identities(
    of cells: [String], fields: [String], kind: RecordKind, isGuarded: Bool
  ) -> [Identity] {
    func value(_ field: String) -> String? {
      guard let column = fields.firstIndex(of: field), column < cells.count else { return nil }
      let text = trimmed(cells[column])
      return text.isEmpty ? nil : isGuarded ? unescaped(text) : text
    }
    func identity(_ field: String, _ text: String, supplier: String) -> Identity {
      let bytes = Array(text.utf8)
      let seed = ContentSeeds(kind: kind, supplier: supplier).identity
      let hash = bytes.withUnsafeBufferPointer { Hash64.of($0, seed: seed) }
      return Identity(hash: hash, field: field, value: bytes)
    }
    var identities: [Identity] = []
    if let id = value("external_id"), let supplier = value(ReservedField.supplier) {
      identities.append(identity("external_id", id, supplier: supplier))
    }
    if let name = value(ReservedField.identity) {
      identities.append(
        identity(ReservedField.identity, name, supplier: ReservedField.identity))
    }
    return identities
  }

  private static func trimmed(_ text: String) -> String {
    Array(text.utf8).withUnsafeBufferPointer { String(decoding: ASCII.trimmed($0), as: UTF8.self) }
  }

  private static func unescaped(_ text: String) -> String {
    Array(text.utf8).withUnsafeBufferPointer {
      String(decoding: FormulaGuard.unescaped($0), as: UTF8.self)
    }
  }
}

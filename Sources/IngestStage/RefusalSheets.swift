import Bytes
import ColumnMapping
import Definitions
import LeadModel
import StageKit
import Tabular

/// Sheets of a workbook that list people who refuse, and that would be read as people to write to, or
/// not at all. One file is read as one kind, so somebody has to part them.
enum RefusalSheets {
  /// What is wrong with the sheets, a line each.
  static func problems(
    of table: TableFile, _ heads: [SheetHead], taken: [OpenedFile.Sheet], mapping: SourceMapping,
    chooser: MappingChooser
  ) -> [String] {
    guard table.format == .xlsx, !mapping.xlsx.choosesArea,
      mapping.supplier != ReservedField.exportSupplier, taken.allSatisfy({ $0.returned == nil })
    else { return [] }
    let names = Set(taken.map(\.name))
    let misread =
      mapping.kind.holdsRefusals
      ? []
      : taken.filter { RefusalName.speaks($0.name) && $0.batch.rowCount > $0.header.row + 1 }.map {
        "sheet '\($0.name)' is called after people who refuse, and would be read as one of kind "
          + "'\(mapping.kind.rawValue)'"
      }
    let known = Set(heads.map(\.name))
    let hasPeople =
      LostRefusals.people.contains(mapping.kind)
      && taken.contains { !isBareList($0.batch) }
    let bare =
      hasPeople
      ? taken.filter { isBareList($0.batch) && !RefusalName.speaks($0.name) }.map {
        "sheet '\($0.name)' has addresses or numbers and nothing else, as lists of people who refuse "
          + "do, and would be read as one of kind '\(mapping.kind.rawValue)'"
      } : []
    return misread + bare
      + table.sheets.enumerated().compactMap { index, sheet in
        // Beside rejected rows that came back, sheets have no heads.
        guard !names.contains(sheet.name), known.contains(sheet.name) || !sheet.isRead,
          let reader = try? table.makeReader(sheet: index),
          let head = try? SheetHead(index: index, reader: reader, of: table),
          lists(head, mapping.kind, chooser) || sheet.isRead && hasPeople && isBareList(head.batch)
        else { return nil }
        let why =
          sheet.isRead ? "has no header of mapping '\(mapping.name)'" : "is hidden"
        return
          "sheet '\(sheet.name)' seems to list people who refuse, and would not be read, since it "
          + why
      }
  }

  /// Whether a sheet that is not read has addresses or numbers of people who refuse.
  private static func lists(
    _ head: SheetHead, _ kind: RecordKind, _ chooser: MappingChooser
  ) -> Bool {
    if kind == .suppression { return hasContacts(head, toItsEnd: true) }
    guard hasContacts(head, toItsEnd: false) else { return false }
    if RefusalName.speaks(head.name) { return true }
    let proposer = MappingProposer(chooser: chooser, fileName: "")
    let guess = proposer.guesses([head], [head.rows.map(chooser.matcher.row)]).first
    guard let found = guess??.kinds.first else { return false }
    return found.kind == .suppression && found.confidence >= MappingProposer.kindThreshold
      && !contacts.isDisjoint(with: found.proposal.fields)
  }

  /// Whether each row, but perhaps a header, has one cell, an address or a number: as a file of its own
  /// such a list is one of people to write to or of people who refuse, and nobody knows which.
  private static func isBareList(_ batch: CellBatch) -> Bool {
    let rows = (0..<batch.rowCount).filter { row in
      (0..<batch.cellCount(row)).contains { !batch.range(row, $0).isEmpty }
    }
    guard let first = rows.first else { return false }
    let data = batch.isContact(first) ? rows[...] : rows.dropFirst()
    return !data.isEmpty && data.allSatisfy { batch.isContact($0) }
  }

  private static let contacts: Set<String> = ["email", "phone", "email_sha256", "phone_sha256"]

  private static func hasContacts(_ head: SheetHead, toItsEnd: Bool) -> Bool {
    var batch = head.batch
    repeat {
      if (0..<batch.rowCount).contains(where: { batch.hasContact($0) }) { return true }
    } while toItsEnd && ((try? head.reader.next(&batch)) ?? false)
    return false
  }

  /// - Throws: `StageFailure` for a new file with such sheets.
  static func check(_ file: OpenedFile, isAccepted: Bool, in context: StageContext) throws {
    guard !file.refusalSheets.isEmpty,
      try SourceFileRecord.find(file, in: context)?.state != .loaded
    else { return }
    let text = "\(file.path): " + file.refusalSheets.joined(separator: "; ")
    if isAccepted { return context.log.warning("ING012", text) }
    throw StageFailure(
      .unusableInput,
      text
        + ": save it as a file of its own that is called do-not-contact, or name the sheet to read "
        + "under 'xlsx: {sheet: …}' in the mapping; or import the file once with --accept-drift")
  }
}

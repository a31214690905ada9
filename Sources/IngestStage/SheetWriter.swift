import ColumnMapping
import Definitions
import Bytes
import LeadModel
import Rejects
import StageKit
import Store
import Tabular
import Validation

/// Writes the chunks of one sheet into the store, one transaction each.
struct SheetWriter {
  let context: StageContext
  let file: OpenedFile
  let sheet: OpenedFile.Sheet
  var record: SourceSheetRecord
  let layout: RowLayout
  let seeds: ContentSeeds
  /// Of a sheet that was exported.
  let exported: ExportedRows?
  /// Data rows seen in this run, those of an earlier, interrupted one included.
  private(set) var rowsSeen = 0
  /// What concerns the whole sheet.
  private(set) var findings: [Finding] = []
  /// Rows of the sheet that stand in the store already.
  private let skipped: Int
  private var fewestCells = Int.max
  /// How rejected rows that came back are recognised; nil in every other file.
  var returned: ReturnedRows?
  /// Whether the file is, or is called like, a rejects workbook.
  private let isOfRejects: Bool
  private var stillRejected = 0
  /// The latest row: whether it was cut off is known only at the end.
  private var held: EncodedChunk.Row?
  private var heldBytes: [UInt8] = []
  /// What was irregular about rows that are still to come.
  private var rowNotices: [Int: [TabularNotice]] = [:]
  /// Rows of earlier files that the sheet has too.
  var again = RowsAgain()
  var holdsRow: Bool { held != nil }

  init(
    context: StageContext, file: OpenedFile, sheet: OpenedFile.Sheet, record: SourceSheetRecord,
    layout: RowLayout, seeds: ContentSeeds, returned: ReturnedRows?, exported: ExportedRows?
  ) {
    self.context = context
    self.file = file
    self.sheet = sheet
    self.record = record
    self.layout = layout
    self.seeds = seeds
    self.returned = returned
    self.exported = exported
    skipped = record.rowsRead
    // Asked once: a row that is known already has no time for it.
    isOfRejects = returned != nil || RejectsName.original(of: file.name) != nil
  }

  /// Takes the next rows; a chunk without any is the end of the sheet, and comes with what the
  /// reader found.
  mutating func write(
    _ chunk: EncodedChunk, notices: [TabularNotice], known: inout KnownRows,
    registries: inout RegistryCount?, nextID: inout Int64, doneBefore: Int
  ) throws {
    // The state that a transaction changes is kept aside, so that nothing of a failed one stays.
    var (copy, copyOfKnownID) = (self, nextID)
    for notice in chunk.notices { copy.rowNotices[notice.rowNumber, default: []].append(notice) }
    let before = context.counts
    try context.transaction {
      if let held = copy.held {
        let isLast = chunk.rows.isEmpty
        try copy.heldBytes.withUnsafeBufferPointer { bytes in
          try copy.take(
            held, json: bytes, cutOff: isLast ? copy.cutOff(held, notices) : nil, known: &known,
            registries: &registries, nextID: &copyOfKnownID)
        }
        copy.held = nil
      }
      try known.lookAhead(chunk.rows)
      try chunk.bytes.withUnsafeBufferPointer { bytes in
        for row in chunk.rows.dropLast() {
          let json = UnsafeBufferPointer(rebasing: bytes[row.json])
          try copy.take(
            row, json: json, cutOff: nil, known: &known, registries: &registries,
            nextID: &copyOfKnownID)
        }
        if let last = chunk.rows.last {
          copy.held = last
          copy.heldBytes = Array(bytes[last.json])
        }
      }
      try copy.countImport(since: before)
      try copy.again.save(sheet: copy.record.id, in: context.database)
      try context.database.query("ingest-sheet-rows-read").run(
        .int(copy.record.id), .int(Int64(copy.record.rowsRead)), .int(nextID),
        .int(copyOfKnownID))
    }
    self = copy
    nextID = copyOfKnownID
    if chunk.rows.isEmpty { note(notices) }
    showProgress(chunk, doneBefore: doneBefore)
  }

  /// Keeps that somebody refuses in a column that nothing reads.
  mutating func note(_ refusal: UnreadRefusals.Refusal) {
    findings.append(
      IngestFinding.unreadRefusal(refusal, header: sheet.cells[refusal.column]))
  }

  private func countImport(since before: RowCounts) throws {
    let now = context.counts
    try context.database.query("ingest-import-count").run(
      .int(record.fileID), .int(Int64(now.rowsIn - before.rowsIn)),
      .int(Int64(now.unchanged - before.unchanged)),
      .int(Int64(now.duplicate - before.duplicate)), .int(Int64(now.rejected - before.rejected)))
  }

  // MARK: One row

  private mutating func take(
    _ row: EncodedChunk.Row, json: UnsafeBufferPointer<UInt8>, cutOff: Finding?,
    known: inout KnownRows, registries: inout RegistryCount?, nextID: inout Int64
  ) throws {
    rowsSeen += 1
    fewestCells = min(fewestCells, row.cellCount)
    var finding = try cutOff ?? row.problem.map { try self.finding($0, json: json) }
    var doubt: Finding?
    if cutOff == nil, case .tooManyCells = row.problem, try isRefusal(json) {
      doubt = finding.map(IngestFinding.takenAsRefusal)
      finding = nil
    }
    if finding == nil { try registries?.add(json, fields: sheet.header.match.fields) }
    guard rowsSeen > skipped else { return }
    record.rowsRead += 1
    context.counts.rowsIn += 1
    let number = Int64(row.number)
    if returned != nil,
      try takeReturned(row, json: json, cutOff: cutOff, known: &known, nextID: &nextID)
    {
      return
    }
    let hit = try known.find(row.contentHash, json: json)
    if let hit, try !mayCountAgain(hit, known) {
      let outcome = try outcome(of: hit, known)
      if outcome == .unchanged, case .inStore(let known) = hit {
        again.add(row: known, number: number)
      }
      context.record(outcome, row: number, scope: record.id)
      return
    }
    var named: ExportedRows.Meaning?
    if finding == nil {
      named = try exported?.meaning(of: json, known: known, in: context.database)
    }
    if case .current = named {
      if case .inStore(let known)? = hit { again.add(row: known, number: number) }
      context.record(.unchanged, row: number, scope: record.id)
      return
    }
    let id = nextID
    nextID += 1
    let recordID =
      try named.map { try self.recordID($0, id: id, known: &known) }
      ?? self.recordID(of: row, json: json, id: id, known: &known)
    try insert(id: id, row: row, record: recordID, json: json, rejected: finding != nil)
    known.add(row.contentHash, row: id)
    if !rowNotices.isEmpty { try recordNotices(of: row.number, sourceRow: id) }
    if let doubt { try context.record(doubt, sourceRow: id) }
    if let finding {
      try context.record(finding, sourceRow: id)
      try RejectsWriter.mark(sheet: record.id, in: context.database)
      context.record(.rejected, row: number, scope: record.id)
    } else {
      context.record(recordID == id ? .inserted : .updated, row: number, scope: record.id)
    }
  }

  /// Whether a row says that somebody is not to be written to: it counts although a note stands beside
  /// the table.
  private func isRefusal(_ json: UnsafeBufferPointer<UInt8>) throws -> Bool {
    switch file.mapping.kind {
    case .suppression: return true
    case .consent:
      guard let column = sheet.header.match.fields.firstIndex(of: "status") else { return false }
      let cells = try CellJSON.decode(String(decoding: json, as: UTF8.self))
      let status = cells.indices.contains(column) ? cells[column] : ""
      return Vocabulary.consentStatus.value(of: status).map { $0 != "granted" && $0 != "not_asked" }
        ?? false
    default: return false
    }
  }

  /// Whether a row counts anew though an earlier file has the same: of two decisions the later one
  /// holds, also when it is an older one that somebody has come back to.
  private func mayCountAgain(_ hit: KnownRows.Hit, _ known: KnownRows) throws -> Bool {
    guard file.mapping.kind.countsAgain, case .inStore(let id) = hit else { return false }
    return try !known.isRejected(id)
  }

  /// What became of a row whose content is known. That of a rejects workbook is still wrong where it
  /// was; elsewhere nothing changed.
  private mutating func outcome(of hit: KnownRows.Hit, _ known: KnownRows) throws -> Disposition {
    guard case .inStore(let id) = hit else { return .duplicate }
    guard isOfRejects, try known.isRejected(id)
    else { return .unchanged }
    try noteStillRejected(id)
    return .rejected
  }

  mutating func noteStillRejected(_ row: Int64) throws {
    stillRejected += 1
    try returned?.noteStillWrong(row)
  }

  /// What to tell about rows that came back as wrong as they were.
  var complaint: String? { returned?.complaint(rows: stillRejected) }

  private mutating func recordNotices(of row: Int, sourceRow: Int64) throws {
    for notice in rowNotices.removeValue(forKey: row) ?? [] {
      switch notice.kind {
      case .invalidBytes(_, let offsets):
        let finding = IngestFinding.invalidBytes(offsets, inRowOf: file.table.encoding)
        try context.record(finding, sourceRow: sourceRow)
      case .mended(let repairs):
        try context.record(IngestFinding.mended(repairs), sourceRow: sourceRow)
      case .zeroBytes(let columns):
        let names = columns.map { column in
          sheet.cells.indices.contains(column) ? sheet.cells[column] : "column \(column + 1)"
        }
        try context.record(IngestFinding.zeroBytes(in: names), sourceRow: sourceRow)
      default: break
      }
    }
  }

  private func recordID(
    of row: EncodedChunk.Row, json: UnsafeBufferPointer<UInt8>, id: Int64, known: inout KnownRows
  ) throws -> Int64 {
    guard row.identityHash != 0, let column = layout.externalIDColumn else { return id }
    let found = try known.record(row.identityHash, of: seeds.supplier) {
      var cells = CellBatch()
      try CellJSON.decode(json, into: &cells, number: row.number)
      return cells.withCell(0, column) { Array(ASCII.trimmed($0)) }
    }
    if let found, file.loading.key.isEmpty {
      try known.supersedeLatest(of: found, before: id, seeds: seeds)
      return found
    }
    // Another key is a matter of normalised values, which validate knows; ids are noted all the same,
    // and mean from now on what they mean here.
    known.addIdentity(row.identityHash, record: id)
    return id
  }

  private func recordID(
    _ named: ExportedRows.Meaning, id: Int64, known: inout KnownRows
  ) throws -> Int64 {
    switch named {
    case .current: return id
    case .record(let found):
      try known.supersedeLatest(of: found, before: id, seeds: seeds)
      return found
    case .new(let identities):
      for identity in identities { known.addIdentity(identity.hash, record: id) }
      return id
    }
  }

  func insert(
    id: Int64, row: EncodedChunk.Row, record recordID: Int64, json: UnsafeBufferPointer<UInt8>,
    rejected: Bool
  ) throws {
    let statement = try context.database.query("ingest-row-insert")
    statement.bind(1, id)
    statement.bind(2, record.id)
    statement.bind(3, row.number)
    statement.bind(4, recordID)
    statement.bind(5, rejected ? 1 : 0)
    statement.bindTextWithoutCopy(6, json)
    while try statement.step() {}
  }

  func finding(
    _ problem: RowProblem, json: UnsafeBufferPointer<UInt8>
  ) throws -> Finding {
    switch problem {
    case .tooManyCells(let count):
      if let reader = sheet.reader as? XLSXAreaReader {
        let cells = try CellJSON.decode(String(decoding: json, as: UTF8.self))
        let stray = cells.indices.first { $0 >= layout.width && !cells[$0].isEmpty }
        return IngestFinding.strayCell(
          column: reader.sheetColumn(stray ?? layout.width),
          headerEnd: reader.sheetColumn(layout.width - 1))
      }
      return IngestFinding.tooManyCells(count, width: layout.width)
    case .missing(let position):
      let field = file.mapping.kind.fields[position]
      let column = sheet.header.match.fields.firstIndex(of: field.name)
      return IngestFinding.missing(field, header: column.map { sheet.cells[$0] })
    }
  }

  // MARK: The end

  /// Why the last row cannot be taken, if the file ends in the middle of it.
  private func cutOff(_ row: EncodedChunk.Row, _ notices: [TabularNotice]) -> Finding? {
    for notice in notices where notice.rowNumber == row.number {
      switch notice.kind {
      case .unclosedQuote: return IngestFinding.unclosedQuote
      case .unendedLine where row.cellCount < layout.width && fewestCells >= layout.width:
        return IngestFinding.unendedLine(row.cellCount, width: layout.width)
      default: break
      }
    }
    return nil
  }

  private mutating func note(_ notices: [TabularNotice]) {
    for case .invalidBytes(let count, _) in notices.filter({ $0.rowNumber == 0 }).map(\.kind) {
      findings.append(IngestFinding.invalidBytes(count, encoding: file.table.encoding))
    }
    for notice in notices {
      switch notice.kind {
      case .strayZeroBytes(let count, let offset):
        findings.append(IngestFinding.strayZeroBytes(count, from: offset))
      default: break
      }
    }
    let place = IngestFinding.SheetPlace(file.table, sheet: sheet.name, notices: notices)
    for finding in notices.compactMap({ IngestFinding.around($0, place) }) {
      findings.append(finding)
      if finding.severity == .warn, !IngestFinding.stopsTheFile(finding) {
        context.log.warning(finding.code, "\(file.name): \(finding.message)")
      }
    }
    findings += notices.compactMap(IngestFinding.workbook)
    if file.table.sheets.contains(where: { $0.name == sheet.name && $0.isSaid }) {
      findings.append(IngestFinding.hiddenSheet)
    }
    findings += notices.compactMap {
      IngestFinding.cells($0, headers: sheet.cells, fields: sheet.header.match.fields)
    }
    let derived = Set(
      file.mapping.derived.flatMap(\.source.columns).map { HeaderText.normalised($0) })
    let unmapped = zip(sheet.cells, sheet.header.match.columns)
      .filter { cell, column in
        column.fieldRead.isEmpty && !cell.allSatisfy(\.isWhitespace)
          && !derived.contains(HeaderText.normalised(cell))
      }
    if !unmapped.isEmpty { findings.append(IngestFinding.unmapped(unmapped.map(\.1))) }
    let lost = LostRefusals.headers(of: sheet, mapping: file.mapping)
    if !lost.isEmpty {
      let finding = IngestFinding.lostRefusals(lost)
      findings.append(finding)
      context.log.warning(finding.code, "\(file.name): \(finding.message)")
    }
    noteAbsentColumns()
    if rowsSeen == 0 {
      findings.append(IngestFinding.noRows)
      context.log.warning(
        IngestFinding.noRows.code, "\(file.name): there is a header but no row below it")
    }
  }

  /// The columns of a rejects workbook are for whoever corrects it to remove.
  private mutating func noteAbsentColumns() {
    guard returned == nil else { return }
    let absent = AbsentColumns(
      of: file.mapping, headers: sheet.cells, fields: sheet.header.match.fields)
    guard let finding = IngestFinding.absentColumns(absent) else { return }
    findings.append(finding)
    context.log.warning(finding.code, "\(file.name): \(finding.message)")
  }

  private func showProgress(_ chunk: EncodedChunk, doneBefore: Int) {
    let done = doneBefore + rowsSeen
    let isWhole = file.table.format == .csv && chunk.bytesRead > 0
    let total = isWhole ? rowsSeen * file.table.byteCount / chunk.bytesRead : nil
    context.progress(done: done, of: total.map { max(done, $0) }, unit: "rows of \(file.name)")
  }
}

import Definitions
import Bytes
import LeadModel
import StageKit
import Store
import Tabular

/// Loads one file: its rows into the source layer, its outcomes into the ledger.
///
/// The rows of one chunk, the count of rows read, the outcomes and the findings are one transaction,
/// so a load that was killed goes on where it stopped.
struct FileLoader {
  private let context: StageContext
  private let file: OpenedFile
  private let mappingHash: String
  private let seeds: ContentSeeds
  private let isNew: Bool
  /// Whether somebody has looked at what the file is stopped for, and wants it all the same.
  private let isAccepted: Bool
  private var record: SourceFileRecord
  private var known: KnownRows
  private var registries: RegistryCount?
  private var nextID: Int64
  private var doneBefore = 0
  /// What concerns whole sheets; kept with the file's last transaction, so once.
  private var findings: [(sheet: Int64, finding: Finding)] = []
  /// The run's figures without the file.
  private let countsBefore: RowCounts

  static func load(
    _ file: OpenedFile, mappingHash: String, isAccepted: Bool, in context: StageContext
  ) throws {
    let record = try SourceFileRecord.find(file, in: context)
    if let record, record.isBeingUndone {
      throw StageFailure(
        .unusableInput,
        "\(file.path): import \(record.id) of it was only half undone; "
          + "finish with 'leadmill undo \(record.id)', then import it again")
    }
    if let record, record.state == .loaded, try record.hasAll(file.sheets, in: context.database) {
      try AgainFile(context: context, file: file, record: record, mappingHash: mappingHash).take()
      return
    }
    var loader = try FileLoader(
      file, record: record, mappingHash: mappingHash, isAccepted: isAccepted, in: context)
    try loader.run()
  }

  private init(
    _ file: OpenedFile, record known: SourceFileRecord?, mappingHash: String, isAccepted: Bool,
    in context: StageContext
  ) throws {
    isNew = known == nil
    countsBefore = context.counts
    self.context = context
    self.file = file
    self.mappingHash = mappingHash
    self.isAccepted = isAccepted
    seeds = ContentSeeds(kind: file.mapping.kind, supplier: file.mapping.supplier)
    let database = context.database
    let firstRow = try database.query("ingest-row-next-id").first { $0.int(0) } ?? 1
    nextID = firstRow
    record =
      try known
      ?? context.transaction {
        try SourceFileRecord.insert(
          file, mappingHash: mappingHash, firstRow: firstRow, in: context)
      }
    // 150 bytes are a short row: the estimate only decides how known rows are looked up.
    self.known = try KnownRows(database: database, expectedRows: file.table.byteCount / 150)
    // A few corrected entries do not make a registry fresh, nor does an export.
    if file.mapping.kind == .suppression, !file.isReturned, !isExport {
      registries = RegistryCount(mapping: file.mapping)
    }
  }

  private mutating func run() throws {
    let hadFailed = record.state == .failed
    if let damage = file.damage() { try refuse(damage.sheet, damage.error, isFirst: !hadFailed) }
    if !isNew { try restore() }
    var failure: (any Error)?
    for sheet in file.sheets where failure == nil {
      let sheetRecord = try context.transaction {
        try SourceSheetRecord.obtain(sheet, file: record.id, in: context.database)
      }
      var writer = SheetWriter(
        context: context, file: file, sheet: sheet, record: sheetRecord,
        layout: layout(of: sheet), seeds: seeds,
        returned: ReturnedRows(sheet.returned, mapping: file.mapping, database: context.database),
        exported: try isExport
          ? ExportedRows(
            file.mapping.kind, fields: sheet.header.match.fields,
            isGuarded: GuardedCells.has(sheet: sheetRecord.id, in: context.database),
            in: context.database) : nil)
      do {
        try load(sheet, by: &writer)
      } catch let error as TabularError {
        failure = error
        findings = hadFailed ? [] : [(sheetRecord.id, IngestFinding.refused(error))]
        break
      }
      let left = writer.findings.first(where: IngestFinding.stopsTheFile)
      if isAccepted, let left {
        context.log.warning(left.code, "\(file.name): \(left.message)")
      } else if let left {
        failure = StageFailure(
          .unusableInput,
          "\(file.path): no row was taken: \(left.message); or import the file once with "
            + "--accept-drift")
        findings = hadFailed ? [] : [(sheetRecord.id, left)]
        break
      }
      findings += writer.findings.map { (sheetRecord.id, $0) }
      if let complaint = writer.complaint { context.say("\(file.name): \(complaint)") }
      doneBefore += writer.rowsSeen
    }
    try finish(failed: failure != nil)
    if let failure { throw failure }
  }

  /// Keeps that a file was there and why nothing of it was taken.
  private mutating func refuse(
    _ sheet: OpenedFile.Sheet, _ error: TabularError, isFirst: Bool
  ) throws {
    let sheetRecord = try context.transaction {
      try SourceSheetRecord.obtain(sheet, file: record.id, in: context.database)
    }
    if isFirst { findings.append((sheetRecord.id, IngestFinding.refused(error))) }
    registries = nil
    try finish(failed: true)
    throw error
  }

  /// Takes up what an interrupted load of the same file has left.
  private mutating func restore() throws {
    let database = context.database
    var rows: [(id: Int64, record: Int64, hash: UInt64, identities: [UInt64])] = []
    try database.query("ingest-file-rows").rows(.int(record.id)) { row in
      let cells = row.text(2)
      let hash = RowContent.hash(cells, seed: seeds.content(header: row.text(3)))
      let own = try identities(cells, fields: row.text(4), sheet: row.int(5))
      rows.append((row.int(0), row.int(1), hash, own))
    }
    for row in rows {
      if row.record != row.id {
        try known.supersedeLatest(
          of: row.record, before: row.id, seeds: seeds, keepsRejected: file.isReturned)
      }
      known.add(row.hash, row: row.id)
      for identity in row.identities { known.addIdentity(identity, record: row.record) }
    }
  }

  private var isExport: Bool { file.mapping.supplier == ReservedField.exportSupplier }

  private func identities(_ cells: String, fields: String, sheet: Int64) throws -> [UInt64] {
    let fields = try CellJSON.decode(fields)
    if isExport {
      return ExportedRows.identities(
        of: try CellJSON.decode(cells), fields: fields, kind: file.mapping.kind,
        isGuarded: try GuardedCells.has(sheet: sheet, in: context.database)
      ).map(\.hash)
    }
    guard let column = fields.firstIndex(of: "external_id") else { return [] }
    let values = try CellJSON.decode(cells)
    guard column < values.count else { return [] }
    return Array(values[column].utf8).withUnsafeBufferPointer {
      let text = ASCII.trimmed($0)
      return RowEncoder.identifies(text) ? [Hash64.of(text, seed: seeds.identity)] : []
    }
  }

  // MARK: One sheet

  private mutating func load(_ sheet: OpenedFile.Sheet, by writer: inout SheetWriter) throws {
    let source = ChunkSource(
      reader: sheet.table, layout: writer.layout,
      unread: UnreadRefusals(sheet, of: file))
    var ended = false
    // Reading and encoding are one worker's job, in order; inserting stays here.
    try ParallelBatches.run(
      workers: 1, produce: { ended ? nil : 0 }, transform: { (_: Int) in try source.next() },
      consume: { chunk in
        // Chunks ordered before the end was known come back empty.
        if ended { return }
        ended = chunk.rows.isEmpty
        try writer.write(
          chunk, notices: ended ? source.notices : [], known: &known, registries: &registries,
          nextID: &nextID, doneBefore: doneBefore)
      })
    if let refusal = source.unreadRefusal { writer.note(refusal) }
  }

  private func layout(of sheet: OpenedFile.Sheet) -> RowLayout {
    let fields = sheet.header.match.fields
    // A refusal counts without a date, and validate says what a row without a status means.
    let mayRefuse = [.consent, .engagement].contains(file.mapping.kind)
    let required = file.mapping.kind.fields.enumerated().compactMap { position, field in
      field.isRequired && !mayRefuse && file.mapping.constants[field.name] == nil
        ? fields.firstIndex(of: field.name).map { (field: position, column: $0) } : nil
    }
    let header = CellJSON.encode(sheet.cells)
    return RowLayout(
      width: sheet.cells.count, header: Array(header.utf8),
      externalIDColumn: isExport ? nil : fields.firstIndex(of: "external_id"),
      required: required, contentSeed: seeds.content(header: header),
      identitySeed: seeds.identity)
  }

  // MARK: The end

  private mutating func finish(failed: Bool) throws {
    let state = failed ? SourceFileRecord.State.failed : .loaded
    try context.transaction {
      if failed { try takeBack() } else { try known.save() }
      for (sheet, finding) in findings {
        try context.record(finding, sourceRow: nil, sheet: sheet)
      }
      // A list that broke off is not the registry.
      if !failed { try registries?.save(file: file, record: record.id, in: context) }
      try context.database.query("ingest-file-state").run(.int(record.id), .text(state.rawValue))
      try context.database.query("ingest-import-loaded").run(.int(record.id), .int(nextID - 1))
    }
    record.state = state
  }

  /// A file is taken whole or not at all: the rows before the place where it cannot be read go again.
  private func takeBack() throws {
    context.counts = countsBefore
    for query in [
      "ingest-broken-findings", "ingest-broken-corrections", "ingest-broken-rows",
      "ingest-broken-again", "ingest-broken-outcomes", "ingest-broken-sheets",
      "ingest-broken-import",
    ] {
      try context.database.query(query).run(.int(record.id))
    }
  }
}

import Bytes
import LeadModel
import Store

/// Which rows and records are known already: in the store, and in the file that is being loaded.
///
/// Hashes of the file being loaded stay in memory and go into the store in one sorted pass at its
/// end, so that nothing is kept in order during the load.
struct KnownRows {
  private let database: Database
  private var fileContents = HashTable64()
  private var fileIdentities = HashTable64()
  /// Hashes of the store, when they are worth loading at once.
  private var storedContents: HashTable64?
  private let hasStoredContents: Bool
  /// About how many rows the store holds; never too few.
  private let storedRowCount: Int
  private let hasStoredIdentities: Bool
  /// Contents that a later row of the same record has replaced.
  private var superseded: [UInt64: Int64] = [:]
  /// Rows that the mode of their import refused: now it may be another mode, or another store.
  private var refused: Set<Int64> = []

  /// What the store has of the hashes that were looked up ahead.
  private var contentsAhead: [UInt64: [Int64]] = [:]
  private var identitiesAhead: [UInt64: [Int64]] = [:]

  enum Hit: Equatable {
    /// The same content in an earlier row of the same file.
    case inFile
    /// The same content in a row of an earlier file.
    case inStore(row: Int64)
  }

  init(database: Database, expectedRows: Int) throws {
    self.database = database
    let stored = try database.query("ingest-hash-estimate").first { $0.int(0) } ?? 0
    hasStoredContents = stored > 0
    storedRowCount = Int(stored)
    hasStoredIdentities =
      try database.query("ingest-identity-any").first { _ in true } ?? false
    if stored > 0 {
      var refused: Set<Int64> = []
      try database.query("ingest-refused-rows").rows { refused.insert($0.int(0)) }
      self.refused = refused
    }
    // A lookup in the store takes about 2 µs, loading an entry 0.1 µs; 8 million entries take
    // 256 MB.
    if stored > 0, stored < 8_000_000, expectedRows * 20 > Int(stored) {
      var table = HashTable64(minimumCapacity: Int(stored))
      // A row that was refused must not stand before one of the same content that was taken.
      try database.query("ingest-hash-all").rows { row in
        if refused.contains(row.int(1)) { return }
        table.set(UInt64(bitPattern: row.int(0)), row.int(1))
      }
      storedContents = table
    }
  }

  // MARK: Looking ahead

  /// Looks up the hashes of rows in the order of the store's tables: in that of the file each would
  /// read a page of its own.
  mutating func lookAhead(_ rows: [EncodedChunk.Row]) throws {
    contentsAhead.removeAll(keepingCapacity: true)
    identitiesAhead.removeAll(keepingCapacity: true)
    if hasStoredContents, storedContents == nil {
      for hash in rows.map({ Int64(bitPattern: $0.contentHash) }).sorted() {
        let hash = UInt64(bitPattern: hash)
        contentsAhead[hash] = try storedRows(hash)
      }
    }
    if hasStoredIdentities {
      // Whom a row is about that is known already, nobody will ask: of a file that is nearly the same
      // that is nearly all of them.
      let news = rows.filter { $0.identityHash != 0 && !mayBeKnown($0.contentHash) }
      for hash in news.map({ Int64(bitPattern: $0.identityHash) }).sorted() {
        let hash = UInt64(bitPattern: hash)
        identitiesAhead[hash] = try storedRecords(hash)
      }
    }
  }

  private func mayBeKnown(_ hash: UInt64) -> Bool {
    guard let storedContents else { return contentsAhead[hash]?.isEmpty == false }
    return storedContents[hash] != nil
  }

  // MARK: Content

  /// Whether a row with these cells is there; what a hash finds is compared byte by byte.
  func find(_ hash: UInt64, json: UnsafeBufferPointer<UInt8>) throws -> Hit? {
    if let row = fileContents[hash], try isSame(row, json) { return .inFile }
    guard hasStoredContents else { return nil }
    if let storedContents {
      guard let row = storedContents[hash], superseded[hash] != row, !refused.contains(row)
      else { return nil }
      return try isSame(row, json) ? .inStore(row: row) : nil
    }
    for row in try storedRows(hash) where superseded[hash] != row && !refused.contains(row) {
      if try isSame(row, json) { return .inStore(row: row) }
    }
    return nil
  }

  mutating func add(_ hash: UInt64, row: Int64) {
    fileContents.set(hash, row)
  }

  private func storedRows(_ hash: UInt64) throws -> [Int64] {
    var rows: [Int64] = []
    try database.query("ingest-hash-find").rows(.int(Int64(bitPattern: hash))) {
      rows.append($0.int(0))
    }
    return rows
  }

  private func isSame(_ row: Int64, _ json: UnsafeBufferPointer<UInt8>) throws -> Bool {
    let statement = try database.query("ingest-row-cells")
    statement.bind(1, row)
    defer { statement.reset() }
    guard try statement.step() else { return false }
    return statement.withTextBytes(0) { RowContent.areEqual($0, json) }
  }

  // MARK: Identity

  /// The record that has this external id; what a hash finds is compared, and only then is the id
  /// asked for.
  /// The supplier is whose id it is, nil where the field says it of itself.
  func record(
    _ hash: UInt64, field: String = "external_id", of supplier: String?,
    externalID: () throws -> [UInt8]
  ) throws -> Int64? {
    let inFile = fileIdentities[hash]
    let stored = hasStoredIdentities ? try identitiesAhead[hash] ?? storedRecords(hash) : []
    guard inFile != nil || !stored.isEmpty else { return nil }
    let wanted = try externalID()
    if let inFile, let use = try use(of: wanted, by: inFile, in: field, of: supplier) {
      return use.record
    }
    // Of several records that have had the id, it means the one that it was last used for.
    var latest: (record: Int64, row: Int64)?
    for candidate in stored {
      guard let use = try use(of: wanted, by: candidate, in: field, of: supplier) else { continue }
      if stored.count == 1 || use.row > latest?.row ?? 0 { latest = use }
    }
    return latest?.record
  }

  private func storedRecords(_ hash: UInt64) throws -> [Int64] {
    var records: [Int64] = []
    try database.query("ingest-identity-find").rows(.int(Int64(bitPattern: hash))) {
      records.append($0.int(0))
    }
    return records
  }

  mutating func addIdentity(_ hash: UInt64, record: Int64) {
    fileIdentities.set(hash, record)
  }

  /// The record that a candidate belongs to, if it has the id, and the last row that says so. A row
  /// that was recognised by another key is part of another record than the one that it began.
  private func use(
    of externalID: [UInt8], by candidate: Int64, in field: String, of supplier: String?
  ) throws -> (record: Int64, row: Int64)? {
    let rows = try database.query("ingest-row-with-fields")
    rows.reset()
    rows.bindAll([
      .int(candidate), supplier.map { .text($0) } ?? .null, .text(ReservedField.exportSupplier),
    ])
    defer { rows.reset() }
    while try rows.step() {
      if try hasID(rows, externalID, in: field) { return (rows.int(2), rows.int(4)) }
    }
    return nil
  }

  private func hasID(_ row: Statement, _ externalID: [UInt8], in field: String) throws -> Bool {
    let fields = try CellJSON.decode(row.text(1))
    let cells = try CellJSON.decode(row.text(0))
    guard let column = fields.firstIndex(of: field), column < cells.count else { return false }
    return try Array(cells[column].utf8).withUnsafeBufferPointer { bytes in
      let text = ASCII.trimmed(bytes)
      guard text.first == UInt8(ascii: "'"),
        try GuardedCells.has(sheet: row.int(3), in: database)
      else { return text.elementsEqual(externalID) }
      return FormulaGuard.unescaped(text).elementsEqual(externalID)
    }
  }

  // MARK: Succession

  /// Forgets the content of the row that was the supplier's latest of a record before a new one:
  /// should the supplier go back to it, that is a change again.
  ///
  /// What others say of the record, an edited export among them, takes nothing from it: a supplier
  /// who sends the same row as ever has no news, and does not take an edit back. The kind and the
  /// supplier are those of the file being loaded; `before` is the new row's id. With `keepsRejected`
  /// the content of a rejected row stays known: what was corrected once is not news when the
  /// supplier sends it as it was.
  mutating func supersedeLatest(
    of record: Int64, before row: Int64, seeds: ContentSeeds, keepsRejected: Bool = false
  ) throws {
    let latest = try database.query("ingest-row-latest").first(
      .int(record), .int(row), .text(seeds.supplier), .text(seeds.kind.rawValue)
    ) { (id: $0.int(0), header: $0.text(1), cells: $0.text(2)) }
    guard let latest else { return }
    if keepsRejected, try isRejected(latest.id) { return }
    let hash = RowContent.hash(latest.cells, seed: seeds.content(header: latest.header))
    if fileContents[hash] == latest.id {
      fileContents.remove(hash)
    } else {
      superseded[hash] = latest.id
    }
  }

  /// Whether a row was refused only for what its import was allowed to do.
  func isRefused(_ row: Int64) -> Bool { refused.contains(row) }

  /// Whether a row was rejected and stays so.
  func isRejected(_ row: Int64) throws -> Bool {
    try database.query("ingest-row-is-rejected").first(.int(row)) { _ in true } ?? false
  }

  // MARK: End of the file

  /// Writes what the file has added, in the order of the store's indexes.
  func save() throws {
    let remove = try database.query("ingest-hash-delete")
    for (hash, row) in superseded.sorted(by: { $0.key < $1.key }) {
      try remove.run(.int(Int64(bitPattern: hash)), .int(row))
    }
    // Where most pages change anyway, the small tier would only be a detour.
    let contents = fileContents.sorted()
    let tier: Int64 = contents.count * 8 > storedRowCount ? 0 : 1
    try insert(
      contents, tier, one: database.query("ingest-hash-insert"),
      many: database.query("ingest-hash-insert-32"))
    try insert(
      fileIdentities.sorted(), tier, one: database.query("ingest-identity-insert"),
      many: database.query("ingest-identity-insert-32"))
    let recent = try database.query("ingest-hash-recent-count").first { $0.int(0) } ?? 0
    if recent > max(100_000, storedRowCount / 4) {
      try database.query("ingest-hash-merge").run()
      try database.query("ingest-identity-merge").run()
    }
  }

  private func insert(
    _ entries: [(key: Int64, value: Int64)], _ tier: Int64, one: Statement, many: Statement
  ) throws {
    let width = 32
    many.bind(1, tier)
    var index = 0
    while index + width <= entries.count {
      for offset in 0..<width {
        many.bind(2 * offset + 2, entries[index + offset].key)
        many.bind(2 * offset + 3, entries[index + offset].value)
      }
      while try many.step() {}
      index += width
    }
    for entry in entries[index...] { try one.run(.int(tier), .int(entry.key), .int(entry.value)) }
  }
}

/// Seeds of the hashes of one kind and supplier.
struct ContentSeeds {
  let kind: RecordKind
  let supplier: String
  let identity: UInt64
  private let owner: String

  init(kind: RecordKind, supplier: String) {
    self.kind = kind
    self.supplier = supplier
    owner = "\(kind.rawValue)\u{0}\(supplier)"
    identity = Hash64.of(owner)
  }

  /// The seed for rows under a header, which is given as a JSON array.
  func content(header: String) -> UInt64 { Hash64.of("\(owner)\u{0}\(header)") }
}

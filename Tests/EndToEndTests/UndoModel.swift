import LeadModel

/// What the store should hold after imports, corrections and undos, worked out from nothing but the
/// rows: a record is what its live rows make of it, one over the other, in the order of their arrival.
struct UndoModel {
  struct Row: Equatable {
    /// Field to value, empty for an empty cell; a field that is not there has no column. `id` is the
    /// supplier's own.
    var fields: [String: String]
    /// Whose record it is, and which, where the file is not the supplier's: an export that was edited.
    var supplier: String?
    var record: Int?
    /// The rejected row that it came back for.
    var answers: Int?
  }

  struct Import {
    let name: String
    let supplier: String
    let columns: [String]
    var mode = "upsert"
    /// The fields that tell which record a row is about; none for the supplier's own id.
    var key: [String] = []
    var fillsOnlyEmpty = false
    let rows: [Row]
    var isExport = false
    /// The import whose rejected rows it gives back.
    var corrects: Int?
    var isLive = true

    var rules: [String] { [mode, key.joined(separator: ","), "\(fillsOnlyEmpty)"] + columns }

    /// The constants of a supplier's mapping are fields like others.
    func fields(of row: Row) -> [String: String] {
      supplier == "leads-partner"
        ? row.fields.merging(["lead_source": "Partner", "consent_source": "partner form"]) {
          own, _ in own
        } : row.fields
    }
  }

  /// A row as the store keeps it. Its id is its place among all rows that ever came, from 1.
  struct Stored {
    let row: Row
    let file: Int
    var record: Int
    /// Imports that had the row again.
    var again: [Int] = []
    var isRefused = false
    /// Whether something was found about it that rejects it.
    var isRejected = false
    /// Whether a later row of its supplier replaced it: the same content is news from then on.
    var isForgotten = false
    var isCorrection: Bool { origin != nil }
    var origin: Int?
  }

  struct Record: Equatable {
    var fields: [String: String]
    var supplier: String
    /// The row that spoke last.
    var row: Int
  }

  private(set) var imports: [Import] = []
  private(set) var stored: [Stored] = []
  /// Rows up to here were validated.
  private var mark = 0

  var liveNames: [String] { imports.filter(\.isLive).map(\.name) }
  /// Ids of the rows that are there.
  private var live: [Int] { stored.indices.map { $0 + 1 }.filter { owner(of: $0) != nil } }

  subscript(id: Int) -> Stored { stored[id - 1] }

  /// The import that a row counts for now: its own, else the oldest live one that has it too.
  private func owner(of id: Int) -> Int? {
    let row = self[id]
    if imports[row.file].isLive { return row.file }
    return row.again.sorted().first { imports[$0].isLive }
  }

  private func supplier(of id: Int) -> String { imports[self[id].file].supplier }

  // MARK: Records

  static func isUsable(_ email: String) -> Bool { email.contains("@example.") }

  /// Whether a row can never be taken: nobody can be reached by it.
  private func isUnusable(_ row: Row) -> Bool {
    row.fields["email"].map { !Self.isUsable($0) } ?? false
  }

  /// What the rows of a record make of it, one over the other.
  func record(_ record: Int, upTo last: Int? = nil) -> Record? {
    var value: Record?
    for id in live where id <= last ?? mark && self[id].record == record && !self[id].isRefused {
      guard let owner = owner(of: id) else { continue }
      if let next = Self.laid(self[id].row, id: id, of: imports[owner], over: value),
        !isUnusable(self[id].row)
      {
        value = next
      }
    }
    return value
  }

  /// Whether a value cannot be read: in an update it leaves the one before it.
  static func isUnreadable(_ field: String, _ text: String) -> Bool {
    field == "employees" && text == "many"
  }

  /// What a row makes of a record; nil when it cannot be taken.
  private static func laid(_ row: Row, id: Int, of owner: Import, over known: Record?) -> Record? {
    let fields = owner.fields(of: row)
    guard let known else {
      guard owner.mode != "update", isUsable(fields["email", default: ""]) else { return nil }
      let values = Dictionary(
        uniqueKeysWithValues: fields.map { ($0, isUnreadable($0, $1) ? "" : $1) })
      return Record(fields: values, supplier: row.supplier ?? owner.supplier, row: id)
    }
    var next = known
    for (field, text) in fields where !isUnreadable(field, text) {
      let old = known.fields[field, default: ""]
      // A source of consent alone means nothing.
      let fills = old.isEmpty && !text.isEmpty && field != "consent_source"
      if !owner.fillsOnlyEmpty || fills { next.fields[field] = text }
    }
    let isSame = next.fields.allSatisfy { known.fields[$0.key, default: ""] == $0.value }
    if isSame { return known }
    next.supplier = row.supplier ?? (owner.isExport ? known.supplier : owner.supplier)
    next.row = id
    return next
  }

  /// All records by their ids.
  var records: [Int: Record] {
    Set(live.map { self[$0].record }).reduce(into: [:]) { $0[$1] = record($1) }
  }

  /// Every record as `id supplier external_id email company city employees`.
  var lines: [String] {
    records.map { id, record in
      let texts = ["id", "email", "company", "city", "employees"].map { field in
        record.fields[field].flatMap { $0.isEmpty ? nil : $0 } ?? "-"
      }
      return "\(id) \(record.supplier) \(texts.joined(separator: " "))"
    }.sorted()
  }

  // MARK: Loading

  /// Files of one command are what they would be one command after another.
  mutating func load(_ files: [Import]) {
    for file in files {
      imports.append(file)
      for row in file.rows { take(row, of: imports.count - 1) }
      while mark < stored.count {
        mark += 1
        validate(mark)
      }
    }
  }

  private mutating func take(_ row: Row, of file: Int) {
    let entry = imports[file]
    let isReturned = entry.corrects.map { imports[$0].isLive } ?? false
    if isReturned, let origin = row.answers, owner(of: origin) != nil {
      return answer(row, origin: origin, of: file)
    }
    if let known = known(row, entry) {
      // A row of a rejects workbook that is still wrong is rejected again.
      if !isReturned || !isRejected(known) { stored[known - 1].again.append(file) }
      return
    }
    // A row of an export that nobody edited says what the record says.
    if entry.isExport, let record = row.record.flatMap({ self.record($0) }),
      row.fields.allSatisfy({ record.fields[$0.key, default: ""] == $0.value })
    {
      return
    }
    let id = stored.count + 1
    var record = id
    if let named = row.record {
      record = named
    } else if entry.key.isEmpty, let found = recordNamed(row, entry.supplier) {
      record = found
    }
    store(Stored(row: row, file: file, record: record))
  }

  /// The stored row that says the same, if it is the supplier's latest word about its record.
  private func known(_ row: Row, _ entry: Import) -> Int? {
    live.last { id in
      let file = imports[self[id].file]
      return file.supplier == entry.supplier && file.columns == entry.columns
        && file.isExport == entry.isExport
        && self[id].row.fields == row.fields && self[id].row.record == row.record
        && !self[id].isRefused && !self[id].isForgotten
    }
  }

  /// The record that the supplier's own id was last used for.
  private func recordNamed(_ row: Row, _ supplier: String) -> Int? {
    guard let key = row.fields["id"], !key.isEmpty else { return nil }
    return live.last { self[$0].row.fields["id"] == key && self.supplier(of: $0) == supplier }
      .map { self[$0].record }
  }

  /// A row that came back for a rejected one.
  private mutating func answer(_ row: Row, origin: Int, of file: Int) {
    let chain = live.filter { $0 == origin || self[$0].origin == origin }
    guard let latest = chain.last else { return }
    let isKnown = chain.contains { id in
      (id == latest || self[id].isRejected) && self[id].row.fields == row.fields
    }
    if isKnown, !self[latest].isRefused {
      // The correction that stands is this file's too.
      if self[latest].row.fields == row.fields, !isRejected(latest) {
        stored[latest - 1].again.append(file)
      }
      return
    }
    let id = stored.count + 1
    var record = self[latest].record
    if self[latest].row.fields["id"] != row.fields["id"] {
      record = recordNamed(row, imports[file].supplier) ?? id
    }
    var new = Stored(row: row, file: file, record: record)
    new.origin = origin
    store(new)
  }

  private mutating func store(_ new: Stored) {
    stored.append(new)
    if new.record != stored.count { replace(before: stored.count) }
  }

  /// A later row of a record takes the word from the supplier's one before it.
  private mutating func replace(before id: Int) {
    let latest = live.last {
      $0 < id && self[$0].record == self[id].record && supplier(of: $0) == supplier(of: id)
    }
    guard let latest else { return }
    // What was corrected once is not news when the supplier sends it as it was.
    if self[id].isCorrection, isRejected(latest) { return }
    stored[latest - 1].isForgotten = true
  }

  // MARK: Validation

  private mutating func validate(_ id: Int) {
    let entry = imports[self[id].file]
    if isUnusable(self[id].row) {
      stored[id - 1].isRejected = true
      return
    }
    if !entry.key.isEmpty, self[id].record == id, let found = keyed(id, entry) {
      stored[id - 1].record = found
      replace(before: id)
    }
    let exists = record(self[id].record, upTo: id - 1) != nil
    if entry.mode == "create" && exists || entry.mode == "update" && !exists {
      // A row that nobody can be reached by is not asked what it may do, unless it only updates.
      stored[id - 1].isRejected = true
      if exists || self[id].record != id || self[id].row.fields["email"] != nil {
        stored[id - 1].isRefused = true
      }
    } else if !exists, self[id].row.fields["email"] == nil {
      stored[id - 1].isRejected = true
    }
  }

  /// The record that has a row's key: the supplier's own first, then the oldest.
  private func keyed(_ id: Int, _ entry: Import) -> Int? {
    let key = entry.key.compactMap { self[id].row.fields[$0]?.lowercased() }
    guard key.count == entry.key.count, !key.contains(""), self[id].row.fields["email"] != nil
    else { return nil }
    let found = Set(live.filter { $0 < id }.map { self[$0].record }).sorted().filter { record in
      let known = self.record(record, upTo: id - 1)
      return entry.key.map { known?.fields[$0]?.lowercased() } == key
    }
    return found.first { record($0, upTo: id - 1)?.supplier == entry.supplier } ?? found.first
  }

  // MARK: Undo

  /// Takes an import back; rows that a later live import has too go over to that one.
  mutating func undo(_ name: String) {
    guard let index = imports.firstIndex(where: { $0.name == name && $0.isLive }) else { return }
    let before = stored.indices.map { owner(of: $0 + 1) }
    imports[index].isLive = false
    for id in live {
      // Another file's rules may take what those of the first one refused.
      if let old = before[id - 1], let new = owner(of: id), old != new,
        imports[old].rules != imports[new].rules
      {
        stored[id - 1].isRefused = false
      }
      if let origin = self[id].origin, owner(of: origin) == nil { stored[id - 1].origin = nil }
    }
    for id in live {
      guard let owner = owner(of: id), !self[id].isRefused, !isUnusable(self[id].row),
        record(self[id].record, upTo: id - 1) == nil
      else { continue }
      // A row that was good as a part of its record may not be good on its own.
      if self[id].row.fields["email"] == nil {
        stored[id - 1].isRejected = true
      } else if imports[owner].mode == "update" {
        stored[id - 1].isRejected = true
        stored[id - 1].isRefused = true
      }
    }
    remember()
  }

  /// What became the supplier's latest word about a record again is known again.
  private mutating func remember() {
    var seen: Set<String> = []
    for id in live.reversed() where seen.insert("\(self[id].record) \(supplier(of: id))").inserted {
      stored[id - 1].isForgotten = false
    }
  }

  // MARK: Rejected rows

  /// Whether a row was rejected and stays so: its record was not corrected by a later one.
  func isRejected(_ id: Int) -> Bool {
    guard self[id].isRejected else { return false }
    return record(self[id].record).map { $0.row < id } ?? true
  }

  /// The rows of an import's rejects workbook: the first of each, and what speaks for it now.
  func rejects(of file: Int) -> [(origin: Int, cells: [String])] {
    live.compactMap { id in
      guard let owner = owner(of: id), self[id].isRejected, !self[id].isCorrection,
        owner == file || imports[owner].corrects == file
      else { return nil }
      let speaker = live.last { self[$0].origin == id } ?? id
      guard isRejected(speaker) else { return nil }
      return (id, imports[file].columns.map { self[speaker].row.fields[$0, default: ""] })
    }
  }
}

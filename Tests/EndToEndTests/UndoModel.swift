import LeadModel

/// What the store should hold after imports and undos, worked out from nothing but the rows: a record
/// is what its live rows make of it, one over the other, in the order of their arrival.
struct UndoModel {
  struct Row: Equatable {
    /// The supplier's own id; also the record, within its supplier.
    let key: String
    /// Field to value, empty for an empty cell; a field that is not there has no column.
    let fields: [String: String]
    /// Whose record it is, where the file is not the supplier's: an export that was edited.
    var supplier: String?
  }

  struct Import {
    let name: String
    let supplier: String
    let columns: [String]
    let mode: String
    let fillsOnlyEmpty: Bool
    let rows: [Row]
    var isExport = false
    var isLive = true

    func supplier(of row: Row) -> String { row.supplier ?? supplier }
  }

  private(set) var imports: [Import] = []
  /// Positions of rows that were refused when they came, for what was there then.
  private var refused: Set<[Int]> = []
  private var again: [[Int]: [Int]] = [:]

  /// Rows that say something in the store, oldest first: import and row.
  private struct Live {
    let row: Row
    let owner: Import
    let place: [Int]
  }

  var liveNames: [String] { imports.filter(\.isLive).map(\.name) }

  mutating func load(_ new: Import) {
    let index = imports.count
    imports.append(new)
    for (position, row) in new.rows.enumerated() {
      let place = [index, position]
      // A row whose content is the latest of its record is known: nothing is stored.
      let supplier = new.supplier(of: row)
      if let known = latest(of: row.key, supplier: supplier, before: place),
        known.row == row, known.owner.columns == new.columns
      {
        again[known.place, default: []].append(index)
        refused.insert(place)
        continue
      }
      // A row of an export that nobody edited says what the record says.
      if new.isExport, let known = value(of: row.key, supplier: supplier, before: place),
        row.fields.allSatisfy({ known[$0.key, default: ""] == $0.value })
      {
        refused.insert(place)
        continue
      }
      let exists = value(of: row.key, supplier: supplier, before: place) != nil
      if new.mode == "create" && exists || new.mode == "update" && !exists {
        refused.insert(place)
      }
    }
  }

  /// Takes an import back; rows that a later live import has too go over to that one.
  mutating func undo(_ name: String) {
    guard let index = imports.firstIndex(where: { $0.name == name && $0.isLive }) else { return }
    imports[index].isLive = false
  }

  /// The import that a row counts for now: its own, else the oldest live one that has it too.
  private func owner(of place: [Int]) -> Int? {
    if imports[place[0]].isLive { return place[0] }
    return again[place]?.sorted().first { imports[$0].isLive }
  }

  private func rows(of key: String, supplier: String, before limit: [Int]?) -> [Live] {
    var found: [Live] = []
    for (index, entry) in imports.enumerated() {
      for (position, row) in entry.rows.enumerated()
      where row.key == key && entry.supplier(of: row) == supplier {
        let place = [index, position]
        if refused.contains(place) { continue }
        if let limit, !place.lexicographicallyPrecedes(limit) { continue }
        guard let owner = owner(of: place) else { continue }
        found.append(Live(row: row, owner: imports[owner], place: place))
      }
    }
    return found
  }

  private func latest(of key: String, supplier: String, before limit: [Int]) -> Live? {
    rows(of: key, supplier: supplier, before: limit).last
  }

  /// The fields of a record; nil when no row makes one.
  private func value(of key: String, supplier: String, before limit: [Int]?) -> [String: String]? {
    var value: [String: String]?
    for live in rows(of: key, supplier: supplier, before: limit) {
      if var known = value {
        for (field, text) in live.row.fields {
          let isKept = live.owner.fillsOnlyEmpty && !known[field, default: ""].isEmpty
          if !isKept { known[field] = text }
        }
        value = known
      } else {
        // Nobody can be reached without an address: the row alone is rejected, as is one that only
        // updates.
        guard live.owner.mode != "update", !live.row.fields["email", default: ""].isEmpty else {
          continue
        }
        value = live.row.fields
      }
    }
    return value
  }

  /// Every record as `supplier key email company city`, sorted.
  var lines: [String] {
    let keys = Set(
      imports.flatMap { entry in entry.rows.map { "\(entry.supplier(of: $0)) \($0.key)" } })
    return keys.sorted().compactMap { name in
      let parts = name.split(separator: " ").map(String.init)
      guard let value = value(of: parts[1], supplier: parts[0], before: nil) else { return nil }
      let texts = ["email", "company", "city"].map { field in
        value[field].flatMap { $0.isEmpty ? nil : $0 } ?? "-"
      }
      return "\(name) \(texts.joined(separator: " "))"
    }
  }
}

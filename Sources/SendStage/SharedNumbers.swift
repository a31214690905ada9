import Bytes
import Store

/// Numbers that several people of the base have, such as that of a switchboard: whoever consented by one
/// may be any of them.
final class SharedNumbers {
  private let database: Database
  private var known: [String: Bool] = [:]
  /// People by the numbers that they have beside their first; nil until somebody asks.
  private var further: [String: Set<Int64>]?
  /// Rows of consents that count for nobody, because their number does not say who gave them.
  private(set) var rows: Set<Int64> = []

  init(_ database: Database) {
    self.database = database
  }

  /// Whether the grant of a row, which names a number and nothing else, says nothing about who gave it.
  func isNobodys(grantOfRow row: Int64, by phone: String) throws -> Bool {
    let isShared = try known[phone] ?? look(up: phone)
    known[phone] = isShared
    if isShared { rows.insert(row) }
    return isShared
  }

  private func look(up phone: String) throws -> Bool {
    let further = try self.further ?? loadFurther()
    self.further = further
    var people = further[phone] ?? []
    try database.query("send-people-of-phone").rows(.int(KeyHash.phone(phone)), .text(phone)) {
      people.insert($0.int(0))
    }
    return people.count > 1
  }

  private func loadFurther() throws -> [String: Set<Int64>] {
    var people: [String: Set<Int64>] = [:]
    try database.query("send-people-naming-phones").rows {
      people[$0.text(0), default: []].insert($0.int(1))
    }
    return people
  }
}

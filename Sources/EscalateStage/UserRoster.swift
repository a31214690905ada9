import Store

/// Who works for whom, as the imported users say.
enum UserRoster {
  /// Manager by user id.
  static func managers(in database: Database) throws -> [String: String] {
    var managers: [String: String] = [:]
    try database.query("escalate-managers").rows { managers[$0.text(0)] = $0.text(1) }
    return managers
  }
}

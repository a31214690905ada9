import Store

/// What accounts are called, by what contacts call them.
struct AccountNames: Sendable {
  private var names: [String: String] = [:]

  init(_ database: Database) throws {
    try database.query("dedupe-account-names").rows {
      // The one that came first stays.
      names["\($0.text(0))\n\($0.text(1))"] = $0.text(2)
      names[$0.text(1)] = $0.text(2)
    }
  }

  /// The name of an account that a contact names by its id; else what the contact says.
  func name(of account: String, supplier: String) -> String {
    guard !names.isEmpty else { return account }
    return names["\(supplier)\n\(account)"] ?? names[account] ?? account
  }
}

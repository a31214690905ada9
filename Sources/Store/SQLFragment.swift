/// A piece of a query: written out in the program itself, or the plain name of a table or column.
/// Values never become part of one; they are bound.
package struct SQLFragment: Sendable, Equatable {
  let text: String

  package init(_ literal: StaticString) {
    text = "\(literal)"
  }

  private init(text: String) {
    self.text = text
  }

  /// A column of a table that the query calls `alias`.
  ///
  /// - Throws: `DatabaseError` for anything but lower-case letters, digits and underscores.
  package static func column(_ name: String, of alias: StaticString) throws -> SQLFragment {
    try requirePlain(name)
    return SQLFragment(text: "\(alias).\(name)")
  }

  /// A table under the name that the query calls it.
  package static func table(_ name: String, as alias: StaticString) throws -> SQLFragment {
    try requirePlain(name)
    return SQLFragment(text: "\(name) AS \(alias)")
  }

  private static func requirePlain(_ name: String) throws {
    guard Database.isPlainName(name) else {
      throw DatabaseError(.other, "'\(name)' is no name of a table or column", action: name)
    }
  }

  package static func + (left: SQLFragment, right: SQLFragment) -> SQLFragment {
    SQLFragment(text: "\(left.text) \(right.text)")
  }
}

extension Database {
  /// A query that is put together from pieces; conditions all have to hold. Parameters are bound in
  /// the order in which the conditions name them.
  package func select(
    _ columns: [SQLFragment], from source: SQLFragment, where conditions: [SQLFragment] = [],
    orderBy order: SQLFragment
  ) throws -> Statement {
    let filter = conditions.map { "(\($0.text))" }.joined(separator: " AND ")
    return try prepare(
      "SELECT \(columns.map(\.text).joined(separator: ", ")) FROM \(source.text)"
        + (filter.isEmpty ? "" : " WHERE \(filter)") + " ORDER BY \(order.text)",
      label: "select from \(source.text)")
  }
}

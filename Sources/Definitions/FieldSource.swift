/// How a field comes from the columns of a file, where it is not simply one of them.
///
/// Columns are named by their headers, compared by letters and digits only. One that a file does
/// not have counts as empty.
package enum FieldSource: Sendable, Equatable {
  /// The first of several columns that is not empty.
  case firstOf([String])
  /// The columns that are not empty, with a text between them.
  case join([String], separator: String)
  /// The given names, or the family name, of a whole name.
  case givenName(String)
  case familyName(String)
  /// One part of a text that is divided by a mark; from 1, or from the end if negative.
  case part(Int, of: String, separator: String)
  /// A parameter of a web address, such as `utm_source`.
  case query(String, of: String)
  /// The domain of an e-mail or web address.
  case domain(of: String)

  /// The headers of the columns that it reads.
  package var columns: [String] {
    switch self {
    case .firstOf(let columns), .join(let columns, _): columns
    case .givenName(let column), .familyName(let column), .part(_, let column, _),
      .query(_, let column), .domain(let column):
      [column]
    }
  }

  /// The forms, for messages and documentation.
  package static let forms = [
    "first_of: [A, B]", "join: [A, B], with: ' '", "given_name: A", "family_name: A",
    "part: 1, of: A, by: ','", "query: utm_source, of: A", "domain_of: A",
  ]

  /// - Throws: `DefinitionError` with the place of what is no form, or of a key too many.
  init(_ node: DefinitionNode) throws(DefinitionError) {
    let keys = try node.entries().map(\.key)
    if keys.contains("first_of") {
      try node.allow(keys: ["first_of"])
      self = .firstOf(try Self.several(node, "first_of"))
    } else if keys.contains("join") {
      try node.allow(keys: ["join", "with"])
      self = .join(try Self.several(node, "join"), separator: try node.string("with", default: " "))
    } else if keys.contains("given_name") {
      try node.allow(keys: ["given_name"])
      self = .givenName(try Self.name(node, "given_name"))
    } else if keys.contains("family_name") {
      try node.allow(keys: ["family_name"])
      self = .familyName(try Self.name(node, "family_name"))
    } else if keys.contains("part") {
      try node.allow(keys: ["part", "of", "by"])
      let number = try node.int("part", in: -20...20)
      guard number != 0 else {
        throw try node.required("part").failure(
          "found part 0, expected 1 for the first part or -1 for the last")
      }
      self = .part(number, of: try Self.name(node, "of"), separator: try Self.mark(node))
    } else if keys.contains("query") {
      try node.allow(keys: ["query", "of"])
      self = .query(try Self.name(node, "query"), of: try Self.name(node, "of"))
    } else if keys.contains("domain_of") {
      try node.allow(keys: ["domain_of"])
      self = .domain(of: try Self.name(node, "domain_of"))
    } else {
      throw node.failure(
        "found \(keys.map { "'\($0)'" }.joined(separator: ", ")) for \(node.name), expected one of "
          + Self.forms.map { "{\($0)}" }.joined(separator: ", "))
    }
  }

  private static func several(_ node: DefinitionNode, _ key: String) throws(DefinitionError)
    -> [String]
  {
    let columns = try node.required(key).strings()
    guard columns.count >= 2 else {
      throw try node.required(key).failure(
        "found \(columns.count == 1 ? "one column" : "no column") for '\(key)', expected two or "
          + "more; a single column belongs under 'columns'")
    }
    for item in try node.required(key).sequence() { _ = try notBlank(item) }
    return columns
  }

  /// The name of a column, or of a parameter.
  private static func name(_ node: DefinitionNode, _ key: String) throws(DefinitionError) -> String
  {
    try notBlank(try node.required(key))
  }

  private static func notBlank(_ node: DefinitionNode) throws(DefinitionError) -> String {
    let name = try node.string()
    guard !name.allSatisfy(\.isWhitespace) else {
      throw node.failure("found an empty text for \(node.name), expected a name; write one")
    }
    return name
  }

  /// What divides the parts of a text; it may well be a space.
  private static func mark(_ node: DefinitionNode) throws(DefinitionError) -> String {
    let mark = try node.string("by")
    guard !mark.isEmpty else {
      throw try node.required("by").failure(
        "found an empty text for 'by', expected what divides the parts, such as ','")
    }
    return mark
  }
}

/// What happens when a supplier's file is laid out unlike the ones before.
package enum DriftPolicy: String, CaseIterable, Sendable {
  /// The file is not loaded before somebody has looked.
  case stop
  /// It is loaded, and the difference is said.
  case warn
  case ignore
}

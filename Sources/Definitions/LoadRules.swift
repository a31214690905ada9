package import LeadModel

/// What the rows of a file may do to the records that are there already.
package struct LoadRules: Sendable, Equatable {
  package enum Mode: String, CaseIterable, Sendable {
    /// Rows bring new records only.
    case create
    /// Rows change known records only.
    case update
    case upsert
  }

  package var mode: Mode
  /// Catalogue fields that a record is recognised by; empty: the supplier's own id.
  package var key: [String]
  /// Whether a row only gives values to fields that have none.
  package var fillsOnlyEmpty: Bool

  package init(mode: Mode = .upsert, key: [String] = [], fillsOnlyEmpty: Bool = false) {
    self.mode = mode
    self.key = key
    self.fillsOnlyEmpty = fillsOnlyEmpty
  }

  /// The keys of a definition that say these rules.
  static let keys = ["mode", "key", "fill_only_empty"]

  /// Reads the rules of a mapping.
  ///
  /// - Throws: `DefinitionError` with the position of an unknown mode or field, or of a key that fits
  ///   many.
  init(_ node: DefinitionNode, kind: RecordKind) throws(DefinitionError) {
    self.init()
    if let choice = node["mode"] { mode = try choice.choice(Mode.self) }
    if let list = node["key"] {
      let names = try list.strings()
      if let refusal = Self.refusal(names, of: kind) { throw list.failure(refusal) }
      key = Self.significant(names)
    }
    fillsOnlyEmpty = try node.bool("fill_only_empty", default: false)
  }

  /// The rules with what a command line says instead.
  ///
  /// - Parameters:
  ///   - mode: as written, nil when not given.
  ///   - key: field names with commas between them, nil when not given.
  ///   - fillsOnlyEmpty: whether that was asked for.
  ///   - kind: of the file's records.
  /// - Returns: these rules as they are where nothing else is said.
  /// - Throws: `LoadRulesError` naming a field that the kind does not have, or a key that fits many.
  package func overridden(
    mode: String?, key: String?, fillsOnlyEmpty: Bool, kind: RecordKind
  ) throws(LoadRulesError) -> LoadRules {
    var rules = self
    if let mode = mode.flatMap(Mode.init(rawValue:)) { rules.mode = mode }
    if let key {
      let names = key.split(separator: ",").map(String.init)
      if let refusal = Self.refusal(names, of: kind) { throw LoadRulesError(message: refusal) }
      rules.key = Self.significant(names)
    }
    if fillsOnlyEmpty { rules.fillsOnlyEmpty = true }
    return rules
  }

  /// The supplier's own id is what is used anyway.
  private static func significant(_ names: [String]) -> [String] {
    names == ["external_id"] ? [] : names
  }

  /// What people are told apart by; anything else is that of many.
  private static let ofPeople = [
    "external_id", "email", "phone", "full_name", "last_name", "first_name",
  ]

  /// Why the fields are no key of a kind; nil when they are one.
  private static func refusal(_ names: [String], of kind: RecordKind) -> String? {
    if let unknown = names.isEmpty ? "" : names.first(where: { kind.field(named: $0) == nil }) {
      let known = kind.fields.map(\.name).joined(separator: ", ")
      return "'\(unknown)' is not a field of kind '\(kind.rawValue)', so no key; it has: \(known)"
    }
    guard [.lead, .contact].contains(kind), !names.contains(where: ofPeople.contains) else {
      return nil
    }
    let fields = names.joined(separator: ", ")
    return
      "\(fields) alone tells no \(kind.rawValue) from another, for many have the same; add one "
      + "of \(ofPeople.joined(separator: ", ")), as '\(names.joined(separator: ",")),full_name'"
  }
}

/// Why rules for loading do not fit a file.
package struct LoadRulesError: Error, Equatable {
  package let message: String
}

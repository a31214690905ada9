import LeadModel
/// One value of a definition file, with the place where it stands.
///
/// A node is read by asking it for what is expected (`int()`, `required("steps")`,
/// `choice(Channel.self)`); whatever does not fit is thrown as a `DefinitionError` that names file,
/// line and column. A key without a value (`steps:` or `steps: null`) counts as absent.
package struct DefinitionNode: Sendable {
  package enum Kind: Sendable { case scalar, sequence, mapping }

  /// One `key: value` of a mapping, in the order of the file.
  package typealias Entry = (key: String, keyNode: DefinitionNode, value: DefinitionNode)

  enum Content: Sendable {
    /// `isPlain`: written without quotes and not as a block, so that it can be a number or boolean.
    case scalar(String, isPlain: Bool)
    case sequence([DefinitionNode])
    case mapping([Entry])
  }

  package let file: String
  /// From 1.
  package let line: Int
  /// From 1, in characters.
  package let column: Int
  /// How messages call the node: its key, `item 2 of 'steps'`, or `the file`.
  package let name: String
  let content: Content

  init(file: String, line: Int, column: Int, name: String, content: Content) {
    self.file = file
    self.line = line
    self.column = column
    self.name = name
    self.content = content
  }

  package var kind: Kind {
    switch content {
    case .scalar: .scalar
    case .sequence: .sequence
    case .mapping: .mapping
    }
  }

  /// A scalar that says nothing: empty, `~` or `null`, unquoted.
  package var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The value of a key; nil when this is no mapping, or the key is absent or has no value.
  package subscript(key: String) -> DefinitionNode? {
    guard case .mapping(let entries) = content,
      let entry = entries.first(where: { $0.key == key }), !entry.value.isNull
    else { return nil }
    return entry.value
  }

  /// The value of a key that must be there.
  package func required(_ key: String) throws(DefinitionError) -> DefinitionNode {
    if let value = self[key] { return value }
    _ = try entries()
    throw failure("found no '\(key)' in \(name), expected one; add '\(key):' with a value")
  }

  /// The keys and values of a mapping, in the order of the file.
  package func entries() throws(DefinitionError) -> [Entry] {
    guard case .mapping(let entries) = content else { throw mismatch("keys with values") }
    return entries
  }

  /// The items of a list.
  package func sequence() throws(DefinitionError) -> [DefinitionNode] {
    guard case .sequence(let items) = content else { throw mismatch("a list") }
    return items
  }

  /// Refuses keys that nothing reads, so that a misspelt one is not silently without effect.
  package func allow(keys: [String]) throws(DefinitionError) {
    for entry in try entries() where !keys.contains(entry.key) {
      let hint =
        NearestName.suggestion(for: entry.key, among: keys)
        .map { "did you mean '\($0)'?" } ?? "expected one of \(keys.joined(separator: ", "))"
      throw entry.keyNode.failure("found unknown key '\(entry.key)' in \(name); \(hint)")
    }
  }

  /// An error at this node's place.
  package func failure(_ message: String) -> DefinitionError {
    DefinitionError(file: file, line: line, column: column, message: message)
  }

  /// "found this, expected that", for a node of the wrong kind or form.
  func mismatch(_ expected: String, hint: String? = nil) -> DefinitionError {
    let found: String
    switch content {
    case .scalar(let text, let isPlain):
      if isNull {
        found = "nothing"
      } else {
        let excerpt = text.count > 60 ? text.prefix(60) + "..." : text[...]
        found = isPlain ? "'\(excerpt)'" : "the text '\(excerpt)'"
      }
    case .sequence: found = "a list"
    case .mapping: found = "keys with values"
    }
    let advice = hint.map { "; \($0)" } ?? ""
    return failure("found \(found) for \(name), expected \(expected)\(advice)")
  }
}

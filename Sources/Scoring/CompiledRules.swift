import Bytes

/// Rules laid out for speed: the tests of each field together, predicates as flat lists of nodes
/// over the tests' results.
///
/// Texts repeat (a base has few job titles, countries, industries): the results of a field's tests
/// are remembered. A value of this type belongs to one worker; sharing it would
/// have both cores count references to the same objects.
struct CompiledRules: Sendable {
  /// Tests that one field can have: their results are bits of one word.
  static let maximumTestsOfField = 64

  private enum Kind: Sendable { case test, all, any, not }

  private struct Node: Sendable {
    let kind: Kind
    /// Of a test: position in `fields`, and the test's bit there.
    var field: UInt8 = 0
    var bit: UInt8 = 0
    /// Where the node's last descendant ends.
    var end: Int32 = 0
  }

  private var nodes: [Node] = []
  private var ruleStarts: [Int] = []
  private var fields: [CompiledField] = []
  /// Results of the tests of each field, for the row at hand.
  private var results: [UInt64] = []

  init(_ rules: [ScoringRule]) {
    for rule in rules {
      ruleStarts.append(nodes.count)
      add(rule.predicate)
    }
    results = Array(repeating: 0, count: fields.count)
    for index in fields.indices { fields[index].finish() }
  }

  /// The rules that apply, one bit each.
  mutating func applied(to row: ScoreRow) -> UInt128 {
    for index in fields.indices { results[index] = fields[index].results(for: row) }
    return nodes.withUnsafeBufferPointer { nodes in
      results.withUnsafeBufferPointer { results in
        var applied: UInt128 = 0
        for (index, start) in ruleStarts.enumerated()
        where Self.holds(nodes, at: start, results) {
          applied |= 1 << UInt128(index)
        }
        return applied
      }
    }
  }

  private static func holds(
    _ nodes: UnsafeBufferPointer<Node>, at index: Int, _ results: UnsafeBufferPointer<UInt64>
  ) -> Bool {
    let node = nodes[index]
    switch node.kind {
    case .test: return results[Int(node.field)] >> UInt64(node.bit) & 1 == 1
    case .not: return !holds(nodes, at: index + 1, results)
    case .all, .any:
      // "all" ends at the first part that fails, "any" at the first that holds.
      let isAny = node.kind == .any
      var part = index + 1
      while part < Int(node.end) {
        if holds(nodes, at: part, results) == isAny { return isAny }
        part = Int(nodes[part].end)
      }
      return !isAny
    }
  }

  // MARK: Compilation

  private mutating func add(_ predicate: Predicate) {
    let index = nodes.count
    switch predicate {
    case .test(let field, let test):
      let position = self.position(of: field)
      nodes.append(
        Node(kind: .test, field: UInt8(position), bit: fields[position].add(test)))
    case .all(let parts):
      nodes.append(Node(kind: .all))
      for part in parts { add(part) }
    case .any(let parts):
      nodes.append(Node(kind: .any))
      for part in parts { add(part) }
    case .not(let part):
      nodes.append(Node(kind: .not))
      add(part)
    }
    nodes[index].end = Int32(nodes.count)
  }

  private mutating func position(of field: ScoreField) -> Int {
    if let known = fields.firstIndex(where: { $0.field == field }) { return known }
    fields.append(CompiledField(field: field))
    return fields.count - 1
  }
}

/// The tests of one field.
private struct CompiledField: Sendable {
  /// Texts whose results are remembered; a field of ever new texts starts over.
  private static let maximumMemory = 4_096

  let field: ScoreField
  private var tests: [FieldTest] = []
  private var ofText: [UInt64: (text: [UInt8], results: UInt64)] = [:]
  private var ofNumber: [Int64: UInt64] = [:]
  private var ofNull: UInt64 = 0
  private var folded: [UInt8] = []

  init(field: ScoreField) {
    self.field = field
  }

  /// Adds a test and gives its bit.
  mutating func add(_ test: FieldTest) -> UInt8 {
    tests.append(test)
    return UInt8(tests.count - 1)
  }

  mutating func finish() { ofNull = evaluate(.null) }

  mutating func results(for row: ScoreRow) -> UInt64 {
    switch row[field] {
    case .null: return ofNull
    case .int(let number):
      if let results = ofNumber[number] { return results }
      let results = evaluate(.int(number))
      if ofNumber.count >= Self.maximumMemory { ofNumber.removeAll(keepingCapacity: true) }
      ofNumber[number] = results
      return results
    case .text(let text):
      let hash = Hash64.of(text)
      if let known = ofText[hash], known.text.elementsEqual(text) { return known.results }
      let results = evaluate(.text(text))
      if ofText.count >= Self.maximumMemory { ofText.removeAll(keepingCapacity: true) }
      ofText[hash] = (Array(text), results)
      return results
    }
  }

  private mutating func evaluate(_ value: ScoreRow.Value) -> UInt64 {
    var results: UInt64 = 0
    for (bit, test) in tests.enumerated() where test.holds(for: value, folded: &folded) {
      results |= 1 << UInt64(bit)
    }
    return results
  }
}

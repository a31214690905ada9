import LeadModel
import Matching

/// Records in, a line for each key of each record out, with the record: sorted, lines of one key
/// stand together.
struct KeyStream {
  /// Of the line of a record that has no key: it is compared with nobody.
  static let noKey = "none"

  let rules: MatchingRules

  func run(_ lines: inout StreamLines) throws {
    let empty = StreamReader(rules: rules)
    try lines.forEach { _, fields, lines in
      let id = try StreamRecords.id(of: fields)
      var reader = empty
      try reader.read(0, fields)
      let members = [("id", JSONValue.string(id))] + StreamRecords.members(of: fields)
      var names: [String] = []
      for rule in MatchRule.keys where rules[rule].isUsed {
        if let hash = reader.leads.first?.keys[rule] {
          names.append("match:\(rule.name):\(Self.hex(UInt64(bitPattern: hash)))")
        }
      }
      if rules.linkage.isUsed {
        let keys = BlockKeys(reader.records)
        for rule in BlockingRule.allCases where keys[0, rule] != 0 {
          names.append("block:\(rule.name):\(Self.hex(keys[0, rule]))")
        }
      }
      for name in names.isEmpty ? [Self.noKey] : names {
        lines.write([("key", .string(name))] + members)
      }
    }
  }

  private static func hex(_ hash: UInt64) -> String {
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}

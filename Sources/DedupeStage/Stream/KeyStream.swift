import Bytes
import LeadModel
import Matching
import StageKit

/// Records in, a line for each key of each record out, with the record: sorted, lines of one key
/// stand together.
struct KeyStream {
  /// Of the line of a record that has no key: it is compared with nobody.
  static let noKey = "none"

  let rules: MatchingRules

  func run(_ lines: inout StreamLines) throws {
    let empty = StreamReader(rules: rules)
    var members = StreamMembers()
    var firstLines: [UInt64: Int] = [:]
    try lines.forEach { _, fields, lines in
      let id = try StreamRecords.id(of: fields)
      // A hash: the stream may be long. Two ids of one hash are as rare as in 64 bits.
      let hash = Hash64.of(id)
      if let first = firstLines[hash] {
        throw StageFailure(
          .unusableInput,
          "found the id of line \(first) again, expected each record once; give it an id of its own"
        )
      }
      firstLines[hash] = lines.lineNumber
      for name in members.unknown(in: fields) {
        let hint = NearestName.hint(for: name, among: StreamMembers.known)
        lines.warn("found member '\(name)', which is no field of a lead and says nothing\(hint)")
      }
      var reader = empty
      try reader.read(0, fields)
      let record = [("id", JSONValue.string(id))] + StreamRecords.members(of: fields)
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
        lines.write([("key", .string(name))] + record)
      }
    }
  }

  private static func hex(_ hash: UInt64) -> String {
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}

/// The members of records that were seen, to tell each once that is none of a lead.
private struct StreamMembers {
  static let known: [String] = {
    var names = RecordKind.lead.fields.map(\.name)
    for field in EntityField.allCases where !names.contains(field.name) { names.append(field.name) }
    return names
  }()

  private var seen = Set(known + ["id", "key"])

  /// Those that no record before had.
  mutating func unknown(in fields: [String: String]) -> [String] {
    fields.keys.filter { !seen.contains($0) }.sorted().filter { seen.insert($0).inserted }
  }
}

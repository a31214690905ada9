import LeadModel
import Matching
import StageKit

/// Sorted lines of keys in, edges out, and every record once.
///
/// A pair that shares several keys is scored for the first of them that is here and is not shared
/// by too many: once in one process, and in none of several lost. Everything is read before the
/// first edge is written, for how many share a key decides on the pairs of others.
struct ScoreStream {
  private let rules: MatchingRules
  private let model: LinkModel
  /// Groups of lines of one key, the records by arrival.
  private var groups: [(key: String, members: [Int])] = []

  init(rules: MatchingRules, model: LinkModel) {
    self.rules = rules
    self.model = model
  }

  mutating func run(_ lines: inout StreamLines) throws {
    var records = StreamRecords()
    var groups = groups
    var seen: Set<String> = []
    try lines.forEach { line, fields, lines in
      let id = try StreamRecords.id(of: fields)
      guard let key = fields["key"], !key.isEmpty else {
        throw StageFailure(.unusableInput, "found no member 'key', expected lines of --stream keys")
      }
      if groups.last?.key != key {
        guard seen.insert(key).inserted else {
          throw StageFailure(.unusableInput, "found a key again, expected lines sorted by key")
        }
        groups.append((key, []))
      }
      groups[groups.count - 1].members.append(records.add(id, line: line))
    }
    self.groups = groups
    let sorted = try records.sorted(rules, lines)
    for id in sorted.ids {
      let fields = try records.fields(of: id, lines)
      lines.write([("id", .string(id))] + StreamRecords.members(of: fields))
    }
    joinByKeys(sorted, &lines)
    scorePairs(sorted, &lines)
  }

  /// The positions of a group's records, each once.
  private func members(_ group: (key: String, members: [Int]), _ sorted: StreamRecords.Sorted)
    -> [Int]
  {
    Set(group.members.map { sorted.positions[$0] }).sorted()
  }

  private func say(
    _ key: String, _ members: [Int], _ sorted: StreamRecords.Sorted, _ lines: inout StreamLines
  ) {
    lines.write([
      ("too_many", .string(key)), ("records", .int(Int64(members.count))),
      ("sample", .string(sorted.ids[members[0]])),
    ])
  }

  // MARK: Match keys

  private func joinByKeys(_ sorted: StreamRecords.Sorted, _ lines: inout StreamLines) {
    for rule in MatchRule.keys {
      for group in groups where group.key.hasPrefix("match:\(rule.name):") {
        let members = members(group, sorted)
        if members.count > rules[rule].mostLeads { say(group.key, members, sorted, &lines) }
        // Hashes find, values decide.
        var runs: [String: [KeyRunMember]] = [:]
        for position in members {
          let lead = sorted.leads[position]
          guard let value = lead.values[rule] else { continue }
          runs[value, default: []].append(
            KeyRunMember(lead: Int64(position), lead.keys))
        }
        for (_, run) in runs.sorted(by: { $0.key < $1.key }) {
          KeyRun.joins(of: rule, members: run, policy: rules[rule]) { joined in
            for other in joined.dropFirst() {
              lines.write([
                ("left", .string(sorted.ids[Int(joined[0])])),
                ("right", .string(sorted.ids[Int(other)])), ("rule", .string(rule.name)),
              ])
            }
          }
        }
      }
    }
  }

  // MARK: Pairs

  private func scorePairs(_ sorted: StreamRecords.Sorted, _ lines: inout StreamLines) {
    var keys = BlockKeys(sorted.records)
    var blocks: [(rule: BlockingRule, members: [Int])] = []
    // Keys that are here, but for those that too many share.
    var present: Set<UInt64> = []
    for rule in BlockingRule.allCases {
      for group in groups where group.key.hasPrefix("block:\(rule.name):") {
        let members = members(group, sorted).filter { keys[$0, rule] != 0 }
        guard members.count > 1 else { continue }
        let key = keys[members[0], rule]
        for member in members { keys.note(members.count, sharing: key, of: member) }
        if members.count > BlockingRule.largestBlock {
          say(group.key, members, sorted, &lines)
        } else {
          present.insert(key)
          blocks.append((rule, members))
        }
      }
    }
    let weights = PairWeights(model, records: sorted.records)
    let least = LinkModel.weight(of: model.reviewThreshold)
    for (rule, members) in blocks {
      for (index, left) in members.enumerated() {
        for right in members[(index + 1)...] {
          let first = BlockingRule.allCases.first {
            keys[left, $0] != 0 && keys[left, $0] == keys[right, $0]
              && present.contains(keys[left, $0])
          }
          guard first == rule, keys.candidacy(left, right)?.isEnough == true,
            let weight = weights.weight(left, right, atLeast: least)
          else { continue }
          lines.write([
            ("left", .string(sorted.ids[left])), ("right", .string(sorted.ids[right])),
            ("weight", .double(weight)),
            ("probability", .double(LinkModel.probability(of: weight))),
          ])
        }
      }
    }
  }
}

import Bytes
import LeadModel
import Matching
import StageKit
import Store

/// Finds out which decisions about pairs are in force, and has the leads looked at for which that
/// changed.
///
/// All decisions are read in every run that has some: a lead may have gone or come back, an import of
/// decisions may have been taken back, a later decision may contradict an earlier one.
struct DecisionUpdate {
  let context: StageContext

  /// How far leads were searched for those that decisions name, and whether it was said who is
  /// missing.
  private static let subject = "decision"
  private static let told = "decision-told"
  private static let toldOpposed = "decision-opposed"

  private struct Row {
    let id: Int64
    let lead: String
    let other: String
    let decision: String
    let sheet: Int64
  }

  private struct Pair: Hashable {
    let left: Int64
    let right: Int64

    init(_ one: Int64, _ other: Int64) {
      left = min(one, other)
      right = max(one, other)
    }
  }

  private struct Standing: Equatable {
    let isSame: Bool
    let decision: Int64
  }

  /// - Returns: the decisions in force.
  func run() throws -> LeadDecisions {
    let hasSome = try context.database.query("dedupe-has-decisions").first { $0.int(0) != 0 }
    guard hasSome == true else { return LeadDecisions() }
    return try context.transaction {
      let rows = try rows()
      let names = try leads(named: Set(rows.flatMap { [$0.lead, $0.other] }))
      let standing = try standing(rows, names)
      try write(standing)
      var decisions = LeadDecisions()
      for (pair, entry) in standing { decisions.add(pair.left, pair.right, isSame: entry.isSame) }
      return decisions
    }
  }

  /// The latest first.
  private func rows() throws -> [Row] {
    var rows: [Row] = []
    try context.database.query("dedupe-decisions").rows {
      rows.append(
        Row(
          id: $0.int(0), lead: $0.text(1), other: $0.text(2), decision: $0.text(3),
          sheet: $0.int(4)))
    }
    return rows
  }

  // MARK: Leads

  private func leads(named wanted: Set<String>) throws -> [String: Int64] {
    var names = DecidedNames(database: context.database)
    let missing = try names.find(wanted)
    guard !missing.isEmpty else {
      try names.remember()
      return names.leads
    }
    let last = try names.search(
      missing, after: try context.mark(Self.subject, configHash: Self.hash(missing)))
    try names.recognise(missing)
    try names.remember()
    let left = missing.filter { names.leads[$0] == nil }
    try context.setMark(Self.subject, to: last, configHash: Self.hash(left))
    if !left.isEmpty, try context.mark(Self.told, configHash: Self.hash(left)) == 0 {
      context.log.warning(
        DecisionFinding.leadsGone.code,
        "\(left.count) of the leads that decisions name are not in the base (\(left.prefix(3).joined(separator: ", "))); "
          + "the decisions count when they come, or come back")
    }
    try context.setMark(Self.told, to: 1, configHash: Self.hash(left))
    return names.leads
  }

  private static func hash(_ names: [String]) -> String {
    SHA256Digest.hex(names.joined(separator: " "))
  }

  // MARK: What is in force

  /// The decisions that hold, the later ones before those that contradict them.
  private func standing(_ rows: [Row], _ names: [String: Int64]) throws -> [Pair: Standing] {
    var standing: [Pair: Standing] = [:]
    var decided: [Pair: Row] = [:]
    var opposed: [(Int64, by: Int64)] = []
    var people = DecidedPeople()
    var contradicted: [Int64] = []
    for row in rows {
      guard let lead = names[row.lead], let other = names[row.other], lead != other else {
        continue
      }
      let pair = Pair(lead, other)
      // Of two decisions about a pair the later one counts, also when it takes the other one back.
      if let later = decided[pair] {
        if later.sheet == row.sheet, row.sheet != 0, later.decision != row.decision {
          opposed.append((row.id, by: later.id))
        }
        continue
      }
      decided[pair] = row
      guard row.decision != "unsure" else { continue }
      let isSame = row.decision == "same"
      if people.take(pair.left, pair.right, isSame: isSame) {
        standing[pair] = Standing(isSame: isSame, decision: row.id)
      } else {
        contradicted.append(row.id)
      }
    }
    if !contradicted.isEmpty {
      context.result("contradicted_decisions", .int(Int64(contradicted.count)))
      for id in contradicted.sorted().prefix(5) {
        context.log.warning(
          DecisionFinding.contradicted.code,
          "\(try place(of: id)): later decisions say the opposite, and count; decide the pair again, "
            + "or one of the others")
      }
    }
    try tell(opposed.sorted { $0.0 < $1.0 })
    return standing
  }

  /// Says once that files contradict themselves.
  private func tell(_ opposed: [(Int64, by: Int64)]) throws {
    let hash = Self.hash(opposed.map { "\($0.0) \($0.by)" })
    if !opposed.isEmpty, try context.mark(Self.toldOpposed, configHash: hash) == 0 {
      context.result("opposed_decisions", .int(Int64(opposed.count)))
      for (id, later) in opposed.prefix(5) {
        context.log.warning(
          DecisionFinding.opposed.code,
          "\(try place(of: id)): \(try place(of: later)) decides the same pair otherwise, and counts; "
            + "import the decision that is meant once more")
      }
    }
    try context.setMark(Self.toldOpposed, to: 1, configHash: hash)
  }

  private func place(of decision: Int64) throws -> String {
    try context.database.query("dedupe-decision-place").first(.int(decision)) {
      "\($0.text(0)) row \($0.int(1))"
    } ?? "decision \(decision)"
  }

  private func write(_ standing: [Pair: Standing]) throws {
    let database = context.database
    var former: [Pair: Standing] = [:]
    try database.query("dedupe-constraints").rows {
      former[Pair($0.int(0), $0.int(1))] = Standing(
        isSame: $0.int(2) != 0, decision: $0.int(3))
    }
    guard former != standing else { return }
    context.didWork()
    let (write, delete) = (
      try database.query("dedupe-constraint-write"), try database.query("dedupe-constraint-delete")
    )
    var touched: Set<Int64> = []
    let pairs = Set(former.keys).union(standing.keys).sorted {
      ($0.left, $0.right) < ($1.left, $1.right)
    }
    for pair in pairs where former[pair] != standing[pair] {
      if former[pair]?.isSame != standing[pair]?.isSame {
        touched.formUnion([pair.left, pair.right])
      }
      for (lead, other) in [(pair.left, pair.right), (pair.right, pair.left)] {
        if let entry = standing[pair] {
          try write.run(
            .int(lead), .int(other), .int(entry.isSame ? 1 : 0), .int(entry.decision))
        } else {
          try delete.run(.int(lead), .int(other))
        }
      }
    }
    for lead in touched.sorted() {
      let isThere = try database.query("dedupe-is-living").first(.int(lead)) { $0.int(0) != 0 }
      if isThere == true { try context.revisit(stage: "dedupe", subject: "lead", id: lead) }
    }
    context.result("decisions_in_force", .int(Int64(standing.count)))
  }
}

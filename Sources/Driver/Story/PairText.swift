import DedupeStage
import LeadModel
import Matching

/// The story of a pair as a terminal and as JSON show it.
struct PairText {
  let story: PairStory

  private static let barWidth = 40

  /// The sums before and after each step.
  private var totals: [(before: Double, after: Double)] {
    var sum = story.evidence.priorBits
    return story.evidence.steps.map { step in
      defer { sum += step.bits }
      return (sum, sum + step.bits)
    }
  }

  // MARK: Text

  var lines: [String] {
    ["RECORDS"] + records + ["", "EVIDENCE (model \(story.modelVersion), bits)"] + evidence
      + ["", "WHAT IT LEADS TO"] + story.outcome.map { "  \($0)" }
  }

  private var records: [String] {
    var table = TextTable(["", "lead \(story.left.lead)", "lead \(story.right.lead)"])
    table.add(
      [story.left, story.right].reduce(into: ["entity"]) {
        $0.append($1.entity.map(String.init) ?? "")
      })
    for field in PairSide.fields where !story.left[field].isEmpty || !story.right[field].isEmpty {
      let name = field.map { $0 == "_" ? " " : String($0) }.joined()
      table.add([name, TerminalText.line(story.left[field]), TerminalText.line(story.right[field])])
    }
    return table.lines(indent: 2)
  }

  private var evidence: [String] {
    let evidence = story.evidence
    let waterfall = Waterfall(
      totals: [evidence.priorBits, evidence.weight] + totals.map(\.after), width: Self.barWidth)
    var table = TextTable(["comparison", "level", ">m", ">u", ">level", ">rarity", ">total", ""])
    table.add([
      "prior", "1 pair in \(Waterfall.decimal(1 / evidence.prior, 0))", "", "",
      Self.bits(evidence.priorBits), "", Self.bits(evidence.priorBits),
      waterfall.bar(from: 0, to: evidence.priorBits),
    ])
    for (step, total) in zip(evidence.steps, totals) {
      table.add([
        step.comparison.name, step.summary, Self.share(step.m), Self.share(step.u),
        step.level == nil ? "" : Self.bits(step.levelBits),
        step.rarityBits == 0 ? "" : Self.bits(step.rarityBits), Self.bits(total.after),
        waterfall.bar(from: total.before, to: total.after),
      ])
    }
    if evidence.weight != evidence.sum {
      table.add([
        "held down", evidence.doubt?.rawValue ?? "", "", "",
        Self.bits(evidence.weight - evidence.sum), "", Self.bits(evidence.weight),
        waterfall.bar(from: evidence.sum, to: evidence.weight),
      ])
    }
    return table.lines(indent: 2) + [
      "  weight \(Self.bits(evidence.weight)) bits, probability "
        + PairStory.share(evidence.probability)
    ]
  }

  private static func bits(_ number: Double) -> String {
    Waterfall.decimal(number, 2, signed: true)
  }

  private static func share(_ number: Double?) -> String {
    number.map { Waterfall.decimal($0, $0 < 0.001 ? 7 : 4) } ?? ""
  }

  // MARK: JSON

  var json: JSONValue {
    let evidence = story.evidence
    return .object([
      ("leads", .array([side(story.left), side(story.right)])),
      ("model_version", .int(Int64(story.modelVersion))),
      ("prior", .double(evidence.prior)), ("prior_bits", .double(evidence.priorBits)),
      ("comparisons", .array(zip(evidence.steps, totals).map { step($0, total: $1.after) })),
      ("held_down_by", JSONValue(evidence.doubt?.rawValue)),
      ("weight", .double(evidence.weight)), ("probability", .double(evidence.probability)),
      ("link_threshold", .double(story.linkThreshold)),
      ("review_threshold", .double(story.reviewThreshold)),
      ("model_says", .string(story.finding.rawValue)),
      (
        "keys",
        .array(
          story.keys.map { key in
            .object([
              ("rule", .string(key.rule.name)), ("joins", .bool(key.joins)),
              ("leads", JSONValue(key.leads)),
            ])
          })
      ),
      ("decisions", .array(story.decisions.map(Self.json))),
      ("one_person", .bool(story.isOnePerson)),
      ("outcome", .array(story.outcome.map { .string($0) })),
    ])
  }

  private static func json(_ decision: PairDecision) -> JSONValue {
    .object([
      ("decision", .string(decision.word)), ("in_force", .bool(decision.isInForce)),
      ("reviewer", JSONValue(decision.reviewer)), ("comment", JSONValue(decision.comment)),
      ("date", JSONValue(decision.date)), ("file", JSONValue(decision.file)),
      ("row", JSONValue(decision.row)),
    ])
  }

  private func side(_ side: PairSide) -> JSONValue {
    .object(
      [("lead", .int(side.lead)), ("entity", side.entity.map { .int($0) } ?? .null)]
        + PairSide.fields.map { ($0, side[$0].isEmpty ? .null : .string(side[$0])) })
  }

  private func step(_ step: PairEvidence.Step, total: Double) -> JSONValue {
    .object([
      ("comparison", .string(step.comparison.name)), ("level", JSONValue(step.level)),
      ("m", step.m.map { .double($0) } ?? .null), ("u", step.u.map { .double($0) } ?? .null),
      ("level_bits", .double(step.levelBits)), ("rarity_bits", .double(step.rarityBits)),
      ("bits", .double(step.bits)), ("total", .double(total)),
    ])
  }
}

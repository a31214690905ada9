import LeadModel
import Matching
import Workbook

/// The sheet with a block of lines for each pair.
///
/// The first line of a block carries the decision and, in hidden columns, what the pair is known by;
/// only such lines are read when the workbook comes back. The columns that are read have the names of
/// the fields.
struct ReviewPairSheet {
  let output: Sheet
  let names: LeadNames

  private enum Column {
    static let decision = 7
    static let hidden = 10
  }

  private static let header = [
    "Pair", "Lead A", "Lead B", "Compared", "Bits", "Total", "Waterfall", "Decision", "Reviewer",
    "Comment", "external_id", "lead", "other_lead", ReservedField.supplier,
    ReservedField.identityHeader(.linkDecision),
  ]
  /// Who sends decisions, as far as records go.
  static let supplier = "leadmill-review"
  private static let barWidth = 44

  private static let head = CellStyle(
    bold: true, fill: 0x1F3864, verticalAlignment: .center, border: .bottomThin
  ).with { $0.fontColor = 0xFFFFFF }
  private static let first = CellStyle(bold: true, fill: 0xD9E1F2, border: .topThin)
  private static let input = CellStyle(
    bold: true, fill: 0xFFF2CC, numberFormat: "@", border: .thin, borderColor: 0xBF9000)
  private static let label = CellStyle(fontColor: 0x595959, indent: 1)
  private static let value = CellStyle(numberFormat: "@")
  private static let level = CellStyle(fontColor: 0x595959)
  private static let bits = CellStyle(numberFormat: "+0.0;-0.0;0.0", alignment: .right)
  private static let bar = CellStyle(fontName: "Courier New", fontSize: 9)
  private static let token = CellStyle(fontColor: 0x808080, numberFormat: "@")
  private static let (green, red, gray): (Color, Color, Color) = (0x2E7D32, 0xC62828, 0x7F7F7F)

  func write(_ stories: [PairStory], isUnsure: (PairStory) -> Bool) throws {
    try output.setColumnWidths([18, 40, 40, 20, 8, 8, 42, 13, 16, 30])
    try output.setColumns(
      Column.hidden...(Self.header.count - 1), width: 16, Self.token, hidden: true)
    try output.writeRow(0, Self.header.map { .text($0) }, Self.head)
    var row = 1
    for (index, story) in stories.enumerated() {
      try writeFirst(story, number: index + 1, isUnsure: isUnsure(story), row)
      row = try writeSteps(story, from: row + 1) + 1
    }
    output.freeze(rows: 1, columns: 1)
    try output.setPrint(PrintSetup(repeatedRows: 0...0, headerLeft: "Pairs to decide"))
  }

  private func writeFirst(
    _ story: PairStory, number: Int, isUnsure: Bool, _ row: Int
  ) throws {
    let evidence = story.evidence
    try output.writeRow(
      row,
      [
        .text("Pair \(number)"), .text(title(story.left)), .text(title(story.right)),
        .text(PairStory.share(evidence.probability)),
      ], Self.first)
    try output.write(
      row, 4, .number(evidence.weight), Self.first.with { $0.numberFormat = Self.bits.numberFormat }
    )
    try output.write(row, 5, .blank, Self.first)
    try output.write(row, 6, .text(isUnsure ? "somebody was not sure" : ""), Self.first)
    for column in Column.decision..<Column.hidden {
      try output.write(row, column, .blank, Self.input)
    }
    try output.addChoice(
      row, Column.decision, of: ["same", "different", "unsure"],
      hint: ("Pair \(number)", "Are lead A and lead B one person?"))
    let names = [try names.name(of: story.left.lead), try names.name(of: story.right.lead)]
    let hidden = [names.joined(separator: "~"), names[0], names[1], Self.supplier]
    for (offset, text) in hidden.enumerated() {
      try output.write(row, Column.hidden + offset, .text(text), Self.token)
    }
  }

  private func title(_ side: PairSide) -> String {
    side["full_name"].isEmpty ? "lead \(side.lead)" : side["full_name"]
  }

  // MARK: What they say

  /// - Returns: the row below the block.
  private func writeSteps(_ story: PairStory, from start: Int) throws -> Int {
    let evidence = story.evidence
    var sums = [evidence.priorBits]
    for step in evidence.steps { sums.append((sums.last ?? 0) + step.bits) }
    let waterfall = Waterfall(totals: sums + [evidence.weight], width: Self.barWidth)
    var row = start
    try writeLine(
      row, "before comparing", "", "", "1 in \(Waterfall.decimal(1 / evidence.prior, 0))")
    try writeBits(row, (0, evidence.priorBits), waterfall, Self.gray)
    row += 1
    for (step, sum) in zip(evidence.steps, sums) {
      let (left, right) = Self.values(step, story)
      if left.isEmpty, right.isEmpty { continue }
      try writeLine(
        row, Self.label(step.comparison), left, right, Self.words(step.summary),
        level: step.level)
      if step.level != nil {
        try writeBits(
          row, (sum, sum + step.bits), waterfall, step.bits < 0 ? Self.red : Self.green)
      }
      row += 1
    }
    if let doubt = evidence.doubt, evidence.weight < evidence.sum {
      try writeLine(row, "held down", doubt.summary, "", "ask somebody")
      try writeBits(row, (evidence.sum, evidence.weight), waterfall, Self.gray)
      row += 1
    }
    for field in ["country", "source", "created_at"] {
      let (left, right) = (Self.plain(field, story.left), Self.plain(field, story.right))
      if left.isEmpty, right.isEmpty { continue }
      try writeLine(row, Self.words(field), left, right, "")
      row += 1
    }
    return row
  }

  private func writeLine(
    _ row: Int, _ name: String, _ left: String, _ right: String, _ compared: String,
    level: String? = nil
  ) throws {
    let style = Self.value.with { $0.fill = Self.fill(level) }
    try output.write(row, 0, .text(name), Self.label)
    try output.write(row, 1, .text(left), style)
    try output.write(row, 2, .text(right), style)
    try output.write(row, 3, .text(compared), Self.level)
  }

  private func writeBits(
    _ row: Int, _ step: (from: Double, to: Double), _ waterfall: Waterfall, _ color: Color
  ) throws {
    try output.write(
      row, 4, .number(step.to - step.from), Self.bits.with { $0.fontColor = color })
    try output.write(row, 5, .number(step.to), Self.bits)
    try output.write(
      row, 6, .text(waterfall.bar(from: step.from, to: step.to)),
      Self.bar.with { $0.fontColor = color })
  }

  /// The same is green, another red, what is alike yellow.
  private static func fill(_ level: String?) -> Color? {
    switch level {
    case nil: nil
    case "exact", "postcode_and_city": 0xE2EFDA
    case "different": 0xFCE4E4
    default: 0xFFF8E1
    }
  }

  private static func values(_ step: PairEvidence.Step, _ story: PairStory) -> (String, String) {
    let values = [story.left, story.right].map { side in
      switch step.comparison {
      case .givenName: side["first_name"]
      case .familyName: side["last_name"]
      case .birthDate: side["born_on"]
      case .place:
        ["postcode", "city", "region"].map { side[$0] }.filter { !$0.isEmpty }
          .joined(separator: " ")
      default: side[step.comparison.name]
      }
    }
    // Names that were sent as one are shown as they were divided.
    return (
      values[0].isEmpty ? step.left : values[0], values[1].isEmpty ? step.right : values[1]
    )
  }

  private static func plain(_ field: String, _ side: PairSide) -> String {
    guard field == "source" else { return side[field] }
    return [side["supplier"], side["external_id"]].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func label(_ comparison: LinkComparison) -> String { words(comparison.name) }

  private static func words(_ name: String) -> String {
    String(name.map { $0 == "_" ? " " : $0 })
  }
}

import Bytes
package import LeadModel
import Matching
import Rejects
import Store
import Workbook

/// The workbook in which people decide about pairs: what it is first, then the pairs, each with its
/// two records side by side and what every comparison adds.
package struct ReviewWorkbook {
  private let queue: ReviewQueue
  private let stories: [PairStory]
  /// The pairs that somebody was not sure of.
  private let unsure: [Int64: Set<Int64>]
  private let names: LeadNames
  private let model: LinkModel
  private let estimate: LinkEstimate
  private let asOf: Timestamp

  package static let fileName = "review.xlsx"

  /// Takes the first pairs of a queue.
  ///
  /// - Throws: `DatabaseError`.
  package init(_ queue: ReviewQueue, limit: Int, lookup: PairLookup, asOf: Timestamp) throws {
    self.queue = queue
    self.asOf = asOf
    model = lookup.model
    let entries = queue.entries.prefix(limit)
    stories = try lookup.stories(entries.map { ($0.left, $0.right) })
    unsure = Dictionary(
      grouping: entries.filter(\.isUnsure), by: \.left
    ).mapValues { Set($0.map(\.right)) }
    names = try LeadNames(database: lookup.database)
    estimate = try LinkEstimate(
      link: LinkModel.weight(of: lookup.model.linkThreshold), in: lookup.database)
  }

  /// Puts the workbook into a folder; one that was filled in there and not imported is kept under
  /// another name.
  ///
  /// - Returns: what to tell about such a one.
  /// - Throws: `WorkbookError`, `DatabaseError`.
  package func place(in folder: String, lookup: PairLookup) throws -> [String] {
    let draft = "\(folder)/.new-review.xlsx"
    try write(to: draft)
    var shelf = RejectsShelf(folder: folder, database: lookup.database)
    try shelf.place(draft, as: Self.fileName)
    return shelf.notes
  }

  package func write(to path: String) throws {
    let workbook = try Workbook(
      path: path, properties: WorkbookProperties(title: "Pairs to decide", asOf: asOf))
    try writeStart(to: workbook.addSheet("Start"))
    try ReviewPairSheet(output: workbook.addSheet("Pairs"), names: names).write(stories) { story in
      unsure[story.left.lead]?.contains(story.right.lead) == true
    }
    try workbook.close()
  }

  // MARK: The first sheet

  private static let title = CellStyle(bold: true, fontSize: 14)
  private static let head = CellStyle(bold: true, fill: 0xD9E1F2, wraps: true, border: .bottomThin)
  private static let figure = CellStyle(numberFormat: "#,##0", alignment: .right)
  private static let share = CellStyle(numberFormat: "0.0%", alignment: .right)
  private static let bits = CellStyle(numberFormat: "0.0", alignment: .right)

  private func writeStart(to sheet: Sheet) throws {
    try sheet.setColumnWidths([46, 14, 14, 14, 14])
    sheet.hideGridlines()
    try sheet.write(0, 0, .text("Are these two leads one person?"), Self.title)
    let guide = [
      "\(stories.count) of \(queue.count) pairs that wait for somebody to decide. As of \(asOf.date).",
      "1. The next sheet has a block for each pair: the two records side by side, and what each "
        + "comparison says for (+) or against (-) one person, in bits.",
      "2. Choose same, different or unsure in the yellow cell; say who you are, and why if you like. "
        + "Pairs without a choice stay open.",
      "3. Save, under any name, and import: leadmill import '\(Self.fileName)'. From the next run on "
        + "the decisions go before everything else, for good.",
      "Decide again to change your mind: the later decision counts. 'leadmill undo' takes an import "
        + "of decisions back. 'leadmill explain --pair A B' shows any pair.",
      "Leave the header and the hidden last columns as they are. The workbook holds personal data.",
    ]
    for (offset, text) in guide.enumerated() { try sheet.write(1 + offset, 0, .text(text)) }
    var row = guide.count + 2
    try sheet.writeRow(row, [.text("Threshold"), .text("Probability"), .text("Bits")], Self.head)
    for (name, threshold) in [
      ("one person from", model.linkThreshold), ("asked from", model.reviewThreshold),
    ] {
      row += 1
      try sheet.write(row, 0, .text(name))
      try sheet.write(row, 1, .number(threshold), Self.share)
      try sheet.write(row, 2, .number(LinkModel.weight(of: threshold)), Self.bits)
    }
    row += 2
    try sheet.writeRow(row, [.text("Pairs"), .text("Number")], Self.head)
    for (name, count) in figures {
      row += 1
      try sheet.write(row, 0, .text(name))
      try sheet.write(row, 1, .integer(Int64(count)), Self.figure)
    }
    try writeEstimate(to: sheet, from: row + 2)
    try sheet.setPrint(PrintSetup(headerLeft: "Pairs to decide"))
  }

  private var figures: [(String, Int)] {
    [
      ("waiting", queue.count), ("  between the thresholds", queue.counts.between),
      ("  above, but kept apart by their other leads", queue.counts.refused),
      ("  of these, somebody was not sure", queue.counts.unsure),
      ("in this workbook, the most useful first", stories.count),
      ("decided to be one person", queue.counts.same),
      ("decided to be two people", queue.counts.different),
    ]
  }

  private func writeEstimate(to sheet: Sheet, from start: Int) throws {
    guard let model = estimate.model, let judged = estimate.judged else { return }
    var row = start
    try sheet.writeRow(
      row,
      [.text("Linked by the model (estimated)"), .text("Model alone"), .text("With decisions")],
      Self.head)
    for (name, alone, together) in [
      ("precision: linked pairs that are one person", model.precision, judged.precision),
      ("recall: such pairs that are linked, of those kept", model.recall, judged.recall),
    ] {
      row += 1
      try sheet.write(row, 0, .text(name))
      try sheet.write(row, 1, .number(alone), Self.share)
      try sheet.write(row, 2, .number(together), Self.share)
    }
    guard !estimate.bands.isEmpty else { return }
    row += 2
    try sheet.writeRow(
      row,
      [.text("Decided pairs by weight"), .text("Pairs"), .text("Decided"), .text("Same")]
        + [.text("Expected")], Self.head)
    for band in estimate.bands {
      row += 1
      try sheet.write(row, 0, .text(band.name))
      try sheet.write(row, 1, .integer(Int64(band.pairs)), Self.figure)
      try sheet.write(row, 2, .integer(Int64(band.decided)), Self.figure)
      try sheet.write(row, 3, .integer(Int64(band.same)), Self.figure)
      try sheet.write(row, 4, .number(band.expectedShare), Self.share)
    }
  }
}

package import LeadModel

/// How one column of a file was laid out, as it is kept for the supplier's next file.
package struct ColumnShape: Sendable, Equatable {
  package let header: String
  /// The field that it was read as; empty: none.
  package let field: String
  /// What most of its values look like; nil: too few or too mixed to say.
  package let type: ValueClass?
  /// Filled cells that were looked at.
  package let filledCount: Int
  /// Share of empty cells in percent.
  package let emptyPercent: Int
  /// Rows that were looked at, and filled cells of each class; nil in layouts that were kept before
  /// these were counted.
  let tally: ColumnTally?
  package let dateOrder: DateOrder?
  package let decimalMark: DecimalMark?

  init(
    header: String, field: String, type: ValueClass?, filledCount: Int, emptyPercent: Int,
    dateOrder: DateOrder? = nil, decimalMark: DecimalMark? = nil, tally: ColumnTally? = nil
  ) {
    self.header = header
    self.field = field
    self.type = type
    self.filledCount = filledCount
    self.emptyPercent = emptyPercent
    self.dateOrder = dateOrder
    self.tally = tally
    self.decimalMark = decimalMark
  }

  package init(header: String, field: String, profile: ValueProfile) {
    self.init(
      header: header, field: field, type: profile.dominant, filledCount: profile.filledCount,
      emptyPercent: Int((profile.emptyShare * 100).rounded()), dateOrder: profile.dateOrder,
      decimalMark: profile.decimalMark, tally: ColumnTally(profile))
  }

  // MARK: As the store keeps it

  /// Texts in a fixed order: header, field, type with the tally, filled, empty, date order, decimal
  /// mark.
  package var texts: [String] {
    [
      header, field, (type?.name ?? "") + (tally?.text ?? ""), String(filledCount),
      String(emptyPercent),
      dateOrder?.rawValue ?? "", decimalMark?.rawValue ?? "",
    ]
  }

  package static let textCount = 7

  package init?(texts: some Collection<String>) {
    let texts = Array(texts)
    guard texts.count == Self.textCount, let filled = Int(texts[3]), let empty = Int(texts[4])
    else { return nil }
    let type = texts[2].prefix { $0 != ColumnTally.mark }
    self.init(
      header: texts[0], field: texts[1], type: ValueClass(name: type), filledCount: filled,
      emptyPercent: empty, dateOrder: DateOrder(rawValue: texts[5]),
      decimalMark: DecimalMark(rawValue: texts[6]),
      tally: ColumnTally(texts[2].dropFirst(type.count)))
  }

  /// What a person would call it: `date (dmy)`.
  package var typeName: String {
    guard let type else { return filledCount == 0 ? "empty" : "mixed" }
    if let dateOrder, type == .date || type == .timestamp {
      return "\(type.name) (\(dateOrder.rawValue))"
    }
    if let decimalMark, type == .decimal { return "decimal (\(decimalMark.rawValue))" }
    return type.name
  }
}

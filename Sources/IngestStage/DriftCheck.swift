import Bytes
import ColumnMapping
import Definitions
import LeadModel
import StageKit
import Store

/// Holds a supplier's file against the layouts of its last ones, before anything of it is loaded.
struct DriftCheck {
  let context: StageContext
  /// Whether somebody has looked at the difference and wants the file all the same.
  let isAccepted: Bool

  /// Files of a supplier that a new one is held against.
  static let historyLength = 20

  /// Rejected rows that came back are those that are unlike the others: they prove nothing.
  ///
  /// - Throws: `StageFailure` that shows the drift, where the mapping says to stop.
  func check(_ file: OpenedFile) throws {
    // An export has the columns that somebody chose; its mapping is no file.
    let isConfigured = context.configuration.contains("mappings/\(file.mapping.name).yaml")
    guard Self.policy(file) != .ignore, !file.isReturned, isConfigured,
      try SourceFileRecord.find(file, in: context) == nil
    else { return }
    let whole = try Self.history(
      of: file.mapping, isProposed: file.proposedText != nil, in: context.database)
    for sheet in file.sheets {
      let history = Self.ofSender(whole, file: file, sheet: sheet)
      if let text = Self.swappedNames(sheet, file: file) {
        try tell(text, of: file, isDrift: !history.isEmpty)
      }
      guard let drift = LayoutDrift.against(history, sheet.shapes) else { continue }
      try tell(
        Self.text(drift, file: file, sheet: sheet), of: file, isDrift: drift.isDrift)
    }
  }

  private func tell(_ text: String, of file: OpenedFile, isDrift: Bool) throws {
    guard Self.policy(file) != .warn, !isAccepted, isDrift else {
      context.log.warning("ING009", text)
      return
    }
    throw StageFailure(
      .unusableInput,
      text + "\n  if this is as it should be, import it with --accept-drift; if not, correct "
        + "mapping '\(file.mapping.name)' or ask the supplier (drift: \(Self.policy(file)))")
  }

  /// The generic mapping does not mind how files look, for they may be anybody's; but those with one
  /// header are somebody's.
  private static func policy(_ file: OpenedFile) -> DriftPolicy {
    file.proposedText == nil ? file.mapping.drift : .stop
  }

  /// The layouts that may be of the file's sender: of files that no mapping claims, those with the
  /// same header.
  private static func ofSender(
    _ history: [[ColumnShape]], file: OpenedFile, sheet: OpenedFile.Sheet
  ) -> [[ColumnShape]] {
    if file.proposedText == nil { return history }
    return history.filter { $0.map(\.header) == sheet.cells }
  }

  /// What to say of a sheet whose first names stand below "last name", under headers that never
  /// changed; nil for others.
  private static func swappedNames(_ sheet: OpenedFile.Sheet, file: OpenedFile) -> String? {
    let fields = sheet.header.match.fields
    guard let first = fields.firstIndex(of: "first_name"),
      let last = fields.firstIndex(of: "last_name"),
      NameOrder.areSwapped(first: sheet.profiles[first], last: sheet.profiles[last])
    else { return nil }
    return place(file, sheet)
      + ": first and last names seem to have changed places: column '\(sheet.cells[last])' "
      + "(last_name) has first names, column '\(sheet.cells[first])' (first_name) hardly any"
  }

  private static func place(_ file: OpenedFile, _ sheet: OpenedFile.Sheet) -> String {
    sheet.name.isEmpty ? file.path : "\(file.path) sheet '\(sheet.name)'"
  }

  /// The layouts of a supplier's last files, the latest first; those of files that no mapping claims
  /// count for others of their kind alone.
  static func history(
    of mapping: SourceMapping, isProposed: Bool, in database: Database
  ) throws -> [[ColumnShape]] {
    var history: [[ColumnShape]] = []
    try database.query("ingest-profile-history").rows(
      .text(mapping.kind.rawValue), .text(mapping.supplier), .int(Int64(historyLength)),
      .int(isProposed ? 1 : 0)
    ) { row in
      history.append(shapes(of: try CellJSON.decode(row.text(0))))
    }
    return history
  }

  static func shapes(of texts: [String]) -> [ColumnShape] {
    stride(from: 0, to: texts.count, by: ColumnShape.textCount).compactMap { start in
      ColumnShape(texts: texts[start..<min(texts.count, start + ColumnShape.textCount)])
    }
  }

  /// What differs, a line a column.
  static func lines(_ drift: LayoutDrift) -> [String] {
    drift.items.map { item in
      switch item.change {
      case .added: "added: \(item.now)"
      case .removed: "removed: \(item.was)"
      default: "\(item.change.rawValue): was \(item.was), is \(item.now)"
      }
    }
  }

  static func text(_ drift: LayoutDrift, file: OpenedFile, sheet: OpenedFile.Sheet) -> String {
    let place = place(file, sheet)
    let head =
      file.proposedText != nil
      ? "the columns do not hold what they held in the last files with this header"
      : drift.isOrderOnly
        ? "the columns stand in another order than in the last files of supplier "
          + "'\(file.mapping.supplier)'; matched by header they mean the same"
        : "the columns are not those of the last files of supplier '\(file.mapping.supplier)'"
    return (["\(place): \(head)"] + lines(drift).map { "  " + $0 }).joined(separator: "\n")
  }
}

extension OpenedFile.Sheet {
  /// The layout as it is kept and compared.
  var shapes: [ColumnShape] {
    cells.indices.map { column in
      ColumnShape(
        header: cells[column], field: header.match.fields[column], profile: profiles[column])
    }
  }
}

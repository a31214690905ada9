extension XLSXPackage {
  /// A sheet that is to be read, or a part of it.
  struct Choice {
    let sheet: Sheet
    /// Nil: all of it.
    let area: XLSXCellRange?
    /// Set for a table that says to have no header.
    var lacksHeader = false
    /// Totals of tables, which are no rows.
    var totals: [XLSXCellRange] = []
  }

  /// The sheets that the options choose, each with the area to read.
  ///
  /// - Throws: `TabularError` for a sheet, table or name that is not there, with those that are.
  func choices(_ options: XLSXOptions) throws(TabularError) -> [Choice] {
    var choices = try areas(options)
    guard !options.readsTotals else { return choices }
    for index in choices.indices {
      for part in try tableParts(of: choices[index].sheet) {
        let table = try XLSXTablePart(archive: archive, part: part)
        if let totals = table.totals { choices[index].totals.append(totals) }
      }
    }
    return choices
  }

  private func areas(_ options: XLSXOptions) throws(TabularError) -> [Choice] {
    var chosen = sheets.map { Choice(sheet: $0, area: nil) }
    if let wanted = options.sheet { chosen = [Choice(sheet: try sheet(wanted), area: nil)] }
    if let table = options.table { chosen = [try self.table(table, among: chosen)] }
    if let range = options.range { chosen = try self.range(range, of: chosen, options) }
    guard let row = options.headerRow else { return chosen }
    let below = XLSXCellRange(
      rows: min(row, XLSXCellRange.maximumRow)...XLSXCellRange.maximumRow,
      columns: 0...XLSXCellRange.maximumColumn)
    var result: [Choice] = []
    for choice in chosen {
      guard let area = choice.area else {
        result.append(Choice(sheet: choice.sheet, area: below))
        continue
      }
      guard let clamped = area.clamped(to: below) else {
        throw absent("header row \(row) is not in the area to read")
      }
      result.append(Choice(sheet: choice.sheet, area: clamped))
    }
    return result
  }

  private func absent(_ message: String) -> TabularError {
    TabularError(.absent, path, message)
  }

  private func sheet(_ wanted: String) throws(TabularError) -> Sheet {
    if let exact = sheets.first(where: { $0.name == wanted }) { return exact }
    // Excel tells names apart without regard to case.
    let folded = wanted.lowercased()
    if let alike = sheets.first(where: { $0.name.lowercased() == folded }) { return alike }
    if let number = Int(wanted), sheets.indices.contains(number - 1) { return sheets[number - 1] }
    throw absent(
      "has no sheet '\(wanted)'; it has \(Self.listed(sheets.map(\.name)))")
  }

  private func table(_ wanted: String, among chosen: [Choice]) throws(TabularError) -> Choice {
    var seen: [String] = []
    for choice in chosen {
      for part in try tableParts(of: choice.sheet) {
        let table = try XLSXTablePart(archive: archive, part: part)
        if table.names.contains(where: { $0.lowercased() == wanted.lowercased() }) {
          guard let area = table.area else {
            throw TabularError(.corrupt, path, "part '\(part)' does not say where the table is")
          }
          return Choice(sheet: choice.sheet, area: area, lacksHeader: !table.hasHeader)
        }
        seen += table.names.prefix(1)
      }
    }
    throw absent("has no table '\(wanted)'; it has \(Self.listed(seen))")
  }

  private func tableParts(of sheet: Sheet) throws(TabularError) -> [String] {
    try XLSXRelations(archive: archive, ofPart: sheet.part).targets(ofType: "table")
      .filter { archive.contains($0) }
  }

  private func range(_ text: String, of chosen: [Choice], _ options: XLSXOptions)
    throws(TabularError) -> [Choice]
  {
    let (sheetName, reference) = Self.split(text)
    if let area = XLSXCellRange(area: reference) {
      var targets = chosen
      if let sheetName { targets = [Choice(sheet: try sheet(sheetName), area: nil)] }
      return try targets.map { choice throws(TabularError) in
        guard let table = choice.area else { return Choice(sheet: choice.sheet, area: area) }
        guard let shared = table.clamped(to: area) else {
          throw absent("range '\(text)' lies outside the table")
        }
        return Choice(sheet: choice.sheet, area: shared)
      }
    }
    let known = names.filter { $0.name.lowercased() == reference.lowercased() }
    let local = known.first { name in
      guard let position = name.sheet, let title = entryName(position) else { return false }
      return sheetName.map { $0.lowercased() == title.lowercased() }
        ?? (options.sheet != nil && chosen.first?.sheet.name == title)
    }
    guard let name = local ?? known.first(where: { $0.sheet == nil }) ?? known.first else {
      let shown = names.filter { !$0.name.hasPrefix("_xlnm.") }.map(\.name)
      throw absent(
        "'\(text)' is neither a range such as A5:F200 nor a name of the workbook, which has "
          + Self.listed(shown))
    }
    let (title, place) = Self.split(name.formula)
    guard let title, let area = XLSXCellRange(area: place) else {
      throw absent(
        "name '\(name.name)' stands for '\(name.formula.prefix(80))', which is no range of cells")
    }
    return [Choice(sheet: try sheet(title), area: area)]
  }

  /// `'Leads, new'!A5:F200` as sheet and reference.
  ///
  /// - Source: quoting of sheet names, ECMA-376 part 1, 18.17.2.2.
  private static func split(_ text: String) -> (sheet: String?, reference: String) {
    guard let mark = text.lastIndex(of: "!") else { return (nil, text) }
    var sheet = String(text[..<mark])
    if sheet.count >= 2, sheet.hasPrefix("'"), sheet.hasSuffix("'") {
      sheet = String(sheet.dropFirst().dropLast()).replacing("''", with: "'")
    }
    return (sheet, String(text[text.index(after: mark)...]))
  }

  /// Names for a message, not too many.
  private static func listed(_ names: [String]) -> String {
    if names.isEmpty { return "none" }
    let shown = names.prefix(8).map { "'\($0.prefix(60))'" }.joined(separator: ", ")
    return names.count > 8 ? shown + " and \(names.count - 8) more" : shown
  }
}

import ColumnMapping
import Definitions
import LeadModel

/// A mapping and, for each sheet, its header row; nil where a sheet has none.
struct MappingChoice {
  let mapping: SourceMapping
  let headers: [HeaderPlace?]
  /// The text of the mapping, where nobody wrote it.
  var proposedText: String?
}

/// Where a sheet's header stands among its first rows.
struct HeaderPlace: Equatable {
  /// Position among the sheet's first rows, from 0.
  let row: Int
  let match: HeaderMatch
}

/// Why no mapping could be chosen.
struct MappingChoiceError: Error, Equatable {
  let message: String
}

/// Chooses the mapping of a file: by name, by the file's name, or by its header and values.
struct MappingChooser {
  let mappings: SourceMappings
  let matcher: ColumnMatcher
  private let matchers: [HeaderMatcher]

  /// Rows looked at for the header: titles, notes and blank lines may stand above it.
  static let headerSearchRows = 30

  init(_ mappings: SourceMappings, matcher: ColumnMatcher) {
    self.mappings = mappings
    self.matcher = matcher
    matchers = mappings.all.map { HeaderMatcher($0, matcher: matcher) }
  }

  /// - Parameters:
  ///   - fileName: without its folder.
  ///   - sheets: the first rows of each sheet.
  ///   - named: the mapping that the user asked for.
  /// - Returns: the mapping, with a header for at least one sheet.
  /// - Throws: `MappingChoiceError` that says what was understood, and what to do.
  func choose(fileName: String, sheets: [SheetHead], named: SourceMapping?)
    throws(MappingChoiceError) -> MappingChoice
  {
    if named == nil, let exported = ExportedChoice.find(sheets: sheets) { return exported }
    let candidates = named.map { [$0] } ?? claiming(fileName)
    let rows = sheets.map { $0.rows.map(matcher.row) }
    if candidates.isEmpty { return try undescribed(fileName, sheets, rows) }
    var best: [MappingChoice] = []
    var bestScore = (0, 0)
    let choices = matchers.filter { candidates.contains($0.mapping) }
      .map { ($0, headers(of: sheets, rows, by: $0, isGiven: true)) }
    for (matcher, headers) in choices {
      let plausible = Self.plausible(headers, isGiven: true)
      let score = Self.score(plausible)
      guard score > (0, 0), score >= bestScore else { continue }
      if score > bestScore { best = [] }
      bestScore = score
      best.append(MappingChoice(mapping: matcher.mapping, headers: plausible))
    }
    if best.count > 1 {
      let generic = best.filter(\.mapping.isGeneric)
      if generic.count == 1 { best = generic }
    }
    if best.count == 1 { return best[0] }
    if best.isEmpty { throw noFit(choices.map { ($0.0.mapping, $0.1) }) }
    throw Self.ambiguous(best.map(\.mapping))
  }

  private static func ambiguous(_ mappings: [SourceMapping]) -> MappingChoiceError {
    let names = mappings.map { "'\($0.name)'" }.joined(separator: ", ")
    return MappingChoiceError(
      message: "the header fits several mappings equally well (\(names)); choose one with --mapping"
    )
  }

  /// The one mapping whose pattern fits a file's name best, if one alone does.
  func claimed(_ fileName: String) -> SourceMapping? {
    let claiming = claiming(fileName)
    return claiming.count == 1 ? claiming[0] : nil
  }

  /// The mappings whose pattern fits the name most closely. A rejects workbook goes by the name of
  /// the file that it came from, a packed file by the name of what is in it.
  func claiming(_ fileName: String) -> [SourceMapping] {
    var name = fileName
    if name.lowercased().hasSuffix("-rejects.xlsx") { name.removeLast("-rejects.xlsx".count) }
    var best: [SourceMapping] = []
    var bestFit = (0, -1)
    for mapping in mappings.all {
      let fits = mapping.files.filter { TableName.matches($0, name) }
        .map { (TableName.namesEnding($0, of: name) ? 1 : 0, Glob.weight($0)) }
      guard let fit = fits.max(by: <), fit >= bestFit else { continue }
      if fit > bestFit { best = [] }
      bestFit = fit
      best.append(mapping)
    }
    return best
  }

  // MARK: Headers

  /// The header of each sheet by one mapping: looked for at a glance, then matched in full.
  func headers(
    of sheets: [SheetHead], _ rows: [[HeaderRow]], by matcher: HeaderMatcher, isGiven: Bool
  ) -> [HeaderPlace?] {
    zip(sheets, rows).map { sheet, rows in
      // A number may stand for a sheet of any name; the file was opened by it.
      if let wanted = matcher.mapping.xlsx.sheet, Int(wanted) == nil,
        wanted.lowercased() != sheet.knownName.lowercased()
      {
        return nil
      }
      var best: (row: Int, glance: HeaderMatch)?
      for (index, row) in rows.enumerated() {
        let glance = matcher.glance(
          row, recognised: self.matcher.recognised(row, kind: matcher.mapping.kind))
        let isBetter =
          if let best {
            Self.rank(glance, isGiven) > Self.rank(best.glance, isGiven)
          } else {
            glance.mappedCount > 0
          }
        if isBetter { best = (index, glance) }
      }
      guard let best else { return nil }
      let cells = sheet.rows[best.row]
      let profiles = sheet.profiles(below: best.row, width: cells.count)
      return HeaderPlace(row: best.row, match: matcher.match(cells, profiles: profiles))
    }
  }

  /// The headers that can be some. Beside a sheet that is clearly one of rows, a single known word
  /// makes no header: it stands on a summary or a pivot table.
  static func plausible(_ headers: [HeaderPlace?], isGiven: Bool) -> [HeaderPlace?] {
    let clear = headers.map { $0?.match.isPlausible(isGiven: false) == true ? $0 : nil }
    if !isGiven || clear.contains(where: { $0 != nil }) { return clear }
    return headers.map { $0?.match.isPlausible(isGiven: true) == true ? $0 : nil }
  }

  private static func rank(_ match: HeaderMatch, _ isGiven: Bool) -> (Int, Int) {
    (match.isPlausible(isGiven: isGiven) ? 1 : 0, match.mappedCount)
  }

  /// Fields found, then columns that a mapping names itself: the closer description wins.
  private static func score(_ headers: [HeaderPlace?]) -> (Int, Int) {
    headers.reduce((0, 0)) { sum, place in
      (sum.0 + (place?.match.mappedCount ?? 0), sum.1 + (place?.match.namedCount ?? 0))
    }
  }

  private func noFit(_ choices: [(SourceMapping, [HeaderPlace?])]) -> MappingChoiceError {
    let found = choices.flatMap { mapping, headers in
      headers.compactMap { place in place.map { (mapping, $0.match) } }
    }
    let nearest = found.max { ($0.1.mappedCount, $1.0.name) < ($1.1.mappedCount, $0.0.name) }
    guard let (mapping, match) = nearest else {
      let known = choices.first.map { choice in
        choice.0.kind.fields.prefix(6).map(\.name).joined(separator: ", ")
      }
      return MappingChoiceError(
        message:
          "no header row: none of the first \(Self.headerSearchRows) rows names a column that "
          + "mapping '\(choices.first?.0.name ?? "")' knows, such as \(known ?? ""); check the file, "
          + "or add its headers to the mapping")
    }
    let mapped = match.fields.filter { !$0.isEmpty }.joined(separator: ", ")
    var message =
      "no mapping fits; the nearest is '\(mapping.name)' with \(match.mappedCount) of "
      + "\(match.columnCount) columns (\(mapped))"
    if !match.missing.isEmpty {
      message += ", which lacks the column '\(match.missing.joined(separator: "', '"))'"
    }
    return MappingChoiceError(
      message: message + "; correct the header, name a mapping with --mapping, or add one")
  }

  // MARK: Files that nobody described

  /// Reads a file by what its headers and values say, where they say it clearly.
  private func undescribed(_ fileName: String, _ sheets: [SheetHead], _ rows: [[HeaderRow]])
    throws(MappingChoiceError) -> MappingChoice
  {
    if let known = try bySupplierColumns(sheets, rows) { return known }
    let proposer = MappingProposer(chooser: self, fileName: fileName)
    return try proposer.choice(sheets, rows)
  }

  /// The mapping whose own columns stand in the header: no other maker calls them so.
  private func bySupplierColumns(_ sheets: [SheetHead], _ rows: [[HeaderRow]])
    throws(MappingChoiceError) -> MappingChoice?
  {
    var best: [MappingChoice] = []
    var bestCount = 1
    for matcher in matchers where matcher.mapping.columns.count >= 2 {
      let found = headers(of: sheets, rows, by: matcher, isGiven: false)
      let plausible = Self.plausible(found, isGiven: false)
      let count = Self.score(plausible).1
      guard count > 1, count >= bestCount, count * 2 >= matcher.mapping.columns.count else {
        continue
      }
      if count > bestCount { best = [] }
      bestCount = count
      best.append(MappingChoice(mapping: matcher.mapping, headers: plausible))
    }
    if best.count > 1 { throw Self.ambiguous(best.map(\.mapping)) }
    return best.first
  }
}

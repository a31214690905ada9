import LeadModel
import Definitions

/// A mapping and, for each sheet, its header row; nil where a sheet has none.
struct MappingChoice {
  let mapping: SourceMapping
  let headers: [HeaderPlace?]
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

/// Chooses the mapping of a file: by name, by the file's name, or by its header.
struct MappingChooser {
  let mappings: SourceMappings
  private let matchers: [HeaderMatcher]

  /// Rows looked at for the header: titles, notes and blank lines may stand above it.
  static let headerSearchRows = 30

  init(_ mappings: SourceMappings) {
    self.mappings = mappings
    matchers = mappings.all.map(HeaderMatcher.init)
  }

  /// - Parameters:
  ///   - fileName: without its folder.
  ///   - sheets: name and first rows of each sheet, as text.
  ///   - named: the mapping that the user asked for.
  /// - Returns: the mapping, with a header for at least one sheet.
  /// - Throws: `MappingChoiceError` that names the nearest mapping and what it lacks.
  func choose(fileName: String, sheets: [(name: String, rows: [[String]])], named: SourceMapping?)
    throws(MappingChoiceError) -> MappingChoice
  {
    if named == nil, let exported = ExportedChoice.find(sheets: sheets) { return exported }
    let candidates = named.map { [$0] } ?? claiming(fileName)
    let considered = candidates.isEmpty ? mappings.all : candidates
    let isGiven = !candidates.isEmpty
    let choices = matchers.filter { considered.contains($0.mapping) }
      .map { ($0.mapping, headers(of: sheets, by: $0, isGiven: isGiven)) }
    var best: [MappingChoice] = []
    var bestScore = (0, 0)
    for (mapping, headers) in choices {
      let plausible = Self.plausible(headers, isGiven: isGiven)
      let score = Self.score(plausible)
      guard score > (0, 0), score >= bestScore else { continue }
      if score > bestScore { best = [] }
      bestScore = score
      best.append(MappingChoice(mapping: mapping, headers: plausible))
    }
    if best.count > 1 {
      let generic = best.filter(\.mapping.isGeneric)
      if generic.count == 1 { best = generic }
    }
    if best.count == 1 { return best[0] }
    if best.isEmpty { throw noFit(fileName, choices, isClaimed: isGiven) }
    let names = best.map { "'\($0.mapping.name)'" }.joined(separator: ", ")
    throw MappingChoiceError(
      message: "the header fits several mappings equally well (\(names)); choose one with --mapping"
    )
  }

  /// The one mapping whose pattern fits a file's name best, if one alone does.
  func claimed(_ fileName: String) -> SourceMapping? {
    let claiming = claiming(fileName)
    return claiming.count == 1 ? claiming[0] : nil
  }

  /// The mappings whose pattern fits the name most closely. A rejects workbook goes by the name of
  /// the file that it came from.
  private func claiming(_ fileName: String) -> [SourceMapping] {
    var name = fileName
    if name.lowercased().hasSuffix("-rejects.xlsx") { name.removeLast("-rejects.xlsx".count) }
    var best: [SourceMapping] = []
    var bestWeight = -1
    for mapping in mappings.all {
      let weights = mapping.files.filter { Glob.matches($0, name) }.map(Glob.weight)
      guard let weight = weights.max(), weight >= bestWeight else { continue }
      if weight > bestWeight { best = [] }
      bestWeight = weight
      best.append(mapping)
    }
    return best
  }

  private func headers(
    of sheets: [(name: String, rows: [[String]])], by matcher: HeaderMatcher, isGiven: Bool
  ) -> [HeaderPlace?] {
    sheets.map { sheet in
      // A number may stand for a sheet of any name; the file was opened by it.
      if let wanted = matcher.mapping.xlsx.sheet, Int(wanted) == nil,
        wanted.lowercased() != sheet.name.lowercased()
      {
        return nil
      }
      var best: HeaderPlace?
      for (row, cells) in sheet.rows.prefix(Self.headerSearchRows).enumerated() {
        let match = matcher.match(cells)
        let isBetter =
          if let best {
            Self.rank(match, isGiven) > Self.rank(best.match, isGiven)
          } else {
            match.mappedCount > 0
          }
        if isBetter { best = HeaderPlace(row: row, match: match) }
      }
      return best
    }
  }

  /// The headers that can be some. Beside a sheet that is clearly one of rows, a single known word
  /// makes no header: it stands on a summary or a pivot table.
  private static func plausible(_ headers: [HeaderPlace?], isGiven: Bool) -> [HeaderPlace?] {
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

  private func noFit(
    _ fileName: String, _ choices: [(SourceMapping, [HeaderPlace?])], isClaimed: Bool
  ) -> MappingChoiceError {
    let found = choices.flatMap { mapping, headers in
      headers.compactMap { place in place.map { (mapping, $0.match) } }
    }
    let nearest = found.max { ($0.1.mappedCount, $1.0.name) < ($1.1.mappedCount, $0.0.name) }
    guard let (mapping, match) = nearest else {
      let known = choices.first.map { choice in
        choice.0.kind.fields.prefix(6).map(\.name).joined(separator: ", ")
      }
      let expected = known.map { ", such as \($0)" } ?? ""
      return MappingChoiceError(
        message: isClaimed
          ? "no header row: none of the first \(Self.headerSearchRows) rows names a column that "
            + "mapping '\(choices.first?.0.name ?? "")' knows\(expected); check the file, or add its "
            + "headers to the mapping"
          : "no mapping knows any column of this file; name one with --mapping, or add a mapping")
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
}

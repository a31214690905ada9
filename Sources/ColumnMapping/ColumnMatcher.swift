import Bytes
package import LeadModel

/// Proposes the fields of a file's columns by their headers and values.
package struct ColumnMatcher: Sendable {
  private let vocabulary: Vocabulary
  private let patterns: PatternCatalogue
  /// Headers that the configuration names, by kind and normalised header.
  private let configured: [RecordKind: [String: String]]

  /// - Parameter synonyms: further headers of each field, by kind.
  package init(synonyms: [RecordKind: [(header: String, field: String)]] = [:]) {
    vocabulary = .standard
    patterns = .standard
    configured = synonyms.mapValues { pairs in
      Dictionary(pairs.map { (Self.key($0.header), $0.field) }, uniquingKeysWith: { a, _ in a })
    }
  }

  /// The letters and digits of a header, folded: what configured headers are compared by.
  static func key(_ header: String) -> String {
    let words = HeaderWords(header)
    return words.words.joined() + (words.ordinal.map(String.init) ?? "")
  }

  // MARK: A row as a header

  /// Reads a row as if it were a header; what looks like a value is no header.
  package func row(_ cells: [String]) -> HeaderRow {
    HeaderRow(
      cells: cells,
      readings: cells.map { cell in
        let isNone = HeaderRow.looksLikeValue(cell) || cell.utf8.count > Self.longest
        return HeaderReading(isNone ? "" : cell, vocabulary: vocabulary, corrects: false)
      })
  }

  /// How much a row looks like the header of a kind: the fields that its columns name for sure.
  package func recognised(_ row: HeaderRow, kind: RecordKind) -> Set<String> {
    var finder = HeaderCandidates(
      patterns: patterns(of: kind), languages: 0x7F, mainLanguages: 0)
    let surroundings = Surroundings.of(row.readings)
    var found: Set<String> = []
    for (column, cell) in row.cells.enumerated() {
      let reading = row.readings[column]
      if reading.words.words.isEmpty { continue }
      finder.surroundings = surroundings[column]
      if let field = exact(cell, kind: kind) {
        found.insert(field)
      } else if let best = finder.candidates(reading).first,
        best.confidence >= MappingProposal.threshold
      {
        found.insert(best.field)
      }
    }
    return found
  }

  /// Reads the headers of a table.
  func readings(_ headers: [String]) -> [HeaderReading] {
    let words = headers.map { HeaderWords($0.utf8.count > Self.longest ? "" : $0) }
    let prefix = TablePrefix.of(words, vocabulary)
    return zip(headers, words).map { header, words in
      HeaderReading(header, words: words, without: prefix, vocabulary: vocabulary)
    }
  }

  /// A header is short, in bytes; a long cell is a sentence, and costs time.
  private static let longest = 200

  private func patterns(of kind: RecordKind) -> [FieldPattern] { patterns.byKind[kind] ?? [] }

  /// The field that the catalogue or the configuration gives to exactly this header.
  private func exact(_ header: String, kind: RecordKind) -> String? {
    let key = Self.key(header)
    if key.isEmpty { return nil }
    if let field = configured[kind]?[key] { return field }
    return CatalogueNames.names[kind]?[key]
  }

  // MARK: The proposal

  /// Proposes fields for a header row.
  ///
  /// - Parameters:
  ///   - headers: the cells of the header.
  ///   - profiles: what the values below look like; empty when nothing is known of them.
  ///   - kind: what the rows are about.
  ///   - given: fields that are settled, by column; an empty text: the column is left alone.
  /// - Returns: a proposal for each column, in their order.
  package func propose(
    headers: [String], profiles: [ValueProfile] = [], kind: RecordKind,
    given: [Int: String] = [:]
  ) -> MappingProposal {
    propose(
      readings: readings(headers), headers: headers, profiles: profiles,
      meanings: profiles.enumerated().map { column, profile in
        ValueMeaning(given[column] == nil ? profile.sample : [])
      },
      kind: kind, given: given)
  }

  /// Proposes fields for a header row for each of several kinds: what headers and values say by
  /// themselves is looked at once.
  func propose(headers: [String], profiles: [ValueProfile], kinds: [RecordKind])
    -> [MappingProposal]
  {
    let readings = readings(headers)
    let meanings = profiles.map { ValueMeaning($0.sample) }
    return kinds.map { kind in
      propose(
        readings: readings, headers: headers, profiles: profiles, meanings: meanings, kind: kind,
        given: [:])
    }
  }

  private func propose(
    readings: [HeaderReading], headers: [String], profiles: [ValueProfile],
    meanings: [ValueMeaning], kind: RecordKind, given: [Int: String]
  ) -> MappingProposal {
    let (languages, mainLanguages) = Self.languages(readings)
    let finder = HeaderCandidates(
      patterns: patterns(of: kind), languages: languages, mainLanguages: mainLanguages)
    let taken = Set(given.values)
    let surroundings = Surroundings.of(readings)
    var candidates = headers.indices.map { column -> [Candidate] in
      if given[column] != nil { return [] }
      var finder = finder
      finder.surroundings = surroundings[column]
      return headerCandidates(headers[column], readings[column], kind, finder)
    }
    NameContext.settle(&candidates, readings, taken: taken, kind: kind)
    BankAccounts.doubt(&candidates, readings)
    for column in headers.indices
    where ConsentHeader.isNegated(headers[column])
      || ConsentHeader.isOfOtherThings(headers[column])
    {
      candidates[column].removeAll { $0.field == "consent_status" || $0.field == "status" }
    }
    let refusals = RefusalColumns.find(
      headers, profiles, candidates, kind: kind, given: given)
    for column in refusals.keys { candidates[column] = [] }
    // How many columns surely are a field: kept, for a sheet may have thousands of columns.
    var sure: [String: Int] = [:]
    for found in candidates { Self.count(found, by: 1, in: &sure) }
    let rivals = ValueRivals(profiles, meanings)
    for column in headers.indices where given[column] == nil && column < profiles.count {
      let judge = ValueJudge(
        kind: kind, profile: profiles[column], meaning: meanings[column], rivals: rivals)
      Self.count(candidates[column], by: -1, in: &sure)
      judge.weigh(&candidates[column])
      // A field that another column's header names is not looked for in the values of this one.
      judge.addOwn(
        to: &candidates[column], reading: readings[column], elsewhere: taken.union(sure.keys))
      Self.count(candidates[column], by: 1, in: &sure)
    }
    for column in candidates.indices { candidates[column].removeAll { taken.contains($0.field) } }
    return assemble(
      headers, candidates, profiles, kind: kind, given: given, refusals: refusals)
  }

  private static func count(_ found: [Candidate], by step: Int, in sure: inout [String: Int]) {
    for field in Set(found.filter { $0.confidence >= MappingProposal.threshold }.map(\.field)) {
      let columns = sure[field, default: 0] + step
      sure[field] = columns > 0 ? columns : nil
    }
  }

  private func headerCandidates(
    _ header: String, _ reading: HeaderReading, _ kind: RecordKind, _ finder: HeaderCandidates
  ) -> [Candidate] {
    var found = finder.candidates(reading)
    guard let field = exact(header, kind: kind) else { return found }
    let isConfigured = configured[kind]?[Self.key(header)] == field
    // Written as people write it, a field's name is a word like another: `Owner`, `Web Site`.
    if !isConfigured, header != field, let meant = found.first(where: { $0.field == field }),
      meant.supported != nil
    {
      return found
    }
    let wasProven = found.contains { $0.field == field && $0.isProven }
    found.removeAll { $0.field == field }
    let reason =
      isConfigured
      ? "header '\(header)' is named in synonyms.yaml"
      : "header '\(header)' is the field's own name"
    var named = Candidate(field: field, confidence: 0.99, evidence: [reason])
    named.canBeWitnessed = true
    // A field's name of one word is a word of other files as well.
    named.isProven = isConfigured || field.contains("_") || wasProven
    found.insert(named, at: 0)
    return found
  }

  /// What a header speaks for its language by that is of no other.
  private static let onlyVote = 3

  /// Languages in which most of the headers can be read, as bits: a word that is ambiguous is read
  /// in one of them. And those that the row is in, without the English of technical columns.
  private static func languages(_ readings: [HeaderReading]) -> (all: UInt8, main: UInt8) {
    var tally = [Int](repeating: 0, count: Language.allCases.count)
    for reading in readings {
      // What every language knows says nothing; what is ambiguous says little.
      let understood = reading.alternatives.filter { $0.unknown.isEmpty && !$0.terms.isEmpty }
      guard !understood.isEmpty else { continue }
      let bits = understood.reduce(0) { $0 | $1.languages }
      guard bits.nonzeroBitCount <= 3 else { continue }
      for language in Language.allCases where bits & 1 << UInt8(language.rawValue) != 0 {
        tally[language.rawValue] += bits.nonzeroBitCount == 1 ? Self.onlyVote : 1
      }
    }
    guard let most = tally.max(), most > 0 else { return (0x7F, 0) }
    var bits: UInt8 = 0
    var main: UInt8 = 0
    // Technical columns are English in files of every language, so a second language counts from two
    // headers on that are of no other.
    for (index, count) in tally.enumerated() where count * 2 >= most || count >= 2 * Self.onlyVote {
      bits |= 1 << UInt8(index)
      if count * 2 >= most { main |= 1 << UInt8(index) }
    }
    // English words stand in files of every language.
    return (bits | 1, main)
  }

  // MARK: One to one

  /// Columns of one field that take part in the pairing; more would only be copies.
  private static let rivals = 6

  private func assemble(
    _ headers: [String], _ candidates: [[Candidate]], _ profiles: [ValueProfile],
    kind: RecordKind, given: [Int: String], refusals: [Int: ColumnProposal]
  ) -> MappingProposal {
    let fields = kind.fields.map(\.name)
    let positions = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1, $0) })
    var scores = headers.map { _ in [Double](repeating: 0, count: fields.count) }
    for (column, found) in candidates.enumerated() {
      for candidate in found {
        guard let position = positions[candidate.field] else { continue }
        // Squared, one sure column is worth more than two doubtful ones. Of equals the fuller
        // column wins, then the earlier one.
        let fill = column < profiles.count ? 1 - profiles[column].emptyShare : 1
        // A column without a value has nothing to give where another one has.
        let isEmpty = column < profiles.count && profiles[column].isEmpty
        scores[column][position] =
          candidate.confidence * candidate.confidence * (isEmpty ? 0.05 : 1) + 0.03 * fill
          - Double(min(column, 999)) * 1e-6
      }
    }
    for field in fields.indices {
      let ranked = scores.indices.filter { scores[$0][field] > 0 }
        .sorted { scores[$0][field] > scores[$1][field] }
      for column in ranked.dropFirst(Self.rivals) { scores[column][field] = 0 }
    }
    let rows = scores.indices.filter { scores[$0].contains { $0 > 0 } }
    let paired = Assignment.best(rows.map { scores[$0] })
    var fieldOfColumn: [Int: String] = given
    for (row, field) in zip(rows, paired) {
      if let field { fieldOfColumn[row] = fields[field] }
    }
    let isAnchored = !given.isEmpty || Certainty.isAnchored(candidates, kind: kind)
    return MappingProposal(
      kind: kind,
      columns: headers.indices.map { column in
        if let field = given[column] {
          let reason = field.isEmpty ? "the mapping leaves it alone" : "the mapping names it"
          return ColumnProposal(
            header: headers[column], field: field, confidence: field.isEmpty ? 0 : 1,
            evidence: [reason])
        }
        if let refusal = refusals[column] { return refusal }
        var proposal = Self.proposal(
          headers[column], column, fieldOfColumn, candidates, isAnchored: isAnchored)
        proposal.holdsRefusals =
          !proposal.isApplied && column < profiles.count
          && ConsentHeader.speaksOfConsent(headers[column])
          && RefusalColumns.saysNo(profiles[column])
        return proposal
      })
  }

  private static func proposal(
    _ header: String, _ column: Int, _ fieldOfColumn: [Int: String], _ candidates: [[Candidate]],
    isAnchored: Bool
  ) -> ColumnProposal {
    let found = candidates[column]
    guard let field = fieldOfColumn[column],
      var chosen = found.first(where: { $0.field == field })
    else {
      guard let best = found.first else {
        return ColumnProposal(
          header: header, field: "", confidence: 0, evidence: ["nothing that is known"])
      }
      return ColumnProposal(
        header: header, field: "", confidence: 0,
        evidence: best.evidence + ["another column is nearer to \(best.field)"])
    }
    // Another meaning that is nearly as likely takes away from this one.
    if let rival = found.first(where: { $0.field != field }) {
      let isFree = !fieldOfColumn.values.contains(rival.field)
      if isFree, rival.confidence > chosen.confidence * 0.9 {
        chosen.confidence *= 0.8
        chosen.evidence.append("it could be \(rival.field) as well")
      }
    }
    // A twin with the same claim may be the one that was meant.
    let twins = candidates.indices.filter { other in
      other != column && !chosen.isSecond
        && candidates[other].contains {
          $0.field == field && !$0.isSecond && abs($0.confidence - chosen.confidence) < 0.005
        } && fieldOfColumn[other] == nil
    }
    // Of several numbers of one person each is a number.
    if !twins.isEmpty, !(chosen.isSure && field == "phone") {
      chosen.confidence *= 0.9
      chosen.evidence.append("another column has the same claim to it")
    }
    // Less is no proposal.
    guard chosen.confidence >= 0.3 else {
      return ColumnProposal(
        header: header, field: "", confidence: 0, evidence: ["nothing that is known"])
    }
    var proposal = ColumnProposal(
      header: header, field: field, confidence: min(0.99, chosen.confidence),
      evidence: chosen.evidence)
    if !chosen.isSure || !isAnchored { proposal.doubt() }
    return proposal
  }
}

/// A row taken for a header.
package struct HeaderRow: Sendable {
  package let cells: [String]
  let readings: [HeaderReading]

  /// Whether a row holds what no header does: an e-mail address, a page's address, a number that
  /// could be called, a day.
  package static func holdsValues(_ cells: [String]) -> Bool {
    cells.contains { cell in
      var cell = cell
      return cell.withUTF8 { valueClass($0) != nil }
    }
  }

  /// What a cell is that no header is: an address, a number or a day; nil for anything else.
  package static func valueClass(_ cell: UnsafeBufferPointer<UInt8>) -> ValueClass? {
    let text = ASCII.trimmed(cell)
    guard !text.isEmpty, text.count <= 120 else { return nil }
    let kind = ValueReader.classify(text)
    return [.email, .url, .phone, .date, .timestamp, .uuid].contains(kind) ? kind : nil
  }

  /// Whether a cell is an address, a number or a date rather than a name of such.
  package static func looksLikeValue(_ cell: String) -> Bool {
    var cell = cell
    return cell.withUTF8 { bytes in
      let text = ASCII.trimmed(bytes)
      if text.count > 120 { return true }
      guard text.contains(where: { ASCII.isDigit($0) || $0 == UInt8(ascii: "@") }) else {
        return false
      }
      return ValueReader.classify(text) != .text
    }
  }
}

/// Headers that are a field's own name, or one that the catalogue gives it where no pattern does.
enum CatalogueNames {
  static let names: [RecordKind: [String: String]] = Dictionary(
    uniqueKeysWithValues: RecordKind.allCases.map { kind in
      var names: [String: String] = [:]
      let patterns = PatternCatalogue.standard.byKind[kind] ?? []
      for field in kind.fields {
        let hasPattern = patterns.contains { $0.field == field.name }
        let synonyms = hasPattern ? [] : field.synonyms
        for name in [ColumnMatcher.key(field.name)] + synonyms where names[name] == nil {
          names[name] = field.name
        }
      }
      return (kind, names)
    })
}

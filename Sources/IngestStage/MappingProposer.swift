import Bytes
import ColumnMapping
import Definitions
import LeadModel

/// Proposes a mapping for a file that no mapping claims.
struct MappingProposer {
  let chooser: MappingChooser
  let fileName: String

  /// A sheet's likeliest header, and what its rows are about.
  struct Guess {
    let row: Int
    /// Whether `cells` was made up, because the file has no header.
    let isHeaderless: Bool
    let cells: [String]
    let profiles: [ValueProfile]
    /// The likeliest first.
    let kinds: [KindGuess]
  }

  /// Below it a kind is a guess that somebody has to confirm.
  static let kindThreshold = 0.5

  /// The guess for each sheet; nil for one without anything like a header.
  func guesses(_ sheets: [SheetHead], _ rows: [[HeaderRow]]) -> [Guess?] {
    zip(sheets, rows).map { guess($0, $1) }
  }

  private func guess(_ sheet: SheetHead, _ rows: [HeaderRow]) -> Guess? {
    var best: (row: Int, count: Int)?
    for (index, row) in rows.enumerated() {
      let count = RecordKind.guessed.map { chooser.matcher.recognised(row, kind: $0).count }.max()
      if let count, count > best?.count ?? 0 { best = (index, count) }
    }
    // Without a word that is known, the values may still speak.
    let row = best?.row ?? 0
    guard sheet.rows.indices.contains(row), sheet.batch.rowCount > row else { return nil }
    let cells = sheet.rows[row]
    let profiles = sheet.profiles(below: row, width: cells.count)
    let name = sheet.knownName.isEmpty ? fileName : "\(fileName) \(sheet.knownName)"
    let kinds = chooser.matcher.kinds(headers: cells, profiles: profiles, name: name)
    return Guess(
      row: row, isHeaderless: sheet.isHeaderless, cells: cells, profiles: profiles, kinds: kinds)
  }

  /// The proposed mapping where it is sure.
  ///
  /// - Throws: `MappingChoiceError` with the proposal and how to save it, where it is not.
  func choice(_ sheets: [SheetHead], _ rows: [[HeaderRow]]) throws(MappingChoiceError)
    -> MappingChoice
  {
    let guesses = guesses(sheets, rows)
    let found = guesses.compactMap { $0 }
    guard let main = found.max(by: { appliedCount($0) < appliedCount($1) }),
      let kind = main.kinds.first, kind.proposal.appliedCount > 0
    else {
      throw MappingChoiceError(
        message: "no mapping claims this file, and none of its first "
          + "\(MappingChooser.headerSearchRows) rows names a column that is known; name a mapping "
          + "with --mapping, or add one: 'leadmill inspect' shows what is in the file. A file "
          + "without a header needs a mapping with 'header_rows: 0' in its block 'csv' or 'xlsx', whose columns are "
          + "called 'column 1', 'column 2' and so on")
    }
    if let doubt = doubt(kind, main) { throw unsure(main, kind, because: doubt) }
    let base = try base(of: kind.kind)
    var draft = MappingDraft(
      proposal: kind.proposal, profiles: main.profiles,
      summary: "proposed for \(fileName), which no mapping claims")
    draft.supplier = base?.supplier ?? kind.kind.rawValue
    draft.isGeneric = true
    draft.isHeaderless = main.isHeaderless
    draft.isWorkbook = sheets.contains { !$0.name.isEmpty }
    draft.constants = base?.constants ?? [:]
    draft.defaultCountry = base?.defaultCountry
    draft.timeZone = base?.timeZone
    draft.dateOrder = base.flatMap { $0.statesDateOrder ? $0.dateOrder : nil }
    draft.decimal = base?.decimal ?? .point
    let text = draft.text
    let mapping: SourceMapping
    do throws(DefinitionError) {
      mapping = try SourceMapping(
        DefinitionNode.parse(text, file: fileName), name: base?.name ?? kind.kind.rawValue)
    } catch {
      throw MappingChoiceError(message: "no mapping could be made of the header: \(error)")
    }
    let headers = guesses.map { place($0, kind: kind.kind, mapping: mapping) }
    return MappingChoice(
      mapping: mapping, headers: MappingChooser.plausible(headers, isGiven: false),
      proposedText: text)
  }

  private func appliedCount(_ guess: Guess) -> Int {
    guess.kinds.first?.proposal.appliedCount ?? 0
  }

  private func place(_ guess: Guess?, kind: RecordKind, mapping: SourceMapping) -> HeaderPlace? {
    guard let guess,
      let proposal = guess.kinds.first(where: { $0.kind == kind })?.proposal
    else { return nil }
    let matcher = HeaderMatcher(mapping, matcher: chooser.matcher)
    return HeaderPlace(
      row: guess.row, match: matcher.result(guess.cells, proposal.columns, namedCount: 0))
  }

  /// The mapping that stands for files of a kind that nobody described: what it says of phones and
  /// times holds for them too.
  private func base(of kind: RecordKind) throws(MappingChoiceError) -> SourceMapping? {
    let all = chooser.mappings.all.filter { $0.kind == kind }
    if let generic = all.first(where: \.isGeneric) { return generic }
    return all.count == 1 ? all[0] : nil
  }

  // MARK: Doubts

  /// Why the proposal is not sure enough to be used; nil when it is.
  private func doubt(_ kind: KindGuess, _ guess: Guess) -> String? {
    let proposal = kind.proposal
    if !proposal.missing.isEmpty {
      return "no column gives \(proposal.missing.map { "'\($0)'" }.joined(separator: ", "))"
    }
    if HeaderRow.holdsValues(guess.cells) {
      return "its first row holds values, not names of columns: add a header above it"
    }
    let columns = guess.cells.count { !$0.allSatisfy(\.isWhitespace) }
    let count = proposal.appliedCount
    let isHeader =
      (count >= 2 || count == columns) && (Double(count) >= 0.25 * Double(columns) || count >= 5)
    if !isHeader {
      return "only \(count) of \(columns) columns are understood" + remedyForList(kind)
    }
    if kind.confidence < Self.kindThreshold, let other = guess.kinds.dropFirst().first {
      return "the rows may be of kind \(kind.kind.rawValue) or \(other.kind.rawValue)"
    }
    let fields = Set(proposal.fields)
    let keys: Set<String> = ["email", "phone", "full_name", "last_name", "external_id"]
    if kind.kind == .lead || kind.kind == .contact, fields.isDisjoint(with: keys) {
      return "no column says who the person is"
    }
    return Self.lostRefusal(kind)
  }

  /// Of a list of people who refuse, an address or a number is enough, whatever stands beside.
  private func remedyForList(_ kind: KindGuess) -> String {
    guard kind.kind == .suppression || KindGuess.namesRefusals(fileName),
      let mapping = (try? base(of: .suppression))?.name
    else { return "" }
    return "; if it lists people who refuse messages, import it with --mapping \(mapping)"
  }

  private static func lostRefusal(_ kind: KindGuess) -> String? {
    guard LostRefusals.kinds.contains(kind.kind) else { return nil }
    let headers = kind.proposal.columns.filter(\.isLostRefusal).map(\.header)
    return headers.isEmpty ? nil : LostRefusals.explained(headers, kind: kind.kind)
  }

  private func unsure(_ guess: Guess, _ kind: KindGuess, because doubt: String)
    -> MappingChoiceError
  {
    let columns = kind.proposal.columns.filter { !$0.field.isEmpty }.prefix(20).map { column in
      let percent = Int((column.confidence * 100).rounded())
      return "  '\(column.header)' -> \(column.field) (\(percent) %)"
    }
    let mapped = kind.proposal.fields.filter { !$0.isEmpty }.joined(separator: ", ")
    let missing = kind.proposal.missing
    let lacks =
      missing.isEmpty ? "" : ", which lacks the column '\(missing.joined(separator: "', '"))'"
    let lines =
      [
        "no mapping claims this file, and the proposed one is not sure: \(doubt). The nearest is "
          + "kind '\(kind.kind.rawValue)' with \(kind.proposal.appliedCount) of "
          + "\(guess.cells.count) columns (\(mapped))\(lacks)"
      ] + columns + [
        "  to keep it as a mapping and correct it: leadmill inspect \(fileName) --save NAME"
      ]
    return MappingChoiceError(message: lines.joined(separator: "\n"))
  }
}

import ColumnMapping
import CommandLineKit
import Definitions
import LeadModel
import StageKit

/// Columns that speak of refusals, or of the end of consent, and that nothing reads. A refusal is the
/// dearest thing to lose: somebody has to say what such a column means before its file is loaded.
enum LostRefusals {
  /// Files of people, and of what is done with them and their companies; do-not-contact files are
  /// refusals as a whole.
  static let kinds: Set<RecordKind> = [
    .lead, .contact, .consent, .account, .activity, .deal, .task, .engagement,
  ]
  /// Kinds of people, with fields of their own for who refuses.
  static let people: Set<RecordKind> = [.lead, .contact]

  /// Those of a sheet that the mapping does not name, be it to leave them alone.
  static func headers(of sheet: OpenedFile.Sheet, mapping: SourceMapping) -> [String] {
    if mapping.kind == .suppression { return namesUnread(in: sheet, mapping: mapping) }
    guard kinds.contains(mapping.kind), mapping.supplier != ReservedField.exportSupplier,
      sheet.returned == nil
    else { return [] }
    let named = headersNamed(by: mapping)
    return zip(sheet.cells, sheet.header.match.columns)
      .filter { cell, column in
        column.isLostRefusal && !named.contains(HeaderText.normalised(cell))
      }.map(\.0)
  }

  /// - Throws: `StageFailure` for a new file with such columns.
  static func check(_ file: OpenedFile, isAccepted: Bool, in context: StageContext) throws {
    guard !isAccepted else { return }
    if isCalledRefusals(file, in: context), try SourceFileRecord.find(file, in: context) == nil {
      throw StageFailure(
        .unusableInput,
        "\(file.name): its name speaks of people who refuse messages, and mapping "
          + "'\(file.mapping.name)' reads it as \(file.mapping.kind.rawValue)s; name the mapping that "
          + "it is for, with --mapping \(file.mapping.name) or --mapping do-not-contact, or rename it"
      )
    }
    let lost = file.sheets.flatMap { headers(of: $0, mapping: file.mapping) }
    let turned = file.sheets.compactMap { turnedAnswer(in: $0, mapping: file.mapping) }.first
    guard let problem = lost.isEmpty ? turned : explained(lost, kind: file.mapping.kind),
      try SourceFileRecord.find(file, in: context) == nil
    else { return }
    throw StageFailure(
      .unusableInput,
      "\(file.name): \(problem), in mapping '\(file.mapping.name)'; or import it once with "
        + "--accept-drift")
  }

  /// What a mapping says something of, be it to leave it alone; normalised.
  static func headersNamed(by mapping: SourceMapping) -> Set<String> {
    let derived = mapping.derived.flatMap(\.source.columns)
    return Set((mapping.columns.map(\.header) + derived).map { HeaderText.normalised($0) })
  }

  /// Columns of a list of refusals that hold addresses or numbers and that nothing reads.
  private static func namesUnread(
    in sheet: OpenedFile.Sheet, mapping: SourceMapping
  ) -> [String] {
    guard mapping.supplier != ReservedField.exportSupplier, sheet.returned == nil else { return [] }
    let named = headersNamed(by: mapping)
    return sheet.cells.indices.filter { column in
      sheet.header.match.fields[column].isEmpty
        && !named.contains(HeaderText.normalised(sheet.cells[column]))
        && sheet.profiles.indices.contains(column) && sheet.profiles[column].holdsPeople
    }.map { sheet.cells[$0] }
  }

  /// Whether a file of people is called like a list of refusals, and nobody said that it is none.
  private static func isCalledRefusals(_ file: OpenedFile, in context: StageContext) -> Bool {
    people.contains(file.mapping.kind) && !file.isReturned
      && file.mapping.supplier != ReservedField.exportSupplier
      && context.arguments.value("mapping") == nil && KindGuess.namesRefusals(file.name)
      && !file.mapping.files.contains(where: KindGuess.namesRefusals)
  }

  /// What is wrong with a column of refusals that the mapping reads as consent: a yes in it would
  /// grant what it refuses.
  private static func turnedAnswer(
    in sheet: OpenedFile.Sheet, mapping: SourceMapping
  ) -> String? {
    guard mapping.kind == .lead, mapping.supplier != ReservedField.exportSupplier else {
      return nil
    }
    let known = mapping.values["consent_status"] ?? [:]
    for (column, cell) in sheet.cells.enumerated()
    where sheet.header.match.fields[column] == "consent_status" {
      guard let field = ColumnProposal.refusalField(ofHeader: cell), column < sheet.profiles.count,
        let answer = sheet.profiles[column].sample.first(where: { known[$0.lowercased()] == nil })
      else { continue }
      return "'\(cell)' speaks of refusals, so '\(answer)' below it may be no consent: read it "
        + "with 'columns: {\(cell): \(field)}', or say under 'values: {consent_status: …}' what each "
        + "of its words means"
    }
    return nil
  }

  /// What is wrong with the columns, and what to do.
  static func explained(_ headers: [String], kind: RecordKind) -> String {
    let named = headers.map { "'\($0)'" }.joined(separator: ", ")
    if kind == .suppression {
      return named
        + " holds addresses or numbers of people who refuse messages, and no field takes "
        + "it: read it with another one, as 'fields: {email: {join: [email, "
        + "\(headers.first ?? "")], with: \"; \"}}', or leave it alone with 'columns: "
        + "{\(headers.first ?? ""): \"\"}'"
    }
    // Of two columns that say different things, each has its own remedy.
    let ends = headers.filter(ConsentHeader.endsConsent)
    let refusals = headers.filter { !ConsentHeader.endsConsent($0) }
    var remedies: [String] = []
    if let first = refusals.first {
      let isConsent =
        kind == .lead
        ? "read it with 'columns: {\(first): consent_status}' where a yes in it is consent; " : ""
      let isRefusal =
        !people.contains(kind)
        ? ""
        : "where only a no in it says something, read it with 'columns: {\(first): opted_out}' and "
          + "'values: {opted_out: {\"no\": \"yes\", \"yes\": \"no\"}}', its own words for them; or "
      remedies.append(
        isConsent + isRefusal + "send who refuses as a do-not-contact or consent file")
    }
    if let first = ends.first {
      let field =
        kind == .lead ? "consent_expires_at" : kind == .consent ? "expires_at" : nil
      remedies.append(
        field.map { "read '\(first)' with 'columns: {\(first): \($0)}'" }
          ?? "a \(kind.rawValue) has no consent of its own: send who consented, and until when, as "
          + "a consent file with the columns email, status, at, source and expires_at")
    }
    return named + " speaks of refusals or of the end of consent, and no field takes it: "
      + remedies.joined(separator: "; ") + "; and leave the column alone with "
      + "'columns: {\(headers.first ?? ""): \"\"}'"
  }
}

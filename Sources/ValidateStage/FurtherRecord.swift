import Bytes
import LeadModel
import Phone
import Store
import Validation

/// A record of consent or a do-not-contact entry that a row makes besides its own: whoever is named
/// in a refusal is protected by it, also as the second of one cell.
struct FurtherRecord: Sendable {
  /// Why it is kept.
  enum Reason: Sendable {
    /// The row's refusal names this person too.
    case alsoNamed
    /// The row was rejected, and may be a refusal: it holds the person back until it is corrected.
    case held
  }

  /// The row's place in its batch.
  let row: Int
  let reason: Reason
  let kind: RecordKind
  /// By the columns of the kind's plan.
  let values: [SQLValue]
  /// Whether the row does not say since when, so that the date of the run stands for it.
  let isUndated: Bool
  /// The id of a message of ours: it is about whoever that went to.
  var answers: String?
}

extension RowConformer {
  /// An address or a number.
  enum Named {
    case email(String)
    /// In E.164 form; without a plus as it is dialled at home, wherever that is.
    case phone(String)
    /// By the digest of such a spelling.
    case phoneDigest(String)
    /// By the id of a message that went to this person.
    case recipient(message: String)
    case emailDigest(String)
    /// By the digest of an address or of a number.
    case digest(String)
  }

  /// Whom a refusal names besides the address and the number that were taken, without those who were
  /// erased; the address that is suggested for one with a fault is among them. Where nothing could be taken, or the one who was is erased, the next one is in its place.
  ///
  /// `email` and `phone` are the columns; with `replaces` the record may be about another of those that
  /// the row names.
  mutating func othersNamed(
    _ source: RowCells, email: Int, phone: Int, replaces: Bool
  ) -> [Named] {
    var others: [Named] = []
    let emailCell = plainCell(source, plan.columns[email].field)
    if takesRefusals, emailCell.contains(UInt8(ascii: "*")) {
      notePatterns(in: emailCell, column: email)
    }
    if out[email].isNull
      ? !emailCell.isEmpty && !(takesDigests && Self.namesDomain(emailCell))
      : emailCell.count(where: { $0 == UInt8(ascii: "@") }) > 1
    {
      // '*@example.com' is a domain.
      let addresses = emails.addresses(
        in: emailCell, policy: settings.policy, joins: takesRefusals
      ).filter { takesRefusals ? !RefusedPattern.isOne($0) : !$0.hasPrefix("*@") }
      others += settled(addresses, column: email, replaces: replaces).map { .email($0) }
    }
    let phoneCell = plainCell(source, plan.columns[phone].field)
    var numbers: [String] = []
    if !phoneCell.isEmpty,
      out[phone].isNull || lastPhone?.mayBeOthers == true || phoneCell.count > Self.longestNumber
    {
      numbers = phones.numbers(in: phoneCell, region: phoneCountry)
    }
    // The digests of a registry's entry are a column of their own.
    if plan.kind != .suppression { numbers += homeSpellings(source, phone: phone) }
    others += settled(numbers, column: phone, replaces: replaces).map { .phone($0) }
    return others
  }

  /// Bytes that a single number is read from at most, with what stands around it.
  private static let longestNumber = 250

  /// Numbers that are written as they are dialled at home, in a refusal that does not say where that is:
  /// it counts for everybody who has such a number. A lead's own number is read where the lead is.
  mutating func homeSpellings(_ source: RowCells, phone: Int) -> [String] {
    guard ownCountry == nil, takesRefusals || out[phone].isNull else { return [] }
    // Digits that a spreadsheet cut off are nobody's number at home either.
    if lastPhone?.repairs.contains(.lostDigits) == true { return [] }
    let cell = plainCell(source, plan.columns[phone].field)
    return cell.isEmpty ? [] : phones.nationalSpellings(in: cell)
  }

  /// Says for whom numbers count that were read by the supplier's default; `VAL027` says it of those that
  /// were not read.
  mutating func noteHome(_ spellings: [String], _ source: RowCells, phone: Int) {
    guard !spellings.isEmpty, let field = plan.columns[phone].field,
      let verdict = lastPhone, verdict.outcome != .noCountry
    else { return }
    let read =
      verdict.e164Length > 0 ? "was read as \(verdict.e164), but the row" : "stands in a row that"
    add(
      .phoneHome, field: field, cell: source.cell(field),
      message:
        "\(read) states no country; the refusal counts for every number that is dialled so at "
        + "home")
  }

  /// What is added of a number that cannot be read where there may be refusals.
  func homeScope(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    takesRefusals && !phones.nationalSpellings(in: cell).isEmpty
      ? "; a refusal counts for every number that is dialled so at home" : ""
  }

  /// The addresses that a cell names or that are suggested for it, without those who were erased.
  mutating func addressesMeant(_ source: RowCells, email column: Int) -> [String] {
    let cell = plainCell(source, plan.columns[column].field)
    if cell.isEmpty { return [] }
    return emails.addresses(in: cell, policy: settings.policy).filter { !isErased($0) }
  }

  /// The cell of a field as it was sent, without what an export puts around it.
  private func plainCell(_ source: RowCells, _ field: Int?) -> UnsafeBufferPointer<UInt8> {
    guard let field else { return UnsafeBufferPointer(start: nil, count: 0) }
    let cell = source.cell(field)
    let mayBeList = takesRefusals || plan.kind == .engagement
    let isDigests =
      plan.kind == .suppression ? WrittenDigests.fill(cell) : DigestKinds.isDigest(cell)
    guard mayBeList || cell.count <= Self.longestCell, !isDigests else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return layout.unescapes ? FormulaGuard.unescaped(cell) : FormulaGuard.literal(cell)
  }

  mutating func settled(_ names: [String], column: Int, replaces: Bool) -> [String] {
    var own = out.string(out[column])?.lowercased()
    var others = names.filter { $0 != own && !isErased($0) }
    guard replaces else { return others }
    if names.contains(where: isErased) { out.setFate(.conformAndForget) }
    if own.map(isErased) ?? true, !others.isEmpty {
      own = others.removeFirst()
      out.setText(own ?? "", column: column)
    }
    return others
  }

  private func isErased(_ name: String) -> Bool {
    if settings.erasures.isEmpty { return false }
    var name = name
    let isEmail = name.contains("@")
    let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    return name.withUTF8 {
      settings.erasures.contains(email: isEmail ? $0 : nothing, phone: isEmail ? nothing : $0)
    }
  }

  /// Keeps what the row's own record says for others too.
  mutating func keep(_ others: [Named], email: Int, phone: Int, without: [Int]) {
    guard !others.isEmpty else { return }
    var values = plan.columns.indices.map { out.sqlValue(out[$0]) }
    for column in without { values[column] = .null }
    keep(others, as: values, of: plan, email, phone, .alsoNamed, isUndated: false)
  }

  /// Keeps what is said of consent for each of some people, in a row of another kind; `at` is null where
  /// the row does not say since when.
  mutating func keep(
    _ people: [Named], at: SQLValue, status: String, channel: String, source: String,
    _ reason: FurtherRecord.Reason
  ) {
    let consent = TablePlan.consent
    var values = [SQLValue](repeating: .null, count: consent.columns.count)
    values[consent.column("channel")] = .text(channel)
    values[consent.column("purpose")] = "any"
    values[consent.column("status")] = .text(status)
    values[consent.column("at")] = at == .null ? .int(settings.asOf.seconds) : at
    values[consent.column("source")] = .text(source)
    keep(
      people, as: values, of: consent, consent.column("email"), consent.column("phone"), reason,
      isUndated: at == .null)
  }

  /// Keeps values for each of some people.
  mutating func keep(
    _ people: [Named], as values: [SQLValue], of plan: TablePlan, _ email: Int, _ phone: Int,
    _ reason: FurtherRecord.Reason, isUndated: Bool
  ) {
    for person in people {
      var values = values
      (values[email], values[phone]) = (.null, .null)
      var answers: String?
      switch person {
      case .email(let address): values[email] = .text(address)
      case .phone(let number): values[phone] = .text(number)
      case .phoneDigest(let digest): values[plan.column("phone_sha256")] = .text(digest)
      case .recipient(let message): answers = message
      case .emailDigest(let digest): values[plan.column("email_sha256")] = .text(digest)
      case .digest(let digest):
        values[plan.column("email_sha256")] = .text(digest)
        values[plan.column("phone_sha256")] = .text(digest)
      }
      out.add(
        FurtherRecord(
          row: out.rows.count - 1, reason: reason, kind: plan.kind, values: values,
          isUndated: isUndated, answers: answers))
    }
  }
}

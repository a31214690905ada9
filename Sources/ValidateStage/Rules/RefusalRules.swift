import Bytes
import LeadModel
import Store
import Validation

/// What the columns of refusals of a row say: `Unsubscribed`, `Do not call`, the status of a mailing list.
extension RowConformer {
  /// What is refused, and since when where the row says it.
  private struct Refused {
    let channel: String
    let field: Int
    let since: Timestamp?
  }

  /// Whether the row that was read last is a refusal as a whole.
  var isRefusal: Bool {
    switch plan.kind {
    case .suppression: true
    case .consent: isRefusedConsent
    case .engagement: isRefusalEvent
    default: false
    }
  }

  /// Whether the sheet has such columns, or the mapping such constants; most have none.
  var hasRefusals: Bool { layout.hasRefusals }

  /// Keeps each refusal as a record of consent of the person, for the channel that it is about.
  ///
  /// - Returns: whether all messages are refused.
  mutating func settleRefusals(_ source: RowCells, email: Int, phone: Int) -> Bool {
    let constants = plan.fields.indices.filter { plan.fields[$0].isShared }
    var refused: [Refused] = []
    for (field, column) in layout.refusals {
      let cell = refusalCell(source, field: field, column: column)
      note(cell, field: field, in: &refused)
    }
    for field in constants where !layout.refusals.contains(where: { $0.field == field }) {
      let cell = source.columnOfField[field] < -1 ? source.cell(field) : source.constant(field)
      note(cell, field: field, in: &refused)
    }
    guard !refused.isEmpty else { return false }
    let people = personNamed(source, email: email, phone: phone)
    for refusal in refused { keepRefusal(refusal, of: people) }
    return refused.contains { $0.channel == "any" }
  }

  private func refusalCell(
    _ source: RowCells, field: Int, column: Int
  ) -> UnsafeBufferPointer<UInt8> {
    let cell = source.cell(column: column)
    if cell.isEmpty { return source.constant(field) }
    return layout.unescapes ? FormulaGuard.unescaped(cell) : FormulaGuard.literal(cell)
  }

  private mutating func note(
    _ cell: UnsafeBufferPointer<UInt8>, field: Int, in refused: inout [Refused]
  ) {
    if cell.isEmpty { return }
    let name = plan.fields[field].name
    let channel =
      switch name {
      case "email_opted_out": "email"
      case "phone_opted_out": "phone"
      case "sms_opted_out": "sms"
      default: "any"
      }
    let isStatus = name == "contact_status"
    let answer =
      isStatus
      ? RefusalAnswer.status(String(decoding: cell.prefix(Self.longestCell), as: UTF8.self))
      : RefusalAnswer.read(cell)
    switch answer {
    case .none: return
    case .unknown:
      // Most words for a status say nothing of refusals.
      if isStatus { return }
      // What is not understood is a refusal until somebody says that it is none.
      add(
        .consentUnknown, field: field, cell: cell,
        message: "is no answer that is known, and counts as a refusal; expected yes, no or since "
          + "when")
      refused.append(Refused(channel: channel, field: field, since: nil))
    case .refused(let since):
      add(
        .optedOut, field: field, cell: cell,
        message: channel == "any"
          ? "refuses all messages" : "refuses messages by \(channel), the other channels go on")
      refused.append(Refused(channel: channel, field: field, since: since))
    }
  }

  /// All addresses and numbers of the row.
  private mutating func personNamed(_ source: RowCells, email: Int, phone: Int) -> [Named] {
    var people = othersNamed(source, email: email, phone: phone, replaces: false)
    if let address = out.string(out[email]) { people.append(.email(address)) }
    if let number = out.string(out[phone]) { people.append(.phone(number)) }
    return people
  }

  private mutating func keepRefusal(_ refusal: Refused, of people: [Named]) {
    // A date that has not come yet is a slip, and no reason to go on until then.
    let since = refusal.since.flatMap { $0 > settings.asOf ? nil : $0 }
    keep(
      people, at: since.map { .int($0.seconds) } ?? .null, status: "withdrawn",
      channel: refusal.channel, source: plan.fields[refusal.field].name, .alsoNamed)
  }
}

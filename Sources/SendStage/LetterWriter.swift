import Delivery
import LeadModel
import Sequencing

/// Writes the messages of sequences to people.
struct LetterWriter {
  let settings: SendSettings
  /// What the Date header says.
  let date: Timestamp

  /// The subject alone, for the plan; the template itself where a value is missing.
  func subject(_ step: SequenceStep, to person: Person, messageID: String) -> String {
    let token = MessageIdentity.unsubscribeToken(messageID: messageID)
    let values = values(for: person, token: token)
    return (try? step.subject.render(values)) ?? step.subject.source
  }

  /// The first placeholder of a step that has neither value nor default.
  func missingValue(_ step: SequenceStep, for person: Person) -> Placeholder? {
    // No message lacks a way to unsubscribe, whatever its id will be.
    let values = values(for: person, token: "-")
    return step.subject.missingValue(in: values) ?? step.text.missingValue(in: values)
      ?? step.html?.missingValue(in: values)
  }

  /// The message in the form that travels.
  ///
  /// - Throws: `CompositionError` for an address that cannot be used, `MissingValue`.
  func write(_ step: SequenceStep, to person: Person, address: String, messageID: String) throws
    -> (subject: String, message: OutgoingMessage)
  {
    let token = MessageIdentity.unsubscribeToken(messageID: messageID)
    let values = values(for: person, token: token)
    let subject = try step.subject.render(values)
    let letter = MailMessage(
      from: settings.from, replyTo: settings.replyTo,
      to: Mailbox(name: person.name, address: address), subject: subject, date: date,
      messageID: messageID, text: try step.text.render(values),
      html: try step.html?.render(values, form: .html),
      unsubscribeAddress: settings.unsubscribeAddress,
      unsubscribeSubject: "unsubscribe \(token)",
      unsubscribeURL: settings.unsubscribePage.map { $0 + token })
    return (
      subject,
      OutgoingMessage(
        messageID: messageID, envelopeFrom: settings.bouncesTo, recipient: address,
        bytes: try MessageComposer.compose(letter))
    )
  }

  private func values(for person: Person, token: String) -> [Placeholder: String] {
    let mail = settings.unsubscribeAddress.map { "mailto:\($0)?subject=unsubscribe%20\(token)" }
    return person.values.merging([
      .senderName: settings.from.name, .senderCompany: settings.senderCompany,
      .senderAddress: settings.senderAddress,
      .unsubscribeURL: settings.unsubscribePage.map { $0 + token } ?? mail ?? "",
    ]) { $1 }
  }
}

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
    let values = values(for: person, messageID: messageID)
    return (try? step.subject.render(values)) ?? step.subject.source
  }

  /// The first placeholder of a step that has neither value nor default.
  func missingValue(_ step: SequenceStep, for person: Person, messageID: String) -> Placeholder? {
    let values = values(for: person, messageID: messageID)
    for template in [step.subject, step.text, step.html].compactMap(\.self) {
      do {
        _ = try template.render(values)
      } catch {
        return error.placeholder
      }
    }
    return nil
  }

  /// The message in the form that travels.
  ///
  /// - Throws: `CompositionError` for an address that cannot be used, `MissingValue`.
  func write(_ step: SequenceStep, to person: Person, address: String, messageID: String) throws
    -> (subject: String, message: OutgoingMessage)
  {
    let values = values(for: person, messageID: messageID)
    let token = MessageIdentity.unsubscribeToken(messageID: messageID)
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

  private func values(for person: Person, messageID: String) -> [Placeholder: String] {
    let token = MessageIdentity.unsubscribeToken(messageID: messageID)
    let mail = settings.unsubscribeAddress.map { "mailto:\($0)?subject=unsubscribe%20\(token)" }
    return person.values.merging([
      .senderName: settings.from.name, .senderCompany: settings.senderCompany,
      .senderAddress: settings.senderAddress,
      .unsubscribeURL: settings.unsubscribePage.map { $0 + token } ?? mail ?? "",
    ]) { $1 }
  }
}

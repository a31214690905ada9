import Delivery
import LeadModel
import Sequencing
import StageKit
import Store

/// Finds out what became of messages whose hand-over an earlier run did not live to see.
struct Settler {
  let work: SendWork

  private struct Interrupted {
    let id: Int64
    let messageID: String
    let transport: String
    let enrolment: Int64
  }

  /// A Maildir is looked into; a mail server cannot be asked, so its messages are in doubt: they are
  /// reported and never sent again.
  func run() throws {
    var interrupted: [Interrupted] = []
    try work.context.database.query("send-interrupted").rows { row in
      interrupted.append(
        Interrupted(
          id: row.int(0), messageID: row.text(1), transport: row.text(2), enrolment: row.int(3)))
    }
    guard !interrupted.isEmpty else { return }
    let maildir =
      interrupted.contains { $0.transport == "maildir" }
      ? try TransportChoice.maildir(work.context.workspace) : nil
    // What is found there was delivered, so it has to survive a loss of power from now on.
    do { try maildir?.flush() } catch { throw StageFailure(.internalFault, error.message) }
    try work.context.transaction {
      for message in interrupted {
        try settle(message, in: message.transport == "maildir" ? maildir : nil)
      }
    }
  }

  private func settle(_ message: Interrupted, in maildir: MaildirTransport?) throws {
    let found = try maildir.map { try look(for: message, in: $0) } ?? .unknown
    switch found {
    case .delivered:
      try work.settle(message.id, enrolment: message.enrolment, as: .sent)
    case .notDelivered:
      try work.release(message.id, GateDecision(.allowed, ""))
    case .unknown:
      try work.settle(
        message.id, enrolment: message.enrolment,
        as: .inDoubt("the run was interrupted while the message was being handed over"),
        messageID: message.messageID)
    }
  }

  private func look(
    for message: Interrupted, in maildir: MaildirTransport
  ) throws -> Settlement {
    do {
      return try maildir.settle(messageID: message.messageID)
    } catch {
      throw StageFailure(.internalFault, error.message)
    }
  }
}

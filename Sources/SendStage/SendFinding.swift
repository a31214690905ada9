import LeadModel
import Sequencing

/// What sending finds. The codes are stable and never reused.
enum SendFinding {
  static let inDoubtCode = "SND001"

  /// The hand-over was cut off between the message's last byte and the answer to it.
  static func inDoubt(message id: Int64, messageID: String, reason: String) -> Finding {
    Finding(
      code: inDoubtCode, severity: .warn, field: "email",
      message: "message \(id) may or may not have been taken: \(reason); look for its id in the "
        + "mail server's log, it is not sent again",
      value: messageID)
  }

  /// A do-not-contact registry is older than `send.yaml` allows.
  static func stale(_ registry: RegistryState, limitDays: Int, asOf: Timestamp) -> Finding {
    let channels =
      registry.channels.map { channels in
        channels.map(\.rawValue).sorted().joined(separator: ", ")
      } ?? "any channel"
    return Finding(
      code: "SND003", severity: .warn, field: "registry",
      message: "registry '\(registry.name)' is of \(registry.snapshotAt.date), more than "
        + "\(limitDays) days before \(asOf.date): nothing goes out by \(channels) until a new one "
        + "has come. Import the new list, with its date in the file's name where it may be the same as "
        + "the last one (as in \(registry.name)-\(asOf.date).csv), or state in send.yaml how old it may "
        + "be: registries, single, \(registry.name), max_age_days",
      value: registry.name)
  }

  /// A do-not-contact registry that has to be there never came; nil: none did.
  static func neverReceived(_ registry: String?) -> Finding {
    Finding(
      code: "SND004", severity: .warn, field: "registry",
      message: registry.map {
        "registry '\($0)', which send.yaml requires, was never received: nothing goes out until it has "
          + "come. Import a do-not-contact list that names it, in its column 'registry' or by its "
          + "mapping"
      }
        ?? "no do-not-contact registry was ever received: nothing goes out until one has come. Import "
        + "your list of those who refuse, such as do-not-contact-2026-11-23.csv with the columns "
        + "email, phone and registry",
      value: registry ?? "")
  }

  /// A consent names a number and nobody, and several people have the number.
  static func shared() -> Finding {
    Finding(
      code: "SND005", severity: .warn, field: "phone",
      message:
        "consent is granted by a number that several people of the base have, which does not say "
        + "who gave it; it counts for nobody: add the e-mail address")
  }

  /// The mail server will not take the message as it is.
  static func refused(message id: Int64, reply: String) -> Finding {
    Finding(
      code: "SND002", severity: .warn, field: "email",
      message: "message \(id) was refused by the mail server; the value is what it said, correct "
        + "the address or ask its owner",
      value: reply)
  }
}

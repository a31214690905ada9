import Definitions
import Delivery
import LeadModel
import Sequencing

/// What `send.yaml` says.
struct SendSettings {
  static let file = "send.yaml"

  /// How to reach a mail server, apart from its address.
  struct SMTP {
    var startsTLS = false
    /// Names of environment variables.
    var userVariable = ""
    var passwordVariable = ""
    var connectTimeoutSeconds = 30
    var timeoutSeconds = 600
  }

  let from: Mailbox
  let replyTo: Mailbox?
  let bouncesTo: String
  let senderCompany: String
  let senderAddress: String
  let unsubscribeAddress: String?
  /// The start of the page's URL; the message's token follows.
  let unsubscribePage: String?
  let transport: String
  let smtp: SMTP
  /// Days that a message held back for a passing reason is kept.
  let waitDays: Int
  /// Without what has to be read from the store: the registries.
  let policy: GatePolicy
  /// Whether the law of a person's country is looked at.
  let followsLaw: Bool

  private enum CountryRules: String, CaseIterable {
    case hold, ignore
  }

  /// The part of the from address behind the `@`, which message ids end in.
  var domain: String { String(from.address.split(separator: "@").last ?? "") }

  /// - Throws: `DefinitionError` with the place of what does not fit.
  init(_ root: DefinitionNode) throws(DefinitionError) {
    try root.allow(keys: [
      "from", "reply_to", "bounces_to", "sender", "unsubscribe", "transport", "smtp", "consent",
      "registries", "frequency_cap", "wait_days", "windows", "holidays",
    ])
    from = try Self.mailbox(root.required("from"))
    replyTo = try root["reply_to"].map { (node) throws(DefinitionError) in try Self.mailbox(node) }
    bouncesTo =
      try root["bounces_to"].map { (node) throws(DefinitionError) in
        try Self.address(node)
      } ?? from.address
    let sender = try root.required("sender")
    try sender.allow(keys: ["company", "address"])
    senderCompany = try sender.string("company")
    senderAddress = try sender.string("address")
    let unsubscribe = try root.required("unsubscribe")
    try unsubscribe.allow(keys: ["mailto", "page"])
    unsubscribeAddress = try unsubscribe["mailto"].map { (node) throws(DefinitionError) in
      try Self.address(node)
    }
    unsubscribePage = try unsubscribe["page"].map { (node) throws(DefinitionError) in
      try Self.page(node)
    }
    guard unsubscribeAddress != nil || unsubscribePage != nil else {
      throw unsubscribe.failure("found no way to unsubscribe, expected 'mailto', 'page' or both")
    }
    transport = try root.string("transport", default: "maildir")
    smtp = try Self.smtp(root["smtp"])
    waitDays = try root.int("wait_days", default: 14, in: 0...365)
    policy = try Self.policy(root)
    followsLaw =
      try root["consent"]?.choice("country_rules", default: CountryRules.hold) ?? .hold == .hold
  }

  private static func mailbox(_ node: DefinitionNode) throws(DefinitionError) -> Mailbox {
    try node.allow(keys: ["name", "address"])
    return Mailbox(
      name: try node.string("name", default: ""), address: try address(node.required("address")))
  }

  private static func address(_ node: DefinitionNode) throws(DefinitionError) -> String {
    let text = try node.string()
    guard AddressCheck.isSafe(text) else {
      throw node.failure(
        "found '\(text)' for \(node.name), expected an address such as a@b.example")
    }
    return text
  }

  private static func page(_ node: DefinitionNode) throws(DefinitionError) -> String {
    let text = try node.string()
    guard AddressCheck.isSafeURL(text) else {
      throw node.failure(
        "found '\(text)' for \(node.name), expected an https address: "
          + "one-click unsubscribing needs one")
    }
    return text
  }

  private static func smtp(_ node: DefinitionNode?) throws(DefinitionError) -> SMTP {
    var smtp = SMTP()
    guard let node else { return smtp }
    try node.allow(keys: [
      "starttls", "user_from", "password_from", "connect_timeout_seconds", "timeout_seconds",
    ])
    smtp.startsTLS = try node.bool("starttls", default: false)
    smtp.userVariable = try node.string("user_from", default: "")
    smtp.passwordVariable = try node.string("password_from", default: "")
    smtp.connectTimeoutSeconds = try node.int("connect_timeout_seconds", default: 30, in: 1...600)
    smtp.timeoutSeconds = try node.int("timeout_seconds", default: 600, in: 1...3600)
    return smtp
  }
}

/// A question to a name server.
struct DNSQuestion: Hashable, Sendable {
  enum RecordType: Int32, Sendable {
    case address = 1
    case nameServer = 2
    case exchange = 15
    case address6 = 28
  }

  /// As `HostName.folded` gives it; empty for the root.
  let name: String
  let type: RecordType
}

/// What became of a question.
enum DNSOutcome: Sendable, Equatable {
  case reply(DNSReply)
  /// No server gave an answer that says anything; why, for people.
  case failed(String)
  /// Every server declined to speak about the name.
  case refused
}

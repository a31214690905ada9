import LeadModel

/// The questions that one domain takes, and the verdict that their answers come to: a function of
/// the answers, without a network.
///
/// - Source: RFC 5321 section 5.1 (locating the target host), RFC 7505 (null MX).
struct MailLookup {
  enum Step: Equatable {
    case ask(DNSQuestion)
    case done(MailVerdict)
  }

  private enum Phase {
    case exchanges
    /// No mail server is named: mail goes to the domain's own address.
    case ownAddress
    /// Servers are named: one of them has to have an address.
    case hostAddress
  }

  private var phase = Phase.exchanges
  private var walk: AliasWalk
  private var type = DNSQuestion.RecordType.exchange
  /// The least time to live of what the verdict rests on so far.
  private var seconds = Int.max
  private var hosts: [String] = []
  private var nextHost = 0
  private var best = ""
  private var hostFaults: [String] = []
  private var hostFailure: String?
  private var isHostRefused = false

  private var notes: Set<MailVerdict.Note> = []

  /// RFC 8767 section 4: no answer should be kept for longer than a week.
  private static let longestSeconds = 604_800
  /// RFC 2308 section 5: an absence that is kept for longer than a day has been found to be a problem.
  private static let longestAbsenceSeconds = 86_400
  /// RFC 2308 section 7: what came of a failure may be kept for five minutes.
  private static let failureSeconds = 300
  /// Mail servers of one domain that are looked at; a domain that names more names them to be asked.
  private static let mostHosts = 12

  private init(_ name: String) { walk = AliasWalk(name) }

  /// Begins with a domain in A-label form.
  static func begin(_ domain: String) -> (lookup: MailLookup, step: Step) {
    guard let name = HostName.folded(domain) else {
      return (
        MailLookup(""), .done(verdict(.noDomain, "no name that could be looked up", longestSeconds))
      )
    }
    var lookup = MailLookup(name)
    if let refusal = HostName.refusal(of: name) {
      return (lookup, .done(verdict(.noDomain, refusal, longestSeconds)))
    }
    return (lookup, lookup.ask(.exchange))
  }

  /// Takes what became of the last question.
  mutating func take(_ outcome: DNSOutcome) -> Step {
    switch (outcome, phase) {
    case (.reply(let reply), .exchanges): return takeExchanges(reply)
    case (.reply(let reply), _): return takeAddresses(reply)
    case (.failed(let reason), .exchanges), (.failed(let reason), .ownAddress):
      return deferred(reason)
    case (.refused, .exchanges), (.refused, .ownAddress):
      return deferred("every server refuses to answer")
    case (.failed(let reason), .hostAddress):
      hostFailure = hostFailure ?? reason
      return askNextHost()
    case (.refused, .hostAddress):
      isHostRefused = true
      return askNextHost()
    }
  }

  // MARK: Mail servers

  private mutating func takeExchanges(_ reply: DNSReply) -> Step {
    let end = walk.follow(reply)
    if end == .loop { return absent("its alias leads back to itself", walk.seconds) }
    if end == .tooLong { return deferred(AliasWalk.tooLong) }
    seconds = walk.least(seconds)
    let exchanges = reply.exchanges.filter { $0.owner == walk.name }
    guard exchanges.isEmpty else { return takeExchanges(exchanges, reply) }
    if reply.responseCode == 3 {
      let reason = walk.hasMoved ? "its alias names no domain" : "no such domain"
      return absent(reason, Self.absenceSeconds(reply))
    }
    if end == .elsewhere, reply.negativeTimeToLiveSeconds == nil {
      // The server does not say what is at the end of the chain.
      return askAlias()
    }
    seconds = min(seconds, Self.absenceSeconds(reply) ?? .max)
    phase = .ownAddress
    notes.insert(.implicit)
    return ask(.address)
  }

  private mutating func takeExchanges(
    _ exchanges: [DNSReply.MailExchange], _ reply: DNSReply
  ) -> Step {
    seconds = min(seconds, exchanges.map(\.timeToLiveSeconds).min() ?? .max)
    // RFC 7505 section 3: beside other servers, the root is none.
    let named = exchanges.filter { !$0.host.isEmpty }
    if named.isEmpty { return done(.nullMX, "null MX") }
    if named.count < exchanges.count { notes.insert(.besideNull) }
    for exchange in named.sorted(by: { ($0.preference, $0.host) < ($1.preference, $1.host) }) {
      guard let name = HostName.folded(exchange.host) else {
        hostFaults.append("'\(exchange.host.prefix(64))' is no host name")
        continue
      }
      if let refusal = HostName.refusal(of: name) {
        hostFaults.append(refusal)
      } else if !hosts.contains(name), hosts.count < Self.mostHosts {
        hosts.append(name)
      }
    }
    best = hosts.first ?? ""
    for host in hosts {
      if let known = reply.furtherAddresses[host] { return deliverable(host, known) }
    }
    phase = .hostAddress
    return askNextHost()
  }

  // MARK: Addresses

  private mutating func takeAddresses(_ reply: DNSReply) -> Step {
    let end = walk.follow(reply)
    if end == .loop { return noAddress("its alias leads back to itself", walk.seconds) }
    if end == .tooLong { return take(.failed(AliasWalk.tooLong)) }
    if let known = reply.addresses[walk.name] {
      seconds = walk.least(seconds)
      if phase == .ownAddress { return deliverable("address of the domain", known) }
      if walk.hasMoved { notes.insert(.alias) }
      return deliverable(hosts[nextHost - 1], known)
    }
    if reply.responseCode == 3 {
      return noAddress("does not exist", Self.absenceSeconds(reply))
    }
    if end == .elsewhere, reply.negativeTimeToLiveSeconds == nil { return askAlias() }
    if type == .address {
      seconds = min(walk.least(seconds), Self.absenceSeconds(reply) ?? .max)
      return ask(.address6)
    }
    return noAddress("has no address", Self.absenceSeconds(reply))
  }

  private mutating func deliverable(_ host: String, _ addresses: DNSReply.Addresses) -> Step {
    seconds = min(seconds, addresses.timeToLiveSeconds)
    switch addresses.reach {
    case .everywhere: break
    case .within: notes.insert(.privateAddress)
    case .examples: notes.insert(.exampleAddress)
    case .nowhere: notes.insert(.impossibleAddress)
    }
    return done(.deliverable, host)
  }

  private static func absenceSeconds(_ reply: DNSReply) -> Int? {
    reply.negativeTimeToLiveSeconds.map { min($0, longestAbsenceSeconds) }
  }

  /// Neither an IPv4 nor an IPv6 address.
  private mutating func noAddress(_ reason: String, _ negativeSeconds: Int?) -> Step {
    if phase == .ownAddress { return absent("no mail server and no address", negativeSeconds) }
    hostFaults.append("'\(hosts[nextHost - 1])' \(reason)")
    seconds = min(walk.least(seconds), negativeSeconds ?? 0)
    return askNextHost()
  }

  private mutating func askNextHost() -> Step {
    if nextHost < hosts.count {
      walk = AliasWalk(hosts[nextHost])
      nextHost += 1
      return ask(.address)
    }
    if let hostFailure {
      return deferred("the address of its mail server: \(hostFailure)")
    }
    if isHostRefused {
      // The domain is there and names its servers; that ours does not speak about theirs says
      // nothing against it.
      seconds = min(seconds, Self.failureSeconds)
      return done(.deliverable, best)
    }
    return done(.noHost, hostFaults.prefix(3).joined(separator: ", "))
  }

  // MARK: Steps

  private mutating func ask(_ type: DNSQuestion.RecordType) -> Step {
    self.type = type
    return .ask(DNSQuestion(name: walk.name, type: type))
  }

  private mutating func askAlias() -> Step {
    if HostName.folded(walk.name) == nil || HostName.refusal(of: walk.name) != nil {
      return phase == .hostAddress
        ? noAddress("is an alias of no host", walk.seconds)
        : absent("its alias names no domain", walk.seconds)
    }
    return ask(type)
  }

  /// There is no such thing; an absence that no SOA record vouches for holds for nobody else
  /// (RFC 2308 section 5).
  private func absent(_ reason: String, _ negativeSeconds: Int?) -> Step {
    .done(
      Self.verdict(.noDomain, reason, min(seconds, walk.least(negativeSeconds ?? 0))))
  }

  private func done(_ kind: MailVerdict.Kind, _ detail: String) -> Step {
    let said = MailVerdict.Note.allCases.filter { kind == .deliverable && notes.contains($0) }
    return .done(Self.verdict(kind, detail, seconds == .max ? 0 : seconds, said))
  }

  private func deferred(_ reason: String) -> Step { .done(Self.verdict(.deferred, reason, 0)) }

  private static func verdict(
    _ kind: MailVerdict.Kind, _ detail: String, _ seconds: Int, _ notes: [MailVerdict.Note] = []
  ) -> MailVerdict {
    MailVerdict(
      kind: kind, detail: detail, notes: notes, timeToLiveSeconds: min(seconds, longestSeconds))
  }
}

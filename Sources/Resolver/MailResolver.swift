internal import CAres
#if canImport(Glibc)
  internal import Glibc
#endif

/// Why name resolution could not be set up.
package struct ResolverError: Error, CustomStringConvertible, Sendable {
  package let description: String
}

/// Looks up where the mail of domains goes.
///
/// Not Sendable: one thread owns it and waits in `verdicts`.
package final class MailResolver {
  private let channel: ares_channel
  private let inFlightLimit: Int
  private static let libraryStatus = ares_library_init(ARES_LIB_INIT_ALL)

  /// - Parameters:
  ///   - source: whom to ask; `off` is an error here.
  ///   - timeoutSeconds: for the first try of each query; c-ares doubles it for later ones.
  ///   - tries: attempts for each server.
  ///   - inFlightLimit: queries that wait for a reply at the same time.
  /// - Throws: `ResolverError`.
  package init(
    _ source: DNSSource, timeoutSeconds: Double = 2, tries: Int = 3, inFlightLimit: Int = 256
  ) throws(ResolverError) {
    guard Self.libraryStatus == 0 else {
      throw ResolverError(description: "c-ares cannot be set up: \(Self.text(Self.libraryStatus))")
    }
    var options = ares_options()
    options.timeout = Int32(timeoutSeconds * 1000)
    options.tries = Int32(tries)
    let mask = Int32(ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES)
    var opened: ares_channel?
    let status = ares_init_options(&opened, &options, mask)
    guard status == 0, let opened else {
      throw ResolverError(description: "c-ares cannot be set up: \(Self.text(status))")
    }
    if case .server(let address) = source {
      let status = ares_set_servers_ports_csv(opened, address)
      guard status == 0 else {
        ares_destroy(opened)
        throw ResolverError(
          description: "DNS server '\(address)': \(Self.text(status)); give an address and a port, "
            + "such as 127.0.0.1:53")
      }
    }
    channel = opened
    self.inFlightLimit = max(1, inFlightLimit)
  }

  deinit { ares_destroy(channel) }

  /// Verdicts about domains in A-label form, in their order. Waits until each has one.
  package func verdicts(of domains: [String]) -> [MailVerdict] {
    let round = Round(count: domains.count)
    var next = 0
    while round.done < domains.count {
      while next < domains.count, next - round.done < inFlightLimit {
        Question(domain: domains[next], index: next, channel: channel, round: round).ask()
        next += 1
      }
      if round.done < domains.count { wait() }
    }
    return round.verdicts.map { $0 ?? .unanswered("no answer") }
  }

  /// Waits for a reply or a timeout and hands it to c-ares.
  private func wait() {
    var sockets = [ares_socket_t](repeating: 0, count: Int(ARES_GETSOCK_MAXNUM))
    let bits = UInt32(bitPattern: ares_getsock(channel, &sockets, ARES_GETSOCK_MAXNUM))
    var polled: [pollfd] = []
    for index in sockets.indices {
      var events: Int16 = 0
      if bits & (1 << UInt32(index)) != 0 { events |= Int16(POLLIN) }
      if bits & (1 << UInt32(index + Int(ARES_GETSOCK_MAXNUM))) != 0 { events |= Int16(POLLOUT) }
      if events != 0 { polled.append(pollfd(fd: sockets[index], events: events, revents: 0)) }
    }
    var longest = timeval(tv_sec: 1, tv_usec: 0)
    var shortest = timeval()
    let limit = ares_timeout(channel, &longest, &shortest)?.pointee ?? longest
    let milliseconds = Int32(clamping: limit.tv_sec * 1000 + limit.tv_usec / 1000 + 1)
    poll(&polled, nfds_t(polled.count), milliseconds)
    var served = false
    for entry in polled where entry.revents != 0 {
      let readable = entry.revents & Int16(POLLIN | POLLERR | POLLHUP) != 0
      let writable = entry.revents & Int16(POLLOUT) != 0
      ares_process_fd(
        channel, readable ? entry.fd : ARES_SOCKET_BAD, writable ? entry.fd : ARES_SOCKET_BAD)
      served = true
    }
    if !served { ares_process_fd(channel, ARES_SOCKET_BAD, ARES_SOCKET_BAD) }
  }

  static func text(_ status: Int32) -> String { String(cString: ares_strerror(status)) }
}

/// The verdicts of one call, filled in as replies come.
private final class Round {
  var verdicts: [MailVerdict?]
  var done = 0

  init(count: Int) {
    verdicts = Array(repeating: nil, count: count)
  }
}

/// One domain on its way through MX, A and AAAA queries.
private final class Question {
  private enum RecordType: Int32 {
    case mx = 15
    case a = 1
    case aaaa = 28
  }

  private let domain: String
  private let index: Int
  private let channel: ares_channel
  private let round: Round
  private var type = RecordType.mx

  init(domain: String, index: Int, channel: ares_channel, round: Round) {
    self.domain = domain
    self.index = index
    self.channel = channel
    self.round = round
  }

  func ask() {
    // The callback takes the reference back: once for each query, whatever becomes of it.
    let context = Unmanaged.passRetained(self).toOpaque()
    ares_query(
      channel, domain, 1, type.rawValue,
      { context, status, _, reply, length in
        guard let context else { return }
        let question = Unmanaged<Question>.fromOpaque(context).takeRetainedValue()
        let bytes = UnsafeBufferPointer(start: reply, count: reply == nil ? 0 : Int(length))
        question.take(status: status, reply: DNSReply(bytes))
      }, context)
  }

  private func take(status: Int32, reply: DNSReply?) {
    switch status {
    case ARES_SUCCESS: takeAnswer(reply)
    case ARES_ENODATA: askNext(reply)
    case ARES_ENOTFOUND:
      finish(.absent("no such domain", reply))
    default: finish(.unanswered(MailResolver.text(status)))
    }
  }

  private func takeAnswer(_ reply: DNSReply?) {
    guard let reply else {
      finish(.unanswered("damaged reply"))
      return
    }
    guard type == .mx else {
      if let seconds = reply.addressTimeToLiveSeconds {
        finish(
          MailVerdict(
            kind: .deliverable, detail: "address of the domain",
            timeToLiveSeconds: seconds))
      } else {
        askNext(reply)
      }
      return
    }
    let hosts = reply.exchanges.filter { !$0.host.isEmpty }
    if let best = hosts.min(by: { ($0.preference, $0.host) < ($1.preference, $1.host) }) {
      let seconds = hosts.map(\.timeToLiveSeconds).min() ?? 0
      finish(MailVerdict(kind: .deliverable, detail: best.host, timeToLiveSeconds: seconds))
    } else if let null = reply.exchanges.first {
      finish(
        MailVerdict(
          kind: .nullMX, detail: "null MX", timeToLiveSeconds: null.timeToLiveSeconds))
    } else {
      // An alias without MX records behind it.
      askNext(reply)
    }
  }

  /// Goes on from MX to the domain's own addresses.
  private func askNext(_ reply: DNSReply?) {
    switch type {
    case .mx: type = .a
    case .a: type = .aaaa
    case .aaaa:
      finish(.absent("no mail server and no address", reply))
      return
    }
    ask()
  }

  private func finish(_ verdict: MailVerdict) {
    round.verdicts[index] = verdict
    round.done += 1
  }
}

extension MailVerdict {
  fileprivate static func unanswered(_ reason: String) -> MailVerdict {
    MailVerdict(kind: .deferred, detail: reason, timeToLiveSeconds: 0)
  }

  /// A negative answer without an SOA record holds for five minutes: RFC 2308 forbids to cache it
  /// for long, and one run must not ask twice.
  fileprivate static func absent(_ reason: String, _ reply: DNSReply?) -> MailVerdict {
    MailVerdict(
      kind: .noDomain, detail: reason,
      timeToLiveSeconds: reply?.negativeTimeToLiveSeconds ?? 300)
  }
}

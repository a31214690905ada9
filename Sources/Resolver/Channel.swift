internal import CAres
internal import Glibc

/// A c-ares channel to one server: sockets, query numbers, and which reply belongs to which question.
///
/// When to ask again, and whom, is decided outside. Not Sendable, like the engine that owns it.
final class Channel {
  enum Transport {
    /// A truncated reply is handed on as it is.
    case datagrams
    case stream
  }

  private let channel: ares_channel
  /// Replies that may arrive in one burst stay in the socket's buffer; the system may give less.
  private static let receiveBufferBytes: Int32 = 1 << 20
  private static let longestPatienceSeconds = 3600.0

  init(
    address: String, transport: Transport, patienceSeconds: Double
  ) throws(ResolverError) {
    var options = ares_options()
    // Failures that the server states are answers here: they say that it is there.
    let own = transport == .stream ? ARES_FLAG_USEVC : ARES_FLAG_IGNTC
    options.flags = Int32(own | ARES_FLAG_NOCHECKRESP)
    options.timeout = Int32(min(patienceSeconds, Self.longestPatienceSeconds) * 1000)
    options.tries = 1
    options.socket_receive_buffer_size = Self.receiveBufferBytes
    let mask = Int32(
      ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_SOCK_RCVBUF)
    var opened: ares_channel?
    let status = ares_init_options(&opened, &options, mask)
    guard status == 0, let opened else {
      throw ResolverError(description: "c-ares cannot be set up: \(Self.text(status))")
    }
    let named = ares_set_servers_ports_csv(opened, address)
    guard named == 0 else {
      ares_destroy(opened)
      throw ResolverError(
        description: "DNS server '\(address)': \(Self.text(named)); \(DNSSource.expectation)")
    }
    channel = opened
  }

  deinit { ares_destroy(channel) }

  /// What a status of c-ares means; what is frequent in the words that people look up.
  static func text(_ status: Int32) -> String {
    switch status {
    case ARES_ESERVFAIL: "the server fails (SERVFAIL)"
    case ARES_ETIMEOUT: "no answer in time"
    default: String(cString: ares_strerror(status))
    }
  }

  /// Asks; `then` is called once with c-ares' status and the reply's bytes, at the latest when the
  /// patience is over. It must not let go of the channel.
  func ask(
    _ question: DNSQuestion, then: @escaping (Int32, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    let box = Unmanaged.passRetained(AnswerBox(then)).toOpaque()
    ares_query(
      channel, question.name, 1, question.type.rawValue,
      { context, status, _, reply, length in
        guard let context else { return }
        let box = Unmanaged<AnswerBox>.fromOpaque(context).takeRetainedValue()
        box.then(status, UnsafeBufferPointer(start: reply, count: reply == nil ? 0 : Int(length)))
      }, box)
  }

  /// Adds the sockets that c-ares wants to hear of.
  func addSockets(to polled: inout [pollfd]) {
    var sockets = (0..<ARES_GETSOCK_MAXNUM).map { _ in ARES_SOCKET_BAD }
    let bits = UInt32(bitPattern: ares_getsock(channel, &sockets, ARES_GETSOCK_MAXNUM))
    for index in sockets.indices {
      var events: Int16 = 0
      if bits & (1 << UInt32(index)) != 0 { events |= Int16(POLLIN) }
      if bits & (1 << UInt32(index + Int(ARES_GETSOCK_MAXNUM))) != 0 { events |= Int16(POLLOUT) }
      if events != 0 { polled.append(pollfd(fd: sockets[index], events: events, revents: 0)) }
    }
  }

  func process(_ entry: pollfd) {
    let readable = entry.revents & Int16(POLLIN | POLLERR | POLLHUP) != 0
    let writable = entry.revents & Int16(POLLOUT) != 0
    ares_process_fd(
      channel, readable ? entry.fd : ARES_SOCKET_BAD, writable ? entry.fd : ARES_SOCKET_BAD)
  }

  /// Lets c-ares give up what it has waited for long enough.
  func processTimeouts() { ares_process_fd(channel, ARES_SOCKET_BAD, ARES_SOCKET_BAD) }

  private final class AnswerBox {
    let then: (Int32, UnsafeBufferPointer<UInt8>) -> Void
    init(_ then: @escaping (Int32, UnsafeBufferPointer<UInt8>) -> Void) { self.then = then }
  }
}

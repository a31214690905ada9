internal import CAres
internal import Glibc

/// One server: the questions that are on their way to it, and what is known of its health.
///
/// A reply that was cut is asked for again over a connection of its own, so that a server that closes
/// it harms no other question.
final class ServerChannel {
  /// What came back for one question.
  enum Answer {
    case reply(DNSReply)
    case refused
    case failure(String)
    /// Nobody listens there, or nothing came.
    case silence(String)
  }

  /// A question over TCP.
  private final class Stream {
    let channel: Channel
    var isOver = false
    init(_ channel: Channel) { self.channel = channel }
  }

  private let address: String
  private let patienceSeconds: Double
  /// Sockets for datagrams, more of them as more questions wait: the system keeps few replies for one,
  /// and a reply is harder to forge when it may belong to any.
  private var datagrams: [Channel]
  private var nextSocket = 0
  private var streams: [Stream] = []
  /// Questions that wait for a connection.
  private var cut: [(question: DNSQuestion, then: (Answer) -> Void)] = []
  /// Questions whose time is not up.
  private var waiting = 0
  /// How many may wait: grows with each answer, shrinks when most questions stay unanswered, or many
  /// are answered only when they come again, so that a server with a limit of its own is not flooded.
  private var window: Int
  private let limit: Int
  private var recent = (good: 0, bad: 0, lost: 0)
  /// Questions in a row that the server did not answer.
  private var failures = 0
  /// When a server that is down is tried with a question again.
  private var probeAt: UInt64 = 0

  private static let mostStreams = 16
  private static let firstWindow = 128
  private static let leastWindow = 16
  private static let recentCount = 64
  private static let mostSockets = 8
  /// Replies that the system keeps for a socket in any case: 212,992 bytes, at most 1,280 for each.
  private static let perSocket = 128
  /// One lost question in so many is too many.
  private static let answersPerLoss = 16
  private static let failuresWhenDown = 4

  init(address: String, patienceSeconds: Double, limit: Int) throws(ResolverError) {
    self.address = address
    self.patienceSeconds = patienceSeconds
    self.limit = limit
    window = min(limit, Self.firstWindow)
    datagrams = [
      try Channel(address: address, transport: .datagrams, patienceSeconds: patienceSeconds)
    ]
  }

  // MARK: Questions

  var hasRoom: Bool { waiting < window }
  var isDown: Bool { failures >= Self.failuresWhenDown }

  /// Whether a server that is down gets a question to show whether it is back.
  func takesProbe(at now: UInt64) -> Bool { isDown && now >= probeAt && waiting == 0 }

  /// Asks; `then` is called once.
  func ask(
    _ question: DNSQuestion, now: UInt64, timeout: UInt64, then: @escaping (Answer) -> Void
  ) {
    waiting += 1
    if isDown { probeAt = now + timeout }
    socket().ask(question) { [weak self] status, bytes in
      if let self, bytes.count > 2, bytes[2] & 0x02 != 0 {
        cut.append((question, then))
      } else {
        then(Self.answer(status, bytes))
      }
    }
  }

  /// The sockets take turns.
  private func socket() -> Channel {
    if waiting > Self.perSocket * datagrams.count, datagrams.count < Self.mostSockets,
      let more = try? Channel(
        address: address, transport: .datagrams, patienceSeconds: patienceSeconds)
    {
      datagrams.append(more)
    }
    nextSocket = (nextSocket + 1) % datagrams.count
    return datagrams[nextSocket]
  }

  /// Opens connections for replies that were cut, and closes those that are done.
  private func serveCut() {
    streams.removeAll { $0.isOver }
    while streams.count < Self.mostStreams, !cut.isEmpty {
      let (question, then) = cut.removeFirst()
      do throws(ResolverError) {
        let stream = Stream(
          try Channel(address: address, transport: .stream, patienceSeconds: patienceSeconds))
        streams.append(stream)
        stream.channel.ask(question) { [weak stream] status, bytes in
          stream?.isOver = true
          then(Self.answer(status, bytes))
        }
      } catch {
        then(.failure(error.description))
      }
    }
  }

  private static func answer(_ status: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Answer {
    switch status {
    case ARES_SUCCESS, ARES_ENODATA, ARES_ENOTFOUND:
      guard let reply = DNSReply(bytes) else { return .failure("damaged reply") }
      // A code that c-ares does not know is no answer either, whatever comes with it.
      guard reply.responseCode == 0 || reply.responseCode == 3 else {
        return .failure("the server answers with code \(reply.responseCode)")
      }
      if reply.isReferral { return .failure("the server only refers to others") }
      return reply.isBesideThePoint ? .failure("the answer is about something else") : .reply(reply)
    case ARES_EREFUSED: return .refused
    case ARES_ETIMEOUT, ARES_ECONNREFUSED, ARES_ECANCELLED, ARES_EDESTRUCTION:
      return .silence(Channel.text(status))
    default: return .failure(Channel.text(status))
    }
  }

  // MARK: Health

  /// A question's time is up, or its answer came.
  func release() { waiting -= 1 }

  func noteAnswer() {
    failures = 0
    recent.good += 1
    if window < limit { window += 1 }
    settle()
  }

  func noteFailure() {
    failures += 1
    noteRefusal()
  }

  /// It is there, but may have too much to do.
  func noteRefusal() {
    recent.bad += 1
    settle()
  }

  /// A question that stayed unanswered was answered when it came again: somebody had too much to do.
  func noteLoss() { recent.lost += 1 }

  private func settle() {
    guard recent.good + recent.bad >= Self.recentCount else { return }
    if recent.bad > recent.good || recent.lost * Self.answersPerLoss > recent.good {
      window = min(limit, max(Self.leastWindow, window / 2))
    }
    recent = (0, 0, 0)
  }

  // MARK: Sockets

  var channels: [Channel] { datagrams + streams.map(\.channel) }

  /// Lets c-ares give up what it has waited for long enough, and begins what has come up since.
  func processTimeouts() {
    for channel in channels { channel.processTimeouts() }
    serveCut()
  }
}

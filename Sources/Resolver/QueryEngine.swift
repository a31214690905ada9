internal import CAres
internal import Glibc

/// Why name resolution could not be set up.
package struct ResolverError: Error, CustomStringConvertible, Sendable {
  package let description: String
}

/// Asks many questions at once, of several servers, until each is answered or given up.
///
/// A question goes to the first server in order that is well and has room. If nothing comes in time,
/// it goes to the next one too, and whichever answers first is heard: a slow answer is not lost. When
/// all were tried, another round begins with twice the time. Not Sendable: one thread owns it.
final class QueryEngine {
  /// A question on its way.
  private final class Job {
    let question: DNSQuestion
    let then: (DNSOutcome) -> Void
    /// Nanoseconds that each server has at least.
    var leastTimeout: UInt64 = 0
    /// Whether it is about the servers themselves.
    var isProbe = false
    var isDone = false
    var round = 0
    /// Servers that were asked in this round, a bit each.
    var asked: UInt64 = 0
    /// Those of them that refused.
    var refusals: UInt64 = 0
    /// Servers that let the time of a round pass.
    var unheard: UInt64 = 0
    var reason = "no answer"

    init(_ question: DNSQuestion, _ then: @escaping (DNSOutcome) -> Void) {
      self.question = question
      self.then = then
    }
  }

  /// One question to one server.
  private final class Attempt {
    let job: Job
    let server: ServerChannel
    let index: Int
    var isWaiting = true

    init(_ job: Job, _ server: ServerChannel, _ index: Int) {
      self.job = job
      self.server = server
      self.index = index
    }
  }

  /// Why the rest is not asked.
  enum Surrender: String {
    case nobodyAnswers = "no DNS server answers"
    case nothingIsSaid = "no DNS server knows anything: all refuse or fail"
    case timeIsOver = "not asked: the time for look-ups was over"
  }

  private enum Alarm {
    /// The time of an attempt is up.
    case timeout(Attempt)
    /// After a failure of all servers, a question may be asked again.
    case again(Job)
  }

  private let servers: [ServerChannel]
  private let settings: ResolverSettings
  private let firstTimeout: UInt64
  private var queue = Backlog<Job>()
  /// Questions about domains that were begun: ending them comes before beginning others.
  private var followUps = Backlog<Job>()
  /// Questions that were asked before go first: they are the oldest.
  private var again: [Job] = []
  private var alarms = Deadlines<Alarm>()
  private var started = 0
  private var lastReplyAt: UInt64 = 0
  /// Questions that were left unanswered since the last reply came.
  private var unheard = 0
  /// Questions in a row that ended without an answer that says anything.
  private var fruitless = 0
  private var isProbing = false
  /// Why nobody is asked any more; nil as long as somebody is.
  private(set) var surrender: Surrender?
  private var hasGivenUp: Bool { surrender != nil }
  /// When the time for all questions is over; set by the first.
  private var endsAt = UInt64.max
  private static let libraryStatus = ares_library_init(ARES_LIB_INIT_ALL)
  private static let probeTimeout: UInt64 = 1_000_000_000
  /// Questions without any reply before the servers themselves come into doubt.
  private static let unheardWhenDoubtful = 16
  /// That many in a row are the fault of the servers, not of the domains.
  private static let mostFruitless = 1000

  init(_ source: DNSSource, _ settings: ResolverSettings) throws(ResolverError) {
    guard Self.libraryStatus == 0 else {
      throw ResolverError(
        description: "c-ares cannot be set up: \(Channel.text(Self.libraryStatus))")
    }
    let addresses: [String]
    if case .servers(let list) = source {
      addresses = list
    } else {
      addresses = try SystemServers.addresses()
    }
    self.settings = settings
    firstTimeout = UInt64(settings.timeoutSeconds * 1e9)
    let rounds = (1 << min(settings.tries, 16)) - 1
    var servers: [ServerChannel] = []
    for address in addresses {
      servers.append(
        try ServerChannel(
          address: address,
          patienceSeconds: settings.timeoutSeconds * Double(rounds * addresses.count),
          limit: settings.inFlightPerServer))
    }
    self.servers = servers
  }

  /// Takes a question up; `then` is called from `run`. A follow-up goes before all that have not been
  /// asked yet.
  func ask(
    _ question: DNSQuestion, isFollowUp: Bool, then: @escaping (DNSOutcome) -> Void
  ) {
    if endsAt == .max { endsAt = Self.now() + UInt64(settings.longestSeconds * 1e9) }
    let job = Job(question, then)
    if isFollowUp { followUps.add(job) } else { queue.add(job) }
  }

  /// Sends what there is room for and takes what has come.
  ///
  /// - Parameter waiting: for the next reply or deadline, where there is nothing to take yet.
  func run(waiting: Bool) {
    send()
    guard started > 0 else { return }
    receive(waiting: waiting)
    let now = Self.now()
    if now >= endsAt, !hasGivenUp { surrender = .timeIsOver }
    // Nothing is waited for any longer once all was given up.
    while let alarm = alarms.next(at: hasGivenUp ? .max : now) {
      switch alarm {
      case .timeout(let attempt): expire(attempt)
      case .again(let job): again.append(job)
      }
    }
    send()
  }

  // MARK: Sending

  private func send() {
    let now = Self.now()
    // An attempt may fail at once and so be put back while this goes on.
    let waiting = again
    again = []
    for job in waiting {
      if hasGivenUp {
        finish(job, .failed(job.reason))
      } else if !attempt(job, now: now) {
        again.append(job)
      }
    }
    while started < settings.inFlightLimit, let job = followUps.first ?? queue.first {
      let isFollowUp = followUps.first != nil
      if started == 0 { lastReplyAt = now }
      started += 1
      guard hasGivenUp || attempt(job, now: now) else {
        started -= 1
        break
      }
      if isFollowUp { followUps.dropFirst() } else { queue.dropFirst() }
      if let surrender { finish(job, .failed(surrender.rawValue)) }
    }
  }

  /// Sends a question to the next server; false when those that it may go to have no room.
  private func attempt(_ job: Job, now: UInt64) -> Bool {
    if job.isDone { return true }
    guard let index = server(for: job, now: now) else { return false }
    job.asked |= 1 << UInt64(index)
    let server = servers[index]
    let attempt = Attempt(job, server, index)
    let timeout = max(firstTimeout << UInt64(job.round), job.leastTimeout)
    alarms.add(.timeout(attempt), at: now + timeout)
    server.ask(job.question, now: now, timeout: timeout) { [weak self] answer in
      self?.take(answer, attempt)
    }
    return true
  }

  private func server(for job: Job, now: UInt64) -> Int? {
    let open = servers.indices.filter { job.asked & (1 << UInt64($0)) == 0 }
    if let probed = open.first(where: { servers[$0].takesProbe(at: now) }) { return probed }
    let well = open.filter { !servers[$0].isDown }
    // A server that is down is asked only when no other is left.
    return (well.isEmpty ? open : well).first { job.isProbe || servers[$0].hasRoom }
  }

  // MARK: Receiving

  private func receive(waiting: Bool) {
    var polled: [pollfd] = []
    var owners: [Channel] = []
    for channel in servers.flatMap(\.channels) {
      channel.addSockets(to: &polled)
      while owners.count < polled.count { owners.append(channel) }
    }
    var milliseconds: Int32 = 0
    if waiting {
      let now = Self.now()
      let soonest = min(alarms.soonest ?? now + 1_000_000_000, endsAt)
      milliseconds = soonest > now ? Int32(clamping: (soonest - now) / 1_000_000 + 1) : 0
    }
    poll(&polled, nfds_t(polled.count), milliseconds)
    for (entry, owner) in zip(polled, owners) where entry.revents != 0 {
      owner.process(entry)
    }
    for server in servers { server.processTimeouts() }
  }

  private func take(_ answer: ServerChannel.Answer, _ attempt: Attempt) {
    let index = attempt.index
    let wasWaiting = attempt.isWaiting
    release(attempt)
    let job = attempt.job
    switch answer {
    case .reply(let reply):
      if wasWaiting, job.unheard & (1 << UInt64(index)) != 0 { attempt.server.noteLoss() }
      hear(attempt.server)
      if !job.isDone { finish(job, .reply(reply)) }
      return
    case .refused:
      hear(nil)
      attempt.server.noteRefusal()
      job.refusals |= 1 << UInt64(index)
      job.reason = "refused"
    case .failure(let reason):
      hear(attempt.server)
      job.reason = reason
    case .silence(let reason):
      if wasWaiting {
        attempt.server.noteFailure()
        noteUnheard()
      }
      job.reason = reason
    }
    if wasWaiting, !job.isDone { goOn(job) }
  }

  private func expire(_ attempt: Attempt) {
    guard attempt.isWaiting else { return }
    release(attempt)
    attempt.server.noteFailure()
    noteUnheard()
    attempt.job.unheard |= 1 << UInt64(attempt.index)
    if !attempt.job.isDone {
      attempt.job.reason = Channel.text(Int32(ARES_ETIMEOUT))
      goOn(attempt.job)
    }
  }

  private func release(_ attempt: Attempt) {
    guard attempt.isWaiting else { return }
    attempt.isWaiting = false
    attempt.server.release()
  }

  private func hear(_ server: ServerChannel?) {
    lastReplyAt = Self.now()
    unheard = 0
    server?.noteAnswer()
  }

  /// After an attempt that came to nothing: the next server, the next round, or the end.
  private func goOn(_ job: Job) {
    let all: UInt64 = (1 << UInt64(servers.count)) - 1
    guard job.asked == all else {
      again.append(job)
      return
    }
    guard job.round + 1 < settings.tries, !hasGivenUp else {
      finish(job, job.refusals == all ? .refused : .failed(job.reason))
      return
    }
    // Servers refuse for a while too, when too many ask them.
    let pause = (firstTimeout << UInt64(job.round)) / 8
    job.round += 1
    job.asked = 0
    job.refusals = 0
    alarms.add(.again(job), at: Self.now() + pause)
  }

  private func finish(_ job: Job, _ outcome: DNSOutcome) {
    guard !job.isDone else { return }
    job.isDone = true
    started -= 1
    if case .reply = outcome { fruitless = 0 } else { fruitless += 1 }
    if fruitless >= Self.mostFruitless, !hasGivenUp { surrender = .nothingIsSaid }
    job.then(outcome)
  }

  // MARK: Silence

  /// When nothing at all has come for a while, a question that every server can answer decides whether
  /// they are there; it waits for nobody.
  private func noteUnheard() {
    unheard += 1
    guard unheard >= Self.unheardWhenDoubtful, !isProbing, !hasGivenUp,
      Self.now() >= lastReplyAt + firstTimeout
    else { return }
    isProbing = true
    let root = Job(DNSQuestion(name: ".", type: .nameServer)) { [weak self] outcome in
      guard let self else { return }
      isProbing = false
      if case .failed = outcome, unheard >= Self.unheardWhenDoubtful, !hasGivenUp {
        surrender = .nobodyAnswers
      }
    }
    root.leastTimeout = Self.probeTimeout
    root.isProbe = true
    started += 1
    again.append(root)
  }

  /// Nanoseconds since some instant: for how long an answer has been waited for, never for a date.
  private static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}

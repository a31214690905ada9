import Glibc

/// Signals that are waited for instead of handled: the end of a child, and requests to stop.
///
/// A class, since it remembers what came.
final class SignalInbox {
  struct Signal: Equatable {
    let number: Int32
    /// Sent by the terminal to all processes in its foreground, not by another process to this one.
    let isFromTerminal: Bool
  }

  /// The signal mask that children start with: this process's former one, but never deaf to
  /// requests to stop, whatever thread of whatever program started it.
  let childMask: sigset_t
  private let awaited: sigset_t
  /// The last request to stop that `wait` returned.
  private(set) var lastRequest: Int32?
  private static let requests = [SIGINT, SIGTERM, SIGHUP]

  /// Blocks the signals from now on.
  init() {
    // A parent may have had it ignored, which would make the ends of children invisible.
    signal(SIGCHLD, SIG_DFL)
    var set = sigset_t()
    sigemptyset(&set)
    for signal in Self.requests + [SIGCHLD] { sigaddset(&set, signal) }
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &set, &before)
    for signal in Self.requests + [SIGCHLD] { sigdelset(&before, signal) }
    childMask = before
    awaited = set
  }

  /// Waits for the next signal.
  ///
  /// - Returns: a request to stop, or nil when a child changed its state.
  func wait() -> Signal? {
    var set = awaited
    var information = siginfo_t()
    let number = sigwaitinfo(&set, &information)
    guard Self.requests.contains(number) else { return nil }
    lastRequest = number
    return Signal(number: number, isFromTerminal: information.si_code > 0)
  }

  /// A request to stop that came while no child was waited for.
  var request: Int32? {
    if let lastRequest { return lastRequest }
    var set = sigset_t()
    sigpending(&set)
    return Self.requests.first { sigismember(&set, $0) == 1 }
  }

  /// Ends this process by a signal, as if it had not been held back: callers see the true reason.
  func die(by number: Int32) {
    var mask = childMask
    signal(number, SIG_DFL)
    raise(number)
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }
}

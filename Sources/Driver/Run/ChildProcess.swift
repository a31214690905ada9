import Glibc
import StageKit

/// One run of a stage's executable.
struct ChildProcess {
  enum Ending: Equatable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  let path: String
  /// Without the program's name.
  let arguments: [String]
  /// Added to this process's environment, `NAME=value`.
  let environment: [String]
  /// A descriptor that the child inherits under the same number.
  let inherited: Int32
  /// Whether the child's results are dropped; its logs are not.
  let isQuiet: Bool

  /// Starts the child, hands on signals, and waits for its end.
  ///
  /// Standard output and error are the driver's own; standard input is empty.
  ///
  /// - Throws: `StageFailure` when the program cannot be started.
  func run(signals: SignalInbox) throws -> Ending {
    let child = try spawn(signals: signals)
    while true {
      var status: Int32 = 0
      let waited = waitpid(child, &status, WNOHANG)
      if waited == child { return Self.ending(of: status) }
      if waited < 0, errno != EINTR {
        throw StageFailure(.internalFault, "cannot wait for '\(path)': \(errorText(errno))")
      }
      // A terminal sends its signals to the whole group, so the child has them already.
      if let signal = signals.wait(), !signal.isFromTerminal { kill(child, signal.number) }
    }
  }

  private func spawn(signals: SignalInbox) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    if isQuiet {
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    }
    // Onto itself: clears the close-on-exec mark in the child only.
    posix_spawn_file_actions_adddup2(&actions, inherited, inherited)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var mask = signals.childMask
    posix_spawnattr_setsigmask(&attributes, &mask)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var child: pid_t = 0
    let code = withCStrings([path] + arguments) { argv in
      withCStrings(inheritedEnvironment + environment) { envp in
        posix_spawn(&child, path, &actions, &attributes, argv, envp)
      }
    }
    guard code == 0 else {
      throw StageFailure(.internalFault, "cannot start '\(path)': \(errorText(code))")
    }
    return child
  }

  /// This process's environment without the names that are set anew.
  private var inheritedEnvironment: [String] {
    let names = environment.map { $0.prefix { $0 != "=" } + "=" }
    var entries: [String] = []
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if !names.contains(where: { text.hasPrefix($0) }) { entries.append(text) }
      next += 1
    }
    return entries
  }

  /// Reads a wait status (`WIFEXITED` and its kin are macros that Swift does not import).
  private static func ending(of status: Int32) -> Ending {
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
  }
}

/// The system's words for an error number.
func errorText(_ code: Int32) -> String { String(cString: strerror(code)) }

/// Hands a closure a null-terminated array of C strings.
private func withCStrings<R>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> R
) -> R {
  let pointers = texts.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers + [nil])
}

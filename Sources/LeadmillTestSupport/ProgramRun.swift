internal import Foundation
internal import Glibc

/// A program on its way, its output going to files.
package final class ProgramRun {
  package let command: [String]
  package let processID: Int32
  private let folder: String
  private let startedAt: UInt64
  private var ended: ProgramResult?

  /// Starts a program in a process group of its own.
  ///
  /// - Parameters:
  ///   - name: one of our programs, or a path.
  ///   - arguments: what it is given.
  ///   - environment: added to that of the tests; an empty value removes the variable.
  ///   - input: standard input; nothing when nil.
  ///   - workingDirectory: the folder that it runs in.
  /// - Throws: `TestSupportError` when it cannot be started.
  package init(
    _ name: String, _ arguments: [String] = [], environment: [String: String] = [:],
    input: [UInt8]? = nil, workingDirectory: String = RepositoryPaths.root
  ) throws {
    let path = RepositoryPaths.program(name)
    // posix_spawn cannot change the folder portably; env can, and becomes the program.
    let isElsewhere = FileManager.default.currentDirectoryPath != workingDirectory
    command =
      (isElsewhere ? ["/usr/bin/env", "-C", workingDirectory, path] : [path]) + arguments
    folder = try TemporaryFolder.create(label: "run")
    let inputPath = input == nil ? "/dev/null" : "\(folder)/in"
    if let input { try Data(input).write(to: URL(fileURLWithPath: inputPath)) }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, inputPath, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "\(folder)/out", O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "\(folder)/err", O_WRONLY | O_CREAT, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)

    var variables = ProcessInfo.processInfo.environment
    variables.merge(environment) { _, ours in ours }
    var argumentPointers: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    var variablePointers: [UnsafeMutablePointer<CChar>?] =
      variables.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
      .map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      for pointer in argumentPointers + variablePointers { free(pointer) }
    }
    var child: pid_t = 0
    startedAt = Self.nanoseconds()
    let code = posix_spawn(
      &child, command[0], &actions, &attributes, &argumentPointers, &variablePointers)
    guard code == 0 else {
      throw TestSupportError("cannot start '\(path)': \(String(cString: strerror(code)))")
    }
    processID = child
  }

  deinit {
    if ended == nil {
      kill(-processID, SIGKILL)
      var status: Int32 = 0
      waitpid(processID, &status, 0)
    }
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Whether it has not ended yet.
  package var isRunning: Bool { ended == nil && !poll() }

  package func signal(_ number: Int32) { kill(-processID, number) }

  /// What it has written to standard output so far.
  package var outputSoFar: String { text("out") }
  package var errorsSoFar: String { text("err") }

  /// Waits for the end.
  ///
  /// - Parameters:
  ///   - killAfterMicroseconds: sends SIGKILL to the program and its children at that instant.
  ///   - timeoutSeconds: kills it too, but as a failure.
  /// - Returns: how it ended.
  /// - Throws: `TestSupportError` when it did not end in time.
  package func wait(
    killAfterMicroseconds: Int? = nil, timeoutSeconds: Int = 300
  ) throws -> ProgramResult {
    let killAt = killAfterMicroseconds.map { startedAt + UInt64($0) * 1000 }
    let timeoutAt = startedAt + UInt64(timeoutSeconds) * 1_000_000_000
    var pauseMicroseconds: UInt32 = 200
    var killed = false
    while !poll() {
      let now = Self.nanoseconds()
      if let killAt, now >= killAt, !killed {
        kill(-processID, SIGKILL)
        killed = true
      }
      if now >= timeoutAt {
        kill(-processID, SIGKILL)
        while !poll() { usleep(1000) }
        throw TestSupportError("no end after \(timeoutSeconds) s:\n\(ended?.description ?? "")")
      }
      let untilKill = killAt.map { $0 > now && !killed ? UInt32(($0 - now) / 1000 + 1) : 5000 }
      usleep(min(pauseMicroseconds, untilKill ?? 5000))
      pauseMicroseconds = min(pauseMicroseconds * 2, 5000)
    }
    guard let ended else { throw TestSupportError("no result of \(command)") }
    return ended
  }

  /// Takes note of the end when it has come.
  private func poll() -> Bool {
    if ended != nil { return true }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(processID, &status, WNOHANG, &usage) == processID else { return false }
    let signal = status & 0x7F
    ended = ProgramResult(
      command: command, status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
      output: text("out"), errors: text("err"),
      milliseconds: Int((Self.nanoseconds() - startedAt) / 1_000_000),
      peakKiB: usage.ru_maxrss)
    return true
  }

  private func text(_ name: String) -> String {
    let data = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  private static func nanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}

/// Runs a program to its end. See `ProgramRun` for the parameters.
package func runProgram(
  _ name: String, _ arguments: [String] = [], environment: [String: String] = [:],
  input: [UInt8]? = nil, workingDirectory: String = RepositoryPaths.root,
  killAfterMicroseconds: Int? = nil, timeoutSeconds: Int = 300
) throws -> ProgramResult {
  try ProgramRun(
    name, arguments, environment: environment, input: input, workingDirectory: workingDirectory
  ).wait(killAfterMicroseconds: killAfterMicroseconds, timeoutSeconds: timeoutSeconds)
}

internal import Glibc

/// The right to change a workspace: held by one run at a time, and by the child processes that it
/// hands its file descriptor to. The kernel gives it back when the last of them is gone, however
/// they end.
package final class WorkspaceLock {
  /// Names the descriptor that a parent process hands down.
  package static let environmentVariable = "LEADMILL_LOCK_FD"

  package let descriptor: Int32

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Takes the lock, or the one that a parent process already holds.
  ///
  /// - Throws: `StageFailure` with `.workspaceBusy` that says who holds it.
  package static func acquire(
    _ workspace: Workspace, purpose: String
  ) throws(StageFailure) -> WorkspaceLock {
    if let inherited = inherited(for: workspace) { return WorkspaceLock(descriptor: inherited) }
    let descriptor = open(workspace.lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw StageFailure(
        .internalFault,
        "cannot write '\(workspace.lockPath)': \(String(cString: strerror(errno))); "
          + "check the rights of the workspace and whether its disk is mounted read-only")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = read(descriptor)
      close(descriptor)
      throw StageFailure(
        .workspaceBusy,
        "the workspace '\(workspace.root)' is held by \(holder.isEmpty ? "another run" : holder); "
          + "wait for it to end, or stop it")
    }
    let holder = "\(purpose), process \(getpid()), since \(Clock.now())"
    ftruncate(descriptor, 0)
    _ = holder.withCString { pwrite(descriptor, $0, strlen($0), 0) }
    return WorkspaceLock(descriptor: descriptor)
  }

  /// Who holds the workspace now, nil when nobody does.
  package static func holder(of workspace: Workspace) -> String? {
    let descriptor = open(workspace.lockPath, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    if flock(descriptor, LOCK_SH | LOCK_NB) == 0 { return nil }
    let holder = read(descriptor)
    return holder.isEmpty ? "another run" : holder
  }

  /// The descriptor that a parent handed down, when it is the lock of this very workspace.
  private static func inherited(for workspace: Workspace) -> Int32? {
    guard let text = getenv(environmentVariable).map({ String(cString: $0) }),
      let descriptor = Int32(text)
    else { return nil }
    var ours = stat()
    var theirs = stat()
    guard fstat(descriptor, &theirs) == 0, stat(workspace.lockPath, &ours) == 0,
      ours.st_ino == theirs.st_ino, ours.st_dev == theirs.st_dev,
      flock(descriptor, LOCK_EX | LOCK_NB) == 0
    else { return nil }
    return descriptor
  }

  private static func read(_ descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}

internal import CSQLite
internal import Glibc

/// Copies the write-ahead log of a database into its file on a thread of its own, beside the
/// writer, who otherwise waits for the copying and for the disk after every few commits.
///
/// Nothing depends on it: what was not copied stays in the log, which whoever opens the file next
/// reads, and the last connection to close copies the rest. Errors are left to the writer, who
/// meets the same disk.
///
/// Unchecked: all mutable state is behind the mutex, which also stands for the two conditions.
final class LogCopier: @unchecked Sendable {
  /// Pages in the log from which on it is worth copying: 16 MiB.
  private static let copiedPages = 2_048
  /// Pages in the log from which on the writer waits, so that the log starts anew: 64 MiB.
  private static let maximumPages = 8_192

  private let path: String
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>
  private var thread: pthread_t?
  /// Pages of the log that were copied, or are being copied.
  private var askedPages = 0
  private var isAsked = false
  private var isBusy = false
  private var isClosed = false

  init(path: String) {
    self.path = path
    mutex = .allocate(capacity: 1)
    changed = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Takes note of a commit.
  ///
  /// - Parameter pages: in the log now.
  /// - Returns: whether the caller must copy what is left of the log itself, for it has grown too
  ///   long; the thread rests by then.
  func committed(pages: Int) -> Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    if pages < askedPages { askedPages = 0 }
    if pages >= Self.maximumPages {
      while isAsked || isBusy { pthread_cond_wait(changed, mutex) }
      return true
    }
    guard pages - askedPages >= Self.copiedPages, !isAsked else { return false }
    if thread == nil { thread = start() }
    guard thread != nil else { return true }
    askedPages = pages
    isAsked = true
    pthread_cond_broadcast(changed)
    return false
  }

  /// Ends the thread; the caller's connection is then the last of this program.
  func close() {
    pthread_mutex_lock(mutex)
    isClosed = true
    pthread_cond_broadcast(changed)
    let thread = thread
    pthread_mutex_unlock(mutex)
    if let thread { pthread_join(thread, nil) }
  }

  private func start() -> pthread_t? {
    var thread = pthread_t()
    let retained = Unmanaged.passRetained(self)
    let code = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<LogCopier>.fromOpaque(argument).takeRetainedValue().work()
        return nil
      }, retained.toOpaque())
    guard code == 0 else {
      retained.release()
      return nil
    }
    return thread
  }

  /// The thread's life: until it is closed.
  private func work() {
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
    // A connection that has read nothing does not know of the log, and would copy nothing.
    if sqlite3_open_v2(path, &handle, flags, nil) != SQLITE_OK
      || sqlite3_exec(handle, "SELECT 1 FROM sqlite_schema LIMIT 1", nil, nil, nil) != SQLITE_OK
    {
      sqlite3_close_v2(handle)
      handle = nil
    }
    while next() {
      // Without a connection the log grows until the writer copies it itself.
      if let handle {
        _ = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
      }
      pthread_mutex_lock(mutex)
      isBusy = false
      pthread_cond_broadcast(changed)
      pthread_mutex_unlock(mutex)
    }
    sqlite3_close_v2(handle)
  }

  private func next() -> Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while !isAsked, !isClosed { pthread_cond_wait(changed, mutex) }
    guard !isClosed else { return false }
    isAsked = false
    isBusy = true
    return true
  }
}

import Glibc

/// Reads the pieces of a document, on the owner's thread or ahead of it on another.
///
/// Unchecked: the source is touched by one thread at a time, the owner's until `start` and from then
/// on only the reading one; what both share is behind the mutex.
final class XMLPieceReader: @unchecked Sendable {
  struct Piece {
    let buffer: UnsafeMutablePointer<UInt8>
    /// Bytes behind the headroom; 0 at the end of the document.
    let count: Int
  }

  /// Bytes of a piece; a few of them fit into a processor's cache.
  static let capacity = 256 << 10
  /// Room before a piece, for what was left over of the one before.
  static let headroom = 64 << 10
  private static let piecesAhead = 3

  private let source: any XMLSource
  private var thread: pthread_t?
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>
  private var filled: [Result<Piece, TabularError>] = []
  private var free: [UnsafeMutablePointer<UInt8>] = []
  private var buffersAhead = 0
  private var isStopped = false

  init(_ source: any XMLSource) {
    self.source = source
    mutex = .allocate(capacity: 1)
    changed = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    for case .success(let piece) in filled { piece.buffer.deallocate() }
    for buffer in free { buffer.deallocate() }
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  private func locked<R>(_ body: () -> R) -> R {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  // MARK: For the owner

  /// Begins to read ahead. Where there is no thread to be had, the owner goes on to read itself.
  func start() {
    var created = pthread_t()
    let job = Unmanaged.passRetained(self)
    let code = pthread_create(
      &created, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<XMLPieceReader>.fromOpaque(argument).takeRetainedValue().readAhead()
        return nil
      }, job.toOpaque())
    if code == 0 { thread = created } else { job.release() }
  }

  /// Ends the reading thread; the source is at rest afterwards.
  func stop() {
    guard let thread else { return }
    locked {
      isStopped = true
      pthread_cond_broadcast(changed)
    }
    pthread_join(thread, nil)
    self.thread = nil
  }

  func next() throws(TabularError) -> Piece {
    guard thread != nil else { return try read(into: locked { free.popLast() } ?? Self.buffer()) }
    let result = locked {
      while filled.isEmpty { pthread_cond_wait(changed, mutex) }
      return filled.removeFirst()
    }
    return try result.get()
  }

  /// Gives a buffer back that is not needed any more.
  func give(_ buffer: UnsafeMutablePointer<UInt8>) {
    locked {
      free.append(buffer)
      pthread_cond_broadcast(changed)
    }
  }

  // MARK: Reading

  private static func buffer() -> UnsafeMutablePointer<UInt8> {
    .allocate(capacity: headroom + capacity + XMLPieces.padding)
  }

  private func read(into buffer: UnsafeMutablePointer<UInt8>) throws(TabularError) -> Piece {
    do throws(TabularError) {
      let room = UnsafeMutableRawBufferPointer(
        start: buffer + Self.headroom, count: Self.capacity)
      return Piece(buffer: buffer, count: try source.read(into: room))
    } catch {
      buffer.deallocate()
      throw error
    }
  }

  /// The reading thread's life: to the end of the document, an error, or `stop`.
  private func readAhead() {
    while let buffer = bufferToFill() {
      let result: Result<Piece, TabularError>
      do throws(TabularError) {
        result = .success(try read(into: buffer))
      } catch {
        result = .failure(error)
      }
      locked {
        filled.append(result)
        pthread_cond_broadcast(changed)
      }
      guard case .success(let piece) = result, piece.count > 0 else { return }
    }
  }

  /// Waits for room; nil when the owner has stopped.
  private func bufferToFill() -> UnsafeMutablePointer<UInt8>? {
    locked {
      while !isStopped {
        if let buffer = free.popLast() { return buffer }
        if buffersAhead < Self.piecesAhead {
          buffersAhead += 1
          return Self.buffer()
        }
        pthread_cond_wait(changed, mutex)
      }
      return nil
    }
  }
}

internal import Glibc

/// Work on batches by several threads, between a producer and a consumer that stay on the
/// caller's thread: a reader, and the one writer.
package enum ParallelBatches {
  /// Takes batches from `produce` until it gives nil, transforms them on worker threads, and hands
  /// the results to `consume` in the order of production. At most `ahead` batches for each worker are
  /// in flight, so that memory stays bounded whatever the input's size; with more of them, smaller
  /// ones, the workers go on while the consumer waits for the disk.
  ///
  /// - Throws: the first error of any of the three; the others stop as soon as they can.
  package static func run<In: Sendable, Out: Sendable>(
    workers: Int, ahead: Int = 2, produce: () throws -> In?,
    transform: @escaping @Sendable (In) throws -> Out,
    consume: (Out) throws -> Void
  ) throws {
    let queue = BatchQueue<In, Out>()
    var threads: [pthread_t] = []
    defer {
      queue.close()
      for thread in threads { pthread_join(thread, nil) }
    }
    for _ in 0..<max(1, workers) {
      threads.append(try WorkerThread.start { queue.work(transform) })
    }
    let limit = ahead * max(1, workers)
    var produced = 0
    var consumed = 0
    var isExhausted = false
    while true {
      while !isExhausted, produced - consumed < limit {
        if let batch = try produce() {
          queue.add(batch, index: produced)
          produced += 1
        } else {
          isExhausted = true
        }
        // Results that are ready go out before more is taken in.
        if let ready = try queue.take(index: consumed, waiting: false) {
          consumed += 1
          try consume(ready)
        }
      }
      guard consumed < produced else { return }
      if let result = try queue.take(index: consumed, waiting: true) {
        consumed += 1
        try consume(result)
      }
    }
  }
}

/// Batches that wait for a worker, and results that wait for the consumer.
///
/// Unchecked: all mutable state is behind the mutex, which also stands for the two conditions.
private final class BatchQueue<In: Sendable, Out: Sendable>: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let inputAdded: UnsafeMutablePointer<pthread_cond_t>
  private let resultAdded: UnsafeMutablePointer<pthread_cond_t>
  private var inputs: [(index: Int, batch: In)] = []
  private var results: [Int: Result<Out, any Error>] = [:]
  private var isClosed = false

  init() {
    mutex = .allocate(capacity: 1)
    inputAdded = .allocate(capacity: 1)
    resultAdded = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(inputAdded, nil)
    pthread_cond_init(resultAdded, nil)
  }

  deinit {
    pthread_cond_destroy(inputAdded)
    pthread_cond_destroy(resultAdded)
    pthread_mutex_destroy(mutex)
    inputAdded.deallocate()
    resultAdded.deallocate()
    mutex.deallocate()
  }

  private func locked<R>(_ body: () throws -> R) rethrows -> R {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body()
  }

  func add(_ batch: In, index: Int) {
    locked {
      inputs.append((index, batch))
      pthread_cond_signal(inputAdded)
    }
  }

  /// The result of a batch; nil when it is not ready and the caller does not want to wait.
  func take(index: Int, waiting: Bool) throws -> Out? {
    try locked {
      while waiting, results[index] == nil { pthread_cond_wait(resultAdded, mutex) }
      return try results.removeValue(forKey: index)?.get()
    }
  }

  func close() {
    locked {
      isClosed = true
      inputs = []
      pthread_cond_broadcast(inputAdded)
    }
  }

  /// A worker's life: until the queue is closed.
  func work(_ transform: (In) throws -> Out) {
    while let (index, batch) = next() {
      let result = Result { try transform(batch) }
      locked {
        results[index] = result
        pthread_cond_signal(resultAdded)
      }
    }
  }

  private func next() -> (index: Int, batch: In)? {
    locked {
      while inputs.isEmpty, !isClosed { pthread_cond_wait(inputAdded, mutex) }
      return inputs.isEmpty ? nil : inputs.removeFirst()
    }
  }
}

/// A thread with a stack that deep parsers can live with (the system's default for the main one).
private enum WorkerThread {
  private final class Job {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  static func start(_ body: @escaping @Sendable () -> Void) throws -> pthread_t {
    var thread = pthread_t()
    let job = Unmanaged.passRetained(Job(body))
    let code = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, job.toOpaque())
    guard code == 0 else {
      job.release()
      throw StageFailure(
        .internalFault, "cannot start a thread: \(String(cString: strerror(code)))")
    }
    return thread
  }
}

import StageKit

/// Work of another thread beside that of the caller's.
enum Overlap {
  /// Runs one closure on a thread of its own while the caller's thread runs the other.
  ///
  /// - Throws: the first error of either; both have ended by then.
  static func run<R: Sendable>(
    background: @escaping @Sendable () throws -> R, foreground: () throws -> Void
  ) throws -> R? {
    var hasStarted = false
    var result: R?
    try ParallelBatches.run(
      workers: 1,
      produce: { () -> Bool? in
        if hasStarted {
          try foreground()
          return nil
        }
        hasStarted = true
        return true
      },
      transform: { _ in try background() },
      consume: { result = $0 })
    return result
  }
}

internal import Glibc
package import LeadModel

/// The only place that reads a clock. What ends up in the conformed layer depends on `--as-of`,
/// never on this: it dates the ledger's own entries and measures how long things took.
package enum Clock {
  /// The present, in UTC.
  package static func now() -> Timestamp {
    Timestamp(seconds: Int64(time(nil)))
  }

  /// Milliseconds since some fixed point; never goes back.
  package static func milliseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}

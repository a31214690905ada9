internal import CMalloc

/// How a stage treats memory that it frees.
///
/// A batch takes and frees the same megabytes over and over. Left to itself the allocator returns
/// them to the system each time, and the next batch pays for fresh, zeroed pages: a tenth of a
/// large import.
enum Memory {
  /// Keeps freed memory for the next batch; to be called before other threads are started.
  ///
  /// - Source: mallopt(3).
  static func keepWhatIsFreed() {
    // Blocks of a batch come from the heap and go back to it.
    mallopt(M_MMAP_THRESHOLD, 32 << 20)
    mallopt(M_TRIM_THRESHOLD, 1 << 30)
    mallopt(M_TOP_PAD, 16 << 20)
  }
}

internal import CMalloc

/// How a stage takes memory and what it does with what it frees.
enum Memory {
  /// The part of the heap that comes in huge pages: what a night needs. A large import needs more,
  /// of which huge pages would hold much that it has no use for yet.
  private static let huge = 128 << 20
  /// Bytes of a huge page.
  private static let hugePage: UInt = 2 << 20

  /// Sets the allocator up; to be called before other threads are started.
  ///
  /// A batch takes and frees the same megabytes over and over. Left to itself the allocator returns
  /// them to the system each time, and the next batch pays for fresh, zeroed pages: a tenth of a
  /// large import. And the system hands memory out in pages of 4 kB, each at the price of a fault:
  /// a fifth of a night. Where it has huge pages to give, the heap asks for them.
  ///
  /// - Source: mallopt(3), madvise(2).
  static func prepare() {
    // Blocks of a batch come from the heap and go back to it.
    mallopt(M_MMAP_THRESHOLD, 32 << 20)
    mallopt(M_TRIM_THRESHOLD, 1 << 30)
    // A block that the heap has no room for has it grow by as much again as is asked for here.
    mallopt(M_TOP_PAD, CInt(huge))
    if let block = malloc(1 << 20), let end = sbrk(0) {
      let first = (UInt(bitPattern: block) + hugePage - 1) / hugePage * hugePage
      if first < UInt(bitPattern: end) {
        // A system that has none to give says so, and nothing is lost.
        _ = madvise(
          UnsafeMutableRawPointer(bitPattern: first), Int(UInt(bitPattern: end) - first),
          MADV_HUGEPAGE)
      }
      free(block)
    }
    mallopt(M_TOP_PAD, 16 << 20)
  }
}

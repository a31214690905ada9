import Store

/// Pages that were read, for the next questions to a base that does not change meanwhile.
final class BlockPageCache {
  /// The generations, the oldest first, with their pages in ascending order.
  let generations: [(number: Int64, pages: ArraySlice<Int64>)]
  private var readers: [Int64: BlockPageReader] = [:]
  private var bytes = 0

  /// Bytes of pages that are kept: those of two million leads.
  private static let capacity = 64 << 20

  /// `pages` are all that there are, in ascending order.
  init(pages: [Int64]) {
    var generations: [(number: Int64, pages: ArraySlice<Int64>)] = []
    var start = 0
    while start < pages.count {
      let number = BlockPages.generation(of: pages[start])
      var end = start + 1
      while end < pages.count, BlockPages.generation(of: pages[end]) == number { end += 1 }
      generations.append((number, pages[start..<end]))
      start = end
    }
    self.generations = generations
  }

  /// The last page of a generation up to one, which it may not have.
  func page(_ generation: Int64, upTo page: Int64) -> Int64? {
    guard let pages = generations.first(where: { $0.number == generation })?.pages else {
      return nil
    }
    var (low, high) = (pages.startIndex, pages.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if pages[middle] <= page { low = middle + 1 } else { high = middle }
    }
    return low > pages.startIndex ? pages[low - 1] : nil
  }

  /// A reader at the start of a page, read when it is asked for the first time.
  func reader(of page: Int64, read: () throws -> BlockPageReader?) rethrows -> BlockPageReader? {
    if let known = readers[page] { return known }
    guard var reader = try read() else { return nil }
    reader.mark()
    if bytes + reader.size > Self.capacity {
      readers = [:]
      bytes = 0
    }
    bytes += reader.size
    readers[page] = reader
    return reader
  }
}

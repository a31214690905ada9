import Glibc

/// The lines of standard input; it is known when the next one has to be waited for.
struct InputLines {
  /// What was read, from the start of the next line on.
  private var bytes: [UInt8] = []
  private var position = 0
  /// Where the next line ends, if it has been read as a whole.
  private var end: Int?
  private var hasEnded = false
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  /// Whether nothing more can be given without reading.
  var isEmpty: Bool { end == nil && !hasEnded }

  /// The next line without its end; nil behind the last.
  ///
  /// What is no UTF-8 is read as U+FFFD.
  mutating func next() -> String? {
    while isEmpty { readMore() }
    guard position < bytes.count else { return nil }
    let end = end ?? bytes.count
    let line = String(decoding: bytes[position..<end], as: UTF8.self)
    position = min(end + 1, bytes.count)
    self.end = bytes[position...].firstIndex(of: 10)
    return line
  }

  private mutating func readMore() {
    let count = read(STDIN_FILENO, &chunk, chunk.count)
    if count < 0, errno == EINTR { return }
    guard count > 0 else {
      hasEnded = true
      return
    }
    bytes.removeFirst(position)
    position = 0
    let start = bytes.count
    bytes += chunk[..<count]
    end = bytes[start...].firstIndex(of: 10)
  }
}

import Glibc

/// The lines of standard input; it is known when the next one has to be waited for.
struct InputLines {
  enum Line: Equatable {
    case text(String)
    /// It is no UTF-8 from a byte on, counted from 0.
    case broken(byteOffset: Int)
    /// It goes on for longer than a record can; it was read to its end and not kept.
    case tooLong
  }

  /// What was read, from the start of the next line on.
  private var bytes: [UInt8] = []
  private var position = 0
  /// Where the next line ends, if it has been read as a whole.
  private var end: Int?
  private var hasEnded = false
  /// Whether the beginning of the next line was thrown away.
  private var isCut = false
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private let longest: Int

  /// - Parameter longest: bytes that a line may have.
  init(longest: Int) {
    self.longest = longest
  }

  /// Whether nothing more can be given without reading.
  var isEmpty: Bool { end == nil && !hasEnded }

  /// The next line without its end; nil behind the last.
  mutating func next() -> Line? {
    while isEmpty { readMore() }
    guard position < bytes.count || isCut else { return nil }
    let end = end ?? bytes.count
    let line = bytes[position..<end]
    position = min(end + 1, bytes.count)
    self.end = bytes[position...].firstIndex(of: 10)
    defer { isCut = false }
    if isCut || line.count > longest { return .tooLong }
    if let text = String(validating: line, as: UTF8.self) { return .text(text) }
    return .broken(byteOffset: Self.firstBroken(in: line))
  }

  /// How many bytes can be read before one that cannot.
  private static func firstBroken(in line: ArraySlice<UInt8>) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = line.makeIterator()
    var count = 0
    while case .valid(let scalar) = parser.parseScalar(from: &rest) { count += scalar.count }
    return count
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
    if bytes.count > longest {
      bytes.removeAll()
      isCut = true
    }
    let start = bytes.count
    bytes += chunk[..<count]
    end = bytes[start...].firstIndex(of: 10)
  }
}

import Bytes
import Glibc

/// One reading of a whole file: its fingerprint, and what its bytes say about its encoding.
struct FileProbe {
  let path: String
  /// Of the file itself.
  private(set) var byteCount = 0
  /// Of its text.
  private(set) var unpackedCount = 0
  let compression: TableCompression
  private(set) var contentHash = ""
  /// The beginning of the file.
  private(set) var head: [UInt8] = []
  /// Passages with bytes from 0x80 up, for guessing the encoding.
  private(set) var sample: [UInt8] = []
  private(set) var utf8 = UTF8Scan()
  /// Bytes 0, which a text in one byte a character does not have.
  private(set) var zeroCount = 0
  /// Where the first of them is, from 0.
  private(set) var firstZero = 0
  private var taken = 0

  /// Byte order marks.
  private static let marks: Set<[UInt8]> = [[0xEF, 0xBB, 0xBF], [0xFE, 0xFF], [0xFF, 0xFE]]
  static let headLength = 64 << 10
  static let sampleLength = 64 << 10

  init(path: String, limits: TabularLimits) throws(TabularError) {
    self.path = path
    let source = try ByteSource(path: path, limits: limits, hashes: true)
    compression = source.compression
    let chunk = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 20)
    defer { chunk.deallocate() }
    while true {
      let count = try source.read(into: chunk)
      if count == 0 { break }
      take(UnsafeBufferPointer(rebasing: chunk[..<count]))
      // A packed workbook or the like is refused by its beginning; it need not be unpacked.
      if compression != .none, isNoText { break }
    }
    utf8.finish()
    byteCount = source.bytesRead
    unpackedCount = compression == .none ? byteCount : source.unpackedBytes
    contentHash = source.fingerprint()
    let isOnlyMark = unpackedCount == head.count && Self.marks.contains(head)
    if unpackedCount == 0 || isOnlyMark {
      throw TabularError(.empty, path, "is empty; send the file again")
    }
  }

  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    if head.count < Self.headLength {
      head.append(contentsOf: bytes.prefix(Self.headLength - head.count))
    }
    // A container is no text, whatever its bytes look like.
    if head.starts(with: [0x50, 0x4B, 3, 4]) { return }
    defer { taken += bytes.count }
    if let base = bytes.baseAddress, let zero = memchr(base, 0, bytes.count) {
      if zeroCount == 0 { firstZero = taken + UnsafeRawPointer(base).distance(to: zero) }
      zeroCount += bytes.count { $0 == 0 }
    }
    let first = utf8.scan(bytes)
    if let first, sample.count < Self.sampleLength {
      let from = max(0, first - 256)
      let length = min(bytes.count - from, Self.sampleLength - sample.count, 16 << 10)
      sample.append(contentsOf: bytes[from..<from + length])
    }
  }

  /// Opens a regular file for reading.
  static func open(_ path: String) throws(TabularError) -> Int32 {
    // Not blocking: a named pipe must not hold the program up before it is refused.
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR {
        throw TabularError(.missing, path, "no such file")
      }
      throw TabularError(.unreadable, path, systemMessage())
    }
    var status = stat()
    fstat(descriptor, &status)
    switch status.st_mode & S_IFMT {
    case S_IFREG: return descriptor
    case S_IFDIR:
      close(descriptor)
      throw TabularError(.unreadable, path, "is a folder; name a file in it")
    default:
      close(descriptor)
      throw TabularError(.unreadable, path, "is not a regular file")
    }
  }
}

func systemMessage() -> String {
  "cannot be read: " + String(cString: strerror(errno))
}

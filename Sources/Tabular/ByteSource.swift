import Bytes
import CZlib
import CZstd
import Glibc

/// The bytes of a file, unpacked where it is packed with gzip or zstd, read piece by piece.
final class ByteSource {
  private let path: String
  private let descriptor: Int32
  private let limits: TabularLimits
  private let packing: Packing
  private let raw: UnsafeMutableBufferPointer<UInt8>
  private var rawStart = 0
  private var rawEnd = 0
  private var atEnd = false
  private var stream: SHA256Stream?

  /// Of the file itself.
  private(set) var bytesRead = 0
  private(set) var unpackedBytes = 0
  let compression: TableCompression

  private enum Packing {
    case none
    case gzip(UnsafeMutablePointer<z_stream>)
    case zstd(OpaquePointer)
  }

  /// Opens a file; a fingerprint has to be asked for here.
  ///
  /// - Throws: `TabularError` when there is no such file, or it may not be read.
  init(path: String, limits: TabularLimits, hashes: Bool = false) throws(TabularError) {
    self.path = path
    self.limits = limits
    if hashes { stream = SHA256Stream() }
    descriptor = try FileProbe.open(path)
    var magic: (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
    let count = pread(descriptor, &magic, 4, 0)
    if count >= 2, magic.0 == 0x1F, magic.1 == 0x8B {
      let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
      stream.initialize(to: z_stream())
      leadmill_inflate_init(stream)
      packing = .gzip(stream)
      compression = .gzip
    } else if count == 4, Self.isZstd(magic), let stream = ZSTD_createDStream() {
      packing = .zstd(stream)
      compression = .zstd
    } else {
      packing = .none
      compression = .none
    }
    raw = .allocate(capacity: compression == .none ? 0 : 128 << 10)
  }

  deinit {
    close(descriptor)
    switch packing {
    case .none: break
    case .gzip(let stream):
      inflateEnd(stream)
      stream.deallocate()
    case .zstd(let stream): ZSTD_freeDStream(stream)
    }
    raw.deallocate()
  }

  /// - Returns: the number of bytes read into the buffer; 0 at the end.
  /// - Throws: `TabularError` when the file cannot be read or unpacked, or unpacks to too much.
  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(TabularError) -> Int {
    switch packing {
    case .none: return try readRaw(into: buffer)
    case .gzip, .zstd: return try unpack(buffer)
    }
  }

  private func readRaw(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(TabularError)
    -> Int
  {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw TabularError(.unreadable, path, systemMessage()) }
      bytesRead += count
      if count > 0 { stream?.update(UnsafeBufferPointer(rebasing: buffer[..<count])) }
      return count
    }
  }

  /// SHA-256 of what was read of the file as it stands on the disk, hexadecimal.
  func fingerprint() -> String {
    guard let finished = stream.take() else { return "" }
    return finished.hex()
  }

  // MARK: Unpacking

  /// Whether a file begins with a frame of zstd, or with one to be skipped, as those do that several
  /// processors packed.
  ///
  /// - Source: RFC 8878 sections 3.1.1 and 3.1.2.
  private static func isZstd(_ magic: (UInt8, UInt8, UInt8, UInt8)) -> Bool {
    magic == (0x28, 0xB5, 0x2F, 0xFD)
      || magic.0 & 0xF0 == 0x50 && (magic.1, magic.2, magic.3) == (0x2A, 0x4D, 0x18)
  }

  private func unpack(_ buffer: UnsafeMutableBufferPointer<UInt8>) throws(TabularError) -> Int {
    while true {
      if rawStart == rawEnd, !atEnd {
        rawStart = 0
        rawEnd = try readRaw(into: raw)
        if rawEnd == 0 { atEnd = true }
      }
      if atEnd, rawStart == rawEnd {
        if isInsideMember { throw damaged("ends in the middle of the packed data") }
        return 0
      }
      let count: Int
      switch packing {
      case .none: return 0
      case .gzip(let stream): count = try inflate(stream, buffer)
      case .zstd(let stream): count = try decompress(stream, buffer)
      }
      guard count > 0 else { continue }
      unpackedBytes += count
      let isBomb =
        unpackedBytes > limits.ratioFloorBytes && unpackedBytes / max(1, bytesRead) > limits.ratio
      if unpackedBytes > limits.partBytes || isBomb {
        throw TabularError(
          .limit, path,
          "unpacks to more than \(isBomb ? "\(limits.ratio) times its size" : "\(limits.partBytes) bytes")"
            + "; unpack it yourself if that is right")
      }
      return count
    }
  }

  private var isInsideMember = false

  private func inflate(
    _ stream: UnsafeMutablePointer<z_stream>, _ buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(TabularError) -> Int {
    guard let base = raw.baseAddress else { return 0 }
    if !isInsideMember, stream.pointee.total_in > 0 {
      // Zeros after a member are padding; another member goes on with the text.
      if raw[rawStart] == 0 {
        rawStart += 1
        return 0
      }
      inflateReset(stream)
    }
    isInsideMember = true
    stream.pointee.next_in = base + rawStart
    stream.pointee.avail_in = UInt32(rawEnd - rawStart)
    stream.pointee.next_out = buffer.baseAddress
    stream.pointee.avail_out = UInt32(min(buffer.count, 1 << 30))
    let room = Int(stream.pointee.avail_out)
    let status = CZlib.inflate(stream, Z_NO_FLUSH)
    rawStart = rawEnd - Int(stream.pointee.avail_in)
    let count = room - Int(stream.pointee.avail_out)
    switch status {
    case Z_STREAM_END: isInsideMember = false
    case Z_OK, Z_BUF_ERROR: break
    default: throw damaged("is damaged in the packed data")
    }
    return count
  }

  private func decompress(
    _ stream: OpaquePointer, _ buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(TabularError) -> Int {
    var input = ZSTD_inBuffer(src: raw.baseAddress, size: rawEnd, pos: rawStart)
    var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
    let status = ZSTD_decompressStream(stream, &output, &input)
    if ZSTD_isError(status) != 0 { throw notUnpacked(ZSTD_getErrorCode(status)) }
    rawStart = input.pos
    isInsideMember = status != 0
    return output.pos
  }

  /// Why zstd does not go on, and what to do.
  private func notUnpacked(_ code: ZSTD_ErrorCode) -> TabularError {
    switch code {
    case ZSTD_error_frameParameter_windowTooLarge:
      // 2^27 bytes is what zstd itself takes without being told to take more.
      TabularError(
        .limit, path,
        "needs a window of more than 128 MiB to be unpacked; pack it without --long and --ultra")
    case ZSTD_error_dictionary_wrong:
      TabularError(.format, path, "is packed with a dictionary; pack it without one")
    default: damaged("is damaged in the packed data")
    }
  }

  private func damaged(_ what: String) -> TabularError {
    TabularError(.corrupt, path, "\(what); ask for the file again")
  }
}

import CISAL

/// One part being unpacked from its beginning, checked against what the directory says of it.
final class ZipPart {
  let name: String
  private let file: ZipFile
  private let entry: ZipEntry
  private let maximumBytes: Int
  private let stream: UnsafeMutableRawPointer?
  private let input: UnsafeMutableRawBufferPointer
  private var inputRange = 0..<0
  /// Of the next packed bytes in the file.
  private var offset: Int
  private var packedLeft: Int
  private var crc: UInt32 = 0
  private var isAtEnd = false
  private(set) var bytesRead = 0

  private static let pieceLength = 64 << 10

  /// Begins at the offset of the packed bytes in the file.
  init(file: ZipFile, entry: ZipEntry, start: Int, maximumBytes: Int) throws(TabularError) {
    self.file = file
    self.entry = entry
    self.maximumBytes = maximumBytes
    name = ZipDirectory.shown(entry.name)
    offset = start
    packedLeft = entry.packedBytes
    stream = entry.method == 0 ? nil : leadmill_inflate_create(leadmill_inflate_raw)
    input = .allocate(byteCount: Self.pieceLength, alignment: 16)
  }

  deinit {
    leadmill_inflate_free(stream)
    input.deallocate()
  }

  /// Bytes that the part unpacks to, as the directory says; reading fails where it lies.
  var byteCount: Int { entry.unpackedBytes }

  /// Fills the buffer as far as the part reaches.
  ///
  /// - Returns: bytes read; 0 at the end.
  /// - Throws: `TabularError` for damage, a lie of the directory, or a part beyond a limit.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TabularError) -> Int {
    var done = 0
    while done < buffer.count, !isAtEnd {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      done += try stream == nil ? readStored(into: rest) : inflate(into: rest)
    }
    crc = leadmill_crc32(crc, buffer.baseAddress, done)
    bytesRead += done
    guard bytesRead <= maximumBytes else {
      throw file.failure(
        .limit, "part '\(name)' unpacks to more than \(max(1, maximumBytes >> 20)) MiB")
    }
    guard bytesRead <= entry.unpackedBytes else { throw damaged("it is longer than it says") }
    if isAtEnd { try checkWhole() }
    return done
  }

  private func checkWhole() throws(TabularError) {
    guard bytesRead == entry.unpackedBytes else { throw damaged("it is shorter than it says") }
    guard crc == entry.crc else { throw damaged("its checksum is wrong") }
  }

  private func readStored(into buffer: UnsafeMutableRawBufferPointer) throws(TabularError) -> Int {
    let wanted = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, packedLeft)])
    let count = try file.read(into: wanted, at: offset)
    guard count == wanted.count else { throw damaged("it is cut off") }
    offset += count
    packedLeft -= count
    isAtEnd = packedLeft == 0
    return count
  }

  private func inflate(into buffer: UnsafeMutableRawBufferPointer) throws(TabularError) -> Int {
    if inputRange.isEmpty { try refill() }
    let step = leadmill_inflate_run(
      stream, input.baseAddress?.advanced(by: inputRange.lowerBound), inputRange.count,
      buffer.baseAddress, min(buffer.count, 1 << 30))
    inputRange = inputRange.lowerBound + step.consumed..<inputRange.upperBound
    if step.status < 0 { throw damaged("it cannot be unpacked") }
    isAtEnd = step.status == 1
    if step.produced == 0, step.consumed == 0, !isAtEnd, packedLeft == 0 {
      throw damaged("it is cut off")
    }
    return step.produced
  }

  private func refill() throws(TabularError) {
    let wanted = UnsafeMutableRawBufferPointer(rebasing: input[..<min(input.count, packedLeft)])
    let count = try file.read(into: wanted, at: offset)
    guard count == wanted.count else { throw damaged("it is cut off") }
    offset += count
    packedLeft -= count
    inputRange = 0..<count
  }

  private func damaged(_ reason: String) -> TabularError {
    file.failure(.corrupt, "part '\(name)' is damaged (\(reason)); send the file again")
  }
}

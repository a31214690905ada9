import Glibc

/// The text of a file in UTF-8, read piece by piece.
final class TextSource {
  private let source: ByteSource
  /// nil: the bytes are UTF-8 already.
  private let converter: iconv_t?
  /// Bytes of one unit of the encoding: what is skipped when it makes no sense.
  private let unit: Int
  private let raw: UnsafeMutableBufferPointer<UInt8>
  private var rawStart = 0
  private var rawEnd = 0
  private var atEnd = false
  /// Bytes of the unpacked file before those in `raw`.
  private var offset = 0
  private var markLeft: Int

  /// Places where a replacement character stands for bytes that the encoding does not have.
  private(set) var replacements = 0
  /// Where the first of them stand in the unpacked file, from 0.
  private(set) var replacedOffsets: [Int] = []
  /// Bytes of the file itself, for progress.
  var bytesRead: Int { source.bytesRead }

  static let mostOffsets = 100

  init(path: String, encoding: SourceEncoding, limits: TabularLimits) throws(TabularError) {
    if encoding.isCleanUTF8 {
      converter = nil
    } else {
      let opened = iconv_open("UTF-8", encoding.name)
      // iconv_open reports failure by (iconv_t)-1.
      guard Int(bitPattern: opened) != -1 else {
        throw TabularError(.format, path, "encoding '\(encoding.name)' is not known to iconv")
      }
      converter = opened
    }
    unit = encoding.name.hasPrefix("UTF-16") ? 2 : encoding.name.hasPrefix("UTF-32") ? 4 : 1
    do throws(TabularError) {
      source = try ByteSource(path: path, limits: limits)
    } catch {
      if let converter { iconv_close(converter) }
      throw error
    }
    raw = .allocate(capacity: 256 << 10)
    markLeft = encoding.markLength
  }

  deinit {
    if let converter { iconv_close(converter) }
    raw.deallocate()
  }

  /// Reads some text.
  ///
  /// - Parameter buffer: where it goes; at least 16 bytes.
  /// - Returns: its length in bytes; 0 at the end of the file.
  /// - Throws: `TabularError` when the file cannot be read.
  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(TabularError) -> Int {
    while markLeft > 0 {
      let count = try source.read(
        into: UnsafeMutableBufferPointer(rebasing: raw[..<markLeft]))
      if count == 0 { return 0 }
      markLeft -= count
      offset += count
    }
    guard let converter else { return try source.read(into: buffer) }
    while true {
      if rawEnd - rawStart < 8, !atEnd { try refill() }
      if rawStart == rawEnd { return 0 }
      let count = convert(converter, into: buffer)
      if count > 0 { return count }
    }
  }

  private func refill() throws(TabularError) {
    let left = rawEnd - rawStart
    if left > 0, let base = raw.baseAddress { memmove(base, base + rawStart, left) }
    offset += rawStart
    rawStart = 0
    rawEnd = left
    let count = try source.read(into: UnsafeMutableBufferPointer(rebasing: raw[left...]))
    rawEnd += count
    if count == 0 { atEnd = true }
  }

  /// Converts what it can of the raw bytes.
  private func convert(_ converter: iconv_t, into buffer: UnsafeMutableBufferPointer<UInt8>)
    -> Int
  {
    guard let rawBase = raw.baseAddress, let outputBase = buffer.baseAddress else { return 0 }
    var input: UnsafeMutablePointer<CChar>? =
      UnsafeMutableRawPointer(rawBase + rawStart).assumingMemoryBound(to: CChar.self)
    var inputLeft = rawEnd - rawStart
    var output: UnsafeMutablePointer<CChar>? =
      UnsafeMutableRawPointer(outputBase).assumingMemoryBound(to: CChar.self)
    var outputLeft = buffer.count
    let result = iconv(converter, &input, &inputLeft, &output, &outputLeft)
    let problem = errno
    rawStart = rawEnd - inputLeft
    var produced = buffer.count - outputLeft
    guard result == -1, problem != E2BIG else { return produced }
    // EINVAL in the middle of a file only means that the character goes on in the next piece.
    if problem == EINVAL, !atEnd { return produced }
    guard outputLeft >= 3 else { return produced }
    for byte: UInt8 in [0xEF, 0xBF, 0xBD] {
      buffer[produced] = byte
      produced += 1
    }
    if replacedOffsets.count < Self.mostOffsets { replacedOffsets.append(offset + rawStart) }
    rawStart = min(rawEnd, rawStart + unit)
    replacements += 1
    return produced
  }
}

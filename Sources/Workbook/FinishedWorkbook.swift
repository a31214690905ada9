import CZlib
import Glibc

/// Looks through a workbook that was just written, whether each part came to its end: the library
/// collects parts in temporary files, and does not notice when there is no space left for them.
struct FinishedWorkbook {
  /// What is wrong, or nil.
  ///
  /// Walks the entries as they follow each other in the file: the writer leaves nothing between them.
  ///
  /// - Source: PKWARE APPNOTE 6.3.9, 4.3.7 (local file header).
  static func damage(at path: String) -> String? {
    guard let file = fopen(path, "rb") else { return String(cString: strerror(errno)) }
    defer { fclose(file) }
    var reader = FinishedWorkbook(file: file)
    while let header = reader.take(4) {
      if header == [0x50, 0x4B, 0x01, 0x02] {
        return reader.endsWhole ? nil : "its end is missing"
      }
      guard header == [0x50, 0x4B, 0x03, 0x04], let fixed = reader.take(26) else { break }
      let name = reader.take(Int(fixed[22]) | Int(fixed[23]) << 8) ?? []
      guard reader.take(Int(fixed[24]) | Int(fixed[25]) << 8) != nil,
        fixed[4] == 8, fixed[5] == 0
      else { break }
      let shown = String(decoding: name, as: UTF8.self)
      guard let part = reader.inflated() else { return "part '\(shown)' is damaged" }
      if !part.isWhole {
        return "part '\(shown)' is cut off; there may be no space left for temporary files"
      }
    }
    return "it is no whole archive"
  }

  /// The first and the last bytes of a part.
  private struct Part {
    var first: [UInt8] = []
    var last: [UInt8] = []
    static let kept = 256

    mutating func append(_ bytes: ArraySlice<UInt8>) {
      if first.count < Self.kept { first += bytes.prefix(Self.kept - first.count) }
      last = Array((last + bytes.suffix(Self.kept)).suffix(Self.kept))
    }

    /// An XML part ends with its root element; other parts are copied as they are.
    var isWhole: Bool {
      let start = String(decoding: first, as: UTF8.self)
      guard start.hasPrefix("<") else { return !first.isEmpty }
      let elements = start.split(separator: "<").filter { !$0.hasPrefix("?") }
      guard let root = elements.first?.prefix(while: { !" />\r\n".contains($0) }) else {
        return false
      }
      let end = String(decoding: last, as: UTF8.self).reversed().drop(while: \.isWhitespace)
      let tail = String(end.reversed())
      return tail.hasSuffix("</\(root)>") || elements.count == 1 && tail.hasSuffix("/>")
    }
  }

  private let file: UnsafeMutablePointer<FILE>
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var position = 0
  private var end = 0

  private init(file: UnsafeMutablePointer<FILE>) {
    self.file = file
  }

  private mutating func refill() -> Bool {
    position = 0
    end = fread(&buffer, 1, buffer.count, file)
    return end > 0
  }

  private mutating func take(_ count: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < count {
      if position == end, !refill() { return nil }
      let next = min(end - position, count - bytes.count)
      bytes += buffer[position..<position + next]
      position += next
    }
    return bytes
  }

  /// Whether the file ends with the record that ends every archive.
  private var endsWhole: Bool {
    guard fseek(file, -22, SEEK_END) == 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 22)
    return fread(&bytes, 1, 22, file) == 22 && bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// The entry that begins here, inflated; nil when it is damaged.
  private mutating func inflated() -> Part? {
    var stream = z_stream()
    // Raw deflate, of the largest window.
    guard
      inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var part = Part()
    var output = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      if position == end, !refill() { return nil }
      let available = end - position
      var code = Z_OK
      let left = buffer.withUnsafeMutableBufferPointer { input -> (input: Int, output: Int) in
        output.withUnsafeMutableBufferPointer { output in
          stream.next_in = input.baseAddress.map { $0 + position }
          stream.avail_in = UInt32(available)
          stream.next_out = output.baseAddress
          stream.avail_out = UInt32(output.count)
          code = inflate(&stream, Z_NO_FLUSH)
          return (Int(stream.avail_in), Int(stream.avail_out))
        }
      }
      position += available - left.input
      part.append(output[..<(output.count - left.output)])
      if code == Z_STREAM_END { return part }
      guard code == Z_OK || code == Z_BUF_ERROR else { return nil }
    }
  }
}

extension FileProbe {
  /// What the file is, by its content.
  ///
  /// - Throws: `TabularError` for everything that is neither CSV nor XLSX, with what to do instead.
  func format() throws(TabularError) -> TableFile.Format {
    if compression != .none, isNoText {
      throw TabularError(
        .format, path, "has something else than a text packed in it; unpack it first")
    }
    if starts(with: [0x50, 0x4B, 0x03, 0x04]) || starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      return .xlsx
    }
    if let other = otherFormat() { throw other }
    if starts(with: Array("BZh".utf8)) || starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A]) {
      throw TabularError(
        .format, path, "is compressed; unpack it first, or pack it with gzip or zstd")
    }
    if !hasWideBOM, looksBinary {
      throw TabularError(.format, path, "is neither text nor a workbook; send CSV or XLSX")
    }
    return .csv
  }

  /// Whether the unpacked beginning is a container, a document or packed again.
  var isNoText: Bool {
    [
      [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0xD0, 0xCF, 0x11, 0xE0], [0x1F, 0x8B],
      [0x28, 0xB5, 0x2F, 0xFD], Array("%PDF".utf8), Array("BZh".utf8),
    ].contains { starts(with: $0) }
  }

  private func starts(with prefix: [UInt8]) -> Bool { head.starts(with: prefix) }

  private var hasWideBOM: Bool { starts(with: [0xFF, 0xFE]) || starts(with: [0xFE, 0xFF]) }

  /// Control characters that no text has, beyond the zeros of UTF-16.
  private var looksBinary: Bool {
    if let wide = EncodingGuess.wideWithoutMark(head) { return !isWideText(wide) }
    // Some programs fill the last block of a file up with zeros.
    let end = head.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
    guard end > 0 else { return true }
    let head = head[..<end]
    let controls = head.count {
      $0 < 32 && $0 != 0 && !(9...13).contains($0) && $0 != 27 && $0 != 1 && !(28...31).contains($0)
    }
    let zeros = head.count { $0 == 0 }
    if zeros * 3 > head.count, controls * 10 < head.count { return false }
    return controls * 50 > head.count || zeros * 10 > head.count
  }

  /// Whether hardly a unit is a control character or none at all.
  private func isWideText(_ encoding: String) -> Bool {
    let high = encoding == "UTF-16LE" ? 1 : 0
    let odd = stride(from: 0, to: head.count - 1, by: 2).count { index in
      let unit = UInt16(head[index + high]) << 8 | UInt16(head[index + 1 - high])
      return unit < 32 && !(9...13).contains(unit) || unit >= 0xFFFE
    }
    return odd * 100 < head.count
  }
}

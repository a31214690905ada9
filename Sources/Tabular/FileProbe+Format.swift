import Glibc

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
    if starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw compoundFile() }
    if starts(with: Array("%PDF".utf8)) {
      throw TabularError(.format, path, "is a PDF document; ask for a CSV or XLSX file")
    }
    if starts(with: Array("BZh".utf8)) || starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A]) {
      throw TabularError(
        .format, path, "is compressed; unpack it first, or pack it with gzip or zstd")
    }
    if isMarkup {
      throw TabularError(
        .format, path, "is an HTML or XML page, not a table; open it and save it as XLSX or CSV")
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

  private var isMarkup: Bool {
    let text = head.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || $0 <= 32 }
      .prefix(14).map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }
    return ["<!doctype", "<html", "<?xml", "<table"].contains { text.starts(with: $0.utf8) }
  }

  /// Control characters that no text has, beyond the zeros of UTF-16.
  private var looksBinary: Bool {
    let controls = head.count { $0 < 32 && $0 != 0 && !(9...13).contains($0) && $0 != 27 }
    let zeros = head.count { $0 == 0 }
    if zeros * 3 > head.count, controls * 10 < head.count { return false }
    return controls * 50 > head.count || zeros * 10 > head.count
  }

  /// An OLE compound file is an old workbook or an encrypted new one; the names of its streams,
  /// in UTF-16, tell which.
  private func compoundFile() -> TabularError {
    let mark: [UInt8] = Array("EncryptedPackage".utf8).flatMap { [$0, 0] }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    var content = [UInt8](repeating: 0, count: min(byteCount, 64 << 20))
    let count = descriptor < 0 ? 0 : max(0, read(descriptor, &content, content.count))
    let found = content.withUnsafeBytes {
      Self.contains(mark, in: UnsafeRawBufferPointer(rebasing: $0[..<count]))
    }
    return found
      ? TabularError(
        .encrypted, path, "is protected by a password; save it without one and send it again")
      : TabularError(
        .format, path, "is an Excel 97-2003 workbook (.xls); open it and save it as .xlsx")
  }

  private static func contains(_ mark: [UInt8], in bytes: UnsafeRawBufferPointer) -> Bool {
    guard let base = bytes.baseAddress, let first = mark.first else { return false }
    var offset = 0
    while offset + mark.count <= bytes.count,
      let hit = memchr(base + offset, Int32(first), bytes.count - mark.count + 1 - offset)
    {
      if memcmp(hit, mark, mark.count) == 0 { return true }
      offset = base.distance(to: UnsafeRawPointer(hit)) + 1
    }
    return false
  }
}

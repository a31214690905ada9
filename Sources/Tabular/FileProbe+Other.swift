import Glibc

/// What files are that look like tables to those who send them: each with what to do about it.
extension FileProbe {
  /// - Returns: what to say of a file that is neither text nor a container of ours; nil when its
  ///   beginning is none that is known.
  func otherFormat() -> TabularError? {
    if starts([0xD0, 0xCF, 0x11, 0xE0]) { return compoundFile() }
    if let (_, message) = Self.beginnings.first(where: { starts($0.mark) }) {
      return TabularError(.format, path, message)
    }
    return markup()
  }

  private static let oldWorkbook =
    "is a workbook of an old Excel (.xls); open it and save it as .xlsx"

  private static let beginnings: [(mark: [UInt8], message: String)] = [
    // BOF records of BIFF2, 3, 4 and 5, and of BIFF8 without its container.
    ([0x09, 0x00, 0x04, 0x00], oldWorkbook), ([0x09, 0x02, 0x06, 0x00], oldWorkbook),
    ([0x09, 0x04, 0x06, 0x00], oldWorkbook), ([0x09, 0x08, 0x08, 0x00], oldWorkbook),
    ([0x09, 0x08, 0x10, 0x00], oldWorkbook),
    (Array("%PDF".utf8), "is a PDF document; ask for a CSV or XLSX file"),
    (Array("{\\rtf".utf8), "is a text document (.rtf); ask for a CSV or XLSX file"),
    (Array("MIME-Version:".utf8), "is a web archive (.mht); open it and save it as .xlsx or CSV"),
    (Array("SQLite format 3".utf8), "is a SQLite database; export its table as CSV"),
    (Array("PAR1".utf8), "is a Parquet file; export it as CSV"),
    (Array("Rar!".utf8), "is an archive (.rar); unpack it and send the files in it"),
    ([0x37, 0x7A, 0xBC, 0xAF], "is an archive (.7z); unpack it and send the files in it"),
    ([0x89, 0x50, 0x4E, 0x47], "is a picture; ask for a CSV or XLSX file"),
    ([0xFF, 0xD8, 0xFF], "is a picture; ask for a CSV or XLSX file"),
  ]

  private func starts(_ mark: [UInt8]) -> Bool { head.starts(with: mark) }

  private func markup() -> TabularError? {
    let text = head.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || $0 <= 32 }
      .prefix(4096).map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }
    guard
      ["<!doctype", "<html", "<?xml", "<table", "<meta"].contains(where: {
        text.starts(with: $0.utf8)
      })
    else { return nil }
    let beginning = String(decoding: text, as: UTF8.self)
    if beginning.contains("urn:schemas-microsoft-com:office:spreadsheet")
      || beginning.contains("progid=\"excel.sheet\"")
    {
      return TabularError(
        .format, path, "is an Excel 2003 XML spreadsheet; open it and save it as .xlsx")
    }
    if beginning.contains("<office:document") {
      return TabularError(
        .format, path, "is an OpenDocument file in one piece (.fods); open it and save it as .xlsx")
    }
    if path.lowercased().hasSuffix(".xls") {
      return TabularError(
        .format, path, "is an HTML page that is only named .xls; open it and save it as .xlsx")
    }
    return TabularError(
      .format, path, "is an HTML or XML page, not a table; open it and save it as XLSX or CSV")
  }

  /// An OLE compound file is an old workbook, an encrypted new one or another document; the names
  /// in its directory tell which.
  ///
  /// - Source: MS-CFB 2.6.1: entries of 128 bytes, each begins with its name in UTF-16.
  private func compoundFile() -> TabularError {
    let names = compoundNames()
    if names.contains("EncryptedPackage") || names.contains("EncryptionInfo") {
      return TabularError(
        .encrypted, path, "is protected by a password; save it without one and send it again")
    }
    let other = [
      ("WordDocument", "is a Word document (.doc)"),
      ("PowerPoint Document", "is a PowerPoint presentation (.ppt)"),
      ("__properties_version1.0", "is an Outlook message (.msg)"),
    ].first { names.contains($0.0) }
    if let other, !names.contains("Workbook"), !names.contains("Book") {
      return TabularError(.format, path, other.1 + "; send a CSV or XLSX file")
    }
    return TabularError(
      .format, path, "is an Excel 97-2003 workbook (.xls); open it and save it as .xlsx")
  }

  private func compoundNames() -> Set<String> {
    let known = [
      "EncryptedPackage", "EncryptionInfo", "Workbook", "Book", "WordDocument",
      "PowerPoint Document", "__properties_version1.0",
    ].map { name in
      let mark: [UInt8] = name.utf8.flatMap { [$0, UInt8(0)] }
      return (name: name, mark: mark + [0, 0])
    }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    // The directory of a larger file lies where its writer put it, as a rule near the beginning.
    var content = [UInt8](repeating: 0, count: min(byteCount, 64 << 20))
    let count = max(0, read(descriptor, &content, content.count))
    var found: Set<String> = []
    var offset = 512
    while offset + 128 <= count {
      for (name, mark) in known where content[offset..<offset + mark.count].elementsEqual(mark) {
        found.insert(name)
      }
      offset += 128
    }
    return found
  }
}

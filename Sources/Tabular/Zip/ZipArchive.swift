/// The parts of a workbook file, unpacked piece by piece under limits.
final class ZipArchive {
  var path: String { file.path }
  let limits: TabularLimits
  private let file: ZipFile
  private let entries: [ZipEntry]
  /// By name in lower case with forward slashes, as part names are compared; nil for a name that
  /// several parts have.
  private var positions: [String: Int?] = [:]

  /// - Throws: `TabularError` for a damaged container or one made to do harm.
  /// - Source: names without regard to case, ECMA-376 part 2, 6.2.2.3.
  init(path: String, limits: TabularLimits) throws(TabularError) {
    self.limits = limits
    file = try ZipFile(path: path)
    entries = try ZipDirectory(file, limits: limits).entries
    for (position, entry) in entries.enumerated() where !entry.name.hasSuffix("/") {
      let key = Self.key(entry.name)
      positions[key] = .some(positions[key] == nil ? position : nil)
    }
  }

  /// Names of the parts as they stand, in the order of the directory.
  var names: [String] { entries.map(\.name) }

  func contains(_ part: String) -> Bool { positions[Self.key(part)] != nil }

  private static func key(_ part: String) -> String {
    var key = part.lowercased().replacing("\\", with: "/")
    if key.hasPrefix("/") { key.removeFirst() }
    return key
  }

  /// Opens a part for reading from its beginning.
  ///
  /// - Throws: `TabularError` when it is missing, there twice, encrypted, damaged, packed in an
  ///   unknown way or says that it is beyond the limits.
  func open(_ part: String, maximumBytes: Int? = nil) throws(TabularError) -> ZipPart {
    let shown = ZipDirectory.shown(part)
    guard let position = positions[Self.key(part)] else {
      throw file.failure(.corrupt, "has no part '\(shown)'; it is damaged or no workbook")
    }
    guard let position else {
      throw file.failure(.corrupt, "has two parts '\(shown)'; do not trust this file")
    }
    let entry = entries[position]
    guard !entry.isEncrypted else {
      throw file.failure(
        .encrypted, "is protected by a password; save it without one and send it again")
    }
    guard entry.method == 0 || entry.method == 8 else {
      throw file.failure(
        .format,
        "part '\(shown)' is packed in a way that workbooks do not use (method "
          + "\(entry.method)); open the file and save it as .xlsx again")
    }
    let maximum = min(maximumBytes ?? limits.partBytes, limits.partBytes)
    try check(entry, shown: shown, maximum: maximum)
    return try ZipPart(
      file: file, entry: entry, start: try start(of: entry, shown: shown), maximumBytes: maximum)
  }

  /// A part that says that it is too large is not begun; one that lies is stopped by its reader.
  private func check(_ entry: ZipEntry, shown: String, maximum: Int) throws(TabularError) {
    guard entry.unpackedBytes <= maximum else {
      throw file.failure(
        .limit, "part '\(shown)' unpacks to more than \(max(1, maximum >> 20)) MiB")
    }
    if entry.unpackedBytes > limits.ratioFloorBytes,
      entry.unpackedBytes / max(1, entry.packedBytes) > limits.ratio
    {
      throw file.failure(
        .limit,
        "part '\(shown)' unpacks to more than \(limits.ratio) times its size, as one does that has "
          + "a cell of millions of letters, or was made to do harm; shorten that cell in a "
          + "spreadsheet program, or do not trust this file")
    }
    guard entry.method == 8 || entry.packedBytes == entry.unpackedBytes else {
      throw file.failure(
        .corrupt, "part '\(shown)' is damaged (it has two sizes); send the file again")
    }
  }

  /// Where the packed bytes begin, behind the part's own header, which must agree with the directory.
  private func start(of entry: ZipEntry, shown: String) throws(TabularError) -> Int {
    let length = ZipDirectory.headerLength
    let header = try file.bytes(at: entry.headerOffset, count: length + entry.nameLength)
    let name = String(decoding: header[length...], as: UTF8.self)
    guard header.little(0, 4) == 0x0403_4B50, header.little(26, 2) == entry.nameLength,
      name == entry.name, header.little(8, 2) == entry.method
    else {
      throw file.failure(
        .corrupt,
        "part '\(shown)' is damaged (its header is not what the directory says); send the file "
          + "again")
    }
    let start = entry.headerOffset + length + entry.nameLength + header.little(28, 2)
    guard start + entry.packedBytes <= entry.spaceEnd else {
      throw file.failure(
        .corrupt, "part '\(shown)' overlaps what follows it; do not trust this file")
    }
    return start
  }
}

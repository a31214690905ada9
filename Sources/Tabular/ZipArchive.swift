import CZip

/// The parts of a workbook file, inflated piece by piece under limits.
final class ZipArchive {
  let path: String
  private let limits: TabularLimits
  private let handle: OpaquePointer

  /// - Throws: `TabularError` for a damaged container or one with unsafe or too many parts.
  init(path: String, limits: TabularLimits) throws(TabularError) {
    self.path = path
    self.limits = limits
    var code: Int32 = 0
    guard let opened = zip_open(path, ZIP_RDONLY, &code) else {
      var error = zip_error()
      zip_error_init_with_code(&error, code)
      let reason = String(cString: zip_error_strerror(&error)).lowercased()
      zip_error_fini(&error)
      throw TabularError(
        .corrupt, path, "is damaged (\(reason)); it may be cut off, send it again")
    }
    handle = opened
    try checkNames()
  }

  deinit { zip_discard(handle) }

  /// Nothing is ever unpacked to disk, but a part named to climb out of a folder is an attack.
  private func checkNames() throws(TabularError) {
    let count = zip_get_num_entries(handle, 0)
    guard count <= limits.parts else {
      throw TabularError(.limit, path, "has \(count) parts, more than \(limits.parts)")
    }
    for index in 0..<max(0, count) {
      guard let name = zip_get_name(handle, zip_uint64_t(index), zip_flags_t(ZIP_FL_ENC_GUESS))
      else { continue }
      let text = String(cString: name)
      let steps = text.split(whereSeparator: { $0 == "/" || $0 == "\\" })
      if steps.contains("..") {
        throw TabularError(.corrupt, path, "has a part with an unsafe name; do not trust this file")
      }
    }
  }

  func contains(_ part: String) -> Bool { index(of: part) >= 0 }

  /// Some writers spell the names of parts with backslashes.
  private func index(of part: String) -> zip_int64_t {
    let found = zip_name_locate(handle, part, zip_flags_t(ZIP_FL_NOCASE))
    if found >= 0 { return found }
    return zip_name_locate(
      handle, part.replacing("/", with: "\\"), zip_flags_t(ZIP_FL_NOCASE))
  }

  /// Opens a part for reading from its beginning.
  ///
  /// - Throws: `TabularError` when it is missing, encrypted or beyond the limits.
  func open(_ part: String, maximumBytes: Int? = nil) throws(TabularError) -> ZipPart {
    let index = index(of: part)
    guard index >= 0 else {
      throw TabularError(.corrupt, path, "has no part '\(part)'; it is damaged or no workbook")
    }
    var entry = zip_stat()
    zip_stat_init(&entry)
    zip_stat_index(handle, zip_uint64_t(index), 0, &entry)
    guard entry.encryption_method == 0 else {
      throw TabularError(
        .encrypted, path, "is protected by a password; save it without one and send it again")
    }
    guard let file = zip_fopen_index(handle, zip_uint64_t(index), 0) else {
      throw TabularError(.corrupt, path, "part '\(part)' is damaged; send the file again")
    }
    return ZipPart(
      archive: self, name: part, file: file, packedBytes: Int(clamping: entry.comp_size),
      maximumBytes: min(maximumBytes ?? limits.partBytes, limits.partBytes), limits: limits)
  }
}

/// One part being inflated.
final class ZipPart {
  let name: String
  private let archive: ZipArchive
  private let file: OpaquePointer
  private let packedBytes: Int
  private let maximumBytes: Int
  private let limits: TabularLimits
  private(set) var bytesRead = 0

  init(
    archive: ZipArchive, name: String, file: OpaquePointer, packedBytes: Int, maximumBytes: Int,
    limits: TabularLimits
  ) {
    self.archive = archive
    self.name = name
    self.file = file
    self.packedBytes = packedBytes
    self.maximumBytes = maximumBytes
    self.limits = limits
  }

  deinit { zip_fclose(file) }

  /// - Returns: bytes read; 0 at the end.
  /// - Throws: `TabularError` for damage, or once the part has grown beyond a limit: what counts is
  ///   what came out, not what the container claims.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TabularError) -> Int {
    let count = Int(zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count)))
    guard count >= 0 else {
      throw TabularError(.corrupt, archive.path, "part '\(name)' is damaged; send the file again")
    }
    bytesRead += count
    if bytesRead > maximumBytes {
      throw TabularError(
        .limit, archive.path, "part '\(name)' unpacks to more than \(maximumBytes >> 20) MiB")
    }
    if bytesRead > limits.ratioFloorBytes, bytesRead / max(1, packedBytes) > limits.ratio {
      throw TabularError(
        .limit, archive.path, "part '\(name)' unpacks to more than \(limits.ratio) times its size")
    }
    return count
  }
}

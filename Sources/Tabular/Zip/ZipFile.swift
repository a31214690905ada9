import Glibc

/// A container's bytes, read at any place; several parts may be read at once.
final class ZipFile: Sendable {
  let path: String
  let byteCount: Int
  private let descriptor: Int32

  init(path: String) throws(TabularError) {
    self.path = path
    descriptor = try FileProbe.open(path)
    var status = stat()
    fstat(descriptor, &status)
    byteCount = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// - Returns: bytes read; fewer than asked for only at the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(TabularError) -> Int
  {
    var done = 0
    while done < buffer.count {
      let count = pread(
        descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, offset + done)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(.unreadable, systemMessage()) }
      if count == 0 { break }
      done += count
    }
    return done
  }

  /// - Throws: `TabularError` unless all of the range lies in the file.
  func bytes(at offset: Int, count: Int) throws(TabularError) -> [UInt8] {
    guard offset >= 0, count >= 0, count <= byteCount, offset <= byteCount - count else {
      throw failure(.corrupt, "is damaged (it ends too early); it may be cut off, send it again")
    }
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    var problem: TabularError?
    bytes.withUnsafeMutableBytes { buffer in
      do throws(TabularError) {
        done = try read(into: buffer, at: offset)
      } catch {
        problem = error
      }
    }
    if let problem { throw problem }
    guard done == count else {
      throw failure(.corrupt, "became shorter while it was read; send it again")
    }
    return bytes
  }

  func failure(_ reason: TabularError.Reason, _ message: String) -> TabularError {
    TabularError(reason, path, message)
  }
}

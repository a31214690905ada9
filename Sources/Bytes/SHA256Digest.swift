internal import CCrypto
internal import Glibc

/// A file whose content could not be read for hashing.
package struct UnreadableFileError: Error, Equatable {
  package let path: String
  /// The system's error number.
  package let code: Int32

  /// The system's words for the error.
  package var reason: String { String(cString: strerror(code)) }
}

/// SHA-256 over bytes that come piece by piece.
///
/// - Source: FIPS 180-4; computed by libcrypto.
package struct SHA256Stream: ~Copyable {
  private let context: OpaquePointer?

  package init() {
    context = EVP_MD_CTX_new()
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
  }

  deinit { EVP_MD_CTX_free(context) }

  package mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
    EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  package mutating func update(_ text: String) {
    var text = text
    text.withUTF8 { update($0) }
  }

  /// The digest of all bytes so far, in 64 lower-case hexadecimal digits; ends the stream.
  package consuming func hex() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &digest, nil)
    let digits = Array("0123456789abcdef".utf8)
    let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}

/// SHA-256 of whole values, in 64 lower-case hexadecimal digits.
package enum SHA256Digest {
  package static func hex(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var stream = SHA256Stream()
    stream.update(bytes)
    return stream.hex()
  }

  package static func hex(_ text: String) -> String {
    var text = text
    return text.withUTF8 { hex($0) }
  }

  /// - Throws: `UnreadableFileError` when the file cannot be opened or read to its end.
  package static func hex(fileAt path: String) throws(UnreadableFileError) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw UnreadableFileError(path: path, code: errno) }
    defer { close(descriptor) }
    var stream = SHA256Stream()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw UnreadableFileError(path: path, code: errno) }
      if count == 0 { break }
      buffer.withUnsafeBufferPointer {
        stream.update(UnsafeBufferPointer(rebasing: $0[..<count]))
      }
    }
    return stream.hex()
  }
}

internal import CCrypto

/// Digests that do-not-contact registries still name people by. For comparing with theirs only:
/// neither keeps anything secret.
///
/// - Source: MD5: RFC 1321; SHA-1: RFC 3174; computed by libcrypto.
package enum LegacyDigest {
  /// 32 lower-case hexadecimal digits.
  package static func md5(_ text: String) -> String { hex(text, EVP_md5()) }

  /// 40 lower-case hexadecimal digits.
  package static func sha1(_ text: String) -> String { hex(text, EVP_sha1()) }

  private static func hex(_ text: String, _ kind: OpaquePointer?) -> String {
    var digest = [UInt8](repeating: 0, count: 64)
    var count: UInt32 = 0
    var text = text
    _ = text.withUTF8 { bytes in
      EVP_Digest(bytes.baseAddress, bytes.count, &digest, &count, kind, nil)
    }
    let digits = Array("0123456789abcdef".utf8)
    let hex = digest[..<Int(count)].flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: hex, as: UTF8.self)
  }
}

/// Kinds of digests that a registry may name people by, told by their length.
package struct DigestKinds: OptionSet, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let md5 = DigestKinds(rawValue: 1)
  package static let sha1 = DigestKinds(rawValue: 2)
  package static let sha256 = DigestKinds(rawValue: 4)
  package static let all: DigestKinds = [.md5, .sha1, .sha256]

  /// The kind of a digest of so many hexadecimal digits.
  package init?(digits: Int) {
    switch digits {
    case 32: self = .md5
    case 40: self = .sha1
    case 64: self = .sha256
    default: return nil
    }
  }

  /// Whether a text is nothing but the hexadecimal digits of a digest.
  package static func isDigest(_ text: some Collection<UInt8>) -> Bool {
    DigestKinds(digits: text.count) != nil
      && text.allSatisfy {
        let byte = ASCII.lowercased($0)
        return ASCII.isDigit(byte) || (97...102).contains(byte)
      }
  }

  private func digests(of text: String) -> [String] {
    var digests: [String] = []
    if contains(.md5) { digests.append(LegacyDigest.md5(text)) }
    if contains(.sha1) { digests.append(LegacyDigest.sha1(text)) }
    if contains(.sha256) { digests.append(SHA256Digest.hex(text)) }
    return digests
  }

  /// What registries may call an address, by the spellings that they may have had.
  package func digests(ofEmail address: String) -> [String] {
    PersonSpelling.all(ofEmail: address).flatMap { digests(of: $0) }
  }

  /// What registries may call a number in E.164 form, by the spellings that they may have had.
  package func digests(ofPhone number: String) -> [String] {
    PersonSpelling.all(ofPhone: number).flatMap { digests(of: $0) }
  }
}

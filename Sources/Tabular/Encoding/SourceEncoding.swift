/// How the bytes of a text file stand for characters.
struct SourceEncoding: Equatable, Sendable {
  /// As iconv knows it.
  let name: String
  /// Bytes of the byte order mark, which is not part of the text.
  let markLength: Int
  /// UTF-8 without any fault needs no conversion.
  let isCleanUTF8: Bool

  static func wide(_ name: String, mark: Int) -> SourceEncoding {
    SourceEncoding(name: name, markLength: mark, isCleanUTF8: false)
  }
}

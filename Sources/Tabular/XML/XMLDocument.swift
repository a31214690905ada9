/// A large XML document: read by our scanner where it is UTF-8, as nearly all are, else by expat.
final class XMLDocument<Handler: XMLBulkHandler> {
  private enum Reader {
    case scanner(XMLScanner<Handler>)
    case expat(XMLStream)
  }

  private let pieces: XMLPieces
  private let reader: Reader

  var bytesRead: Int { pieces.bytesRead }

  /// Begins a document; with expat on demand, for comparing the two.
  init(
    _ source: any XMLSource, path: String, handler: Handler, usesExpat: Bool = false
  ) throws(TabularError) {
    pieces = XMLPieces(source)
    let window = try pieces.next(after: UnsafeBufferPointer(start: nil, count: 0))
    if !usesExpat, let window, let start = XMLProlog.contentOffset(window) {
      reader = .scanner(
        try XMLScanner(
          pieces: pieces, window: UnsafeBufferPointer(rebasing: window[start...]), path: path,
          handler: handler))
    } else {
      reader = .expat(
        try XMLStream(pieces: pieces, window: window, path: path, handler: handler))
    }
  }

  /// Reads on until the handler pauses, or what is at hand is used up.
  ///
  /// - Returns: false at the end of the document.
  func advance() throws(TabularError) -> Bool {
    switch reader {
    case .scanner(let scanner): try scanner.advance()
    case .expat(let stream): try stream.advance()
    }
  }
}

/// How a document begins: its byte order mark and XML declaration.
enum XMLProlog {
  /// Where the content of a document in UTF-8 begins.
  ///
  /// - Returns: nil for other encodings, and for declarations that are not like those that programs
  ///   write: a full parser is to look at them.
  /// - Source: XML 1.0, productions 23 (XMLDecl) and 80 (EncodingDecl).
  static func contentOffset(_ window: UnsafeBufferPointer<UInt8>) -> Int? {
    guard window.count > 8 else { return nil }
    var offset = 0
    if window.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    let head = window[offset..<min(window.count, offset + 256)]
    guard head.starts(with: "<?xml".utf8) else {
      // Without a declaration it is UTF-8, unless zeros show that it is wider.
      return head.prefix(4).contains(0) || head.first == 0xFE || head.first == 0xFF ? nil : offset
    }
    guard let close = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    var words = Substring(String(decoding: head[..<close], as: UTF8.self)).dropFirst(5)
    guard words.popLast() == "?" else { return nil }
    guard take("version", ["1.0"], from: &words, optional: false),
      take("encoding", ["utf-8", "utf8"], from: &words),
      take("standalone", ["yes", "no"], from: &words)
    else { return nil }
    return words.allSatisfy(\.isWhitespace) ? close + 1 : nil
  }

  /// - Returns: false when the declaration has another value.
  private static func take(
    _ name: String, _ values: [String], from words: inout Substring, optional: Bool = true
  ) -> Bool {
    let rest = words.drop { $0 == " " }
    guard rest.count < words.count, rest.hasPrefix(name + "=") else { return optional }
    for value in values {
      for quote in ["\"", "'"] {
        let text = name + "=" + quote + value + quote
        if rest.lowercased().hasPrefix(text) {
          words = rest.dropFirst(text.count)
          return true
        }
      }
    }
    return false
  }
}

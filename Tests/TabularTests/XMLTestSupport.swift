import LeadModel

@testable import Tabular

/// A document in memory, handed out in pieces as small as one likes.
final class BytesSource: XMLSource {
  let name = "test.xml"
  private var rest: ArraySlice<UInt8>
  private var lengths: () -> Int

  /// The pieces get lengths that are asked for one after another.
  init(_ bytes: [UInt8], lengths: @escaping () -> Int = { .max }) {
    rest = bytes[...]
    self.lengths = lengths
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TabularError) -> Int {
    let count = min(max(1, lengths()), rest.count, buffer.count)
    for index in 0..<count { buffer[index] = rest[rest.startIndex + index] }
    rest = rest.dropFirst(count)
    return count
  }
}

/// Writes down what it is told, one line for each event; texts that follow each other are one.
final class EventRecorder: XMLBulkHandler {
  private(set) var events: [String] = []
  private var text = ""
  var wantsText: Bool { true }

  func startElement(_ name: XMLName, _ attributes: XMLAttributes) {
    flush()
    var line = "<" + String(cString: name.start)
    var pair = attributes.pairs
    while let key = pair?.pointee, let value = pair?[1] {
      line += " \(String(cString: key))=[\(String(cString: value))]"
      pair = pair.map { $0 + 2 }
    }
    events.append(line)
  }

  func endElement(_ name: XMLName) {
    flush()
    events.append(">" + String(cString: name.start))
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    text += String(decoding: bytes, as: UTF8.self)
  }

  func takeElements(_ window: UnsafeBufferPointer<UInt8>) -> Int { 0 }

  func flush() {
    if !text.isEmpty { events.append("'\(text)'") }
    text = ""
  }
}

enum XMLOutcome: Equatable, CustomStringConvertible {
  case events([String])
  case failure(TabularError.Reason)

  var description: String {
    switch self {
    case .events(let events): events.joined(separator: "\n")
    case .failure(let reason): "failure: \(reason)"
    }
  }

  /// Reads a document by our scanner, in pieces of given lengths.
  static func scanner(_ bytes: [UInt8], lengths: @escaping () -> Int = { .max }) -> XMLOutcome {
    // The first piece decides which parser there is: it has the declaration in any case.
    var isFirst = true
    let source = BytesSource(bytes) {
      defer { isFirst = false }
      return isFirst ? 80 : lengths()
    }
    return read(source, usesExpat: false)
  }

  static func expat(_ bytes: [UInt8]) -> XMLOutcome {
    read(BytesSource(bytes), usesExpat: true)
  }

  private static func read(_ source: BytesSource, usesExpat: Bool) -> XMLOutcome {
    let recorder = EventRecorder()
    do throws(TabularError) {
      let document = try XMLDocument(
        source, path: "t.xlsx", handler: recorder, usesExpat: usesExpat)
      while try document.advance() {}
      recorder.flush()
      return .events(recorder.events)
    } catch {
      return .failure(error.reason)
    }
  }
}

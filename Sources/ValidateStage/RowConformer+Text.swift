import Bytes
import LeadModel
import Validation

extension RowConformer {
  /// The cell as it was before somebody decoded it with the wrong encoding or wrote it for a web
  /// page, which is a finding, and without signs at its ends that nobody sees; a sound one as it is.
  mutating func decodedRightly(
    _ cell: UnsafeBufferPointer<UInt8>, field: Int
  ) -> UnsafeBufferPointer<UInt8> {
    let cell = InvisibleEnds.trimmed(cell, keepsLatin: true)
    if case .text = plan.fields[field].type, let decoded = HTMLEntities.decoded(cell) {
      let text = String(decoding: decoded, as: UTF8.self)
      let isBlank = text.allSatisfy(\.isWhitespace)
      add(
        .entities, field: field, cell: cell,
        message: "holds characters as web pages write them, and was read as "
          + (isBlank ? "an empty cell; clear it" : "'\(Excerpt.of(text))'"),
        suggestion: isBlank ? nil : text)
      return kept(decoded)
    }
    switch Self.reading(cell) {
    case nil: return InvisibleEnds.trimmed(cell)
    case .lost:
      add(
        .wronglyDecoded, field: field, cell: cell,
        message: "lost letters when it was decoded with the wrong encoding; type them again")
      return InvisibleEnds.trimmed(cell)
    case .repaired(let bytes):
      let text = String(decoding: bytes, as: UTF8.self)
      add(
        .wronglyDecoded, field: field, cell: cell,
        message: "was decoded with the wrong encoding before it came, and was read as "
          + "'\(Excerpt.of(text))'",
        suggestion: text)
      return kept(bytes)
    }
  }

  /// What a cell was before it was decoded wrongly, signs that nobody sees left out: they are gone
  /// when it is read again.
  private static func reading(_ cell: UnsafeBufferPointer<UInt8>) -> Mojibake.Reading? {
    if Mojibake.isASCII(cell) { return nil }
    guard cell.count <= Mojibake.longestCell, !TextReader.isClean(cell) else {
      return Mojibake.reading(cell)
    }
    // A letter at the end may have become one and a no-break space.
    if cell.suffix(2).elementsEqual([0xC2, 0xA0]),
      case .repaired(let bytes) = Mojibake.reading(cell)
    {
      return .repaired(bytes)
    }
    var clean: [UInt8] = []
    TextReader.appendLines(cell, to: &clean)
    return clean.withUnsafeBufferPointer { Mojibake.reading($0) }
  }

  /// Bytes that live as long as the batch.
  private mutating func kept(_ bytes: [UInt8]) -> UnsafeBufferPointer<UInt8> {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = copy.initialize(from: bytes)
    mended.append(copy)
    return InvisibleEnds.trimmed(UnsafeBufferPointer(copy))
  }

  /// Frees what was put right in the batch that is done.
  mutating func freeMended() {
    for copy in mended { copy.deallocate() }
    mended.removeAll()
  }
}

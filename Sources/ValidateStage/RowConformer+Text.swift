import Bytes
import LeadModel
import Validation

extension RowConformer {
  /// The cell as it was before somebody decoded it with the wrong encoding, which is a finding; a
  /// sound one as it is.
  mutating func decodedRightly(
    _ cell: UnsafeBufferPointer<UInt8>, field: Int
  ) -> UnsafeBufferPointer<UInt8> {
    switch Mojibake.reading(cell) {
    case nil: return cell
    case .lost:
      add(
        .wronglyDecoded, field: field, cell: cell,
        message: "lost letters when it was decoded with the wrong encoding; type them again")
      return cell
    case .repaired(let bytes):
      let text = String(decoding: bytes, as: UTF8.self)
      add(
        .wronglyDecoded, field: field, cell: cell,
        message: "was decoded with the wrong encoding before it came, and was read as '\(text)'",
        suggestion: text)
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
      _ = copy.initialize(from: bytes)
      mended.append(copy)
      return ASCII.trimmed(UnsafeBufferPointer(copy))
    }
  }

  /// Frees what was put right in the batch that is done.
  mutating func freeMended() {
    for copy in mended { copy.deallocate() }
    mended.removeAll()
  }
}

import Bytes
import LeadModel
import Validation

/// A whole name and the parts that were stated beside it.
extension RowConformer {
  /// Warns about a whole name without the family name, or the given name, that stands beside it.
  mutating func noteContradictions(
    full: Int, first: Int, last: Int, _ isStated: (first: Bool, last: Bool)
  ) {
    if isStated.last, contradicts(full: full, last, { $0.contradicts(whole: $1, family: $2) }) {
      noteContradiction(full: full, part: last, called: "family name")
    }
    // Where the family name comes first people have a name for abroad beside their own.
    guard isStated.first, !NameReader.isFamilyFirstUsual(in: country) else { return }
    if contradicts(full: full, first, { $0.contradicts(whole: $1, given: $2) }) {
      noteContradiction(full: full, part: first, called: "given name")
    }
  }

  private mutating func contradicts(
    full: Int, _ part: Int,
    _ judge: (inout NameAgreement, UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    guard case .text(let start, let count) = out[full],
      case .text(let partStart, let partCount) = out[part]
    else { return false }
    return out.bytes.withUnsafeBufferPointer { bytes in
      judge(
        &nameAgreement, UnsafeBufferPointer(rebasing: bytes[Int(start)..<Int(start + count)]),
        UnsafeBufferPointer(rebasing: bytes[Int(partStart)..<Int(partStart + partCount)]))
    }
  }

  private mutating func noteContradiction(full: Int, part: Int, called name: String) {
    note(
      .nameContradiction, column: full,
      message: "does not have the \(name) '\(out.string(out[part]) ?? "")'; correct one of them")
  }
}

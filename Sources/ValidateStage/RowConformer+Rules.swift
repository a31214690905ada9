import Bytes
import LeadModel
import Validation

extension RowConformer {
  /// Rejects the row when a column without which it means nothing is empty.
  ///
  /// - Returns: whether the row can go on.
  mutating func require(
    _ column: Int, _ field: String, _ source: RowCells, expected: String
  ) -> Bool {
    guard out[column].isNull else { return true }
    let value = Excerpt.of(source.cell(plan.field(field)))
    reject(
      .requiredMissing, field: field,
      message: value.isEmpty
        ? "'\(field)' is empty; expected \(expected)"
        : "'\(value)' cannot be used as '\(field)'; expected \(expected)",
      value: value, suggestion: out.suggestion(field: field))
    return false
  }

  /// Suppresses the row when one of its columns names an erased person.
  ///
  /// - Returns: whether the row can go on.
  mutating func passesErasure(email: Int?, phone: Int?) -> Bool {
    if settings.erasures.isEmpty { return true }
    let isErased = bytes(of: email) { email in
      bytes(of: phone) { settings.erasures.contains(email: email, phone: $0) }
    }
    if isErased { out.setFate(.suppress) }
    return !isErased
  }

  func bytes<R>(of column: Int?, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    guard let column else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    return out.withText(column, body)
  }

  /// Appends a text column's bytes to the batch's again.
  mutating func appendText(_ column: Int) {
    guard case .text(let start, let count) = out[column] else { return }
    for index in Int(start)..<Int(start) + Int(count) { out.bytes.append(out.bytes[index]) }
  }
}

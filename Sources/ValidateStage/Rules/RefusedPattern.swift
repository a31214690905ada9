import Bytes
import LeadModel
import Store
import Validation

/// Addresses with a star, which stand for several: `jo*@example.com`, and `*@example.com` for all of a
/// domain. A star may stand in an address, but nobody has one there.
enum RefusedPattern {
  /// Whether the name of an address has a star.
  static func isOne(_ address: String) -> Bool {
    address.utf8.prefix { $0 != UInt8(ascii: "@") }.contains(UInt8(ascii: "*"))
  }

  /// Whether a cell means all of a domain: `@example.com`, `*@example.com`.
  static func isWholeDomain(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.first == UInt8(ascii: "@") && SourceRoute.removed(from: cell) == nil
      || cell.count > 1 && cell[0] == UInt8(ascii: "*") && cell[1] == UInt8(ascii: "@")
  }
}

extension RowConformer {
  /// Says that a refusal by a pattern protects nobody; one that was taken for an address is taken back.
  mutating func notePatterns(in cell: UnsafeBufferPointer<UInt8>, column: Int) {
    let patterns = emails.addresses(in: cell, policy: settings.policy)
      .filter { RefusedPattern.isOne($0) && !$0.hasPrefix("*@") }
    guard let first = patterns.first, let field = plan.columns[column].field else { return }
    if out.string(out[column]).map(RefusedPattern.isOne) == true { out[column] = .null }
    let domain = first.split(separator: "@").last ?? ""
    let all =
      plan.kind == .suppression
      ? "'@\(domain)' for all of the domain"
      : "a do-not-contact entry '@\(domain)' for all of the domain"
    let names = patterns.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    add(
      .refusalPattern, field: field, cell: cell,
      message:
        "stands for several addresses (\(names)), and protects nobody; write each address, or \(all)"
    )
  }

  /// The domain that the record of a refusal names as a whole; the record keeps it as `*@example.com`.
  mutating func takeRefusedDomain(_ source: RowCells, email column: Int) -> String? {
    guard let field = plan.columns[column].field else { return nil }
    let cell = ASCII.trimmed(source.cell(field))
    guard out[column].isNull, cell.count <= 512, RefusedPattern.isWholeDomain(cell),
      let at = cell.firstIndex(of: UInt8(ascii: "@"))
    else { return nil }
    // Domains are read as those of addresses are.
    var address: [UInt8] = []
    let read = (Array("x".utf8) + cell[at...]).withUnsafeBufferPointer {
      try? emails.read($0, into: &address)
    }
    guard let read, !read.notes.contains(.addressLiteral) else { return nil }
    let domain = String(decoding: address[read.domainStart...], as: UTF8.self)
    out.setText("*@\(domain)", column: column)
    return domain
  }

  /// Records of consent are about people: the refusal of a domain is a do-not-contact entry.
  mutating func keepRefusal(ofDomain domain: String) {
    let entry = TablePlan.suppression
    var values = [SQLValue](repeating: .null, count: entry.columns.count)
    values[SuppressionColumns.domain] = .text(domain)
    values[SuppressionColumns.channel] = out.sqlValue(out[ConsentColumns.channel])
    values[SuppressionColumns.registry] = .text(layout.supplier)
    values[SuppressionColumns.reason] = .text("consent refused")
    values[SuppressionColumns.at] = out.sqlValue(out[ConsentColumns.at])
    out.add(
      FurtherRecord(
        row: out.rows.count - 1, reason: .alsoNamed, kind: .suppression, values: values,
        isUndated: false))
  }
}

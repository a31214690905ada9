import Bytes
import LeadModel
import Validation

/// Digests of do-not-contact entries.
extension RowConformer {
  /// A digest does not say what it is of, and lists keep those of addresses and numbers in one column:
  /// the only thing that an entry has may be either.
  ///
  /// - Returns: whether it is the only thing.
  mutating func settleLoneDigest(among names: [Int]) -> Bool {
    let (email, phone) = (SuppressionColumns.emailDigest, SuppressionColumns.phoneDigest)
    guard names.filter({ !out[$0].isNull }).count == 1, !out[email].isNull || !out[phone].isNull
    else { return false }
    if out[email].isNull { out[email] = out[phone] } else { out[phone] = out[email] }
    return true
  }

  /// A digest counts from its own column and from that of the plain value, and a plain value from the
  /// column of its digest: what is recognised by its shape protects the person.
  ///
  /// `others` gains the people whom the column of digests names in plain.
  ///
  /// - Returns: the digests beside the one that the column keeps.
  mutating func settleDigests(
    _ source: RowCells, column: Int, field name: String, of plain: Int, _ plainField: Int,
    _ others: inout [Named]
  ) -> [String] {
    let field = plan.field(name)
    var digests: [String] = []
    if !out[column].isNull {
      out[column] = .null
      let cell = literal(source.cell(field))
      let written = WrittenDigests(cell)
      digests = usable(written, cell: cell, field: field)
      if written.digests.isEmpty, written.unsupported == nil {
        readPlain(source, field: field, of: plain, plainField, &others)
      }
    }
    let plainCell = source.cell(plainField)
    if plainCell.count >= 22 {
      let cell = literal(plainCell)
      for digest in usable(WrittenDigests(cell), cell: cell, field: plainField)
      where !digests.contains(digest) {
        digests.append(digest)
      }
    }
    guard let first = digests.first else { return [] }
    out.setText(first, column: column)
    return Array(digests.dropFirst())
  }

  private func literal(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    layout.unescapes ? FormulaGuard.unescaped(cell) : FormulaGuard.literal(cell)
  }

  /// The digests that may be somebody's; says which are not, and which cannot be compared.
  private mutating func usable(
    _ written: WrittenDigests, cell: UnsafeBufferPointer<UInt8>, field: Int
  ) -> [String] {
    if let kind = written.unsupported {
      add(
        .hashMalformed, field: field, cell: cell,
        message:
          "has the length of a \(kind), which is not compared with anybody, so that it protects "
          + "nobody; ask for SHA-256 digests of the addresses in lower case, or for the addresses")
    }
    return written.digests.filter { digest in
      guard let what = WrittenDigests.standIn(digest) else { return true }
      add(
        .hashMalformed, field: field, cell: cell,
        message:
          "is \(what), and protects nobody; ask for the digest of the address or number that is "
          + "meant")
      return false
    }
  }

  /// Reads plain values in the column of digests.
  private mutating func readPlain(
    _ source: RowCells, field: Int, of plain: Int, _ plainField: Int, _ others: inout [Named]
  ) {
    let cell = source.cell(field)
    switch plan.fields[plainField].type {
    case .email where cell.contains(UInt8(ascii: "@")):
      if out[plain].isNull { readEmail(cell, field: field, column: plain) }
      let named = emails.addresses(in: literal(cell), policy: settings.policy)
      others += settled(named, column: plain, replaces: true).map { .email($0) }
      if !named.isEmpty { return }
    case .phone where out[plain].isNull && cell.count < 32:
      readPhone(cell, field: field, column: plain, of: source)
      if !out[plain].isNull { return }
    default: break
    }
    add(
      .hashMalformed, field: field, cell: cell,
      message:
        "is no digest; expected the hexadecimal digits of a SHA-256 (64), SHA-1 (40) or MD5 (32)")
  }
}

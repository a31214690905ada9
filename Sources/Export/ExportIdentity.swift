import Bytes
package import LeadModel
package import Store

/// The name of a record in an exported file: `17-3f9a0c52e1b4`, its id and a check of where the
/// record began.
///
/// The check is over the kind, the content of the first file that the record came with, the sheet
/// and the row, so that the same id in another workspace is another name. Tasks that escalation
/// created came with no file: their own id, which says rule, entity and episode, is checked.
package struct ExportIdentity {
  private var seeds: [Int64: UInt64] = [:]
  private let kindSeed: UInt64

  /// 48 bits: of a million rows from elsewhere, one is taken for ours once in 280 million imports.
  private static let checkDigits = 12

  package init(_ kind: RecordKind) {
    kindSeed = Hash64.of(kind.rawValue)
  }

  /// Takes in where the sheets of the kind came from.
  package mutating func load(_ kind: RecordKind, from database: Database) throws {
    try database.query("export-sheets").rows(.text(kind.rawValue)) { row in
      let origin = "\(row.text(1))\u{0}\(row.text(2))"
      var bytes = origin
      seeds[row.int(0)] = bytes.withUTF8 { Hash64.of($0, seed: kindSeed) }
    }
  }

  /// The check of a record that began with a row of a sheet; nil for a sheet that is not known.
  package func check(sheet: Int64, row: Int64) -> UInt64? {
    seeds[sheet].map { Self.mixed(UInt64(bitPattern: row), $0) }
  }

  /// The check of a record that no file brought.
  package func check(externalID: UnsafeBufferPointer<UInt8>) -> UInt64 {
    Hash64.of(externalID, seed: kindSeed &+ 1)
  }

  private static func mixed(_ number: UInt64, _ seed: UInt64) -> UInt64 {
    withUnsafeBytes(of: number.littleEndian) {
      Hash64.of($0.assumingMemoryBound(to: UInt8.self), seed: seed)
    }
  }

  /// The name of a record with a check.
  package static func name(of record: Int64, check: UInt64) -> String {
    var name: [UInt8] = []
    append(record: record, check: check, to: &name)
    return String(decoding: name, as: UTF8.self)
  }

  /// As much of a check as names show.
  package static func shown(_ check: UInt64) -> UInt64 { check & (1 << (checkDigits * 4) - 1) }

  /// The check in a name; nil for a number alone, and what is no name.
  package static func check(in text: some StringProtocol) -> UInt64? {
    guard record(in: text) != nil, let dash = text.lastIndex(of: "-") else { return nil }
    let digits = text[text.index(after: dash)...]
    return digits.utf8.count == checkDigits ? UInt64(digits, radix: 16) : nil
  }

  static func append(record: Int64, check: UInt64, to output: inout [UInt8]) {
    DecimalText.append(record, to: &output)
    output.append(UInt8(ascii: "-"))
    for place in (0..<checkDigits).reversed() {
      let digit = UInt8(truncatingIfNeeded: check >> UInt64(place * 4)) & 15
      output.append(digit < 10 ? 48 + digit : 87 + digit)
    }
  }

  /// The id in a name, or in a number alone.
  static func record(in text: some StringProtocol) -> Int64? {
    if let id = Int64(text) { return id }
    guard let dash = text.lastIndex(of: "-"), dash > text.startIndex else { return nil }
    return Int64(text[..<dash])
  }

  /// Whether a name is that of a record with this check.
  package static func matches(_ text: some StringProtocol, check: UInt64) -> Bool {
    guard let record = record(in: text) else { return false }
    var name: [UInt8] = []
    append(record: record, check: check, to: &name)
    return text.utf8.elementsEqual(name)
  }
}

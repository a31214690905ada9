import Bytes
import LeadModel

/// Writes records as CSV: RFC 4180, UTF-8, CRLF; a text that a spreadsheet would compute gets an
/// apostrophe before it.
package struct CSVExport {
  package let delimiter: UInt8
  /// Whether the file begins with a byte order mark, which old spreadsheets need to see UTF-8.
  package let marksOrder: Bool

  private static let batch = 1 << 20

  package init(delimiter: UInt8 = UInt8(ascii: ","), marksOrder: Bool = false) {
    self.delimiter = delimiter
    self.marksOrder = marksOrder
  }

  /// Writes all records: `write` takes the next bytes of the file, `progress` is told now and then
  /// how many records are written.
  ///
  /// - Returns: how many records there were.
  /// - Throws: what `write` throws, `DatabaseError`.
  package func write(
    _ records: borrowing RecordReader, to write: (UnsafeBufferPointer<UInt8>) throws -> Void,
    progress: (Int) -> Void
  ) throws -> Int {
    var output: [UInt8] = []
    output.reserveCapacity(Self.batch + (1 << 16))
    if marksOrder { output += [0xEF, 0xBB, 0xBF] }
    for (position, column) in records.columns.enumerated() {
      if position > 0 { output.append(delimiter) }
      let start = output.count
      output.append(contentsOf: column.name.utf8)
      finishCell(from: start, &output)
    }
    endLine(&output)
    let count = records.columns.count
    // Numbers and times never need a guard or quotes.
    let isText = records.columns.map { $0.type == .text }
    var written = 0
    while try records.next() {
      let lineStart = output.count
      for position in 0..<count {
        if position > 0 { output.append(delimiter) }
        let start = output.count
        records.append(position, to: &output)
        if isText[position], output.count > start { finishCell(from: start, &output) }
      }
      // A line with nothing on it would be no record.
      if count == 1, output.count == lineStart { output += [34, 34] }
      endLine(&output)
      written += 1
      if output.count >= Self.batch {
        try output.withUnsafeBufferPointer(write)
        output.removeAll(keepingCapacity: true)
        progress(written)
      }
    }
    try output.withUnsafeBufferPointer(write)
    return written
  }

  private func endLine(_ output: inout [UInt8]) {
    output.append(13)
    output.append(10)
  }

  /// Guards and quotes the cell that was appended last, where it needs that.
  private func finishCell(from start: Int, _ output: inout [UInt8]) {
    let (isHarmful, quotes) = output.withUnsafeBufferPointer { bytes in
      let cell = UnsafeBufferPointer(rebasing: bytes[start...])
      return (FormulaGuard.needsEscape(cell), Self.quotes(in: cell, delimiter))
    }
    if isHarmful { output.insert(UInt8(ascii: "'"), at: start) }
    guard let quotes else { return }
    if quotes > 0 {
      let cell = Array(output[start...])
      output.removeSubrange(start...)
      for byte in cell {
        if byte == 34 { output.append(34) }
        output.append(byte)
      }
    }
    output.insert(34, at: start)
    output.append(34)
  }

  /// How many quotation marks a cell has that has to stand in quotes; nil when it need not. Every
  /// sign that another program may take for a delimiter counts, and space at an end.
  private static func quotes(in cell: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8) -> Int? {
    var quotes = 0
    var isSpecial = cell.first == 32 || cell.last == 32
    for byte in cell {
      // Letters, digits and everything beyond ASCII, first: most bytes are.
      if byte > 59, byte != 124 {
        if byte == delimiter { isSpecial = true }
        continue
      }
      switch byte {
      case 34: quotes += 1
      case 9, 10, 13, 44, 59, 124, delimiter: isSpecial = true
      default: break
      }
    }
    return quotes > 0 || isSpecial ? quotes : nil
  }
}

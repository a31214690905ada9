import Bytes
import Glibc
import StageKit
import Tabular

/// Copies the table of one file to CSV.
struct TableCopy {
  private let file: TableFile
  private let sheet: Int
  /// Which of several tables below each other, from 1.
  private let table: Int

  /// Of the first sheet that is not hidden, of those that were chosen.
  init(_ file: TableFile, table: Int) {
    self.file = file
    self.table = table
    sheet = file.sheets.firstIndex { !$0.isHidden } ?? 0
  }

  /// - Parameter path: where to; nil: standard output.
  /// - Returns: what the reader noticed.
  /// - Throws: `TabularError` when the rest cannot be read, `StageFailure` when it cannot be written.
  func write(to path: String?) throws -> [TabularNotice] {
    let descriptor = path.map { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) }
    let output = descriptor ?? STDOUT_FILENO
    guard output >= 0 else {
      throw StageFailure(
        .internalFault, "cannot write '\(path ?? "")': \(String(cString: strerror(errno)))")
    }
    defer { if let descriptor { close(descriptor) } }
    let reader = try file.makeReader(sheet: sheet)
    let preamble = file.dialect?.preambleRows.value ?? 0
    let headerEnd = preamble + (file.dialect?.headerRows.value ?? 0)
    // The columns of the first table are known; others are as wide as they turn out to be.
    var width = table == 1 ? file.dialect?.columnCount.value ?? 0 : 0
    var batch = CellBatch()
    var header: [[String]] = []
    var text: [UInt8] = []
    while try reader.next(&batch) {
      if width == 0 { width = (0..<batch.rowCount).map(batch.cellCount).max() ?? 0 }
      for row in 0..<batch.rowCount {
        let number = batch.rowNumber(row)
        if number <= preamble { continue }
        if number <= headerEnd {
          header.append(batch.strings(row))
          continue
        }
        Self.flush(&header, width, &text)
        Self.append(batch, row, width, &text)
      }
      try Self.write(&text, to: output)
    }
    Self.flush(&header, width, &text)
    try Self.write(&text, to: output)
    return reader.notices
  }

  /// The rows of the header as one, names from top to bottom.
  private static func flush(_ header: inout [[String]], _ width: Int, _ text: inout [UInt8]) {
    guard !header.isEmpty else { return }
    var batch = CellBatch()
    for column in 0..<(header.map(\.count).max() ?? 0) {
      let names = header.compactMap { $0.indices.contains(column) ? $0[column] : nil }
      batch.appendCell(names.filter { !$0.isEmpty }.joined(separator: " "))
    }
    batch.endRow(number: 1)
    append(batch, 0, width, &text)
    header = []
  }

  private static func append(
    _ batch: CellBatch, _ row: Int, _ width: Int, _ text: inout [UInt8]
  ) {
    let count = batch.cellCount(row)
    for column in 0..<max(count, width) {
      if column > 0 { text.append(UInt8(ascii: ",")) }
      batch.withCell(row, column) { cell in
        guard cell.contains(where: { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 }) else {
          text.append(contentsOf: cell)
          return
        }
        text.append(34)
        for byte in cell {
          if byte == 34 { text.append(34) }
          text.append(byte)
        }
        text.append(34)
      }
    }
    text.append(10)
  }

  private static func write(_ text: inout [UInt8], to descriptor: Int32) throws(StageFailure) {
    let isWritten = text.withUnsafeBytes { bytes in
      var start = 0
      while start < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return errno == EPIPE }
        start += count
      }
      return true
    }
    guard isWritten else {
      throw StageFailure(.internalFault, "cannot write: \(String(cString: strerror(errno)))")
    }
    text.removeAll(keepingCapacity: true)
  }
}

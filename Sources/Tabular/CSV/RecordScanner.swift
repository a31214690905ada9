/// Reads one row at a time from a text in memory: the tokeniser for what libcsv does not fit, and
/// for rows that need a second look.
///
/// A quote closes a cell where a delimiter or the end of the row follows (white space may stand
/// between); any other quote in a quoted cell is text, and counted as stray unless the format says
/// that quotes are not escaped. Where a backslash escapes quotes, it escapes delimiters too.
struct RecordScanner {
  let format: CSVFormat
  /// Whether a byte ends a run of plain bytes outside quotes.
  private let stops: [Bool]
  private let skipsSpace: Bool

  init(_ format: CSVFormat) {
    self.format = format
    var stops = [Bool](repeating: false, count: 256)
    stops[Int(format.delimiter[0])] = true
    if format.escape == .backslash { stops[92] = true }
    if let quote = format.quote { stops[Int(quote)] = true }
    for byte in UInt8.min...UInt8.max where format.isLineEnd(byte) { stops[Int(byte)] = true }
    self.stops = stops
    skipsSpace = ![32, 9].contains(format.delimiter[0])
  }

  /// What was found of a row besides its cells.
  struct Scan {
    /// Position after the row and its line end.
    var end = 0
    /// Quotes in quoted cells that are neither escaped nor closing.
    var strayQuotes = 0
    /// Cells without quotes around them that have an odd number of quotes in them.
    var halfQuoted = 0
    /// Line ends inside quotes.
    var breaks = 0
    /// Whether every quote that was opened was closed.
    var isClosed = true
    /// Whether a line end was found, so that nothing of the row can follow.
    var isEnded = false
  }

  /// Reads the cells of the row at a position into the record, which is emptied first. A quote that
  /// is not closed can be kept as text.
  func scan(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, into record: inout RecordBuffer,
    keepsOpenQuotes: Bool = false
  ) -> Scan {
    record.removeAll()
    if format.isDrawn { return drawnRow(text, from: start, into: &record) }
    var scan = Scan()
    var position = start
    while true {
      if position < text.count, text[position] == format.quote {
        let quote = position
        position = quotedCell(text, quote + 1, &record, &scan)
        if keepsOpenQuotes, !scan.isClosed {
          scan.isClosed = true
          scan.strayQuotes += 1
          record.discardOpenCell()
          position = plainCell(text, quote, &record, &scan)
        }
      } else {
        position = plainCell(text, position, &record, &scan)
      }
      record.endCell()
      if position >= text.count { break }
      let delimiter = format.delimiterLength(text, position)
      if delimiter == 0 {
        position += format.lineEndLength(text, position)
        scan.isEnded = true
        break
      }
      position += delimiter
    }
    scan.end = position
    return scan
  }

  /// Reads the one quoted cell of a row as a row of its own: some programs quote whole lines.
  ///
  /// - Returns: false, with the record as it was, when there is not more than one cell in it.
  func unwrap(_ record: inout RecordBuffer) -> Bool {
    guard record.count == 1, !format.isDrawn else { return false }
    let inner = Array(record.cell(0))
    var cells = RecordBuffer()
    let scan = inner.withUnsafeBufferPointer { self.scan($0, from: 0, into: &cells) }
    guard scan.isClosed, scan.end == inner.count, !scan.isEnded, scan.strayQuotes == 0,
      cells.count > 1
    else { return false }
    record = cells
    return true
  }

  /// - Returns: position of the delimiter, of the line end or of the end of the text.
  private func plainCell(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ record: inout RecordBuffer,
    _ scan: inout Scan
  ) -> Int {
    var position = start
    var from = start
    var quotes = 0
    while position < text.count {
      if stops[Int(text[position])] {
        if text[position] == format.quote {
          quotes += 1
        } else if text[position] == 92, format.escape == .backslash, format.delimiter[0] != 92 {
          // Only a delimiter is escaped outside quotes: other backslashes stand in paths.
          let length = format.delimiterLength(text, position + 1)
          if length > 0 {
            record.append(UnsafeBufferPointer(rebasing: text[from..<position]))
            from = position + 1
            position += length
          }
        } else if format.delimiter.count == 1 || format.isLineEnd(text[position])
          || format.delimiterLength(text, position) > 0
        {
          break
        }
      }
      position += 1
    }
    if quotes % 2 == 1 { scan.halfQuoted += 1 }
    record.append(UnsafeBufferPointer(rebasing: text[min(from, position)..<position]))
    return position
  }

  /// Reads on after the opening quote.
  ///
  /// - Returns: position of the delimiter, of the line end or of the end of the text.
  private func quotedCell(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ record: inout RecordBuffer,
    _ scan: inout Scan
  ) -> Int {
    let quote = format.quote ?? 0
    var position = start
    var from = start
    while position < text.count {
      let byte = text[position]
      if byte == quote {
        if format.escape == .doubled, position + 1 < text.count, text[position + 1] == quote {
          record.append(UnsafeBufferPointer(rebasing: text[from...position]))
          position += 2
          from = position
          continue
        }
        if let after = closing(text, position) {
          record.append(UnsafeBufferPointer(rebasing: text[from..<position]))
          return after
        }
        if format.escape != .none { scan.strayQuotes += 1 }
      } else if byte == 92, format.escape == .backslash, position + 1 < text.count {
        let next = text[position + 1]
        if next == quote || next == 92 {
          record.append(UnsafeBufferPointer(rebasing: text[from..<position]))
          record.append(next)
          position += 2
          from = position
          continue
        }
      } else if format.isLineEnd(byte) {
        let length = format.lineEndLength(text, position)
        scan.breaks += 1
        position += length
        continue
      }
      position += 1
    }
    record.append(UnsafeBufferPointer(rebasing: text[min(from, text.count)...]))
    scan.isClosed = false
    return position
  }

  /// Where a cell ends if the quote at a position closes it: at a delimiter, at a line end or at
  /// the end of the text, with nothing but white space between.
  func closing(_ text: UnsafeBufferPointer<UInt8>, _ quote: Int) -> Int? {
    var position = quote + 1
    while true {
      if position >= text.count || format.isLineEnd(text[position])
        || format.delimiterLength(text, position) > 0
      {
        return position
      }
      guard skipsSpace, text[position] == 32 || text[position] == 9 else { return nil }
      position += 1
    }
  }
}

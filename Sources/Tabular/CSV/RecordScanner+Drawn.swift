/// Tables as programs draw them on a terminal or in Markdown: `| 1 | Ada |` between lines of dashes.
extension RecordScanner {
  /// Reads a row without its frame and the spaces around its cells; a line of the frame is blank.
  func drawnRow(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, into record: inout RecordBuffer
  ) -> Scan {
    let stop = format.lineEnd(text, from: start)
    let length = format.lineEndLength(text, stop)
    var scan = Scan()
    scan.end = stop + length
    scan.isEnded = length > 0
    if DrawnTable.isRule(text[start..<stop]) {
      record.endCell()
      return scan
    }
    var line = Self.trimmed(text, start..<stop)
    if format.delimiterLength(text, line.lowerBound) > 0, !line.isEmpty {
      line = line.lowerBound + format.delimiter.count..<line.upperBound
    }
    let last = line.upperBound - format.delimiter.count
    if last >= line.lowerBound, format.delimiterLength(text, last) > 0 {
      line = line.lowerBound..<last
    }
    var from = line.lowerBound
    var position = from
    while position <= line.upperBound {
      let delimiter =
        position < line.upperBound ? format.delimiterLength(text, position) : 1
      if delimiter > 0 {
        let cell = Self.trimmed(text, from..<position)
        record.append(UnsafeBufferPointer(rebasing: text[cell]))
        record.endCell()
        from = position + delimiter
        position = from
        if from > line.upperBound { break }
      } else {
        position += 1
      }
    }
    return scan
  }

  private static func trimmed(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>)
    -> Range<Int>
  {
    var (first, last) = (range.lowerBound, range.upperBound)
    while first < last, text[first] == 32 || text[first] == 9 { first += 1 }
    while last > first, text[last - 1] == 32 || text[last - 1] == 9 { last -= 1 }
    return first..<last
  }
}

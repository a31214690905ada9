/// How a CSV file is written: encoding, delimiter, and Excel's `sep=;` line, which is no row.
struct CSVDialect {
  let encoding: SourceEncoding
  let delimiter: UInt8
  /// UTF-8 bytes at the beginning that belong to no row.
  let skippedBytes: Int
  let limits: TabularLimits
  let description: TableDialect

  init(path: String, probe: FileProbe, options: TabularOptions) throws(TabularError) {
    if let name = options.encoding {
      encoding = .named(name, probe)
    } else {
      encoding = .detect(probe)
    }
    limits = options.limits
    let sample = try Self.readSample(path: path, encoding: encoding)
    let given = options.csv.delimiter?.utf8.first
    if let declared = Self.separatorLine(sample) {
      delimiter = given ?? declared.delimiter
      skippedBytes = declared.length
    } else {
      delimiter = given ?? DelimiterGuess.delimiter(of: sample)
      skippedBytes = 0
    }
    let isGiven = given != nil
    description = TableDialect(
      encoding: options.encoding == nil
        ? Detected(encoding.name, 0.8, "its bytes") : .given(encoding.name),
      compression: Detected(.none, 1, "no mark of a packed file"),
      delimiter: Detected(
        String(UnicodeScalar(delimiter)), isGiven ? 1 : 0.8, isGiven ? "given" : "splits evenly"),
      quote: Detected("\"", 0.8, "the usual one"),
      quoting: Detected(.doubled, 0.8, "the usual one"),
      lineEnding: Detected(.lf, 0.5, "the usual one"),
      preambleRows: Detected(0, 0.5, "not looked for"),
      headerRows: Detected(1, 0.5, "not looked for"),
      columnCount: Detected(0, 0, "not counted"))
  }

  private static func readSample(path: String, encoding: SourceEncoding) throws(TabularError)
    -> [UInt8]
  {
    let source = try TextSource(path: path, encoding: encoding)
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64 << 10)
    defer { buffer.deallocate() }
    var sample: [UInt8] = []
    while sample.count < buffer.count {
      let count = try source.read(into: buffer)
      if count == 0 { return sample }
      sample.append(contentsOf: buffer[..<count])
    }
    // The last line of a part of a file is hardly ever whole.
    if let end = sample.lastIndex(of: 10) { sample.removeSubrange((end + 1)...) }
    return sample
  }

  private static func separatorLine(_ sample: [UInt8]) -> (delimiter: UInt8, length: Int)? {
    guard sample.count > 5, sample[0] | 0x20 == UInt8(ascii: "s"),
      sample[1] | 0x20 == UInt8(ascii: "e"), sample[2] | 0x20 == UInt8(ascii: "p"),
      sample[3] == UInt8(ascii: "="), sample[4] < 0x80
    else { return nil }
    if sample[5] == 10 { return (sample[4], 6) }
    if sample[5] == 13 { return (sample[4], sample.count > 6 && sample[6] == 10 ? 7 : 6) }
    return nil
  }
}

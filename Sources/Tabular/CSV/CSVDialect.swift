/// How a CSV file is read: what is known of its bytes, its rows and its table.
struct CSVDialect {
  let encoding: SourceEncoding
  let format: CSVFormat
  let layout: TableLayout
  /// UTF-8 bytes at the beginning that belong to no row.
  let skippedBytes: Int
  /// NUL characters of a text that has one byte a unit, and where the first is.
  let zeros: (count: Int, first: Int)
  let options: CSVOptions
  let limits: TabularLimits
  let description: TableDialect

  /// Text that is looked at.
  private static let sampleLength = 128 << 10

  init(path: String, probe: FileProbe, options: TabularOptions) throws(TabularError) {
    let guess = EncodingGuess(probe, given: options.encoding)
    encoding = guess.encoding
    limits = options.limits
    let isWide = encoding.name.hasPrefix("UTF-16") || encoding.name.hasPrefix("UTF-32")
    zeros = isWide ? (0, 0) : (probe.zeroCount, probe.firstZero)
    self.options = options.csv
    let sample = try Self.readSample(path: path, encoding: encoding, limits: limits)
    let declared = Self.separatorLine(sample)
    skippedBytes = declared?.length ?? 0
    var csv = options.csv
    if csv.delimiter == nil { csv.delimiter = declared?.delimiter }
    let lineEnding = Self.lineEnding(sample, given: csv.lineEnding)
    let skipped = skippedBytes
    let (format, structure) = sample.withUnsafeBufferPointer { all in
      let text = UnsafeBufferPointer(rebasing: all[min(skipped, all.count)...])
      let format = FormatGuess(sample: text, options: csv, endsWithRS: lineEnding.value == .rs)
      return (format, StructureGuess(format.format, sample: text, options: csv))
    }
    self.format = format.format
    layout = structure.layout
    let evidence =
      declared != nil && options.csv.delimiter == nil
      ? "the file's own line 'sep='" : format.delimiterEvidence
    var description = TableDialect(
      encoding: Detected(encoding.name, guess.confidence, guess.evidence),
      compression: Detected(probe.compression, 1, "the file's first bytes"),
      delimiter: Detected(
        String(decoding: format.format.delimiter, as: UTF8.self), format.delimiterConfidence,
        evidence),
      quote: Detected(
        format.format.quote.map { String(UnicodeScalar($0)) } ?? "", format.quoteConfidence,
        format.quoteEvidence),
      quoting: Detected(format.format.escape, format.escapeConfidence, format.escapeEvidence),
      lineEnding: lineEnding, preambleRows: structure.preamble, headerRows: structure.header,
      columnCount: structure.columns)
    description.isHeaderlessByOrder = options.csv.headerRows == 0
    self.description = description
  }

  private static func readSample(
    path: String, encoding: SourceEncoding, limits: TabularLimits
  ) throws(TabularError) -> [UInt8] {
    let source = try TextSource(path: path, encoding: encoding, limits: limits)
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64 << 10)
    defer { buffer.deallocate() }
    var sample: [UInt8] = []
    while sample.count < sampleLength {
      let count = try source.read(into: buffer)
      if count == 0 { return sample }
      sample.append(contentsOf: buffer[..<count])
    }
    // The last line of a part of a file is hardly ever whole.
    let end = sample.lastIndex { $0 == 10 || $0 == 13 || $0 == 0x1E }
    if let end { sample.removeSubrange((end + 1)...) }
    return sample
  }

  /// Excel's `sep=;` line, which is no row.
  private static func separatorLine(_ sample: [UInt8]) -> (delimiter: String, length: Int)? {
    guard sample.count > 5, sample[0] | 0x20 == UInt8(ascii: "s"),
      sample[1] | 0x20 == UInt8(ascii: "e"), sample[2] | 0x20 == UInt8(ascii: "p"),
      sample[3] == UInt8(ascii: "="), sample[4] < 0x80
    else { return nil }
    let delimiter = String(UnicodeScalar(sample[4]))
    if sample[5] == 10 { return (delimiter, 6) }
    if sample[5] == 13 { return (delimiter, sample.count > 6 && sample[6] == 10 ? 7 : 6) }
    return nil
  }

  private static func lineEnding(_ sample: [UInt8], given: LineEnding?) -> Detected<LineEnding> {
    if let given { return .given(given) }
    var both = 0
    var cr = 0
    var lf = 0
    var rs = 0
    var previous: UInt8 = 0
    for byte in sample {
      switch byte {
      case 10:
        if previous == 13 {
          both += 1
          cr -= 1
        } else {
          lf += 1
        }
      case 13: cr += 1
      case 0x1E: rs += 1
      default: break
      }
      previous = byte
    }
    let all = both + cr + lf
    if rs > 0, rs > all { return Detected(.rs, 0.9, "\(rs) record separators") }
    let kinds = [both, cr, lf].count { $0 > 0 }
    let evidence = [(both, "CR LF"), (lf, "LF"), (cr, "CR")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    if kinds > 1 {
      // Line breaks inside cells are often LF where rows end with CR LF.
      let most = max(both, cr, lf)
      if most * 20 < all * 19 { return Detected(.mixed, 0.9, evidence) }
      let value: LineEnding = most == both ? .crlf : most == lf ? .lf : .cr
      return Detected(value, Double(most) / Double(all), evidence)
    }
    let value: LineEnding = both > 0 ? .crlf : cr > 0 ? .cr : .lf
    return Detected(value, all > 0 ? 1 : 0.5, all > 0 ? evidence : "there is no line end")
  }
}

/// Finds how a CSV text is written from a sample of it.
struct FormatGuess {
  private(set) var format: CSVFormat
  /// How sure the delimiter is, and why.
  private(set) var delimiterConfidence = 0.0
  private(set) var delimiterEvidence = ""
  private(set) var quoteConfidence = 0.0
  private(set) var quoteEvidence = ""
  private(set) var escapeConfidence = 0.0
  private(set) var escapeEvidence = ""

  /// What stands in dates, numbers, paths and the like (`/ - _ . = @ $ %`) has to be given.
  private static let single: [UInt8] = [
    44, 59, 9, 124, 58, 94, 126, 0x1F, 1, 35, 38, 32,
  ]
  /// The ordinary ones need less to be believed.
  private static let ordinary: Set<UInt8> = [44, 59, 9, 124, 0x1F, 1]

  init(sample: UnsafeBufferPointer<UInt8>, options: CSVOptions, endsWithRS: Bool) {
    format = CSVFormat(delimiter: [44], quote: 34, escape: .doubled, endsWithRS: endsWithRS)
    if let given = options.quote { format.quote = given.utf8.first }
    if let given = options.quoting { format.escape = given }
    let drawn = DrawnTable.delimiter(
      of: sample, format, given: options.delimiter.map { Array($0.utf8) })
    if let drawn, options.quote == nil {
      (format.delimiter, format.quote, format.isDrawn) = (drawn, nil, true)
      let score = FormatScore(format, sample: sample)
      explainDelimiter(score, [score], isGiven: options.delimiter != nil)
      explainQuotes(sample, options)
      return
    }
    let quotes = Self.quotes(in: sample, given: options.quote.map { $0.utf8.first })
    let delimiters = Self.delimiters(in: sample, given: options.delimiter)
    var scores: [FormatScore] = []
    for delimiter in delimiters {
      var best: FormatScore?
      for quote in quotes {
        var candidate = format
        candidate.delimiter = delimiter
        candidate.quote = quote
        if options.quoting == nil { candidate.escape = Self.escape(candidate, sample).value }
        let score = FormatScore(candidate, sample: sample)
        if score.value > best?.value ?? -1 { best = score }
        // A backslash before a delimiter may be the end of a path: what evens the rows out decides.
        guard options.quoting == nil, candidate.escape == .doubled, quote == quotes[0],
          Self.escapedDelimiters(candidate, sample) > 0
        else { continue }
        candidate.escape = .backslash
        let other = FormatScore(candidate, sample: sample)
        if other.value > best?.value ?? -1 { best = other }
      }
      if let best, Self.isCredible(best, isGiven: options.delimiter != nil) { scores.append(best) }
    }
    choose(scores, sample: sample, options: options)
  }

  private mutating func choose(
    _ scores: [FormatScore], sample: UnsafeBufferPointer<UInt8>, options: CSVOptions
  ) {
    let ranked = scores.enumerated().sorted {
      ($1.element.value, $0.offset) < ($0.element.value, $1.offset)
    }.map(\.element)
    let first = ranked.first { $0.width > 1 }
    var chosen = first
    if let first, first.format.delimiter == [32], first.typedColumns * 2 <= first.width,
      let other = ranked.first(where: {
        Self.ordinary.contains($0.format.delimiter[0]) && $0.width > 1 && $0.share >= first.share
      })
    {
      // Words of texts, of which each row happens to have as many.
      chosen = other
    } else if let first {
      // Texts can hold more punctuation than there are columns, and as evenly. But a header has
      // none of it: a candidate that stands in the header of another, which does not stand in its
      // own, wins.
      chosen =
        ranked.first { other in
          other.format.delimiter != first.format.delimiter && other.share > 0.5
            && !other.format.delimiter.contains(first.format.delimiter[0])
            && !first.format.delimiter.contains(other.format.delimiter[0])
            && other.value * 2 > first.value
            && first.count(other.firstRow) == 1 && other.count(first.firstRow) > 1
        } ?? first
    }
    if let single = chosen { chosen = Self.longer(than: single, among: ranked) ?? single }
    // Punctuation of a single column: hardly any row is split, nor is the header.
    if let split = chosen, split.share < 0.5, split.counts.count > 2, split.count(0) == 1,
      split.counts.count(where: { $0 == 1 }) * 2 > split.counts.count, options.delimiter == nil
    {
      chosen = nil
      format.delimiter = Self.unused(in: sample)
    }
    if let chosen {
      format = chosen.format
    } else if let given = options.delimiter {
      format.delimiter = Array(given.utf8)
    }
    explainDelimiter(chosen, ranked, isGiven: options.delimiter != nil)
    explainQuotes(sample, options)
  }

  /// A delimiter of several characters that every single one is part of.
  private static func longer(than single: FormatScore, among ranked: [FormatScore]) -> FormatScore?
  {
    guard single.format.delimiter.count == 1, !single.isLoose else { return nil }
    let byte = single.format.delimiter[0]
    return ranked.first { other in
      let inside = other.format.delimiter.count { $0 == byte }
      // Where a column is empty all the way down, delimiters stand in pairs; not so in the header.
      return other.format.delimiter.count > 1 && inside > 0 && other.width > 1
        && other.count(single.firstRow) > 1 && other.share >= single.share
        && (other.width - 1) * inside == single.width - 1
    }
  }

  // MARK: Candidates

  private static func delimiters(in sample: UnsafeBufferPointer<UInt8>, given: String?)
    -> [[UInt8]]
  {
    if let given, !given.isEmpty { return [Array(given.utf8)] }
    var present = [Int](repeating: 0, count: 256)
    var pairs = [Int](repeating: 0, count: 256)
    var spaced = [Int](repeating: 0, count: 256)
    var literalTabs = 0
    for index in 0..<sample.count {
      let byte = sample[index]
      present[Int(byte)] += 1
      guard index + 1 < sample.count else { break }
      if sample[index + 1] == byte { pairs[Int(byte)] += 1 }
      if sample[index + 1] == 32 { spaced[Int(byte)] += 1 }
      if byte == 92, sample[index + 1] == 116 { literalTabs += 1 }
    }
    var candidates: [[UInt8]] = []
    for byte in single where present[Int(byte)] > 0 {
      candidates.append([byte])
      if byte != 32, pairs[Int(byte)] * 4 >= present[Int(byte)] { candidates.append([byte, byte]) }
      if byte != 32, spaced[Int(byte)] * 4 >= present[Int(byte)] { candidates.append([byte, 32]) }
    }
    if literalTabs > 0 { candidates.append([92, 116]) }
    for text in [
      "|~|", "~|~", "^|^", "|^|", "#|#", "@@@", "¦", "§", "¬", "，", "；", "｜", "؛", "\u{1F}",
    ] {
      let bytes = Array(text.utf8)
      if present[Int(bytes[0])] > 0, !candidates.contains(bytes) { candidates.append(bytes) }
    }
    return candidates
  }

  /// nil among them stands for no quotes at all.
  private static func quotes(in sample: UnsafeBufferPointer<UInt8>, given: UInt8??) -> [UInt8?] {
    if let given { return [given] }
    var quotes: [UInt8?] = [34]
    for quote in [UInt8(39), 96, 126] where sample.contains(quote) { quotes.append(quote) }
    return quotes
  }

  /// Spaces and colons stand in texts, dates and times: they need columns of kinds beside them.
  private static func isCredible(_ score: FormatScore, isGiven: Bool) -> Bool {
    if isGiven { return true }
    let first = score.format.delimiter[0]
    if ordinary.contains(first) { return true }
    switch first {
    case 32:
      // A table begins with a row of as many words; a cell that begins or ends with another
      // delimiter says that the space only stands beside it.
      return score.width > 2 && score.typedColumns > 0 && score.cleanness > 0.7
        && (score.isLoose || score.count(0) == score.width)
        && score.delimiterEnds * 10 < score.cellCount
    case 58:
      // Times and addresses of pages have colons, headers have none.
      return score.count(0) == score.width
        && (score.width > 2 || score.share > 0.95 && score.typedColumns < score.width)
    default: return score.width > 2 || score.share > 0.9
    }
  }

  /// A delimiter that splits nothing.
  private static func unused(in sample: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [44, 59, 9, 124, 0x1F].first { !sample.contains($0) }.map { [$0] } ?? [0x1F]
  }

  // MARK: Quotes

  /// How quotes inside quoted cells are written: what the text shows most often.
  private static func escape(_ format: CSVFormat, _ sample: UnsafeBufferPointer<UInt8>)
    -> (value: QuoteEscape, doubled: Int, backslash: Int, bare: Int)
  {
    guard let quote = format.quote else { return (.doubled, 0, 0, 0) }
    var doubled = 0
    var backslash = 0
    var bare = 0
    let scanner = RecordScanner(format)
    var index = 0
    while index < sample.count {
      guard sample[index] == quote else {
        index += 1
        continue
      }
      let before = index == 0 ? 10 : sample[index - 1]
      let opens = index == 0 || format.isLineEnd(before) || Self.follows(format, sample, index)
      let isPair = index + 1 < sample.count && sample[index + 1] == quote
      if before == 92 {
        backslash += 1
      } else if isPair {
        // An empty cell, or an escaped quote; one that also closes the cell says nothing doubled.
        let closes = scanner.closing(sample, index + 1) != nil
        let closesAfter = index + 2 < sample.count && sample[index + 2] == quote
        if opens, closes {
          index += 2
          continue
        }
        if closesAfter || !closes { doubled += 1 } else { bare += 1 }
        index += 2
        continue
      } else if !opens, scanner.closing(sample, index) == nil {
        bare += 1
      }
      index += 1
    }
    // A quote that is bare here and there is a slip; only where none is escaped is it the rule.
    if backslash > 0, backslash >= doubled, backslash * 2 > bare {
      return (.backslash, doubled, backslash, bare)
    }
    if doubled == 0, bare > 1 { return (.none, doubled, backslash, bare) }
    return (.doubled, doubled, backslash, bare)
  }

  private static func escapedDelimiters(
    _ format: CSVFormat, _ sample: UnsafeBufferPointer<UInt8>
  ) -> Int {
    sample.indices.count { sample[$0] == 92 && format.delimiterLength(sample, $0 + 1) > 0 }
  }

  private static func follows(
    _ format: CSVFormat, _ sample: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> Bool {
    let start = index - format.delimiter.count
    return start >= 0 && format.delimiterLength(sample, start) > 0
  }

  // MARK: Evidence

  private mutating func explainDelimiter(
    _ chosen: FormatScore?, _ ranked: [FormatScore], isGiven: Bool
  ) {
    guard let chosen, chosen.width > 1 else {
      delimiterConfidence = isGiven ? 1 : 0.3
      delimiterEvidence = isGiven ? "given" : "no character splits the rows: one column"
      return
    }
    let percent = Int((chosen.share * 100).rounded(.down))
    delimiterEvidence =
      "\(percent) % of \(chosen.counts.count) rows have \(chosen.width) cells"
    let rival = ranked.first { $0.format.delimiter != chosen.format.delimiter }
    if let rival, rival.width > 1 {
      let name = String(decoding: rival.format.delimiter, as: UTF8.self)
      delimiterEvidence +=
        "; next best '\(name == "\t" ? "tab" : name)' with "
        + "\(Int((rival.share * 100).rounded(.down))) % of \(rival.width)"
    }
    let margin = max(0, 1 - (rival?.value ?? 0) / max(chosen.value, 1e-9))
    let evenness = chosen.share.squareRoot()
    let rows = min(1, 0.6 + 0.1 * Double(chosen.counts.count))
    delimiterConfidence = isGiven ? 1 : evenness * rows * (0.6 + 0.4 * min(1, margin * 2))
    if isGiven { delimiterEvidence = "given; " + delimiterEvidence }
  }

  private mutating func explainQuotes(
    _ sample: UnsafeBufferPointer<UInt8>, _ options: CSVOptions
  ) {
    guard let quote = format.quote else {
      (quoteConfidence, quoteEvidence) =
        options.quote == nil ? (0.9, "no cell is quoted") : (1, "given")
      (escapeConfidence, escapeEvidence) = (1, "there are no quotes")
      return
    }
    var opening = 0
    for index in 0..<sample.count where sample[index] == quote {
      let isFirst = index == 0 || format.isLineEnd(sample[index - 1])
      if isFirst || Self.follows(format, sample, index) { opening += 1 }
    }
    quoteConfidence = options.quote != nil ? 1 : opening > 1 ? 0.98 : opening == 1 ? 0.8 : 0.5
    quoteEvidence =
      options.quote != nil
      ? "given"
      : opening == 0 ? "no cell is quoted; the usual one" : "\(opening) cells begin with it"
    let found = Self.escape(format, sample)
    let votes = found.doubled + found.backslash + found.bare
    let delimiters = format.escape == .backslash ? Self.escapedDelimiters(format, sample) : 0
    if options.quoting == nil, delimiters > 0, found.backslash == 0 {
      (escapeConfidence, escapeEvidence) = (0.8, "\(delimiters) delimiters after a backslash")
      return
    }
    let winner =
      switch format.escape {
      case .doubled: found.doubled
      case .backslash: found.backslash
      case .none: found.bare
      }
    escapeConfidence =
      options.quoting != nil ? 1 : votes == 0 ? 0.6 : Double(winner) / Double(votes)
    escapeEvidence =
      options.quoting != nil
      ? "given"
      : votes == 0
        ? "no quote inside a quoted cell; the usual way"
        : "\(found.doubled) doubled, \(found.backslash) after a backslash, \(found.bare) bare"
  }
}

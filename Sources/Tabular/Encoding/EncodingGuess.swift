import CChardet
import Glibc

/// Which encoding a text is in, how sure that is, and why.
struct EncodingGuess {
  let encoding: SourceEncoding
  let confidence: Double
  let evidence: String

  /// By the name that a mapping or the command line gives; without one it is guessed.
  init(_ probe: FileProbe, given: String?) {
    let guess = Self(detecting: probe)
    guard let given else {
      self = guess
      return
    }
    confidence = 1
    evidence = "given"
    let upper = given.uppercased()
    switch upper {
    case "UTF-8", "UTF8":
      let mark = probe.head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      encoding = SourceEncoding(
        name: "UTF-8", markLength: mark, isCleanUTF8: probe.utf8.isValid)
    case "UTF-16":
      encoding =
        guess.encoding.name.hasPrefix("UTF-16") ? guess.encoding : .wide("UTF-16LE", mark: 0)
    default:
      encoding = SourceEncoding(
        name: upper, markLength: upper == guess.encoding.name ? guess.encoding.markLength : 0,
        isCleanUTF8: false)
    }
  }

  private init(_ encoding: SourceEncoding, _ confidence: Double, _ evidence: String) {
    self.encoding = encoding
    self.confidence = confidence
    self.evidence = evidence
  }

  /// By the byte order mark, the zeros of UTF-16, whether the whole file is UTF-8, and last by
  /// statistics.
  private init(detecting probe: FileProbe) {
    let head = probe.head
    let clean = probe.utf8.isValid
    let marks: [(bytes: [UInt8], name: String)] = [
      ([0xFF, 0xFE, 0, 0], "UTF-32LE"), ([0, 0, 0xFE, 0xFF], "UTF-32BE"),
      ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
    ]
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      let utf8 = SourceEncoding(name: "UTF-8", markLength: 3, isCleanUTF8: clean)
      self.init(utf8, 1, "its byte order mark")
    } else if let mark = marks.first(where: { head.starts(with: $0.bytes) }) {
      self.init(.wide(mark.name, mark: mark.bytes.count), 1, "its byte order mark")
    } else if let wide = Self.wideWithoutMark(head) {
      self.init(.wide(wide, mark: 0), 0.95, "a zero in most second bytes")
    } else if clean, probe.utf8.highBytes == 0, Self.hasEscapes(head),
      let name = Self.chardetGuess(head), name.hasPrefix("ISO-2022")
    {
      let escaped = SourceEncoding(name: name, markLength: 0, isCleanUTF8: false)
      self.init(escaped, 0.9, "its escape sequences")
    } else if clean || probe.utf8.sequences > 2 * probe.utf8.invalidBytes {
      // A few broken bytes among many sequences: damaged UTF-8, not another encoding, whose letters
      // would hardly ever pair up as sequences.
      let utf8 = SourceEncoding(name: "UTF-8", markLength: 0, isCleanUTF8: clean)
      let count = probe.utf8.sequences
      if clean {
        self.init(
          utf8, count > 0 ? 0.99 : 1,
          count > 0 ? "\(count) characters of several bytes, all well-formed" : "ASCII only")
      } else {
        let bad = probe.utf8.invalidBytes
        self.init(
          utf8, Double(count) / Double(count + 3 * bad),
          "\(count) characters of several bytes are well-formed, \(bad) bytes are not")
      }
    } else {
      let (name, confidence, evidence) = Self.byStatistics(probe)
      let encoding = SourceEncoding(name: name, markLength: 0, isCleanUTF8: false)
      self.init(encoding, confidence, evidence)
    }
  }

  private static func hasEscapes(_ head: [UInt8]) -> Bool {
    zip(head, head.dropFirst()).contains { $0 == 27 && ($1 == 36 || $1 == 40) }
  }

  /// Text in UTF-16 has a zero beside each delimiter, digit and line end, and in Western languages
  /// in nearly every second byte.
  static func wideWithoutMark(_ head: [UInt8]) -> String? {
    guard head.count >= 4 else { return nil }
    var even = 0
    var odd = 0
    for (index, byte) in head.enumerated() where byte == 0 {
      if index % 2 == 0 { even += 1 } else { odd += 1 }
    }
    let half = head.count / 2
    guard even + odd > 3 else { return nil }
    if odd * 10 > half, even * 10 < odd { return "UTF-16LE" }
    if even * 10 > half, odd * 10 < even { return "UTF-16BE" }
    return nil
  }

  // MARK: Statistics

  private static let otherScripts: Set<String> = [
    "WINDOWS-1251", "KOI8-R", "ISO-8859-5", "IBM866", "IBM855", "MAC-CYRILLIC", "WINDOWS-1253",
    "ISO-8859-7", "WINDOWS-1255", "ISO-8859-8", "WINDOWS-1256", "ISO-8859-6", "SHIFT_JIS",
    "EUC-JP", "ISO-2022-JP", "GB18030", "BIG5", "EUC-TW", "EUC-KR", "UHC", "TIS-620",
    "ISO-8859-11",
  ]
  /// What holds more characters under the guesser's name, as Windows writes it; KOI8-U has the
  /// Ukrainian letters where KOI8-R has parts of frames.
  private static let widerNames = [
    "SHIFT_JIS": "CP932", "EUC-KR": "CP949", "UHC": "CP949", "KOI8-R": "KOI8-U",
  ]

  /// Another script where its words have hardly an ASCII letter in them, else what the letters say.
  private static func byStatistics(_ probe: FileProbe) -> (String, Double, String) {
    let high = probe.utf8.highBytes
    let guess = chardetGuess(probe.sample)
    let isOtherScript = foreignShare(probe.sample) > 0.6
    if isOtherScript, let guess, otherScripts.contains(guess) {
      let wider = widerNames[guess] ?? guess
      let name =
        PairedEncoding.better(than: wider, probe.sample) { invalidCount(probe.sample, $0) == 0 }
        ?? ScriptGuess.sibling(of: wider, probe.sample) ?? wider
      let faults = invalidCount(probe.sample, name)
      if faults * 200 <= high {
        return (name, faults == 0 ? 0.9 : 0.75, "\(high) bytes read as text of its script")
      }
    }
    if isOtherScript, guess == nil, high > 20, pairs(probe.sample) {
      // Too short for the guesser, but every pair of bytes is a character.
      for name in PairedEncoding.names
      where invalidCount(probe.sample, name) == 0 {
        return (name, 0.5, "all pairs valid")
      }
    }
    if isOtherScript, foreignShare(probe.sample) > 0.85,
      let name = ScriptGuess.any(probe.sample)
    {
      return (name, 0.75, "\(high) bytes read as words of its script")
    }
    let latin = LatinGuess(probe.sample)
    return (latin.encoding, latin.confidence, latin.evidence)
  }

  /// How much of the words that have bytes beyond ASCII is such bytes: nearly all in another script,
  /// a part in Latin letters, however much ASCII stands around them.
  private static func foreignShare(_ sample: [UInt8]) -> Double {
    var all = 0
    var foreign = 0
    var word = (letters: 0, high: 0)
    for byte in sample {
      if byte >= 0x80 {
        word.high += 1
      } else if (byte | 0x20) &- 97 < 26 {
        word.letters += 1
      } else {
        if word.high > 0 {
          all += word.letters + word.high
          foreign += word.high
        }
        word = (0, 0)
      }
    }
    return Double(foreign + word.high) / Double(max(1, all + word.high))
  }

  /// Whether bytes beyond ASCII come in pairs throughout.
  private static func pairs(_ sample: [UInt8]) -> Bool {
    var run = 0
    var odd = 0
    var even = 0
    for byte in sample {
      if byte >= 0x80 {
        run += 1
      } else if run > 0 {
        if run % 2 == 0 { even += 1 } else { odd += 1 }
        run = 0
      }
    }
    return even > 4 * odd
  }

  private static func chardetGuess(_ sample: [UInt8]) -> String? {
    guard let guesser = uchardet_new() else { return nil }
    defer { uchardet_delete(guesser) }
    let code = sample.withUnsafeBytes {
      uchardet_handle_data(guesser, $0.bindMemory(to: CChar.self).baseAddress, $0.count)
    }
    uchardet_data_end(guesser)
    guard code == 0, let name = uchardet_get_charset(guesser) else { return nil }
    let text = String(cString: name).uppercased()
    return text.isEmpty ? nil : text
  }

  /// Bytes of a sample that an encoding does not have; a character cut off at its end is none.
  private static func invalidCount(_ sample: [UInt8], _ name: String) -> Int {
    let converter = iconv_open("UTF-8", name)
    guard Int(bitPattern: converter) != -1, let converter else { return sample.count }
    defer { iconv_close(converter) }
    var faults = 0
    var copy = sample
    copy.withUnsafeMutableBytes { bytes in
      var input = bytes.bindMemory(to: CChar.self).baseAddress
      var left = bytes.count
      let output = UnsafeMutableBufferPointer<CChar>.allocate(capacity: 16 << 10)
      defer { output.deallocate() }
      while left > 0 {
        var target = output.baseAddress
        var room = output.count
        if iconv(converter, &input, &left, &target, &room) != -1 { break }
        if errno == EILSEQ {
          faults += 1
          input = input.map { $0 + 1 }
          left -= 1
        } else if errno == EINVAL {
          break
        }
      }
    }
    return faults
  }
}

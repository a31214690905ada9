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
  private static func wideWithoutMark(_ head: [UInt8]) -> String? {
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
  /// What holds more characters under the guesser's name, as Windows writes it.
  private static let widerNames = ["SHIFT_JIS": "CP932", "EUC-KR": "CP949", "UHC": "CP949"]

  /// Windows-1252 unless the statistics clearly speak for another script, for Central Europe or for
  /// an old system: the guesser is unsure with the few accents of a list of names, and between
  /// Latin code pages.
  private static func byStatistics(_ probe: FileProbe) -> (String, Double, String) {
    let high = probe.utf8.highBytes
    let guess = chardetGuess(probe.sample)
    if let guess {
      let name = widerNames[guess] ?? guess
      let faults = invalidCount(probe.sample, name)
      if otherScripts.contains(guess), high * 3 > probe.utf8.letters, faults * 200 <= high {
        return (name, faults == 0 ? 0.9 : 0.75, "\(high) bytes read as text of its script")
      }
      let centralEurope = ["WINDOWS-1250", "ISO-8859-2", "WINDOWS-1254", "ISO-8859-9"]
      if centralEurope.contains(guess), high >= 50 {
        return (guess, 0.7, "the frequency of its \(high) letters beyond ASCII")
      }
    }
    for name in ["CP932", "GB18030", "BIG5", "CP949", "EUC-JP"]
    where high > 20 && high > probe.utf8.letters && pairs(probe.sample) {
      // Too short for the guesser, but every pair of bytes is a character.
      if invalidCount(probe.sample, name) == 0, guess == nil {
        return (name, 0.5, "all pairs valid")
      }
    }
    return latin(probe.sample, agrees: guess == nil || guess?.contains("1252") == true)
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

  /// Accented letters stand inside words; where their bytes are tells the system.
  private static func latin(_ sample: [UInt8], agrees: Bool) -> (String, Double, String) {
    let dos: Set<UInt8> = [0x81, 0x82, 0x84, 0x94, 0x99, 0xE1, 0xA4, 0xA2, 0xA3, 0x87, 0x85]
    let mac: Set<UInt8> = [0x8A, 0x9A, 0x9F, 0x8E, 0x8F, 0xA7, 0x96, 0x87, 0x8D, 0x88]
    var votes = (windows: 0, dos: 0, mac: 0)
    for index in sample.indices.dropFirst() where sample[index] >= 0x80 {
      let byte = sample[index]
      let before = sample[index - 1] | 0x20
      let next = index + 1 < sample.count ? sample[index + 1] | 0x20 : 0
      guard before &- 97 < 26 || next &- 97 < 26 else { continue }
      if byte >= 0xC0, byte != 0xD7, byte != 0xF7 { votes.windows += 1 }
      if dos.contains(byte) { votes.dos += 1 }
      if mac.contains(byte) { votes.mac += 1 }
    }
    let best = max(votes.dos, votes.mac)
    if best > 2 * votes.windows, best > 1, votes.dos != votes.mac {
      let name = votes.dos > votes.mac ? "CP850" : "MACINTOSH"
      return (name, best > 5 ? 0.8 : 0.6, "\(best) letters inside words stand where it has them")
    }
    let confidence = votes.windows > 4 ? agrees ? 0.85 : 0.7 : 0.6
    return (
      "WINDOWS-1252", confidence,
      "not UTF-8, and \(votes.windows) letters inside words stand where Windows has them"
    )
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

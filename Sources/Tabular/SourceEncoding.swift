import CChardet

/// How the bytes of a text file stand for characters.
struct SourceEncoding: Equatable, Sendable {
  /// As iconv knows it.
  let name: String
  /// Bytes of the byte order mark, which is not part of the text.
  let markLength: Int
  /// UTF-8 without any fault needs no conversion.
  let isCleanUTF8: Bool

  /// Guesses from the byte order mark, the zeros of UTF-16, whether the whole file is UTF-8, and
  /// last from the statistics of uchardet.
  static func detect(_ probe: FileProbe) -> SourceEncoding {
    let head = probe.head
    let clean = probe.utf8.isValid
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      return SourceEncoding(name: "UTF-8", markLength: 3, isCleanUTF8: clean)
    }
    if head.starts(with: [0xFF, 0xFE, 0, 0]) { return wide("UTF-32LE", mark: 4) }
    if head.starts(with: [0, 0, 0xFE, 0xFF]) { return wide("UTF-32BE", mark: 4) }
    if head.starts(with: [0xFF, 0xFE]) { return wide("UTF-16LE", mark: 2) }
    if head.starts(with: [0xFE, 0xFF]) { return wide("UTF-16BE", mark: 2) }
    if let wideName = wideWithoutMark(head) { return wide(wideName, mark: 0) }
    // A few broken bytes among many sequences: damaged UTF-8, not another encoding, whose letters
    // would hardly ever pair up as sequences.
    if clean || probe.utf8.sequences > 10 * probe.utf8.invalidBytes {
      return SourceEncoding(name: "UTF-8", markLength: 0, isCleanUTF8: clean)
    }
    return SourceEncoding(name: byStatistics(probe), markLength: 0, isCleanUTF8: false)
  }

  /// An encoding that the mapping names; the byte order mark still has to go.
  static func named(_ name: String, _ probe: FileProbe) -> SourceEncoding {
    let upper = name.uppercased()
    let detected = detect(probe)
    if upper == "UTF-8" || upper == "UTF8" {
      let mark = probe.head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      return SourceEncoding(name: "UTF-8", markLength: mark, isCleanUTF8: probe.utf8.isValid)
    }
    if upper == "UTF-16" {
      return detected.name.hasPrefix("UTF-16") ? detected : wide("UTF-16LE", mark: 0)
    }
    return SourceEncoding(
      name: upper, markLength: upper == detected.name ? detected.markLength : 0,
      isCleanUTF8: false)
  }

  private static func wide(_ name: String, mark: Int) -> SourceEncoding {
    SourceEncoding(name: name, markLength: mark, isCleanUTF8: false)
  }

  /// Western text in UTF-16 has a zero in nearly every second byte.
  private static func wideWithoutMark(_ head: [UInt8]) -> String? {
    guard head.count >= 4 else { return nil }
    var even = 0
    var odd = 0
    for (index, byte) in head.enumerated() where byte == 0 {
      if index % 2 == 0 { even += 1 } else { odd += 1 }
    }
    let half = head.count / 2
    if odd * 10 > half * 7, even * 10 < half { return "UTF-16LE" }
    if even * 10 > half * 7, odd * 10 < half { return "UTF-16BE" }
    return nil
  }

  /// Windows-1252 unless the statistics clearly speak for another script or for Central Europe:
  /// the guesser is unsure with the few accents of a list of names, and between Latin code pages.
  private static func byStatistics(_ probe: FileProbe) -> String {
    guard let guess = chardetGuess(probe.sample) else { return "WINDOWS-1252" }
    let otherScript = [
      "WINDOWS-1251", "KOI8-R", "ISO-8859-5", "IBM866", "IBM855", "MAC-CYRILLIC", "WINDOWS-1253",
      "ISO-8859-7", "WINDOWS-1255", "ISO-8859-8", "WINDOWS-1256", "ISO-8859-6", "SHIFT_JIS",
      "EUC-JP", "ISO-2022-JP", "GB18030", "BIG5", "EUC-TW", "EUC-KR", "UHC", "TIS-620",
    ]
    let high = probe.utf8.highBytes
    let letters = probe.utf8.letters
    if otherScript.contains(guess), high * 3 > letters { return guess }
    let centralEurope = ["WINDOWS-1250", "ISO-8859-2", "WINDOWS-1254", "ISO-8859-9"]
    if centralEurope.contains(guess), high >= 50 { return guess }
    return "WINDOWS-1252"
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
}

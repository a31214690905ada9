import Glibc

/// Which of the encodings of Latin letters with one byte a character a text is in.
///
/// All of them have something for nearly every byte, so nothing is invalid. What counts is what the
/// bytes would stand for: letters that one language has, in words whose upper and lower case make
/// sense, against signs in the middle of words. Each reading gets the logarithm of its likelihood.
struct LatinGuess {
  let encoding: String
  let confidence: Double
  let evidence: String

  /// What an encoding is less usual than Windows-1252, in bits: it decides where little speaks.
  private static let priors: [(name: String, bits: Double)] = [
    ("WINDOWS-1252", 0), ("WINDOWS-1250", 3), ("ISO-8859-15", 3), ("WINDOWS-1254", 4),
    ("ISO-8859-2", 4), ("WINDOWS-1257", 5), ("CP850", 5), ("MACINTOSH", 5), ("CP852", 6),
    ("CP437", 7), ("CP857", 8), ("MAC-CENTRALEUROPE", 9), ("ISO-8859-16", 9), ("CP775", 9),
  ]

  private static let codePages = priors.compactMap { CodePage($0.name, prior: -$0.bits) }
  private static let mostBytes = 8_000

  private struct Reading {
    let page: CodePage
    let bits: Double
    let language: LatinLanguage
    /// Letters beyond ASCII, and those of them that the language has.
    let letters: (count: Int, known: Int)
  }

  init(_ sample: [UInt8]) {
    let places = sample.indices.lazy.filter { sample[$0] >= 0x80 }.prefix(Self.mostBytes)
    let present = Set(places.map { sample[$0] })
    let readings = Self.codePages.map { Self.best($0, sample, Array(places)) }
      .sorted { $0.bits > $1.bits }
    guard let best = readings.first else {
      (encoding, confidence, evidence) = ("WINDOWS-1252", 0.5, "not UTF-8; the usual one")
      return
    }
    encoding = best.page.name
    // What reads the text alike is no rival.
    let rival = readings.first { reading in
      present.contains { reading.page[$0] != best.page[$0] }
    }
    let margin = rival.map { best.bits - $0.bits } ?? 16
    confidence = 0.55 + 0.4 * (1 - exp2(-margin / 8))
    let (count, known) = best.letters
    evidence =
      count == 0
      ? "not UTF-8, and signs stand where it has them"
      : "\(known) of \(count) letters beyond ASCII are those of \(best.language.name)"
        + (rival.map { "; next best \($0.page.name)" } ?? "")
  }

  private static func best(_ page: CodePage, _ sample: [UInt8], _ places: [Int]) -> Reading {
    var counts = [Int](repeating: 0, count: 256)
    var bits = page.prior
    for place in places {
      let byte = sample[place]
      let before = place > 0 ? page.kinds[Int(sample[place - 1])] : .other
      let after = place + 1 < sample.count ? page.kinds[Int(sample[place + 1])] : .other
      bits -= page.cost(of: byte, between: before, and: after)
      if page.kinds[Int(byte)].isLetter { counts[Int(byte)] += 1 }
    }
    let scored = LatinLanguage.all.map { language in
      var bits = bits
      var known = 0
      for byte in 0x80...0xFF where counts[byte] > 0 {
        let letter = page[UInt8(byte)]
        let share = language.shares[letter] ?? 0
        if share > 0 { known += counts[byte] }
        // A list has names of other countries too; any letter may occur.
        let likelihood = 0.85 * share + 0.14 * (LatinLanguage.western[letter] ?? 0) + 0.01 / 200
        bits += Double(counts[byte]) * log2(likelihood)
      }
      return Reading(
        page: page, bits: bits, language: language,
        letters: (counts.reduce(0, +), known))
    }
    return scored.max { $0.bits < $1.bits } ?? scored[0]
  }
}

/// What the bytes of an encoding with one byte a character stand for.
private struct CodePage: Sendable {
  enum Kind: Sendable {
    case lower, upper, opening, closing, trailing, sign, oddSign, nothing, other

    var isLetter: Bool { self == .lower || self == .upper }
  }

  let name: String
  let prior: Double
  let kinds: [Kind]
  private let scalars: [UInt32]

  subscript(_ byte: UInt8) -> UInt32 { scalars[Int(byte)] }

  /// Signs that stand in texts: dashes, marks of currency and the like; quotes have their sides.
  private static let usualSigns = Set("–—…•·€£©§\u{A0}".unicodeScalars)
  private static let openingSigns = Set("“‘„‚«‹¿¡".unicodeScalars)
  /// They end a word or a number, and no word begins behind them.
  private static let trailingSigns = Set("°®™ªº²³".unicodeScalars)
  private static let closingSigns = Set("”’»›".unicodeScalars)

  /// nil where iconv does not know the encoding.
  init?(_ name: String, prior: Double) {
    let converter = iconv_open("UTF-32LE", name)
    guard Int(bitPattern: converter) != -1, let converter else { return nil }
    defer { iconv_close(converter) }
    self.name = name
    self.prior = prior
    scalars = (UInt8.min...UInt8.max).map { byte in
      var byte = CChar(bitPattern: byte)
      var scalar: UInt32 = 0
      withUnsafeMutablePointer(to: &byte) { source in
        withUnsafeMutableBytes(of: &scalar) { target in
          var input: UnsafeMutablePointer<CChar>? = source
          var output = target.bindMemory(to: CChar.self).baseAddress
          var (inputLeft, outputLeft) = (1, 4)
          iconv(converter, &input, &inputLeft, &output, &outputLeft)
        }
      }
      return UInt32(littleEndian: scalar)
    }
    kinds = scalars.map(Self.kind)
  }

  private static func kind(_ value: UInt32) -> Kind {
    guard value >= 32, !(0x7F..<0xA0).contains(value), let scalar = UnicodeScalar(value) else {
      return value < 32 && value > 0 ? .other : .nothing
    }
    if usualSigns.contains(scalar) { return .sign }
    if openingSigns.contains(scalar) { return .opening }
    if closingSigns.contains(scalar) { return .closing }
    if trailingSigns.contains(scalar) { return .trailing }
    if scalar.properties.isLowercase, value != 0x192, value != 0xB5 { return .lower }
    if scalar.properties.isUppercase { return .upper }
    if value < 0x80 { return .other }
    // Frames and blocks stood on screens, not in data.
    return (0x2500..<0x25A0).contains(value) ? .nothing : .oddSign
  }

  /// What speaks against a byte at its place, in bits; letters are weighed by language besides.
  func cost(of byte: UInt8, between before: Kind, and after: Kind) -> Double {
    let isInside = before.isLetter && after.isLetter
    switch kinds[Int(byte)] {
    case .upper: return before == .lower ? 6 : 0
    // A capital ß hardly exists.
    case .lower:
      if before == .upper, after == .upper, self[byte] != 0xDF { return 4 }
      // Few words are one letter long.
      return before.isLetter || after.isLetter ? 0 : 2
    case .opening: return isInside ? 10 : before.isLetter ? 6 : 2
    case .closing:
      return isInside && self[byte] != 0x2019 ? 10 : isInside || !after.isLetter ? 2 : 6
    case .trailing: return after.isLetter ? 12 : 3
    case .sign: return isInside ? 10 : 3
    // Nor does a fraction touch a word.
    case .oddSign: return before.isLetter || after.isLetter ? 12 : 8
    case .nothing, .other: return 14
    }
  }
}

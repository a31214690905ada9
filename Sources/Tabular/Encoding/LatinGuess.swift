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
    let (count, known) = best.letters
    // Where most letters are none of the language, the right encoding is not among those tried.
    let isStrange = count >= 20 && known * 2 < count
    confidence = isStrange ? 0.5 : 0.55 + 0.4 * (1 - exp2(-margin / 8))
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

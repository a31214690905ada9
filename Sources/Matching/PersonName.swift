import Bytes

/// Names of persons, normalised for comparison.
///
/// `Dr. Müller, Hans-Peter` and `hans peter MUELLER` both read `hans peter muller`. Titles and
/// single initials between first and last word go; `ae`, `oe`, `ue` count as their umlauts.
struct PersonName: Sendable {
  /// The whole name: words in spoken order.
  private(set) var full: [UInt8] = []
  /// Family name and first initial, for the question whether two names agree.
  private(set) var agreement: [UInt8] = []
  /// Given names and family name, apart: `hans peter` and `van der berg`. A name of one word, of
  /// which nothing else is known, is a family name.
  private(set) var given: [UInt8] = []
  private(set) var family: [UInt8] = []
  private var words: [Range<Int>] = []
  /// Where the family name begins in `scratch`; nil when the text does not say.
  private var familyStart: Int?
  private var scratch: [UInt8] = []

  /// Words that are no part of a name, folded.
  private static let titles: Set<UInt64> = Set(
    [
      "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "herr", "hr", "frau", "fr", "mme", "mlle",
      "monsieur", "madame", "sr", "sra", "senor", "senora", "sig", "dott", "ing", "dipl", "mag",
      "phd", "mba", "jr", "ii", "iii",
    ].map { Hash64.of($0) })

  /// Reads a name from its two parts, or from the full name when a part is missing.
  mutating func read(
    full fullName: UnsafeBufferPointer<UInt8>, first: UnsafeBufferPointer<UInt8>,
    last: UnsafeBufferPointer<UInt8>
  ) {
    scratch.removeAll(keepingCapacity: true)
    full.removeAll(keepingCapacity: true)
    agreement.removeAll(keepingCapacity: true)
    given.removeAll(keepingCapacity: true)
    family.removeAll(keepingCapacity: true)
    familyStart = nil
    if fullName.isEmpty || !first.isEmpty && !last.isEmpty {
      append(first)
      if !scratch.isEmpty || !last.isEmpty { familyStart = scratch.count }
      append(last)
    } else if let comma = fullName.firstIndex(of: UInt8(ascii: ",")) {
      append(UnsafeBufferPointer(rebasing: fullName[(comma + 1)...]))
      familyStart = scratch.count
      append(UnsafeBufferPointer(rebasing: fullName[..<comma]))
    } else {
      append(fullName)
    }
    findWords()
    write()
  }

  /// Hash of the first given name; nil where there is none but an initial.
  var firstGiven: UInt64? {
    let length = given.firstIndex(of: 32) ?? given.count
    guard length > 1 else { return nil }
    return given[..<length].withUnsafeBufferPointer { Hash64.of($0) }
  }

  private mutating func append(_ part: UnsafeBufferPointer<UInt8>) {
    guard !part.isEmpty else { return }
    if !scratch.isEmpty, scratch.last != 32 { scratch.append(32) }
    let start = scratch.count
    TextFold.appendWords(of: part, to: &scratch)
    TextFold.collapseDigraphs(&scratch, from: start)
  }

  private mutating func findWords() {
    words.removeAll(keepingCapacity: true)
    var start = 0
    for index in 0...scratch.count where index == scratch.count || scratch[index] == 32 {
      if index > start, !isTitle(start..<index) { words.append(start..<index) }
      start = index + 1
    }
  }

  private func isTitle(_ word: Range<Int>) -> Bool {
    guard word.count <= 8 else { return false }
    return scratch.withUnsafeBufferPointer {
      Self.titles.contains(Hash64.of(UnsafeBufferPointer(rebasing: $0[word])))
    }
  }

  private mutating func write() {
    guard let first = words.first, let last = words.last else { return }
    for (index, word) in words.enumerated() {
      // An initial between the names is given by some forms and not by others.
      if word.count == 1, index > 0, index < words.count - 1 { continue }
      if !full.isEmpty { full.append(32) }
      full.append(contentsOf: scratch[word])
    }
    writeParts()
    agreement.append(contentsOf: scratch[last])
    if words.count > 1 {
      agreement.append(32)
      agreement.append(scratch[first.lowerBound])
    }
  }

  private mutating func writeParts() {
    let start = familyStart ?? guessedFamilyStart
    for (index, word) in words.enumerated() {
      if word.lowerBound >= start {
        if !family.isEmpty { family.append(32) }
        family.append(contentsOf: scratch[word])
      } else if word.count > 1 || index == 0 {
        if !given.isEmpty { given.append(32) }
        given.append(contentsOf: scratch[word])
      }
    }
  }

  /// The last word, with the particles before it.
  private var guessedFamilyStart: Int {
    var index = words.count - 1
    while index > 1, isParticle(words[index - 1]) { index -= 1 }
    return words[index].lowerBound
  }

  private func isParticle(_ word: Range<Int>) -> Bool {
    guard word.count <= 3 else { return false }
    return scratch.withUnsafeBufferPointer {
      Self.particles.contains(Hash64.of(UnsafeBufferPointer(rebasing: $0[word])))
    }
  }

  /// Words that a family name begins with, folded.
  private static let particles: Set<UInt64> = Set(
    [
      "van", "von", "vom", "zu", "zur", "de", "den", "der", "des", "del", "di", "da", "do", "dos",
      "das", "du", "la", "le", "el", "al", "bin", "ibn", "ter", "ten", "st", "san", "mac", "mc",
    ].map { Hash64.of($0) })

  /// Whether the name has at least two words: what a company key needs to mean one person.
  var isWhole: Bool { words.count > 1 }
}

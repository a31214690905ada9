import Bytes
package import LeadModel

/// Brings names in capitals or small letters into the case that they are written in, where that is
/// safe: `JOHN MCDONALD` and `anna van der berg` become `John McDonald` and `Anna van der Berg`.
///
/// A name that mixes cases is taken as its owner writes it, except for whole words in capitals
/// beside others that are not (`Jean DUPONT`). Greek and Cyrillic names are brought into case like
/// Latin ones; Greek marks that capitals have lost stay lost. Other scripts, words of two scripts,
/// words with digits, two capitals that may be initials, and Turkish letters in doubt stay untouched.
package struct NameCasing: Sendable {
  package enum Part: Sendable {
    case full, given, family
  }

  private var scalars: [UInt32] = []
  private var words: [Word] = []
  private var isTurkish = false
  /// Whether somebody wrote who has the letters of Turkish at hand, and may mean `ı` by an `I`.
  private var hasTurkishLetters = false
  /// Words before the first comma, all of them the family name; 0 without one.
  private var wordsBeforeComma = 0

  private struct Word {
    let scalars: Range<Int>
    let kind: NameWordKind
    /// Commas before it.
    let segment: Int
    var isUpper = true
    var isLower = true
    var letters = 0
  }

  package init() {}

  /// The name in its case; nil when there is nothing to change, or no safe way to. In Turkey and
  /// Azerbaijan an `I` beside a `Ş` is no `i`.
  package mutating func recased(
    _ name: UnsafeBufferPointer<UInt8>, as part: Part, country: CountryCode? = nil
  ) -> [UInt8]? {
    guard name.count <= NameReader.longestName, !Self.isUsual(name), read(name, country)
    else { return nil }
    let weighty = words.filter { $0.letters >= 2 }
    let isMixed = weighty.contains { !$0.isUpper && !$0.isLower }
    guard !weighty.isEmpty, isMixed ? words.count > 1 : true else { return nil }
    var output: [UInt8] = []
    var end = 0
    for (index, word) in words.enumerated() {
      for position in end..<word.scalars.lowerBound { append(scalars[position], to: &output) }
      end = word.scalars.upperBound
      if changes(word, index: index, isMixed: isMixed, part) {
        write(word, index: index, part, to: &output)
      } else {
        for position in word.scalars { append(scalars[position], to: &output) }
      }
    }
    for position in end..<scalars.count { append(scalars[position], to: &output) }
    return output.elementsEqual(name) ? nil : output
  }

  /// Whether each word is a capital of ASCII with small letters behind it, as most are.
  private static func isUsual(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    for byte in name {
      if byte == 32 {
        if place < 2 { return false }
        place = 0
      } else {
        guard place == 0 ? byte &- 65 < 26 : byte &- 97 < 26 else { return false }
        place += 1
      }
    }
    return place >= 2
  }

  /// The name in its case, or as it is.
  package static func recased(_ name: String, as part: Part) -> String {
    var name = name
    var casing = NameCasing()
    let bytes = name.withUTF8 { casing.recased($0, as: part) }
    return bytes.map { String(decoding: $0, as: UTF8.self) } ?? name
  }

  // MARK: Reading

  /// Takes the name apart; false when its letters are none that have a safe case.
  private mutating func read(
    _ name: UnsafeBufferPointer<UInt8>, _ country: CountryCode?
  ) -> Bool {
    scalars.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    isTurkish = false
    wordsBeforeComma = 0
    var hasCedilla = false
    var isMarked = false
    for scalar in String(decoding: name, as: UTF8.self).unicodeScalars {
      let value = scalar.value
      // Letters of other scripts, digits and replacement characters.
      let isPlain = value < 0x80 && !(0x30...0x39).contains(value)
      guard isPlain || LetterCase.isLetter(value) || [0xB7, 0x2019, 0x2BC, 0xA0].contains(value)
      else { return false }
      if [0x130, 0x131, 0x11E, 0x11F].contains(value) { isTurkish = true }
      if value == 0x15E || value == 0x15F { hasCedilla = true }
      if [0xC7, 0xD6, 0xDC, 0x18F].contains(value) { isMarked = true }
      scalars.append(value)
    }
    var start: Int?
    var segment = 0
    for index in 0...scalars.count {
      let isSpace = index == scalars.count || [0x20, 0xA0, 0x2C].contains(scalars[index])
      defer {
        if index < scalars.count, scalars[index] == 0x2C, !words.isEmpty {
          if segment == 0 { wordsBeforeComma = words.count }
          segment += 1
        }
      }
      if isSpace, let first = start {
        words.append(word(first..<index, segment))
        start = nil
      } else if !isSpace, start == nil {
        start = index
      }
    }
    guard !words.contains(where: isOfTwoScripts) else { return false }
    let isTurkic = country.map(Self.turkic.contains) ?? false
    if hasCedilla, isTurkic { isTurkish = true }
    hasTurkishLetters = isTurkish || isTurkic && isMarked
    // Ş is Turkish, where I is no i, or Romanian of old, where it is.
    if hasCedilla, !isTurkish, scalars.dropFirst().contains(0x49) { return false }
    return true
  }

  /// Whether a word has a Latin letter among others that look like it: a slip, not a spelling.
  private func isOfTwoScripts(_ word: Word) -> Bool {
    let letters = scalars[word.scalars].filter(LetterCase.isLetter)
    guard let first = letters.first.map(LetterCase.isGreekOrCyrillic) else { return false }
    return letters.contains { LetterCase.isGreekOrCyrillic($0) != first }
  }

  private static let turkic: Set<CountryCode> = Set(["TR", "AZ"].compactMap { CountryCode($0) })

  private func word(_ range: Range<Int>, _ segment: Int) -> Word {
    var bytes: [UInt8] = []
    for index in range { append(scalars[index], to: &bytes) }
    var word = Word(
      scalars: range, kind: bytes.withUnsafeBufferPointer { NameWords.kind(of: $0) },
      segment: segment)
    for (offset, scalar) in scalars[range].enumerated() where LetterCase.isLetter(scalar) {
      word.letters += 1
      // The small letter of McKENZIE says nothing.
      if offset == 1, scalar == 0x63, scalars[range.lowerBound] == 0x4D, range.count > 4 {
        if LetterCase.upper(scalars[range.lowerBound + 2]) == scalars[range.lowerBound + 2],
          LetterCase.upper(scalars[range.lowerBound + 3]) == scalars[range.lowerBound + 3]
        {
          word.isLower = false
          continue
        }
      }
      if LetterCase.upper(scalar) != scalar { word.isUpper = false }
      if LetterCase.lower(scalar) != scalar { word.isLower = false }
    }
    return word
  }

  private func changes(_ word: Word, index: Int, isMixed: Bool, _ part: Part) -> Bool {
    guard word.letters > 0, word.isUpper || word.isLower else { return false }
    if isMixed {
      // "Ann Bell, ABC, XYZ" has degrees.
      if word.segment > 0, wordsBeforeComma > 1, let last = words.last, last.segment > 1 {
        return false
      }
      // "John Smith, MCIPS" may have one.
      if word.segment > 0, wordsBeforeComma > 1, index == wordsBeforeComma,
        index == words.count - 1, word.isUpper, beginsWithGivenName()
      {
        return false
      }
      return word.isUpper && word.letters >= 3 && !word.kind.contains(.suffix)
        && !hasInnerPoint(word) && hasVowel(word)
    }
    // "anna berg MD"
    if word.isUpper, index > 0, word.kind.contains(.suffix), words.contains(where: \.isLower) {
      return false
    }
    // "JRR" are initials.
    if word.isUpper, word.letters == 3, index == 0, words.count > 1 || part == .given,
      part != .family, !hasVowel(word)
    {
      return false
    }
    // "JP" may be initials, "JO" a name.
    if word.isUpper, word.letters == 2, part != .family, index == 0,
      words.count > 1 || part == .given
    {
      let text = String(
        String.UnicodeScalarView(scalars[word.scalars].compactMap(Unicode.Scalar.init)))
      return Self.shortNames.contains(text) || !word.kind.isDisjoint(with: [.title, .particle])
    }
    return true
  }

  /// Whether the first word is known for a given name.
  private func beginsWithGivenName() -> Bool {
    guard let first = words.first else { return false }
    var text = String(
      String.UnicodeScalarView(scalars[first.scalars].compactMap(Unicode.Scalar.init)))
    var folded: [UInt8] = []
    text.withUTF8 { TextFold.appendWords(of: $0, to: &folded) }
    TextFold.collapseDigraphs(&folded)
    return NickNames.contains(folded.span)
  }

  /// Whether a word can be spoken; letters with marks can.
  private func hasVowel(_ word: Word) -> Bool {
    scalars[word.scalars].contains { scalar in
      scalar > 0x7F || [0x41, 0x45, 0x49, 0x4F, 0x55, 0x59].contains(scalar & 0xDF)
    }
  }

  private func hasInnerPoint(_ word: Word) -> Bool {
    scalars[word.scalars.dropLast()].contains(0x2E)
  }

  private static let shortNames: Set<String> = [
    "AL", "BO", "ED", "JO", "TY", "LI", "YI", "WU", "AN", "XU", "YU", "LU", "LE", "CY", "VI", "SU",
    "ЯН", "ЛИ", "ИЯ",
  ]

  // MARK: Writing

  private func write(_ word: Word, index: Int, _ part: Part, to output: inout [UInt8]) {
    let isDotless = meansDotless(word)
    let lower = scalars[word.scalars].map { $0 == 0x49 && isDotless ? 0x131 : LetterCase.lower($0) }
    let text = String(String.UnicodeScalarView(lower.compactMap(Unicode.Scalar.init)))
    if index > 0, word.kind.contains(.suffix), let known = Self.degrees[text.filter { $0 != "." }],
      index == words.count - 1 || part != .given, !word.kind.contains(.doubtful)
    {
      output.append(contentsOf: (text.hasSuffix(".") ? known + "." : known).utf8)
      return
    }
    // "DE SOUZA, MARIA" has the family name first.
    let isInside =
      index > 0 || part == .family && words.count > 1 || part == .full && wordsBeforeComma > 1
    let hasNext = index + 1 < words.count
    if isInside, hasNext, word.kind.contains(.small) || isArticle(index, text) {
      output.append(contentsOf: text.utf8)
      return
    }
    // "von und zu"
    if index > 0, hasNext, word.kind.contains(.and), words[index - 1].kind.contains(.small),
      words[index + 1].kind.contains(.small)
    {
      output.append(contentsOf: text.utf8)
      return
    }
    if index > 0, word.kind.contains(.doubtful), word.kind.contains(.title), hasNext,
      words[0].kind.contains(.title), word.letters > 1 || text.hasSuffix(".")
    {
      output.append(contentsOf: text.utf8)
      return
    }
    if index > 0, hasNext, word.letters == 1, word.kind.contains(.tie), !text.hasSuffix(".") {
      output.append(contentsOf: text.utf8)
      return
    }
    var start = 0
    for position in 0...lower.count where position == lower.count || lower[position] == 0x2D {
      let segment = lower[start..<position]
      let isMiddle = start > 0 && position < lower.count
      writeSegment(Array(segment), isSmall: isMiddle && isSmallSegment(segment), to: &output)
      if position < lower.count { output.append(UInt8(ascii: "-")) }
      start = position + 1
    }
  }

  /// The `la` of `de la Cruz`.
  private func isArticle(_ index: Int, _ text: String) -> Bool {
    index > 0 && words[index - 1].kind.contains(.small)
      && ["la", "las", "los", "le", "el", "lo"].contains(text)
  }

  private func isSmallSegment(_ segment: ArraySlice<UInt32>) -> Bool {
    var bytes: [UInt8] = []
    for scalar in segment { append(scalar, to: &bytes) }
    return bytes.withUnsafeBufferPointer { NameWords.kind(of: $0).contains(.small) }
  }

  private func writeSegment(_ letters: [UInt32], isSmall: Bool, to output: inout [UInt8]) {
    var letters = letters
    if !isSmall {
      // What precedes an apostrophe or a point begins anew behind it: o'brien, j.p.
      var begins = true
      for index in letters.indices {
        if LetterCase.isLetter(letters[index]) {
          if begins { letters[index] = capital(letters[index]) }
          begins = false
        } else if [0x27, 0x2019, 0x2BC, 0x60].contains(letters[index]) {
          begins = letters.count - index > 2 && index > 0 && !isHardSign(letters, index)
        } else {
          begins = letters[index] == 0x2E || begins && letters[index] != 0x27
        }
      }
      capitaliseInside(&letters)
    }
    settleSigma(&letters)
    for letter in letters { append(letter, to: &output) }
  }

  /// Whether an apostrophe is that of `Мар'яна` and `В'ячеслав`, not that of `О'Генрі`.
  private func isHardSign(_ letters: [UInt32], _ index: Int) -> Bool {
    LetterCase.isGreekOrCyrillic(letters[index - 1])
      && (index > 1 || Self.soft.contains(letters[index + 1]))
  }

  /// я ю є ї е ё і
  private static let soft: Set<UInt32> = [0x44F, 0x44E, 0x454, 0x457, 0x435, 0x451, 0x456]

  /// The sigma at the end of a Greek word.
  private func settleSigma(_ letters: inout [UInt32]) {
    guard letters.count > 1, letters[letters.count - 1] == 0x3C3,
      LetterCase.isLetter(letters[letters.count - 2])
    else { return }
    letters[letters.count - 1] = 0x3C2
  }

  /// The second capital of McDonald, MacDonald and IJsselmuiden.
  private func capitaliseInside(_ letters: inout [UInt32]) {
    guard letters.count >= 4 else { return }
    if letters[0] == 0x4D, letters[1] == 0x63, LetterCase.isLetter(letters[2]) {
      letters[2] = capital(letters[2])
    } else if letters[0] == 0x4D, letters[1] == 0x61, letters[2] == 0x63, letters.count > 4 {
      let rest = String(
        String.UnicodeScalarView(letters[3...].compactMap(Unicode.Scalar.init)))
      if Self.clans.contains(rest) { letters[3] = capital(letters[3]) }
    } else if letters[0] == 0x49, letters[1] == 0x6A,
      ![0x61, 0x65, 0x69, 0x6F, 0x75].contains(letters[2])
    {
      letters[1] = 0x4A
    }
  }

  /// Whether an `I` of a word in capitals is a Turkish `ı`: never beside `E`, `Ö`, `Ü`, `İ` and `Ə`, as
  /// vowels of a word are alike; and only where the cell tells that it is written in Turkish.
  private func meansDotless(_ word: Word) -> Bool {
    guard hasTurkishLetters else { return false }
    let letters = scalars[word.scalars]
    if letters.contains(where: { [0x45, 0xD6, 0xDC, 0x130, 0x18F].contains($0) }) { return false }
    return isTurkish || !letters.contains { [0x41, 0x4F, 0x55].contains($0) }
  }

  private func capital(_ scalar: UInt32) -> UInt32 {
    isTurkish && scalar == 0x69 ? 0x130 : LetterCase.upper(scalar)
  }

  private func append(_ value: UInt32, to output: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else { return }
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// What follows `Mac` with a capital; other names, as Machado and Mackintosh, have none.
  private static let clans: Set<String> = [
    "donald", "leod", "kenzie", "gregor", "arthur", "intyre", "millan", "pherson", "dougall",
    "lean", "kay", "neil", "neill", "aulay", "farlane", "innes", "kinnon", "donnell", "bride",
    "carthy", "allister", "alister", "dermott", "mahon", "namara", "cormack", "cormac", "rae",
    "lachlan", "phee", "queen", "tavish", "gowan", "laren", "iver", "nab", "fadden", "dougal",
    "fadyen", "lellan", "diarmid", "quarrie", "dowell", "nair", "callum", "bain", "beth", "ewan",
  ]

  private static let degrees: [String: String] = [
    "jr": "Jr", "ii": "II", "iii": "III", "iv": "IV", "phd": "PhD", "mba": "MBA", "msc": "MSc",
    "bsc": "BSc", "msci": "MSci", "llm": "LLM", "llb": "LLB", "esq": "Esq", "cpa": "CPA",
    "dds": "DDS", "meng": "MEng", "beng": "BEng", "bba": "BBA", "dphil": "DPhil", "edd": "EdD",
    "psyd": "PsyD", "mphil": "MPhil", "obe": "OBE", "mbe": "MBE", "cbe": "CBE", "pmp": "PMP",
    "dvm": "DVM", "cfa": "CFA", "frcs": "FRCS", "frcp": "FRCP", "cissp": "CISSP", "kbe": "KBE",
  ]
}

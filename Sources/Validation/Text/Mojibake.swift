/// Text that was UTF-8 once and was decoded as something else before it came: `MÃ¼ller`, `â€™`,
/// `M├╝ller`, also twice over.
///
/// What is taken for damaged is what no language writes: a letter that begins a character of UTF-8
/// and right behind it signs that go on with it, so that together they are a letter again. Where a
/// text could have them, as a capital before a closing quote, it takes a second proof.
package enum Mojibake {
  package enum Reading: Equatable {
    /// What the text was.
    case repaired([UInt8])
    /// Letters are gone: replacement characters were decoded wrongly too.
    case lost
  }

  /// Reads a damaged text.
  ///
  /// - Parameter cell: UTF-8; looked at once, without an allocation unless something is suspect.
  /// - Returns: what it was; nil for a sound one, and for one that is longer than any that people
  ///   write.
  package static func reading(_ cell: UnsafeBufferPointer<UInt8>) -> Reading? {
    guard cell.count <= longestCell, !isASCII(cell), isSuspect(cell) else { return nil }
    var text = Array(String(decoding: cell, as: UTF8.self).unicodeScalars)
    var isRepaired = false
    // Each time through the wrong decoder adds a layer.
    for _ in 0..<maximumLayers {
      guard let layer = peeled(text) else { break }
      if layer.isLost { return .lost }
      text = layer.text
      isRepaired = true
    }
    guard isRepaired else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text)
    return .repaired(Array(String(view).utf8))
  }

  private static let maximumLayers = 4
  /// In bytes: as many as a spreadsheet's cell has characters.
  package static let longestCell = 32_767

  // MARK: A quick look

  /// Whether no byte has its highest bit; without an early end, so that many are looked at at once.
  package static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var all: UInt8 = 0
    for byte in bytes { all |= byte }
    return all < 0x80
  }

  /// Whether the bytes hold what damaged text has: a look at each byte that is not ASCII.
  private static func isSuspect(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index + 3 < cell.count {
      let byte = cell[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      let (second, third) = (cell[index + 1], cell[index + 2])
      switch byte {
      case 0xC3:
        // A letter from Â to ô, and behind it a sign, a control or one of Windows' own characters.
        if second >= 0x82, second <= 0xB4,
          third == 0xC2 || third == 0xC5 || third == 0xC6 || third == 0xCB || third == 0xE2
            || third == 0xC3 && second == 0x94
        {
          return true
        }
        index += 2
      case 0xE2:
        // ├ ┬ ┼ √ ‚Ä
        if second == 0x94, third == 0x9C || third == 0xAC || third == 0xBC { return true }
        if second == 0x88, third == 0x9A { return true }
        if second == 0x80, third == 0x9A, cell[index + 3] == 0xC3 { return true }
        index += 3
      case 0xCE:
        // ΓÇ
        if second == 0x93, third == 0xC3 { return true }
        index += 2
      case 0xC0..<0xE0: index += 2
      case 0xE0..<0xF0: index += 3
      case 0xF0...: index += 4
      default: index += 1
      }
    }
    return false
  }

  // MARK: A layer

  private struct Layer {
    var text: [Unicode.Scalar] = []
    /// Characters that can be nothing else, and those that could be.
    var sureCount = 0
    var doubtfulCount = 0
    var isLost = false
  }

  /// The text without one wrong decoding; nil when it shows none.
  private static func peeled(_ text: [Unicode.Scalar]) -> Layer? {
    var best: Layer?
    for codec in [MojibakeCodec.windows, .dosUS, .dosLatin, .mac] {
      let layer = decoded(text, codec)
      guard layer.isLost || layer.sureCount > 0 else { continue }
      let isBetter =
        best.map { layer.sureCount + layer.doubtfulCount > $0.sureCount + $0.doubtfulCount } ?? true
      if isBetter { best = layer }
    }
    return best
  }

  private static func decoded(_ text: [Unicode.Scalar], _ codec: MojibakeCodec) -> Layer {
    var layer = Layer()
    layer.text.reserveCapacity(text.count)
    // Characters of other scripts count when several stand side by side.
    var foreignRun = 0
    var index = 0
    while index < text.count {
      guard let found = sequence(text, index, codec) else {
        foreignRun = 0
        layer.text.append(text[index])
        index += 1
        continue
      }
      switch judged(found, text, index, codec) {
      case .sure:
        layer.sureCount += 1
        foreignRun = 0
      case .foreign:
        foreignRun += 1
        // The second proves the first.
        if foreignRun == 2 { layer.sureCount += 1 }
        layer.doubtfulCount += 1
      case .doubtful: layer.doubtfulCount += 1
      case .lost:
        layer.isLost = true
        return layer
      case .none:
        foreignRun = 0
        layer.text.append(text[index])
        index += 1
        continue
      }
      // A byte order mark is no letter.
      if found.scalar != "\u{FEFF}" { layer.text.append(found.scalar) }
      index += found.length
    }
    return layer
  }

  private struct Sequence {
    let scalar: Unicode.Scalar
    /// Characters that it was taken for.
    let length: Int
  }

  /// The character whose UTF-8 bytes are the next characters in an encoding.
  private static func sequence(
    _ text: [Unicode.Scalar], _ index: Int, _ codec: MojibakeCodec
  ) -> Sequence? {
    guard let lead = codec.byte(text[index]), lead >= 0xC2, lead <= 0xF4 else { return nil }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= text.count else { return nil }
    var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length {
      guard let byte = codec.byte(text[index + offset]), byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    // Longer than need be is no UTF-8.
    guard value >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return Sequence(scalar: scalar, length: length)
  }

  private enum Judgement {
    case sure, foreign, doubtful, lost, none
  }

  private static func judged(
    _ found: Sequence, _ text: [Unicode.Scalar], _ index: Int, _ codec: MojibakeCodec
  ) -> Judgement {
    if found.scalar == "\u{FFFD}" { return .lost }
    let before = index > 0 ? text[index - 1] : " "
    let end = index + found.length
    let after = end < text.count ? text[end] : " "
    switch found.scalar.value {
    // What Windows has for a byte may be half of another layer.
    case 0x80...0x9F, 0x192, 0x2C6, 0x2DC: return .doubtful
    case 0xA0...0x17F, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x218...0x21B:
      if codec.isOdd { return oddLetter(text[index], before, after) }
      let isMark = text[index] == "Â" && text[index + 1] == "®"
      guard closing.contains(text[index + 1]), !isMark else { return .sure }
      // A capital and a closing sign: "IRMÃ”" ends a quotation.
      let isInWord = isLetter(after) && found.scalar.value >= 0xC0
      return isInWord || isSmall(before) || isDigit(before) ? .sure : .doubtful
    case 0x1E00...0x1EFF, 0x2000...0x2027, 0x2030...0x203A, 0x20AC, 0x2116, 0x2122,
      0x2190...0x2199, 0x2212, 0x2260...0x2265, 0x2600...0x27BF, 0xFB00...0xFB06, 0xFEFF:
      // "está»…" goes on with signs that end a sentence.
      let isClosing = text[(index + 1)..<end].allSatisfy(closing.contains)
      return isClosing && !isLetter(after) ? .doubtful : .sure
    case 0x1F000...0x1FAFF: return .sure
    case 0x370...0x3FF, 0x400...0x45F, 0x5D0...0x5EA, 0x600...0x6FF, 0xE00...0xE7F,
      0x3040...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3:
      return codec.isOdd ? .none : .foreign
    default: return .none
    }
  }

  /// `├` stands in no text; `√` does, but not within a word.
  private static func oddLetter(
    _ lead: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar
  ) -> Judgement {
    switch lead {
    case "├", "┬", "┼": .sure
    case "√": isLetter(before) || isLetter(after) ? .sure : .doubtful
    default: .doubtful
    }
  }

  /// Signs that stand behind a word.
  private static let closing: Set<Unicode.Scalar> = [
    "’", "‘", "“", "”", "„", "‚", "»", "«", "›", "‹", "…", "–", "—", "•", "®", "™", "\u{A0}",
  ]

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

  private static func isSmall(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isLowercase }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}

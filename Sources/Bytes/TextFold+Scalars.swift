/// What folding makes of one scalar outside ASCII.
enum FoldedScalar {
  case letters(StaticString)
  case scalar(Unicode.Scalar)
  case asIs
  case nothing
  case space
}

extension TextFold {
  /// - Source: Unicode 15, decompositions of the Latin blocks; case of Greek and Cyrillic.
  static func fold(_ scalar: UInt32) -> FoldedScalar {
    switch scalar {
    case 0xC0...0x17F: return latin(scalar)
    case 0xAD, 0x200B...0x200D, 0x2018, 0x2019, 0x300...0x36F, 0xFEFF: return .nothing
    case 0x80...0xBF, 0x2000...0x206F, 0x20A0...0x20CF, 0x2100...0x2BFF, 0x3000...0x3004,
      0x3008...0x3020:
      return .space
    case 0x1A0, 0x1A1: return .letters("o")
    case 0x1AF, 0x1B0: return .letters("u")
    case 0x218, 0x219: return .letters("s")
    case 0x21A, 0x21B: return .letters("t")
    case 0x1E9E: return .letters("ss")
    // Vietnamese vowels with two marks.
    case 0x1EA0...0x1EB7: return .letters("a")
    case 0x1EB8...0x1EC7: return .letters("e")
    case 0x1EC8...0x1ECB: return .letters("i")
    case 0x1ECC...0x1EE3: return .letters("o")
    case 0x1EE4...0x1EF1: return .letters("u")
    case 0x1EF2...0x1EF9: return .letters("y")
    case 0x386...0x3CE: return greek(scalar)
    case 0x400...0x40F: return lower(scalar + 80)
    case 0x410...0x42F: return lower(scalar + 32)
    case 0x451: return lower(0x435)
    // Full-width forms of letters and digits.
    case 0xFF21...0xFF3A: return lower(scalar - 0xFEE0 + 32)
    case 0xFF10...0xFF19, 0xFF41...0xFF5A: return lower(scalar - 0xFEE0)
    case 0xFF00...0xFF0F: return .space
    default: return .asIs
    }
  }

  private static func lower(_ scalar: UInt32) -> FoldedScalar {
    // Ё and ё count as Е and е, as they are mostly written.
    Unicode.Scalar(scalar == 0x450 || scalar == 0x451 ? 0x435 : scalar).map { .scalar($0) } ?? .asIs
  }

  private static func greek(_ scalar: UInt32) -> FoldedScalar {
    switch scalar {
    case 0x386, 0x3AC: lower(0x3B1)
    case 0x388, 0x3AD: lower(0x3B5)
    case 0x389, 0x3AE: lower(0x3B7)
    case 0x38A, 0x3AF, 0x3AA, 0x3CA, 0x390: lower(0x3B9)
    case 0x38C, 0x3CC: lower(0x3BF)
    case 0x38E, 0x3CD, 0x3AB, 0x3CB, 0x3B0: lower(0x3C5)
    case 0x38F, 0x3CE: lower(0x3C9)
    case 0x3C2: lower(0x3C3)
    case 0x391...0x3A9: lower(scalar + 32)
    default: .asIs
    }
  }

  private static func latin(_ scalar: UInt32) -> FoldedScalar {
    let folded = latinTable[Int(scalar - 0xC0)]
    return folded.utf8CodeUnitCount == 0 ? .space : .letters(folded)
  }

  /// U+00C0 to U+017F; empty for the signs of multiplication and division.
  private static let latinTable: [StaticString] = [
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "ss",
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "y",
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",
    "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
    "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",
    "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l",
    "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",
    "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",
    "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
  ]
}

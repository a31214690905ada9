import Glibc

/// What the bytes of an encoding with one byte a character stand for.
struct CodePage: Sendable {
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

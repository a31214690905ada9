/// One-byte encodings that UTF-8 is mistaken for, as the bytes that characters stand for.
///
/// Source: the mapping tables of the Unicode Consortium (CP437, CP850, MacRoman, CP1252).
struct MojibakeCodec {
  /// Bytes from 0x80 up by character of the basic plane; 0 for none.
  private let bytes: [UInt8]
  /// Whether the first byte of a letter turns into a character that no text has beside letters.
  let isOdd: Bool

  /// Undefined bytes are control characters, as browsers and ISO 8859-1 have them.
  static let windows = MojibakeCodec(
    [
      "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ",
      "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿",
      "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß",
      "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
    ], isOdd: false)
  static let dosUS = MojibakeCodec(
    [
      "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ",
      "áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐",
      "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀",
      "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}",
    ], isOdd: true)
  static let dosLatin = MojibakeCodec(
    [
      "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ",
      "áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐",
      "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀",
      "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}",
    ], isOdd: true)
  static let mac = MojibakeCodec(
    [
      "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü",
      "†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø",
      "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ",
      "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
    ], isOdd: true)

  private init(_ characters: [String], isOdd: Bool) {
    var bytes = [UInt8](repeating: 0, count: 0x10000)
    var next = 0x80
    for scalar in characters.joined().unicodeScalars {
      bytes[Int(scalar.value)] = UInt8(next)
      next += 1
    }
    if !isOdd {
      for control: UInt8 in 0x80...0x9F { bytes[Int(control)] = control }
    }
    self.bytes = bytes
    self.isOdd = isOdd
  }

  /// The byte of a character, nil for ASCII and what the encoding does not have.
  func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    guard scalar.value >= 0x80, scalar.value < 0x10000 else { return nil }
    let byte = bytes[Int(scalar.value)]
    return byte == 0 ? nil : byte
  }
}

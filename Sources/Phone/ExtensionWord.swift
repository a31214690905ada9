/// Words that announce an extension, as suppliers write them.
enum ExtensionWord {
  private static let words: Set<String> = [
    "ext", "extn", "exten", "extension", "x", "durchwahl", "dw", "nebenstelle", "nst", "app",
    "apparat", "klappe", "kl", "poste", "interno", "int", "anexo", "ramal", "toestel", "tst",
    "wewn", "wewnetrzny", "linka", "klapka", "anknytning", "lokal", "dahili",
  ]

  /// Whether the first word of what stands behind a number is such a one.
  static func stands(in rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let word = rest.drop { !isLetter($0) }.prefix(while: isLetter)
    guard word.count <= 12 else { return false }
    return words.contains(String(decoding: word.map { $0 | 0x20 }, as: UTF8.self))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) }
}

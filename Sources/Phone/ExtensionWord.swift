/// Words that announce an extension, as suppliers write them.
enum ExtensionWord {
  private static let words: Set<String> = [
    "ext", "extn", "exten", "extension", "x", "durchwahl", "dw", "nebenstelle", "nst", "app",
    "apparat", "klappe", "kl", "poste", "interno", "int", "anexo", "ramal", "toestel", "tst",
    "wew", "wewn", "wewnetrzny", "wewnętrzny", "w", "linka", "klapka", "anknytning", "ankn",
    "lokal", "dahili", "вн", "внут", "внутр", "доб", "добавочный", "вътр", "дод", "εσωτ",
  ]

  /// Whether the first word of what stands behind a number is such a one.
  static func stands(in rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let word = rest.drop { !isLetter($0) }.prefix(while: isLetter)
    // In bytes: letters of other alphabets have two.
    guard word.count <= 20 else { return false }
    return words.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (65...90).contains(byte & 0xDF)
  }
}

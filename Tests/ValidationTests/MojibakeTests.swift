import LeadModel
import Testing
import Validation

@Suite("Text that was decoded with the wrong encoding")
struct MojibakeTests {
  private static func reading(_ text: String) -> Mojibake.Reading? {
    var text = text
    return text.withUTF8 { Mojibake.reading($0) }
  }

  private static func repaired(_ text: String) -> String? {
    guard case .repaired(let bytes) = reading(text) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  static let damaged: [(came: String, meant: String)] = [
    ("MÃ¼ller", "Müller"), ("JosÃ©", "José"), ("Itâ€™s", "It’s"), ("SÃ£o Paulo", "São Paulo"),
    ("MARÃ‡O", "MARÇO"), ("KÃ–LN", "KÖLN"), ("Ã–sterreich", "Österreich"), ("Ã…rhus", "Århus"),
    ("GarcÃ\u{AD}a", "García"), ("lÃ\u{A0} bas", "là bas"), ("straÃŸe 5", "straße 5"),
    ("Ã\u{81}lvaro", "Álvaro"), ("ZoÃ«", "Zoë"), ("NÂ° 12", "N° 12"),
    ("20Â\u{A0}Stk", "20\u{A0}Stk"),
    ("100 â‚¬", "100 €"), ("AcmeÂ®", "Acme®"), ("â€œAcmeâ€\u{9D}", "“Acme”"), ("a â€“ b", "a – b"),
    ("Å\u{81}Ã³dÅº", "Łódź"), ("ÄŒapek", "Čapek"), ("Nguyá»…n", "Nguyễn"),
    ("ÎœÎ±Ï\u{81}Î¯Î±", "Μαρία"),
    ("Ð\u{90}Ð½Ð½Ð°", "Анна"), ("ðŸ˜€ hi", "😀 hi"), ("å¼\u{A0}ä¸‰", "张三"),
    // Twice over, and three times.
    ("MÃƒÂ¼ller", "Müller"), ("MÃƒÆ’Ã‚Â¼ller", "Müller"), ("Itâ€™s MÃ¼ller", "It’s Müller"),
    // As old DOS and Mac programs read it.
    ("M├╝ller", "Müller"), ("Jos├®", "José"), ("Jos├⌐", "José"), ("ItΓÇÖs", "It’s"),
    ("ItÔÇÖs", "It’s"), ("M√ºller", "Müller"), ("It‚Äôs", "It’s"),
    // The byte order mark of a file that was put behind another.
    ("ï»¿Ada", "Ada"),
  ]

  @Test("it is read as what it was, and that has nothing left to find", arguments: damaged)
  func put(row: (came: String, meant: String)) {
    #expect(Self.repaired(row.came) == row.meant)
    #expect(Self.reading(row.meant) == nil)
  }

  static let sound = [
    "", "Ada", "Müller", "São", "SÃO PAULO", "MARÇO", "AÇÃO", "IRMÃ", "IRMÃ”", "«IRMÃ»", "Â",
    "Ângela",
    "ÂNGELA", "Ã", "Nguyễn Văn Ân", "TÂN", "CAFÉ’S", "«CAFÉ»", "FRANÇAIS", "CÔTE D’AZUR", "ÎLE",
    "à la carte", "l’été", "« Voilà »", "Voilà\u{A0}!", "À\u{A0}bientôt", "Ça va…", "NOËL…",
    "Noël™",
    "está»…", "¿Qué tal?", "señor Ñ.", "ESPAÑA", "«ESPAÑA»…", "Größe „Ä“", "„STRASSE Ä”", "ÖÄÜ",
    "Ø 5",
    "SMÅ…", "Åsa", "Å®", "Łódź", "Čapek", "Žižka", "İstanbul", "perché", "PERCHÉ", "è", "città…",
    "coöperatie", "één", "Αθήνα", "Анна", "山田", "الرياض", "😀", "3 × 4 ± 1", "20 °C", "½ Preis",
    "5 €", "§ 12", "√2", "a√b", "┌─┐", "├── src", "ƒ(x)", "naïve", "piñata", "Curaçao", "Malmö’s",
    "TÂ\u{A0}NGUYEN", "ÉÉ", "«É»", "Œuvre", "cœur", "Ÿ", "Šťastný", "ßẞ",
  ]

  @Test("what people write in many languages is no damage", arguments: sound)
  func untouched(text: String) {
    #expect(Self.reading(text) == nil)
  }

  @Test("letters that were lost before are not made up")
  func lost() {
    #expect(Self.reading("Mï¿½ller") == .lost)
  }

  /// Letters of the seven languages and their neighbours beside a to z.
  private static let letters = Array("äöüßéèêëàâîïôùûçœáíóúñìòãõÄÖÜÉÇÁÍÓÚÑÀÈåøæłńśźżčěřšžőűşğış")

  @Test("any word comes back from any decoder that is known")
  func words() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix64(seed: seed)
    for _ in 0..<2_000 {
      // A letter in the midst of small ones, as words have it.
      let letter = Self.letters[Int(random.next() % UInt64(Self.letters.count))]
      let word = "ab\(letter)cd"
      #expect(Self.reading(word) == nil, "seed \(seed): \(word)")
      let came = Self.misread(word)
      #expect(Self.repaired(came) == word, "seed \(seed): \(word) as \(came)")
      let twice = Self.misread(came)
      #expect(Self.repaired(twice) == word, "seed \(seed): \(word) as \(twice)")
    }
  }

  /// UTF-8 read as ISO 8859-1.
  private static func misread(_ text: String) -> String {
    String(String.UnicodeScalarView(text.utf8.map { Unicode.Scalar($0) }))
  }

  @Test("no input crashes it, and what is longer than a spreadsheet's cell stays as it is")
  func anything() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix64(seed: seed)
    let signs = Array("ÃÂâ€™├√ïð¿½»“a ©Å".unicodeScalars)
    for _ in 0..<500 {
      var view = String.UnicodeScalarView()
      for _ in 0..<(random.next() % 20) {
        view.append(signs[Int(random.next() % UInt64(signs.count))])
      }
      let text = String(view)
      if let again = Self.repaired(text) {
        #expect(Self.repaired(again) == nil || again != text, "seed \(seed): \(text)")
      }
    }
    #expect(Self.reading(String(repeating: "é’", count: 200_000)) == nil)
    #expect(Self.repaired(String(repeating: "Ã©", count: 8_000))?.count == 8_000)
    #expect(Self.reading(String(repeating: "Ã©", count: 100_000)) == nil)
  }
}

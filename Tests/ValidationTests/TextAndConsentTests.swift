import LeadModel
import Testing
import Validation

struct TextAndConsentTests {
  @Test(
    "free text keeps its words and loses stray white space",
    arguments: [
      ("Ann", "Ann"), ("  Ann   B ", "Ann B"), ("Ann\u{A0}B", "Ann B"), ("a\tb\r\nc", "a b c"),
      ("a\u{0}b\u{7F}", "ab"), ("©2026", "©2026"), ("Zoë  Ü", "Zoë Ü"), ("", ""), (" \n ", ""),
    ])
  func text(input: String, expected: String) {
    var output: [UInt8] = []
    var input = input
    input.withUTF8 { TextReader.append($0, to: &output) }
    #expect(String(decoding: output, as: UTF8.self) == expected)
  }

  @Test(
    "free text keeps its lines, and nothing else of its white space",
    arguments: [
      ("a\nb", "a\nb"), ("a\r\nb\rc", "a\nb\nc"), (" a  b \n\t c ", "a b\nc"),
      ("a\n\n\n\nb", "a\n\nb"), ("\n\na\n\n", "a"), ("a\r\n\r\nb", "a\n\nb"), (" \n ", ""),
      ("", ""),
      ("plain", "plain"),
    ])
  func lines(text: String, expected: String) {
    func read(_ text: String) -> String {
      var output: [UInt8] = Array("x".utf8)
      var text = text
      text.withUTF8 { TextReader.appendLines($0, to: &output) }
      return String(decoding: output.dropFirst(), as: UTF8.self)
    }
    #expect(read(text) == expected)
    #expect(read(expected) == expected)
  }

  @Test("texts of every length are cleaned as a look at each character would")
  func randomTexts() {
    let seed = UInt64.random(in: 0 ... .max)
    var state = seed
    let alphabet: [Unicode.Scalar] = [
      " ", " ", "a", "b", "z", "A", "\u{A0}", "é", "\t", "\n", "\u{1}", "\u{7F}", "ß", "李", "©",
      "\u{3000}",
      "\u{200B}", "\u{2009}",
    ]
    for length in 0..<600 {
      var text = ""
      for _ in 0..<(length % 40) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        // Mostly letters, so that long clean stretches come up too.
        let draw = Int(state >> 33) % (length.isMultiple(of: 3) ? alphabet.count : 60)
        text.unicodeScalars.append(alphabet[draw < alphabet.count ? draw : 3])
      }
      let words = text.unicodeScalars.split {
        " \t\n\u{A0}\u{3000}\u{2009}".unicodeScalars.contains($0)
      }
      let expected = words.map { word in
        String(
          String.UnicodeScalarView(
            word.filter { $0.value >= 32 && $0.value != 127 && $0.value != 0x200B }))
      }.filter { !$0.isEmpty }.joined(separator: " ")
      var output: [UInt8] = []
      text.withUTF8 { TextReader.append($0, to: &output) }
      #expect(
        String(decoding: output, as: UTF8.self) == expected,
        "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test(
    "a web address has a host that could exist",
    arguments: [
      ("https://www.example.com/path?x=1", true), ("example.com", true),
      ("HTTP://example.com", true),
      ("example.com:8080/a", true), ("https://bücher.example.com", true), ("localhost", false),
      ("http://", false), ("ftp://example.com", false), ("example..com", false),
      ("www example com", false), ("https://example.com/a b", false), (".com", false),
      ("example.com.", false), ("", false), ("javascript://example.com", false),
    ])
  func url(text: String, isPlausible: Bool) {
    var text = text
    #expect(text.withUTF8 { URLCheck.isPlausible($0) } == isPlausible)
  }

  @Test(
    "consent is understood in the words of forms in several languages",
    arguments: [
      ("yes", "granted"), ("JA", "granted"), ("Oui", "granted"), ("Sí", "granted"),
      ("1", "granted"),
      ("TRUE", "granted"), ("opted-in", "granted"), ("nein", "declined"), ("Opt Out", "declined"),
      ("widerrufen", "withdrawn"), ("révoqué", "withdrawn"), ("unbekannt", "not_asked"),
      ("perhaps", nil), ("2", nil),
    ] as [(String, String?)])
  func consentWords(word: String, expected: String?) {
    #expect(Vocabulary.consentStatus.value(of: word) == expected)
  }

  @Test("a vocabulary names its values as a message lists them")
  func listed() {
    #expect(Vocabulary.dealStatus.listed == "open, won or lost")
    #expect(Vocabulary.dealStatus.value(of: "Closed Won") == "won")
  }

  @Test("granted consent needs a date and a source, and neither may lie ahead")
  func consentFaults() {
    let asOf = Timestamp(seconds: 1_000_000)
    let past = Timestamp(seconds: 900_000)
    let future = asOf.adding(days: 2)
    func faults(
      _ status: ConsentEvidence.Status, _ at: Timestamp?, _ hasSource: Bool
    ) -> [ConsentEvidence.Fault] {
      ConsentEvidence.faults(status: status, at: at, hasSource: hasSource, asOf: asOf)
    }
    #expect(faults(.granted, past, true).isEmpty)
    #expect(faults(.granted, nil, true) == [.withoutDate])
    #expect(faults(.granted, past, false) == [.withoutSource])
    #expect(faults(.granted, future, false) == [.inFuture, .withoutSource])
    #expect(faults(.granted, asOf.adding(seconds: 3600), true).isEmpty, "clocks differ")
    #expect(faults(.declined, nil, false).isEmpty)
    #expect(faults(.withdrawn, future, false) == [.inFuture])
  }

  @Test("every rule has a code of its own, in order, and says what it asks for")
  func rules() {
    let codes = ValidationRule.all.map(\.code)
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
    for rule in ValidationRule.all {
      #expect(rule.code.hasPrefix("VAL") && rule.code.utf8.count == 6)
      #expect(
        rule.summary.hasPrefix("a") || rule.summary.first?.isLowercase == true
          || rule.summary.hasPrefix("UTM"))
    }
  }

  @Test("every rule says where it comes from, and shows a value that breaks it")
  func references() {
    for rule in ValidationRule.all {
      #expect(rule.reference.utf8.count >= 5, "\(rule.code)")
      #expect(rule.reference != rule.summary && !rule.reference.hasSuffix("."), "\(rule.code)")
      #expect(rule.example?.isEmpty == false, "\(rule.code)")
    }
  }

  @Test("words of a policy are compared without case")
  func wordSets() {
    let words = WordSet(["N/A", "none"])
    let map = WordMap([("GMIAL.com", "gmail.com")])
    for (text, isIn) in [("n/a", true), ("NONE", true), ("non", false), ("nonesuch", false)] {
      var text = text
      #expect(text.withUTF8 { words.contains($0) } == isIn)
    }
    var typo = "gmial.COM"
    #expect(typo.withUTF8 { map.target(of: $0) } == "gmail.com")
  }
}

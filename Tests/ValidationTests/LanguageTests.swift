import Testing
import Validation

@Suite("Languages are read as tags")
struct LanguageTests {
  @Test(
    "a code, a name and a tag are one tag",
    arguments: [
      ("de", "de"), ("DE", "de"), ("ger", "de"), ("deu", "de"), ("German", "de"), ("deutsch", "de"),
      ("allemand", "de"), ("alemán", "de"), ("ALEMAN", "de"), ("tedesco", "de"), ("Duits", "de"),
      ("en_US", "en-US"), ("en-us", "en-US"), ("de_DE.UTF-8", "de-DE"),
      ("sr_latn_rs", "sr-Latn-RS"),
      ("zh-hant", "zh-Hant"), ("es-419", "es-419"), ("ca-ES-valencia", "ca-ES-valencia"),
      ("en-UK", "en-GB"), ("English (US)", "en-US"), ("Deutsch (Österreich)", "de-AT"),
      ("Brazilian Portuguese", "pt-BR"), ("русский", "ru"), ("日本語", "ja"), ("gsw", "gsw"),
      (" fr ", "fr"), ("xx", nil), ("zz-ZZ", nil), ("de-XQ", nil), ("und", nil),
      ("Klingonisch", nil),
      ("de-", nil), ("-", nil), ("", nil), ("English, German", nil), ("yes", nil), ("1", nil),
      ("de-DE-", nil), ("jp", nil),
      // What browsers send.
      ("de-DE,de;q=0.9,en;q=0.8", "de-DE"), ("en-US,en;q=0.9", "en-US"), ("de-DE, de", "de-DE"),
      ("de;q=0.7, fr;q=0.9, *;q=0.5", "fr"), ("fr-CH, fr;q=0.9, en;q=0.8, *;q=0.5", "fr-CH"),
      ("en;q=0", nil), ("*", nil), ("de,en", nil), ("de;q=2", nil), ("de;v=1", nil), (";", nil),
      ("*;q=0.5", nil), ("de,", nil),
      // Codes that were once, and of a variety that stands for the language.
      ("iw", "he"), ("in", "id"), ("ji", "yi"), ("iw-IL", "he-IL"), ("cmn", "zh"),
      ("cmn-Hans-CN", "zh-Hans-CN"),
    ])
  func tags(text: String, expected: String?) {
    var text = text
    let tag = text.withUTF8 { LanguageReader.tag(of: $0) }
    #expect(tag == expected)
    guard var tag else { return }
    #expect(tag.withUTF8 { LanguageReader.tag(of: $0) } == tag, "twice changes nothing")
  }

  @Test("what may have been meant is suggested, and can be read")
  func suggestions() {
    let cases = [
      ("Germn", "de"), ("Enlgish", "en"), ("jp", "ja"), ("English, German", "en"), ("de/fr", "de"),
      ("de,en", "de"), ("Deutsch, Englisch", "de"),
      ("xx", nil), ("", nil),
    ]
    for (text, expected) in cases {
      let suggestion = LanguageReader.suggestion(for: text)
      #expect(suggestion == expected, "\(text)")
      guard var suggestion else { continue }
      #expect(suggestion.withUTF8 { LanguageReader.tag(of: $0) } == suggestion)
    }
  }

  @Test("codes of two small letters need no look at the table of names")
  func plainCodes() {
    for (text, isPlain) in [
      ("de", true), ("xx", false), ("DE", false), ("d", false), ("ger", false), ("iw", false),
    ] {
      var text = text
      #expect(text.withUTF8 { LanguageReader.isPlainCode($0) } == isPlain)
    }
  }
}

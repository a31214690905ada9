import LeadModel
import Testing
import Validation

@Suite("Where a lead came from is read out of columns and links")
struct AttributionTests {
  private static let clickIDs = ClickIDs([
    ClickIDs.Meaning(name: "gclid", source: "google", medium: "cpc"),
    ClickIDs.Meaning(name: "fbclid", source: "facebook", medium: "social"),
  ])

  private static func decoded(_ text: String) -> (String, FormDecoding.Faults) {
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    let faults = bytes.withUnsafeBufferPointer { FormDecoding.decode($0, to: &output) }
    return (String(decoding: output, as: UTF8.self), faults)
  }

  private static func normalised(_ text: String) -> String {
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBufferPointer { UTMValue.normalise($0, to: &output) }
    return String(decoding: output, as: UTF8.self)
  }

  private static func holds(_ text: String, _ test: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer(test)
  }

  @Test(
    "UTM parameters are found in the query of an address, then in its fragment",
    arguments: [
      ("https://example.com/?utm_source=Google&utm_medium=cpc", "Google"),
      ("https://example.com/?a=1&UTM_SOURCE=x%20y", "x y"),
      ("https://example.com/?utm_source=a+b#utm_source=c", "a b"),
      ("https://example.com/#utm_source=c", "c"),
      ("https://example.com/#/page?utm_source=c&x=1", "c"),
      ("https://example.com/?x=1&amp;utm_source=c&amp;utm_medium=d", "c"),
      ("https://example.com/?utm_source=&utm_source=b", "b"),
      ("https://example.com/?utm_source=a&utm_source=b", "a"),
      ("https://example.com/?utm_source=a=b", "a=b"),
      ("https://example.com/?utm_source=a#top", "a"),
      ("https://example.com/?utm%5Fsource=a%20b&x=1", "a b"),
      ("https://example.com/?%75tm_%53ource=a", "a"), ("/?utm_source=a&utm_medium=b", "a"),
      ("?utm_source=a", "a"), ("https://example.com/?utm%255Fsource=a", nil),
      ("https://example.com/?utm%5Fsource%3Da", nil),
      ("https://example.com/?q=1?utm_source=a", "a"), ("https://example.com/??utm_source=a", "a"),
      ("https://example.com/?utm_source=a;utm_medium=b", "a"),
      ("https://example.com/?utm_source=a?utm_medium=b", "a"),
      ("https://example.com/?utm_source=a?gclid=b", "a"),
      ("https://example.com/?utm_source=what?&x=1", "what?"),
      ("https://example.com/?utm_source=a;b", "a;b"),
      ("https://example.com/?utm_source=a?b=c", "a?b=c"),
      ("https://example.com/?to=https://example.org/?utm_source=a", nil),
      ("https://example.com/?to=/page?utm_source=a", nil),
      ("https://example.com/?utm_source=a/b?utm_medium=c", "a/b"),
      ("https://example.com/?xutm_source=a", nil), ("https://example.com/?utm_source=", nil),
      ("https://example.com/#?utm_medium=x", nil), ("https://example.com/?utm_source=100%", "100%"),
      ("utm_source=a", nil), ("", nil), ("?", nil), ("https://example.com/?utm_source", nil),
    ] as [(String, String?)])
  func parameters(url: String, expected: String?) {
    var link = AttributionLink()
    var value: String?
    let bytes = Array(url.utf8)
    bytes.withUnsafeBufferPointer { bytes in
      link.read(bytes, clickIDs: Self.clickIDs)
      if link.has(0) {
        value = Self.decoded(String(decoding: bytes[link.value(0)], as: UTF8.self)).0
      }
    }
    #expect(value == expected)
  }

  @Test("what is odd about a link is noted, and its click id")
  func oddities() {
    var link = AttributionLink()
    func read(_ url: String) {
      let bytes = Array(url.utf8)
      bytes.withUnsafeBufferPointer { link.read($0, clickIDs: Self.clickIDs) }
    }
    read("https://example.com/?utm_source=a&utm_source=b&GCLID=Cj0")
    #expect(link.repeated == 1)
    #expect(link.clickID == 0)
    read("https://example.com/?a=1&amp;utm_medium=b#utm_source=c")
    #expect(link.notes == [.escapedSeparator, .inFragment])
    #expect(link.repeated == 0)
    #expect(link.clickID == nil)
    read("https://example.com/?utm_source=a&utm_medium=b?c")
    #expect(link.notes.isEmpty)
    for url in ["?x=1?utm_source=a", "?utm_source=a;utm_medium=b", "?utm_source=a?GCLID=b"] {
      read(url)
      #expect(link.notes == .otherSeparator, "\(url)")
    }
    #expect(link.clickID == 0)
    read("https://example.com/")
    #expect(link.isEmpty && link.notes.isEmpty)
  }

  @Test(
    "a click id that was never filled in is no click",
    arguments: [
      "{gclid}", "%7Bgclid%7D", "%7bgclid%7d", "{{gclid}}", "__CLICKID__", "__clickid__", "null",
      "undefined", "NULL", "none", "[gclid]", "%5BCLICK_ID%5D", "%%GCLID%%", "$gclid", "${gclid}",
      "gclid", "%ecid!", "*|GCLID|*", "nan",
    ])
  func unfilledClicks(value: String) {
    var link = AttributionLink()
    func read(_ url: String) {
      let bytes = Array(url.utf8)
      bytes.withUnsafeBufferPointer { link.read($0, clickIDs: Self.clickIDs) }
    }
    read("https://example.com/?gclid=\(value)")
    #expect(link.clickID == nil && link.unfilledClickID == 0 && link.isEmpty)
    read("https://example.com/?gclid=\(value)&fbclid=IwAR0")
    #expect(link.clickID == 1 && link.unfilledClickID == 0)
  }

  @Test(
    "a click id is any other value",
    arguments: [
      "Cj0KCQiA__x__-AB", "1", "abc", "EAIaIQobChMI_-a__b", "TeSter-123", "a%2Bb%3D%3D", "x.y:z",
      "Nullable0", "IwY2xjawF__CLICK", "nonesuch",
    ])
  func clicks(value: String) {
    var link = AttributionLink()
    let bytes = Array("https://example.com/?gclid=\(value)".utf8)
    bytes.withUnsafeBufferPointer { link.read($0, clickIDs: Self.clickIDs) }
    #expect(link.clickID == 0 && link.unfilledClickID == nil)
  }

  @Test(
    "values are decoded once",
    arguments: [
      ("a%20b+c", "a b c", []), ("100%", "100%", .brokenEscape), ("%zz", "%zz", .brokenEscape),
      ("%", "%", .brokenEscape), ("%4", "%4", .brokenEscape), ("%2B", "+", []),
      ("f%C3%BCr", "für", []), ("f%FCr", "für", .notUTF8), ("a%2520b", "a%20b", .encodedTwice),
      ("%E2%82", "\u{E2}\u{82}", .notUTF8), ("caf\u{E9}", "café", []),
    ] as [(String, String, FormDecoding.Faults)])
  func decoding(text: String, expected: String, faults: FormDecoding.Faults) {
    let (value, found) = Self.decoded(text)
    #expect(value == expected)
    #expect(found == faults)
  }

  @Test(
    "placeholders that were never filled in are told from names",
    arguments: [
      ("{{campaign.name}}", true), ("{campaign}", true), ("fb-{{adset.name}}-x", true),
      ("%7Bcampaign%7D", true), ("%7b%7bcampaign.name%7d%7d", true), ("[CAMPAIGN]", true),
      ("[campaign_name]", true), ("__CAMPAIGN_NAME__", true), ("__campaign_name__", true),
      ("x-__CAMPAIGN_ID__", true), ("${campaign}", true), ("%%campaign%%", true),
      ("*|CAMPAIGN_UID|*", true), ("<campaign>", true), ("%campaign%", true), ("undefined", true),
      ("[object Object]", true), ("%5BCAMPAIGN%5D", true), ("utm_campaign", true),
      ("[[campaign]]", true), ("[timestamp]", true), ("[INSERT_CAMPAIGN]", true),
      ("[%campaign%]", true), ("[$campaign$]", true), ("<<campaign>>", true),
      ("$CAMPAIGN_NAME$", true), ("$campaign", true), ("#campaign#", true), ("##CAMPAIGN##", true),
      ("@campaign@", true), ("!campaign!", true), ("\u{AB}campaign\u{BB}", true),
      ("$[campaign]", true), ("$(anything)", true), ("{{campaign.name", true),
      ("__CAMPAIGN_NAME", true), ("YOUR_CAMPAIGN", true), ("INSERT_CAMPAIGN_NAME", true),
      ("enter-campaign-here", true), ("CAMPAIGN_NAME", true), ("ad_group_name", true),
      ("%ecid!", true), ("%epid!", true), ("x-%esid!", true), ("%7Bcampaign%7D", true),
      ("[DE]_Brand_[2026]", false), ("[DE] Brand [Search]", false), ("[Brand]", false),
      ("[running shoes]", false), ("[crm software]", false), ("[sale]", false), ("[ad]", false),
      ("%5BDE%5D_Brand", false), ("#blackfriday", false), ("#sale#", false), ("@home", false),
      ("$50-off", false), ("$ale", false), ("$ale$", false), ("!sale!", false),
      ("\u{AB}rentr\u{E9}e\u{BB}", false), ("campaign", false), ("keyword", false),
      ("plan your campaign", false), ("domain_name", false), ("brand_campaign", false),
      ("order-id-scanner", false), ("campaign name", false), ("your-sale", false),
      ("e-campaign", false), ("(brand)", false), ("wow!", false), ("2026__brand__de", false),
      ("spring_sale", false), ("50%off", false), ("a{b", false),
      ("[2026]", false), ("c++", false), ("", false), ("_", false), ("____", false),
      ("q4 [de] push", false), ("100%", false),
    ])
  func placeholders(text: String, isPlaceholder: Bool) {
    #expect(Self.holds(text, UTMValue.isPlaceholder) == isPlaceholder)
  }

  @Test(
    "addresses and numbers of people in UTM values are found",
    arguments: [
      ("ann@example.com", true), ("id-ann.bell%40example.com", true), ("+49 30 5550 0112", true),
      ("x+44 20 7946 0018", true), ("@home", false), ("a@b", false), ("12345678901234567", false),
      ("c++ 2026", false), ("sale@10.50", false), ("+1", false), ("name@2026", false),
    ])
  func personal(text: String, isPersonal: Bool) {
    #expect(Self.holds(text, UTMValue.isPersonal) == isPersonal)
  }

  @Test(
    "a sign of percent is no escape",
    arguments: [
      ("5%de rabais", false), ("20 %de descuento", false), ("10%cashback", false),
      ("100%", false), ("50%off", false), ("a%20b", true), ("f%fcr", true), ("3%c3%a9me", true),
      ("50%20off", true), ("%c3%a9t%c3%a9", true), ("5%de%20", true),
    ])
  func escapes(text: String, hasEscape: Bool) {
    #expect(Self.holds(text, FormDecoding.hasEscape) == hasEscape)
  }

  @Test(
    "a column's value ends before the next parameter",
    arguments: [
      ("google?utm_medium=cpc", 6), ("google;utm_medium=cpc", 6), ("a b&utm_id=", 3),
      ("what?", nil), ("a;b=c", nil), ("a&utm_other=b", nil), ("?utm_source=a", 0), ("", nil),
    ] as [(String, Int?)])
  func gluedColumns(text: String, end: Int?) {
    let bytes = Array(text.utf8)
    #expect(bytes.withUnsafeBufferPointer { AttributionLink.endOfFirst($0) } == end)
  }

  @Test(
    "campaign names are held against simple patterns",
    arguments: [
      ("####-##-{de|fr}-*", "2026-09-de-fair", true),
      ("####-##-{de|fr}-*", "2026-09-uk-fair", false),
      ("####-##-{de|fr}-*", "26-09-de-fair", false), ("*", "", true), ("a*b*c", "a-b-b-c", true),
      ("a*b*c", "a-c-b", false), ("@@", "dé", true), ("@@", "d1", false), ("?", "é", true),
      ("Spring", "spring", true), ("", "x", false), ("{a|}x", "x", true),
    ])
  func patterns(pattern: String, name: String, fits: Bool) throws {
    let pattern = try #require(NamePattern(pattern))
    #expect(Self.holds(name, pattern.matches) == fits)
  }

  @Test("a pattern that cannot be read is none")
  func brokenPatterns() {
    #expect(NamePattern("{a") == nil)
    #expect(NamePattern(String(repeating: "{a|b|c|d}", count: 5)) == nil)
  }

  @Test("own domains hold those below them, in any case")
  func domains() {
    var policy = AttributionPolicy()
    policy.addDomain("Example.com")
    policy.addDomain("m\u{FC}ller.de")
    for (host, isOwn) in [
      ("example.com", true), ("WWW.example.com", true), ("badexample.com", false),
      ("www.xn--mller-kva.de", true), ("m\u{FC}ller.de", true), ("muller.de", false),
      ("example.com.example.org", false), ("google", false), ("", false),
    ] { #expect(Self.holds(host, policy.isOwn) == isOwn, "\(host)") }
    for link in ["https://www.Example.com:443/x?y#z", "//www.Example.com/x", "www.Example.com"] {
      Array(link.utf8).withUnsafeBufferPointer {
        let host = String(decoding: AttributionPolicy.host(of: $0), as: UTF8.self)
        #expect(host == "www.Example.com")
      }
    }
  }

  @Test("normalising twice changes nothing, and no bytes crash a reader")
  func randomBytes() {
    let seed = UInt64.random(in: 0 ... .max)
    var state = seed
    let alphabet = Array("%&=?#{}[]_+@ aAzZ09é\u{130}ﬀ*|<>$".utf8) + [0, 0xC2, 0xA0, 0xFF, 0x80]
    for _ in 0..<3000 {
      let bytes = (0..<40).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let once = Self.normalised(text)
      #expect(Self.normalised(once) == once, "seed \(seed)")
      if Self.holds(text, UTMValue.isPlain) { Self.expectNothingToSay(of: text, seed) }
      let plain = String(decoding: bytes.filter { $0 > 47 && $0 < 123 || $0 == 32 }, as: UTF8.self)
      if Self.holds(plain, UTMValue.isPlain) { Self.expectNothingToSay(of: plain, seed) }
      bytes.withUnsafeBufferPointer { raw in
        var link = AttributionLink()
        link.read(raw, clickIDs: Self.clickIDs)
        for position in 0..<6 { #expect(link.value(position).upperBound <= raw.count) }
        _ = UTMValue.isPlaceholder(raw)
        _ = UTMValue.isPersonal(raw)
      }
      if let whole = FormDecoding.whole(text) {
        #expect(!Self.holds(whole, FormDecoding.hasEscape), "seed \(seed)")
      }
    }
  }

  /// A trimmed value with single spaces that one look found plain.
  private static func expectNothingToSay(of text: String, _ seed: UInt64) {
    let cell = text.split(separator: " ").joined(separator: " ")
    #expect(normalised(cell) == cell, "seed \(seed)")
    for check in [UTMValue.isPlaceholder, UTMValue.isPersonal, FormDecoding.hasEscape] {
      #expect(!holds(cell, check), "seed \(seed): '\(cell)'")
    }
  }

  @Test(
    "a cell of a megabyte is read to its end, and nothing grows beyond it",
    arguments: [
      "?utm_source=", "{", "%7B", "__A", "+1", "a@", "&utm_source=a&amp;", ";utm_source", "?g",
      "$[a",
      "1%de",
    ])
  func megabyte(piece: String) throws {
    let bytes = Array(String(repeating: piece, count: (1 << 20) / piece.utf8.count).utf8)
    let pattern = try #require(NamePattern("*a*b*c*d"))
    bytes.withUnsafeBufferPointer { bytes in
      var link = AttributionLink()
      link.read(bytes, clickIDs: Self.clickIDs)
      _ = UTMValue.isPlaceholder(bytes)
      _ = UTMValue.isPersonal(bytes)
      #expect(!pattern.matches(bytes))
      var output: [UInt8] = []
      _ = FormDecoding.decode(bytes, to: &output)
      #expect(output.count <= bytes.count)
    }
  }
}

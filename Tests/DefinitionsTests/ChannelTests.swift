import Bytes
import Foundation
import Testing

@testable import Definitions

@Suite("Visits are grouped into channels as analytics tools do")
struct ChannelTests {
  private static func shipped() throws -> ChannelGroups {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appending(path: "pipelines/channels.yaml"), encoding: .utf8)
    return try ChannelFile.read(DefinitionNode.parse(text, file: "channels.yaml"))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let source: String
    let medium: String
    let campaign: String
    let expected: String?
    var testDescription: String { "'\(source)' / '\(medium)' / '\(campaign)'" }

    init(_ source: String, _ medium: String, _ expected: String?, campaign: String = "") {
      self.source = source
      self.medium = medium
      self.campaign = campaign
      self.expected = expected
    }
  }

  static let cases: [Case] = [
    Case("(direct)", "(none)", "Direct"), Case("(direct)", "(not set)", "Direct"),
    Case("", "", nil), Case("", "direct", "Direct"), Case("(direct)", "cpc", "Paid Other"),
    Case("google", "cpc", "Cross-network", campaign: "pmax cross-network de"),
    Case("amazon", "cpc", "Paid Shopping"), Case("amazon.de", "ppc", "Paid Shopping"),
    Case("google", "cpc", "Paid Shopping", campaign: "Shopping DE"),
    Case("google", "cpc", "Paid Shopping", campaign: "shop"),
    Case("google", "cpc", "Paid Shopping", campaign: "autumn-shop-2026"),
    Case("google", "cpc", "Paid Shopping", campaign: "eshop"),
    Case("google", "cpc", "Paid Search", campaign: "workshop"),
    Case("google", "cpc", "Paid Search"), Case("Google", "CPC", "Paid Search"),
    Case("bing", "ppc", "Paid Search"), Case("duckduckgo", "paid-search", "Paid Search"),
    Case("www.google.co.uk", "cpc", "Paid Search"), Case("google", "cpm", "Paid Search"),
    Case("google", "retargeting", "Paid Search"), Case("de.search.yahoo.com", "cpc", "Paid Search"),
    Case("facebook", "cpc", "Paid Social"), Case("facebook", "paid_social", "Paid Social"),
    Case("linkedin", "paidsocial", "Paid Social"), Case("instagram", "cpm", "Paid Social"),
    Case("l.instagram.com", "paid", "Paid Social"), Case("fb", "cpa-cpc", "Paid Social"),
    Case("youtube", "cpv", "Paid Video"), Case("youtube", "cpc", "Paid Video"),
    Case("vimeo.com", "paid", "Paid Video"), Case("m.youtube.com", "paid_video", "Paid Video"),
    Case("news", "display", "Display"), Case("news", "banner", "Display"),
    Case("news", "expandable", "Display"), Case("news", "interstitial", "Display"),
    Case("facebook", "display", "Display"), Case("google", "display", "Display"),
    Case("newsletter", "cpc", "Paid Other"), Case("example", "paid-x", "Paid Other"),
    Case("news", "cpm", "Display"),
    Case("ebay.co.uk", "referral", "Organic Shopping"), Case("etsy", "", "Organic Shopping"),
    Case("news", "referral", "Organic Shopping", campaign: "shopping week"),
    Case("facebook", "referral", "Organic Social"), Case("t.co", "referral", "Organic Social"),
    Case("lnkd.in", "", "Organic Social"), Case("news", "social", "Organic Social"),
    Case("news", "sm", "Organic Social"), Case("news", "social network", "Organic Social"),
    Case("facebook", "social", "Organic Social"), Case("m.facebook.com", "", "Organic Social"),
    Case("facebook", "video", "Organic Social"), Case("news", "video", "Organic Video"),
    Case("youtube", "", "Organic Video"), Case("news", "in-video-link", "Organic Video"),
    Case("google", "organic", "Organic Search"), Case("bing", "organic", "Organic Search"),
    Case("news", "organic", "Organic Search"), Case("cn.bing.com", "", "Organic Search"),
    Case("google.de", "referral", "Organic Search"), Case("ecosia.org", "", "Organic Search"),
    Case("news", "referral", "Referral"), Case("news", "app", "Referral"),
    Case("news", "link", "Referral"), Case("partner.example.com", "referral", "Referral"),
    Case("email", "foo", "Email"), Case("foo", "email", "Email"), Case("foo", "e-mail", "Email"),
    Case("foo", "e mail", "Email"), Case("e_mail", "", "Email"),
    Case(
      "google", "email",
      "Organic Search"),
    Case("partner", "affiliate", "Affiliates"), Case("spotify", "audio", "Audio"),
    Case("sms", "", "SMS"), Case("x1", "sms", "SMS"),
    Case("app", "push", "Mobile Push Notifications"),
    Case("app", "web-push", "Mobile Push Notifications"),
    Case("app", "mobile", "Mobile Push Notifications"),
    Case("app", "notification", "Mobile Push Notifications"),
    Case("firebase", "", "Mobile Push Notifications"),
    Case("chatgpt.com", "ai-assistant", "AI Assistant"), Case("chatgpt.com", "", "AI Assistant"),
    Case("perplexity", "referral", "AI Assistant"), Case("claude.ai", "cpc", "Paid Other"),
    Case("docs.google.com", "referral", "Referral"), Case("bit.ly", "referral", "Organic Social"),
    Case("rakuten.co.jp", "", "Organic Search"),
    Case("something", "unknown", "Unassigned"), Case("fair", "event", "Unassigned"),
    Case("", "", "Unassigned", campaign: "autumn"), Case("example.com", "", "Unassigned"),
    Case("mygoogle.example", "", "Unassigned"), Case(".", "", "Unassigned"),
  ]

  @Test(
    "a source whose channel names the empty medium is told without one",
    arguments: [
      ("chatgpt.com", true), ("ChatGPT", true), ("www.perplexity.ai", true), ("google", false),
      ("facebook", false), ("newsletter", false), ("sms", false), ("", false),
    ])
  func withoutMedium(source: String, expected: Bool) throws {
    #expect(try Self.shipped().isTold(withoutMediumFrom: source) == expected)
    #expect(!ChannelGroups().isTold(withoutMediumFrom: source))
  }

  @Test(
    "a visit of which only the page before is known has its site and the medium of its kind",
    arguments: [
      ("www.google.de", "google organic Organic Search"),
      ("duckduckgo.com", "duckduckgo organic Organic Search"),
      ("de.search.yahoo.com", "search.yahoo.com organic Organic Search"),
      ("chatgpt.com", "chatgpt.com ai-assistant AI Assistant"),
      ("gemini.google.com", "gemini.google.com ai-assistant AI Assistant"),
      ("l.facebook.com", "facebook referral Organic Social"),
      ("t.co", "t.co referral Organic Social"),
      ("www.youtube.com", "youtube referral Organic Video"),
      ("mail.google.com", "mail.google.com email Email"),
      ("docs.google.com", "docs.google.com referral Referral"),
      ("www.Example.net", "example.net referral Referral"),
      ("www.ebay.de", "ebay referral Organic Shopping"),
    ])
  func visits(host: String, expected: String) throws {
    let channels = try Self.shipped()
    let visit = try #require(channels.visit(fromHost: host))
    let channel = channels.channel(source: visit.source, medium: visit.medium, campaign: "") ?? ""
    #expect("\(visit.source) \(visit.medium) \(channel)" == expected)
    #expect(channels.visit(fromHost: "") == nil)
    #expect(ChannelGroups().visit(fromHost: host) == nil)
  }

  @Test("the shipped definition groups as the public one does", arguments: cases)
  func groups(test: Case) throws {
    var channels = try Self.shipped()
    #expect(
      channels.channel(source: test.source, medium: test.medium, campaign: test.campaign)
        == test.expected)
    for _ in 0..<2 {
      let index = Self.index(&channels, test)
      #expect((index < 0 ? nil : channels.names[index]) == test.expected)
    }
  }

  private static func index(_ channels: inout ChannelGroups, _ test: Case) -> Int {
    let texts = [test.source, test.medium, test.campaign].map { Array($0.utf8) }
    return texts[0].withUnsafeBufferPointer { source in
      texts[1].withUnsafeBufferPointer { medium in
        texts[2].withUnsafeBufferPointer {
          channels.index(source: source, medium: medium, campaign: $0)
        }
      }
    }
  }

  @Test(
    "a pattern stands for the whole text",
    arguments: [
      ("*", "", true), ("a", "a", true), ("a", "ab", false), ("*cp*", "xcpy", true),
      ("*cp*", "cp", true), ("*cp*", "c p", false), ("paid*", "paid", true),
      ("paid*", "unpaid", false), ("*push", "a push", true), ("*push", "pushy", false),
      ("*a*b*c", "aabbcc", true), ("*a*b*c", "acb", false), ("[a-c]x", "bx", true),
      ("[a-c]x", "dx", false), ("[^a-c]x", "dx", true), ("[^a-c]x", "ax", false),
      ("A", "a", true), ("", "", true), ("", "a", false),
    ])
  func patterns(pattern: String, text: String, expected: Bool) throws {
    #expect(try #require(ChannelPattern(pattern)).matches(text) == expected)
  }

  @Test(
    "a pattern that cannot be meant is refused", arguments: ["[", "[]", "a[^]", "[z-a]", "x[a"])
  func badPatterns(pattern: String) {
    #expect(ChannelPattern(pattern) == nil)
  }

  @Test(
    "a mistake is told where it stands",
    arguments: [
      ("channels: {A: [{medium: \"[\"}]}", "1:25: found '[', expected a pattern"),
      ("channels: {A: [{sites: shops}]}", "1:24: found 'shops', expected one of "),
      (
        "patterns: {p: [a]}\nchannels: {A: [{medium: =q}]}",
        "2:25: found '=q', expected one of =p"
      ),
      ("channels: {A: [{mediums: a}]}", "1:17: "),
    ])
  func mistakes(text: String, expected: String) {
    #expect {
      _ = try ChannelFile.read(DefinitionNode.parse(text, file: "channels.yaml"))
    } throws: { error in
      "\(error)".hasPrefix("channels.yaml:" + expected)
    }
  }

  @Test("a text of many repetitions is grouped as one of few", arguments: ["cp.", "shopp"])
  func hostileText(piece: String) throws {
    let channels = try Self.shipped()
    let few = String(repeating: piece, count: 3)
    let many = String(repeating: piece, count: 100_000)
    #expect(
      channels.channel(source: many, medium: many, campaign: many)
        == channels.channel(source: few, medium: few, campaign: few))
  }
}

import Bytes
import Definitions
import LeadModel
import LeadmillTestSupport
import Testing
import ValidateStage
import Validation

@Suite("What clicks and other words for a source say of a visit")
struct ClickTests {
  private static let policy = Result {
    try PolicyFile.read(DefinitionNode.load(path: "\(RepositoryPaths.pipelines)/validation.yaml"))
  }
  private static let channels = Result {
    try ChannelFile.read(DefinitionNode.load(path: "\(RepositoryPaths.pipelines)/channels.yaml"))
  }

  private static func visit(_ fields: [String: String]) throws -> [String] {
    var check = RecordCheck(
      kind: .lead, defaultCountry: nil, asOf: Timestamp(seconds: 1_790_000_000),
      policy: try policy.get(), channels: try channels.get())
    let result = check.check(fields.merging(["email": "ann@acme.com"]) { one, _ in one })
    let values = Dictionary(result.normalised.map { ($0.field, $0.value) }) { $1 }
    return ["utm_source", "utm_medium", "channel_group"].map { values[$0] ?? "-" }
  }

  @Test(
    "a click id gives what is absent of source and medium",
    arguments: [
      ("https://a.de/?msclkid=abc&utm_source=bing", ["bing", "cpc", "Paid Search"]),
      ("https://a.de/?gclid=abc&utm_source=Google", ["google", "cpc", "Paid Search"]),
      ("https://a.de/?gclid=abc&utm_medium=cpc", ["google", "cpc", "Paid Search"]),
      ("https://a.de/?li_fat_id=a&utm_source=linkedin.com", ["linkedin", "paid_social"]),
      ("https://a.de/?gclid=abc", ["google", "cpc", "Paid Search"]),
      // The link was passed on.
      ("https://a.de/?fbclid=abc&utm_source=newsletter", ["newsletter", "-"]),
      ("https://a.de/?gclid=abc&utm_source=bing&utm_medium=organic", ["bing", "organic"]),
      ("https://a.de/?gclid=abc&utm_medium=email", ["-", "email"]),
      ("https://a.de/?igsh=abc", ["instagram", "social"]),
      ("https://a.de/?obclid=abc", ["outbrain", "cpc"]),
      ("https://a.de/?s_kwcid=AL!1&ef_id=x", ["adobe", "cpc"]),
      ("https://a.de/?ranSiteID=abc", ["rakuten", "affiliate"]),
      // Nobody filled the template in.
      ("https://a.de/?gclid={gclid}", ["-", "-"]),
      ("https://a.de/?ttclid=__CLICKID__&fbclid=IwAR0", ["facebook", "social"]),
      ("https://a.de/?msclkid=null&utm_source=bing", ["bing", "-"]),
    ])
  func clicks(link: String, expected: [String]) throws {
    let visit = try Self.visit(["landing_url": link])
    #expect(Array(visit.prefix(expected.count)) == expected)
  }

  @Test(
    "an assistant is one by every word for it",
    arguments: [
      "gemini", "gemini.google.com", "bard.google.com", "chatgpt.com", "claude", "copilot.com",
    ])
  func assistants(source: String) throws {
    #expect(try Self.visit(["utm_source": source])[2] == "AI Assistant")
    #expect(try Self.visit(["utm_source": source, "utm_medium": "referral"])[2] == "AI Assistant")
    if source.contains("google") {
      #expect(try Self.visit(["referrer_url": "https://\(source)/app"])[2] == "AI Assistant")
    }
    #expect(try Self.visit(["referrer_url": "https://gemini.com/"])[2] == "Referral")
  }

  @Test(
    "a page before that nobody outside reaches is no referral",
    arguments: [
      ("http://192.168.0.5/x", false), ("http://10.1.2.3:8080/a", false),
      ("http://127.0.0.1/", false), ("http://192.0.2.1", false), ("http://Wiki.Local/", false),
      ("http://crm.intranet/start", false), ("http://8.8.8.8/", true), ("http://local.de/", true),
    ])
  func innerPages(referrer: String, isReferral: Bool) throws {
    #expect(try Self.visit(["referrer_url": referrer])[1] == (isReferral ? "referral" : "-"))
  }

  @Test("no other word for a source takes it out of the sites that it is one of")
  func aliases() throws {
    let channels = try Self.channels.get()
    let root = try DefinitionNode.load(path: "\(RepositoryPaths.pipelines)/validation.yaml")
    var count = 0
    for entry in try #require(root["utm_sources"]).entries() {
      for alias in try entry.value.strings() {
        for medium in ["", "referral", "organic", "social"] {
          guard
            let own = channels.channel(source: alias, medium: medium, campaign: ""),
            let empty = channels.channel(source: "nothing.invalid", medium: medium, campaign: ""),
            own != empty
          else { continue }
          count += 1
          let kept = channels.channel(source: entry.key, medium: medium, campaign: "")
          #expect(kept == own, "\(alias) as \(entry.key), \(medium)")
        }
      }
    }
    #expect(count > 50)
  }
}

import Definitions
import LeadModel
import LeadmillTestSupport
import Testing
import ValidateStage
import Validation

@Suite("What columns and links say about a campaign becomes a lead's values, and changes are told")
struct CampaignTests {
  private static let policy = Result {
    try PolicyFile.read(
      DefinitionNode.load(path: "\(RepositoryPaths.pipelines)/validation.yaml"))
  }

  private static func check(
    _ fields: [String: String]
  ) throws -> (values: [String: String], codes: [String]) {
    let result = RecordCheck.check(
      kind: .lead, fields: fields.merging(["email": "ann@acme.com"]) { one, _ in one },
      defaultCountry: nil, asOf: Timestamp(seconds: 1_790_000_000), policy: try policy.get())
    return (
      Dictionary(result.normalised.map { ($0.field, $0.value) }) { $1 },
      result.findings.map { "\($0.code) \($0.field)" }
    )
  }

  @Test(
    "a source or medium that is written as another word is told", arguments: ["column", "link"])
  func alias(place: String) throws {
    let (values, codes) = try Self.check(
      place == "column"
        ? ["utm_source": "fb", "utm_medium": "paid"]
        : ["landing_url": "https://acme.com/?utm_source=fb&utm_medium=paid"])
    #expect(values["utm_source"] == "facebook" && values["utm_medium"] == "cpc")
    #expect(codes.filter { $0.hasPrefix("VAL151") } == ["VAL151 utm_source", "VAL151 utm_medium"])
    #expect(
      try !Self.check(["utm_source": "facebook", "utm_medium": "cpc"]).codes.contains {
        $0.hasPrefix("VAL151")
      })
  }

  @Test("the id of a campaign keeps its case, as the advertising system tells them apart by it")
  func id() throws {
    let fields = ["utm_id": "AbC123XYZ", "utm_source": "Google", "utm_medium": "cpc"]
    let column = try Self.check(fields)
    #expect(column.values["utm_id"] == "AbC123XYZ" && column.values["utm_source"] == "google")
    #expect(column.codes.contains("VAL042 utm_source") && !column.codes.contains("VAL042 utm_id"))
    let link = "https://acme.com/?utm_source=google&utm_medium=cpc&utm_id=AbC123XYZ"
    #expect(try Self.check(["landing_url": link]).values["utm_id"] == "AbC123XYZ")
    let other = try Self.check(["landing_url": link, "utm_id": "abc123xyz"])
    #expect(other.codes.contains("VAL155 utm_id"))
    #expect(try Self.check(["utm_id": "{{campaign.id}}"]).values["utm_id"] == nil)
  }

  @Test(
    "a landing page without its site is no address, but its parameters count",
    arguments: [
      "/?utm_source=google&utm_medium=cpc", "?utm_source=google&utm_medium=cpc",
      "/page?x=1&utm%5Fsource=google&utm%5Fmedium=cpc",
    ])
  func path(link: String) throws {
    let (values, codes) = try Self.check(["landing_url": link])
    #expect(values["utm_source"] == "google" && values["utm_medium"] == "cpc")
    #expect(values["landing_url"] == nil)
    #expect(codes.contains { $0.hasSuffix(" landing_url") })
    let elsewhere = try Self.check(["website": link])
    #expect(elsewhere.values["utm_source"] == nil)
  }

  @Test("the parameters of one record's path are not those of the next")
  func nextRecord() throws {
    var check = RecordCheck(
      kind: .lead, defaultCountry: nil, asOf: Timestamp(seconds: 1_790_000_000),
      policy: try Self.policy.get())
    _ = check.check(["email": "ann@acme.com", "landing_url": "/?utm_source=google"])
    let next = check.check(["email": "bob@acme.com"])
    #expect(!next.normalised.contains { $0.field == "utm_source" })
  }

  @Test("a click id that was never filled in is told, and the page before still says what it says")
  func unfilledClick() throws {
    let (values, codes) = try Self.check([
      "landing_url": "https://acme.com/?gclid=%7Bgclid%7D",
      "referrer_url": "https://example.org/?utm_source=news&utm_medium=email",
    ])
    #expect(codes.contains("VAL154 landing_url"))
    #expect(values["utm_source"] == "news" && values["utm_medium"] == "email")
    #expect(!codes.contains { $0.hasPrefix("VAL157") })
    let filled = try Self.check(["landing_url": "https://acme.com/?gclid=Cj0KCQ"])
    #expect(!filled.codes.contains { $0.hasPrefix("VAL154") })
  }

  @Test(
    "parameters that other signs than & divide are told apart",
    arguments: [
      "https://acme.com/?utm_source=google?utm_medium=cpc",
      "https://acme.com/?utm_source=google;utm_medium=cpc",
      "https://acme.com/?x=1?utm_source=google&utm_medium=cpc",
      "https://acme.com/?utm_source=google%26utm_medium=cpc",
      "https://acme.com/?utm_source=google%26utm_medium%3dcpc",
      "https://acme.com/?utm_source%3Dgoogle%26utm_medium%3Dcpc",
      "https://acme.com/?x=1%26utm_source=google&utm_medium=cpc",
      "https://acme.com/%3Futm_source%3Dgoogle%26utm_medium%3Dcpc",
      "https://acme.com/#utm_source=google%26utm_medium=cpc",
    ])
  func gluedLink(link: String) throws {
    let (values, codes) = try Self.check(["landing_url": link])
    #expect(values["utm_source"] == "google" && values["utm_medium"] == "cpc")
    #expect(codes.contains("VAL164 landing_url"))
  }

  @Test(
    "what is encoded in a value is a part of it",
    arguments: [
      "https://acme.com/?utm_source=google&utm_medium=cpc&utm_campaign=a%26b%3Dc%3F",
      "https://acme.com/?utm_source=google&utm_medium=cpc"
        + "&next=https%3A%2F%2Facme.com%2F%3Fx%3D1%26utm_source%3Dbing",
      "https://acme.com/?next=%2Fshop%3Fx%3D1%26utm_source%3Dbing&utm_source=google&utm_medium=cpc",
    ])
  func encodedValue(link: String) throws {
    let (values, codes) = try Self.check(["landing_url": link])
    #expect(values["utm_source"] == "google" && values["utm_medium"] == "cpc")
    #expect(!codes.contains("VAL164 landing_url"))
  }

  @Test("of a column that holds several parameters the first is kept")
  func gluedColumn() throws {
    let (values, codes) = try Self.check([
      "utm_source": "google?utm_medium=cpc", "utm_medium": "cpc",
    ])
    #expect(values["utm_source"] == "google")
    #expect(codes.contains("VAL164 utm_source"))
    let encoded = try Self.check(["utm_source": "google%26utm_medium=cpc", "utm_medium": "cpc"])
    #expect(encoded.values["utm_source"] == "google")
    #expect(encoded.codes.contains("VAL164 utm_source"))
  }

  @Test(
    "a campaign in square brackets is kept",
    arguments: ["[DE]_Brand_[2026]", "[DE] Brand [Search]", "[Brand]"])
  func brackets(name: String) throws {
    for fields in [
      ["utm_campaign": name],
      ["landing_url": "https://acme.com/?utm_campaign=\(name.replacing(" ", with: "+"))"],
    ] {
      let (values, codes) = try Self.check(fields)
      #expect(values["utm_campaign"] == name.lowercased())
      #expect(!codes.contains { $0.hasPrefix("VAL154") })
    }
  }

  @Test("a macro whose beginning looks like an escape is a placeholder, in a link and in a column")
  func serverMacro() throws {
    for fields in [
      ["utm_campaign": "%ecid!"], ["landing_url": "https://acme.com/?utm_campaign=%ecid!"],
    ] {
      let (values, codes) = try Self.check(fields)
      #expect(values["utm_campaign"] == nil)
      #expect(codes.contains("VAL154 utm_campaign"))
      #expect(!codes.contains { $0.hasPrefix("VAL152") || $0.hasPrefix("VAL153") })
    }
  }

  @Test("a sign of percent in a campaign is not told as an escape")
  func percent() throws {
    #expect(
      try !Self.check(["utm_campaign": "5%de rabais"]).codes.contains { $0.hasPrefix("VAL153") })
  }

  @Test(
    "the click id of an advertisement beside another visit's UTM values is told",
    arguments: [
      ("gclid=x&utm_source=google&utm_medium=organic", "VAL155 utm_medium"),
      ("gclid=x&utm_source=newsletter&utm_medium=email", "VAL155 utm_medium"),
      ("gclid=x&utm_source=facebook&utm_medium=cpc", "VAL155 utm_source"),
      ("msclkid=1&utm_source=google&utm_medium=organic", "VAL155 utm_source"),
      ("gclid=x&utm_source=google&utm_medium=cpc", nil),
      ("gclid=x&utm_source=youtube&utm_medium=video", nil),
      ("gclid=x&utm_source=brand-de&utm_medium=cpc", nil), ("gclid=x", nil),
      ("fbclid=x&utm_source=newsletter&utm_medium=email", nil),
    ] as [(String, String?)])
  func otherClick(query: String, expected: String?) throws {
    let codes = try Self.check(["landing_url": "https://acme.com/?\(query)"]).codes
    #expect(codes.first { $0.hasPrefix("VAL155") } == expected)
  }
}

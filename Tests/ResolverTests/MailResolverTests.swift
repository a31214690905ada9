import LeadmillTestSupport
import Resolver
import Testing

struct MailResolverTests {
  private static let quick = ResolverSettings(timeoutSeconds: 0.5, tries: 2)

  @Test("every way a mail domain can be has its verdict, detail and time to live")
  func everyCase() throws {
    let server = try ScriptedDNS(zone: MailZone.zone)
    let resolver = try MailResolver(try #require(DNSSource(server.address)), Self.quick)
    let cases = MailZone.cases
    let verdicts = resolver.verdicts(of: cases.map(\.domain))
    for (expected, verdict) in zip(cases, verdicts) {
      #expect(verdict.kind.rawValue == expected.kind, "\(expected.domain): \(verdict)")
      #expect(
        expected.detail == "*" || verdict.detail == expected.detail,
        "\(expected.domain): \(verdict)")
      #expect(verdict.timeToLiveSeconds == expected.seconds, "\(expected.domain): \(verdict)")
      let notes = verdict.notes.map(\.rawValue).joined(separator: " ")
      #expect(notes == expected.notes, "\(expected.domain): \(verdict)")
    }
    let questions = try server.questions()
    let sound = questions.filter { question in
      ![
        "drop", "flaky", "wrong", "garbage", "cut", "lame", "servfail", "refused", "notimp", "slow",
        "formerr", "notauth", "aside", "chaos", "truncate", "elsewhere",
      ].contains { question.contains($0) }
    }
    #expect(Set(sound).count == sound.count, "nothing is asked twice: \(sound.sorted())")
    #expect(questions.contains("tcp truncate.example.com MX"))
    let never = ["localhost", "198.41.0.1", "invalid", "..", "aaaaaaaa", "a.a.a", "b\u{FC}ro"]
    for name in never { #expect(!questions.contains { $0.contains(name) }, "\(name)") }
  }

  @Test("a real server's answers become verdicts: mail server, null MX, address, nothing")
  func verdicts() throws {
    let server = try DNSServer(options: [
      "--mx-host=mail.example.com,mx1.example.com,10",
      "--mx-host=two.example.com,mx2.example.com,20",
      "--mx-host=two.example.com,mx1.example.com,5",
      "--mx-host=null.example.com,.,0",
      "--host-record=mx1.example.com,198.41.0.9",
      "--host-record=mx2.example.com,198.41.0.10",
      "--mx-host=nowhere.example.com,mx3.example.com,10",
      "--host-record=address.example.com,198.41.0.1",
      "--host-record=six.example.com,2001:500::1",
      "--cname=alias.example.com,address.example.com",
      "--txt-record=text.example.com,nothing",
      "--local=/example.com/", "--local-ttl=77",
    ])
    let resolver = try MailResolver(try #require(DNSSource(server.address)))
    let domains = [
      "mail.example.com", "two.example.com", "null.example.com", "address.example.com",
      "six.example.com", "text.example.com", "gone.example.com", "nowhere.example.com",
      "alias.example.com",
    ]
    let verdicts = resolver.verdicts(of: domains)
    #expect(
      verdicts.map(\.kind) == [
        .deliverable, .deliverable, .nullMX, .deliverable, .deliverable, .noDomain, .noDomain,
        .noHost, .deliverable,
      ])
    #expect(verdicts[0].detail == "mx1.example.com")
    #expect(verdicts[0].timeToLiveSeconds == 77)
    #expect(verdicts[1].detail == "mx1.example.com", "the lowest preference is named")
    #expect(verdicts[5].detail == "no mail server and no address")
    #expect(verdicts[6].detail == "no such domain")
  }

  @Test("thousands of domains are asked for at once, and a provider's server not for each")
  func manyInFlight() throws {
    let server = try ScriptedDNS(
      zone: """
        {"zones": {"example.com": 60}, "delay": 60, "records": {
          "*.bulk.example.com": {"MX": [[10, "mx.example.com"]]},
          "mx.example.com": {"A": ["198.41.0.1"]}}}
        """)
    let settings = ResolverSettings(inFlightLimit: 700, inFlightPerServer: 300)
    let resolver = try MailResolver(try #require(DNSSource(server.address)), settings)
    let domains = (0..<2000).map { "d\($0).bulk.example.com" }
    let verdicts = resolver.verdicts(of: domains)
    #expect(verdicts.allSatisfy { $0.detail == "mx.example.com" })
    let questions = try server.questions()
    // Once, and again if nothing comes in time on a busy machine.
    #expect(questions.count { $0.contains(" mx.example.com") } <= 3)
    #expect((129...300).contains(server.mostWaiting), "\(server.mostWaiting)")
    #expect(resolver.verdicts(of: []).isEmpty)
  }

  @Test("a server that is not there, or not heard, is passed over for the next one")
  func failover() throws {
    let zone = """
      {"zones": {"example.com": 60}, "records": {"*.example.com": {"A": ["198.41.0.1"]}}}
      """
    let good = try ScriptedDNS(zone: zone)
    let dropping = try ScriptedDNS(
      zone: #"{"behaviour": {"*.com": "drop"}, "records": {}, "zones": {}}"#)
    let failing = try ScriptedDNS(
      zone: #"{"behaviour": {"*.com": "servfail"}, "records": {}, "zones": {}}"#)
    let domains = (0..<40).map { "d\($0).example.com" }
    for first in ["127.0.0.1:1", dropping.address, failing.address] {
      let source = try #require(DNSSource("\(first), \(good.address)"))
      let resolver = try MailResolver(source, Self.quick)
      #expect(resolver.verdicts(of: domains).allSatisfy { $0.kind == .deliverable }, "\(first)")
      if first == dropping.address {
        _ = try dropping.questions()
        #expect(
          resolver.verdicts(of: (0..<40).map { "e\($0).example.com" })
            .allSatisfy { $0.kind == .deliverable })
        #expect(try dropping.questions().count <= 3, "a server that is down is only probed")
      }
    }
  }

  @Test("a server on IPv6 is asked")
  func overIPv6() throws {
    guard
      let server = try? ScriptedDNS(
        zone: #"{"zones": {"com": 60}, "records": {"a.example.com": {"A": ["198.41.0.1"]}}}"#,
        host: "::1")
    else { return }  // a machine without IPv6
    let resolver = try MailResolver(try #require(DNSSource(server.address)), Self.quick)
    #expect(resolver.verdicts(of: ["a.example.com"]).map(\.kind) == [.deliverable])
  }

  @Test(
    "when nobody answers anything, the rest is not waited for; a silent zone is no silent server")
  func givingUp() throws {
    let settings = ResolverSettings(
      timeoutSeconds: 0.4, tries: 1, inFlightLimit: 32, inFlightPerServer: 32)
    let dead = try ScriptedDNS(
      zone: #"{"behaviour": {"*.com": "drop", "": "drop"}, "records": {}, "zones": {}}"#)
    let resolver = try MailResolver(try #require(DNSSource(dead.address)), settings)
    let domains = (0..<2000).map { "d\($0).example.com" }
    #expect(resolver.verdicts(of: domains).allSatisfy { $0.kind == .deferred })
    #expect(resolver.surrender == "no DNS server answers")
    #expect(try dead.questions().count < 500)

    let partly = try ScriptedDNS(
      zone: """
        {"behaviour": {"*.dark.example.com": "drop"}, "zones": {"com": 60},
         "records": {"light.example.com": {"A": ["198.41.0.1"]}}}
        """)
    let patient = try MailResolver(try #require(DNSSource(partly.address)), settings)
    let dark = (0..<100).map { "d\($0).dark.example.com" }
    let verdicts = patient.verdicts(of: dark + ["light.example.com"])
    #expect(verdicts.last?.kind == .deliverable)
    #expect(patient.surrender == nil)
  }

  @Test("servers that fail or refuse whatever they are asked are not asked a million times")
  func nothingIsSaid() throws {
    let failing = try ScriptedDNS(
      zone: #"{"behaviour": {"*.com": "servfail"}, "records": {}, "zones": {}}"#)
    let resolver = try MailResolver(
      try #require(DNSSource(failing.address)), ResolverSettings(timeoutSeconds: 0.4, tries: 1))
    let verdicts = resolver.verdicts(of: (0..<4000).map { "d\($0).example.com" })
    #expect(verdicts.allSatisfy { $0.kind == .deferred })
    #expect(resolver.surrender == "no DNS server knows anything: all refuse or fail")
    #expect(try failing.questions().count < 2500)
  }

  @Test("when the time for all questions is over, nothing is waited for any longer")
  func limitedTime() throws {
    let server = try ScriptedDNS(
      zone: """
        {"behaviour": {"*.dark.example.com": "drop"}, "zones": {"com": 60},
         "records": {"light.example.com": {"A": ["198.41.0.1"]}}}
        """)
    let settings = ResolverSettings(timeoutSeconds: 60, inFlightLimit: 32, longestSeconds: 0.5)
    let resolver = try MailResolver(try #require(DNSSource(server.address)), settings)
    let dark = (0..<100).map { "d\($0).dark.example.com" }
    let verdicts = resolver.verdicts(of: dark + ["light.example.com"])
    #expect(verdicts.dropLast().allSatisfy { $0.kind == .deferred })
    #expect(resolver.surrender == "not asked: the time for look-ups was over")
    #expect(try server.questions().count <= 33)
  }

  @Test(
    "the setting names nobody, the system, or servers",
    arguments: [
      ("off", DNSSource.off), ("system", .system), ("127.0.0.1:53", .servers(["127.0.0.1:53"])),
      ("[::1]:5353", .servers(["[::1]:5353"])), ("localhost:53", .servers(["127.0.0.1:53"])),
      ("127.0.0.1:53, [2001:500::1]:53", .servers(["127.0.0.1:53", "[2001:500::1]:53"])),
      ("198.41.0.1:53,198.41.0.1:53", .servers(["198.41.0.1:53"])),
      ("127.0.0.1", nil), ("dns.example.com:53", nil), ("[:::1]:53", nil), ("127.0.0.1:53,", nil),
      ("127.0.0.1:0", nil), ("127.0.0.1:70000", nil), ("1.2.3:53", nil), ("", nil), ("on", nil),
      ("127.0.0.1:53,off", nil), ("1.2.3.4:+53", nil),
    ] as [(String, DNSSource?)])
  func sources(text: String, expected: DNSSource?) {
    #expect(DNSSource(text) == expected)
  }
}

import LeadmillTestSupport
import Resolver
import Testing

struct MailResolverTests {
  @Test("a real server's answers become verdicts: mail server, null MX, address, nothing")
  func verdicts() throws {
    let server = try DNSServer(options: [
      "--mx-host=mail.example.com,mx1.example.com,10",
      "--mx-host=two.example.com,backup.example.com,20",
      "--mx-host=two.example.com,first.example.com,5",
      "--mx-host=null.example.com,.,0",
      "--host-record=address.example.com,192.0.2.1",
      "--host-record=six.example.com,2001:db8::1",
      "--txt-record=text.example.com,nothing",
      "--local=/example.com/", "--local-ttl=77",
    ])
    let source = try #require(DNSSource(server.address))
    let resolver = try MailResolver(source, timeoutSeconds: 2)
    let domains = [
      "mail.example.com", "two.example.com", "null.example.com", "address.example.com",
      "six.example.com", "text.example.com", "gone.example.com",
    ]
    let verdicts = resolver.verdicts(of: domains)
    #expect(
      verdicts.map(\.kind) == [
        .deliverable, .deliverable, .nullMX, .deliverable, .deliverable, .noDomain, .noDomain,
      ])
    #expect(verdicts[0].detail == "mx1.example.com")
    #expect(verdicts[0].timeToLiveSeconds == 77)
    #expect(verdicts[1].detail == "first.example.com", "the lowest preference is named")
    #expect(verdicts[5].detail == "no mail server and no address")
    #expect(verdicts[6].detail == "no such domain")
  }

  @Test("a hundred domains are asked at once and answered in their order")
  func manyInFlight() throws {
    let options = (0..<100).map { "--mx-host=d\($0).example.com,mx\($0).example.com,10" }
    let server = try DNSServer(options: options + ["--local=/example.com/"])
    let source = try #require(DNSSource(server.address))
    let resolver = try MailResolver(source, inFlightLimit: 32)
    let verdicts = resolver.verdicts(of: (0..<100).map { "d\($0).example.com" })
    #expect(verdicts.map(\.detail) == (0..<100).map { "mx\($0).example.com" })
    #expect(resolver.verdicts(of: []).isEmpty)
  }

  @Test("a server that refuses, or is not there, defers: nothing follows for the domain")
  func deferred() throws {
    // Without an upstream server dnsmasq refuses what it is not in charge of.
    let server = try DNSServer(options: [])
    let source = try #require(DNSSource(server.address))
    let resolver = try MailResolver(source, timeoutSeconds: 0.2, tries: 1)
    #expect(resolver.verdicts(of: ["elsewhere.example.org"]).map(\.kind) == [.deferred])
    let nobody = try MailResolver(.server("127.0.0.1:1"), timeoutSeconds: 0.2, tries: 1)
    let verdicts = nobody.verdicts(of: ["a.example.com", "b.example.com"])
    #expect(verdicts.map(\.kind) == [.deferred, .deferred])
    #expect(verdicts.allSatisfy { $0.timeToLiveSeconds == 0 })
  }

  @Test(
    "the setting names nobody, the system, or one server",
    arguments: [
      ("off", DNSSource.off), ("system", .system), ("127.0.0.1:53", .server("127.0.0.1:53")),
      ("[::1]:5353", .server("[::1]:5353")), ("127.0.0.1", nil), ("dns.example.com:53", nil),
      ("127.0.0.1:0", nil), ("127.0.0.1:70000", nil), ("1.2.3:53", nil), ("", nil), ("on", nil),
    ] as [(String, DNSSource?)])
  func sources(text: String, expected: DNSSource?) {
    #expect(DNSSource(text) == expected)
  }
}

import Bytes
import LeadModel
import Testing

@testable import Enrichment

let domainRules = DomainRules(
  freeMail: ["gmail.com", "yahoo.*", "example.com", "example.org"],
  publicSuffixes: ["example.com", "gov.uk"], genericTopLevels: ["io"])

@Suite("Domains of companies")
struct MailDomainTests {
  @Test(
    "an address tells what its company registered, and nothing at a free-mail provider",
    arguments: [
      ("ann@acme.de", "acme.de"), ("ann@mail.sales.ACME.de", "acme.de"),
      ("ann@acme.co.uk", "acme.co.uk"), ("ann@x.acme.co.uk", "acme.co.uk"),
      ("ann@acme.com.au", "acme.com.au"), ("ann@dept.health.gov.uk", "health.gov.uk"),
      ("ann@gmail.com", ""), ("ann@yahoo.co.uk", ""), ("ann@yahoo.fr", ""),
      ("ann@example.com", ""), ("ann@acme.example.com", "acme.example.com"),
      ("ann@mail.acme.example.com", "acme.example.com"), ("ann@acme.de.", "acme.de"),
      ("ann@localhost", ""), ("ann", ""), ("", ""), ("@", ""), ("ann@.", ""), ("ann@acme..", ""),
      ("ann@acme..de", ""),
      // What the lists know that are built in: suffixes, providers, throw-away addresses.
      ("ann@mail.acme.co.jp", "acme.co.jp"), ("ann@acme.kyoto.jp", "acme.kyoto.jp"),
      ("ann@x.city.kawasaki.jp", "city.kawasaki.jp"), ("ann@acme.kawasaki.jp", ""),
      ("ann@y.x.acme.kawasaki.jp", "x.acme.kawasaki.jp"), ("ann@co.uk", ""),
      ("ann@t-online.de", ""), ("ann@x.mailinator.com", ""),
    ])
  func email(_ address: String, _ expected: String) {
    var reader = DomainReader(rules: domainRules)
    Array(address.utf8).withUnsafeBufferPointer { reader.read(email: $0) }
    #expect(String(decoding: reader.domain, as: UTF8.self) == expected)
  }

  @Test(
    "a web site's address is read to its host",
    arguments: [
      ("https://www.acme.de/contact?x=1", "acme.de"), ("http://acme.de:8080", "acme.de"),
      ("WWW.Acme.DE", "acme.de"), ("acme.de/path", "acme.de"), ("https://", ""), ("", ""),
      ("https://acme.github.io/shop", "acme.github.io"), ("https://github.io", "github.io"),
      ("http://192.0.2.1/acme", ""), ("https://www.facebook.com/acme", ""),
    ])
  func website(_ address: String, _ expected: String) {
    var reader = DomainReader(rules: domainRules)
    Array(address.utf8).withUnsafeBufferPointer { reader.read(website: $0) }
    #expect(String(decoding: reader.domain, as: UTF8.self) == expected)
  }

  @Test(
    "an ending of two letters tells a country, unless the whole world uses it",
    arguments: [
      ("a@acme.de", "DE"), ("a@acme.co.uk", "GB"), ("a@acme.io", nil), ("a@acme.com", nil),
    ]
      as [(String, String?)])
  func country(_ address: String, _ expected: String?) {
    var reader = DomainReader(rules: domainRules)
    Array(address.utf8).withUnsafeBufferPointer { reader.read(email: $0) }
    #expect(reader.country(in: geography)?.description == expected)
  }

  @Test("a domain's label suggests a name")
  func name() {
    var reader = DomainReader(rules: domainRules)
    Array("a@nord-wind.example.com".utf8).withUnsafeBufferPointer { reader.read(email: $0) }
    var name: [UInt8] = []
    reader.appendName(to: &name)
    #expect(String(decoding: name, as: UTF8.self) == "Nord Wind")
  }
}

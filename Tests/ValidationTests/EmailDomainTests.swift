import Bytes
import LeadModel
import Testing
import Validation

@Suite("What the domain of an address says")
struct EmailDomainTests {
  static let providers = MailProviders(
    [
      "gmail.com", "hotmail.com", "yahoo.com", "outlook.com", "icloud.com", "protonmail.com",
      "comcast.net", "yahoo.co.uk", "t-online.de", "googlemail.com",
    ], real: ["gail.com"])

  static func judge(_ domain: String) -> MailDomainJudgement {
    var policy = EmailPolicy()
    policy.providers = providers
    var domain = domain
    return domain.withUTF8 {
      MailDomainJudgement(
        $0, typos: WordMap([("gmail.co", "gmail.com"), ("gmial.com", "gmail.com")]), policy: policy)
    }
  }

  @Test(
    "public suffixes, unknown endings, throw-away and free mail are told apart",
    arguments: [
      ("example.com", .example), ("co.uk", .publicSuffix), ("example.co.uk", []),
      ("github.io", .publicSuffix), ("ann.github.io", []), ("anything.ck", .publicSuffix),
      ("www.ck", []), ("name.anything.ck", []), ("city.kawasaki.jp", []),
      ("other.kawasaki.jp", .publicSuffix), ("example.nosuchending", .unknownTopLevel),
      ("mailinator.com", .disposable), ("in.mailinator.com", .disposable),
      ("gmail.com", .freeMail), ("news.gmail.com", .freeMail), ("xn--bcher-kva.de", []),
      ("xn--55qx5d.cn", .publicSuffix), ("example.xn--p1ai", []),
    ] as [(String, MailDomainTraits)])
  func traits(domain: String, expected: MailDomainTraits) {
    #expect(Self.judge(domain).traits == expected)
  }

  /// Access providers, national portals and large providers' domains of one country.
  static let consumers = [
    "sfr.fr", "neuf.fr", "gmx.fr", "gmx.es", "hotmail.be", "hotmail.gr", "tin.it", "chello.at",
    "a1.net", "daum.net", "hey.com", "bbox.fr", "numericable.fr", "club-internet.fr", "telia.com",
    "comhem.se", "btopenworld.com", "plusnet.com", "saunalahti.fi", "tim.it", "fastwebnet.it",
    "proximus.be", "docomo.ne.jp", "ezweb.ne.jp", "softbank.ne.jp", "nifty.com", "sympatico.ca",
    "centurylink.net", "suddenlink.net", "online.no", "mail.dk", "otenet.gr", "walla.com",
    "bezeqint.net", "globo.com", "t-online.hu", "yahoo.com.br", "outlook.jp", "live.se",
    "cfl.rr.com", "sify.com", "orange.fr", "t-online.de", "libero.it", "ziggo.nl", "seznam.cz",
  ]

  @Test("consumers' providers are free mail for validation and nobody's company for enrichment")
  func providersAgree() {
    var reader = DomainReader(rules: DomainRules())
    for domain in Self.consumers + ["news.gmail.com", "ann.pp.inet.fi"] {
      #expect(Self.judge(domain).traits == .freeMail, "\(domain)")
      Array("ann@\(domain)".utf8).withUnsafeBufferPointer { reader.read(email: $0) }
      #expect(reader.domain.isEmpty, "\(domain)")
    }
    for domain in ["teliacompany.com", "acme.de", "acme.co.uk", "outlook-acme.com"] {
      #expect(Self.judge(domain).traits.isEmpty, "\(domain)")
      Array("ann@\(domain)".utf8).withUnsafeBufferPointer { reader.read(email: $0) }
      #expect(!reader.domain.isEmpty, "\(domain)")
    }
  }

  @Test("what the configuration says of providers counts for both, with endings left open too")
  func configured() {
    let rules = DomainRules(freeMail: ["isp.example", "acmemail.*"], companyMail: ["gmx.net"])
    var policy = EmailPolicy()
    policy.take(rules)
    var reader = DomainReader(rules: rules)
    for (name, isFree) in [
      ("acmemail.de", true), ("acmemail.co.uk", true), ("acmemail.acme.de", false),
      ("gmx.net", false), ("gmx.de", true),
    ] {
      var domain = name
      let traits = domain.withUTF8 { MailDomainJudgement($0, typos: WordMap(), policy: policy) }
        .traits
      #expect(traits.contains(.freeMail) == isFree, "\(name)")
      Array("ann@\(name)".utf8).withUnsafeBufferPointer { reader.read(email: $0) }
      #expect(reader.domain.isEmpty == isFree, "\(name)")
    }
  }

  @Test(
    "one slip of the hand makes a provider's domain",
    arguments: [
      ("gmial.com", "gmail.com"), ("gmal.com", "gmail.com"), ("gmaill.com", "gmail.com"),
      ("gnail.com", "gmail.com"), ("gmqil.com", "gmail.com"), ("gmail.con", "gmail.com"),
      ("gmial.con", "gmail.com"), ("gmail.co", "gmail.com"), ("hotmsil.com", "hotmail.com"),
      ("jotmail.com", "hotmail.com"), ("outllook.com", "outlook.com"), ("yahhoo.com", "yahoo.com"),
      ("yahoo.co.ik", "yahoo.co.uk"), ("yajoo.co.uk", "yahoo.co.uk"),
      ("protonmial.com", "protonmail.com"),
      ("tonline.de", "t-online.de"), ("example.cmo", "example.com"), ("example.ner", "example.net"),
      ("example.orgg", "example.org"), ("iclould.com", nil), ("icluod.com", "icloud.com"),
      // Real names of others, and what nobody can know.
      ("gmail.com", nil), ("mail.com", nil), ("email.com", nil), ("ymail.com", nil),
      ("gail.com", nil), ("cloud.com", nil), ("hotmail.de", nil), ("comcast.com", nil),
      ("example.zzz", nil), ("example.com", nil), ("gmailing.com", nil), ("tahoo.com", nil),
    ] as [(String, String?)])
  func slips(domain: String, meant: String?) {
    let judgement = Self.judge(domain)
    #expect(judgement.meant == meant)
    if let meant {
      let again = Self.judge(meant)
      #expect(again.meant == nil, "what is suggested has nothing left to correct")
      #expect(!again.traits.contains(.unknownTopLevel))
    }
  }

  @Test("names in quotation marks, literals and comments are read where the policy takes them")
  func syntax() throws {
    var reader = EmailReader(
      syntax: EmailSyntax(quotedNames: true, comments: true, addressLiterals: true))
    for (text, address, notes) in [
      ("\"ann b\"@example.com", "\"ann b\"@example.com", .quotedName),
      ("\"a\\nn b\"@example.com", "\"ann b\"@example.com", .quotedName),
      ("\"a\\\"b\"@example.com", "\"a\\\"b\"@example.com", .quotedName),
      ("\"\"@example.com", "\"\"@example.com", .quotedName),
      ("\"a..b\"@example.com", "\"a..b\"@example.com", .quotedName),
      ("ann@[192.0.2.1]", "ann@[192.0.2.1]", .addressLiteral),
      ("ann@[ipv6:2001:DB8::1]", "ann@[IPv6:2001:db8::1]", .addressLiteral),
      ("ann@[IPv6:::ffff:192.0.2.1]", "ann@[IPv6:::ffff:192.0.2.1]", .addressLiteral),
      ("(work) ann @ example.com", "ann@example.com", .commentRemoved),
      ("ann@example.com (a (b) \\) c)", "ann@example.com", .commentRemoved),
    ] as [(String, String, EmailReader.Notes)] {
      var text = text
      var output: [UInt8] = []
      let read = try text.withUTF8 { try reader.read($0, into: &output) }
      #expect(String(decoding: output, as: UTF8.self) == address)
      #expect(read.notes == notes)
    }
    for text in [
      "\"a\u{7}\"@example.com", "\"a@example.com", "\"a\"\"b\"@example.com", "ann@[192.0.2.256]",
      "ann@[192.0.2]", "ann@[2001:db8::1]", "ann@[IPv6:1:2:3:4:5:6:7]", "ann@[IPv6:1::2::3]",
      "ann@[IPv6:1:2:3:4:5:6:7::]", "ann@[IPv6::1]", "ann@[IPv6:1:]", "ann@[x:y]", "ann@[]",
      "an(x)n@example.com", "ann(@example.com", "ann lee@example.com",
    ] {
      var text = text
      var output: [UInt8] = []
      #expect(throws: EmailFault.self, "\(text)") {
        try text.withUTF8 { _ = try reader.read($0, into: &output) }
      }
      #expect(output.isEmpty)
    }
  }
}

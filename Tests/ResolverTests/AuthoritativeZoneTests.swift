import LeadmillTestSupport
import Resolver
import Testing

/// Every case of a mail domain that a zone can hold, answered by a server that is in use.
@Suite("What an authoritative server says of mail domains")
struct AuthoritativeZoneTests {
  private static let zone = """
    $ORIGIN example.com.
    $TTL 3600
    @            1800 IN SOA ns hostmaster 1 7200 3600 86400 900
    @                 NS    ns
    ns                A     198.41.0.53
    mx                A     198.41.0.1
    mx6          120  AAAA  2001:500::1
    plain             MX    10 mx
    order             MX    20 mx
                      MX    5 mx6
    xn--bcher-kva     MX    10 mx
    null         7200 MX    0 .
    null-and-more     MX    0 .
                      MX    10 mx
    implicit     60   A     198.41.0.7
    implicit6         AAAA  2001:500::7
    text              TXT   "no mail"
    *.wild            MX    10 mx
    host-gone         MX    10 gone-host
    host-text         MX    10 text
    host-half         MX    5 gone-host
                      MX    10 mx
    host-inner        MX    10 inner
    inner             A     127.0.0.1
    alias        300  CNAME plain
    alias2            CNAME alias
    alias-null        CNAME null
    alias-gone        CNAME gone
    alias-host        CNAME mx
    host-alias        MX    10 alias-host
    loop-a            CNAME loop-b
    loop-b            CNAME loop-a
    loop-self         CNAME loop-self
    long              DNAME below.wild
    child             NS    ns.child
    ns.child          A     198.41.0.54
    \(many)
    """

  /// Mail servers whose names and addresses take more than the 512 octets of a datagram.
  private static let many = (1...40).map { number in
    """
    many MX \(number) a-mail-server-with-a-long-name-\(number).pool
    a-mail-server-with-a-long-name-\(number).pool A 198.41.0.\(number)
    """
  }.joined(separator: "\n")

  private static let table = """
    plain.example.com         | deliverable mx.example.com 3600
    order.example.com         | deliverable mx6.example.com 120
    xn--bcher-kva.example.com | deliverable mx.example.com 3600
    null.example.com          | null_mx null MX 7200
    null-and-more.example.com | deliverable mx.example.com 3600 beside_null
    implicit.example.com      | deliverable address of the domain 60 implicit
    implicit6.example.com     | deliverable address of the domain 900 implicit
    text.example.com          | no_domain no mail server and no address 900
    gone.example.com          | no_domain no such domain 900
    a.wild.example.com        | deliverable mx.example.com 3600
    a.b.wild.example.com      | deliverable mx.example.com 3600
    host-gone.example.com     | no_host 'gone-host.example.com' does not exist 900
    host-text.example.com     | no_host 'text.example.com' has no address 900
    host-half.example.com     | deliverable mx.example.com 3600
    host-inner.example.com    | deliverable inner.example.com 3600 private_address
    alias.example.com         | deliverable mx.example.com 300
    alias2.example.com        | deliverable mx.example.com 300
    alias-null.example.com    | null_mx null MX 3600
    alias-gone.example.com    | no_domain its alias names no domain 900
    host-alias.example.com    | deliverable alias-host.example.com 3600 alias
    loop-a.example.com        | no_domain its alias leads back to itself 3600
    loop-self.example.com     | no_domain its alias leads back to itself 3600
    a.long.example.com        | deliverable mx.example.com 3600
    many.example.com          | deliverable a-mail-server-with-a-long-name-1.pool.example.com 3600
    child.example.com         | deferred the server only refers to others 0
    elsewhere.example.org     | deferred every server refuses to answer 0
    broken.example.net        | deferred the server fails (SERVFAIL) 0
    """

  @Test("every case has its verdict; a reply of more than 512 octets is fetched over a connection")
  func everyCase() throws {
    let server = try ZoneServer(zones: ["example.com": Self.zone, "broken.example.net": nil])
    let resolver = try MailResolver(try #require(DNSSource(server.address)))
    let rows = Self.table.split(separator: "\n")
    let domains = rows.map { row in String(row.prefix { $0 != " " }) }
    for (row, (domain, verdict)) in zip(rows, zip(domains, resolver.verdicts(of: domains))) {
      let notes = verdict.notes.map { " " + $0.rawValue }.joined()
      let said = "\(verdict.kind.rawValue) \(verdict.detail) \(verdict.timeToLiveSeconds)\(notes)"
      #expect(row.hasSuffix("| \(said)"), "\(domain): \(said)")
    }
  }
}

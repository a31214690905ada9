/// A zone that holds every way a mail domain can be, and what follows.
enum MailZone {
  struct Case {
    let domain: String
    let kind: String
    let detail: String
    let seconds: Int
    var notes = ""
  }

  static let zone = """
    {"ttl": 3600, "soa_ttl": 1800, "zones": {
      "example.com": 900, "long.example.net": 86400, "huge.example.net": [500000, 400000],
      "odd.example.net": [4294967295, 600]},
     "records": {
      "mx.example.com": {"A": ["198.41.0.1"]},
      "mx6.example.com": {"AAAA": ["2001:500::1"], "TTL": 120},
      "alias-host.example.com": {"CNAME": "mx.example.com", "TTL": 90},
      "dangling-host.example.com": {"CNAME": "nowhere.example.com"},
      "bare-host.example.com": {"MX": []},
      "inner-host.example.com": {"A": ["127.0.0.1"]},
      "inner-host6.example.com": {"AAAA": ["fd00::1"]},
      "mixed-host.example.com": {"A": ["10.0.0.1", "198.41.0.1"]},
      "host-inner.example.com": {"MX": [[10, "inner-host.example.com"]]},
      "host-inner6.example.com": {"MX": [[10, "inner-host6.example.com"]]},
      "host-mixed.example.com": {"MX": [[10, "mixed-host.example.com"]]},
      "host-root-only.example.com": {"MX": [[10, ""]]},
      "same.example.com": {"MX": [[10, "mx6.example.com"], [10, "mx.example.com"]]},
      "forever.example.com": {"MX": [[10, "forever-mx.example.com"]], "TTL": 1000000},
      "forever-mx.example.com": {"A": ["198.41.0.3"], "TTL": 1000000},
      "never.example.com": {"MX": [[10, "mx.example.com"]], "TTL": 2147483648},
      "*.wild.example.com": {"MX": [[10, "mx.example.com"]]},
      "plain.example.com": {"MX": [[10, "mx.example.com"]]},
      "order.example.com": {"MX": [[20, "mx.example.com"], [5, "mx6.example.com"]]},
      "six.example.com": {"MX": [[10, "mx6.example.com"]]},
      "null.example.com": {"MX": [[0, ""]], "TTL": 7200},
      "null-and-more.example.com": {"MX": [[0, ""], [10, "mx.example.com"]]},
      "implicit.example.com": {"A": ["198.41.0.7"], "TTL": 60},
      "implicit6.example.com": {"AAAA": ["2001:500::7"]},
      "nothing.example.com": {"TXT": []},
      "alias-mx.example.com": {"MX": [[10, "alias-host.example.com"]]},
      "host-gone.example.com": {"MX": [[10, "gone-host.example.com"]]},
      "host-bare.example.com": {"MX": [[10, "bare-host.example.com"]]},
      "host-dangling.example.com": {"MX": [[10, "dangling-host.example.com"]]},
      "host-half.example.com": {"MX": [[5, "gone-host.example.com"], [10, "mx.example.com"]]},
      "host-literal.example.com": {"MX": [[10, "198.41.0.1"]]},
      "host-literal-half.example.com": {"MX": [[5, "198.41.0.1"], [10, "mx.example.com"]]},
      "host-local.example.com": {"MX": [[10, "localhost"]]},
      "host-drops.example.com": {"MX": [[10, "drop.example.com"]]},
      "host-foreign.example.com": {"MX": [[10, "mx.elsewhere.example.org"]]},
      "alias.example.com": {"CNAME": "plain.example.com", "TTL": 300},
      "alias2.example.com": {"CNAME": "alias.example.com"},
      "alias-gone.example.com": {"CNAME": "gone.example.com"},
      "alias-null.example.com": {"CNAME": "null.example.com"},
      "alias-nochase.example.com": {"CNAME": "alias2.example.com"},
      "alias-address.example.com": {"CNAME": "implicit.example.com"},
      "loop-a.example.com": {"CNAME": "loop-b.example.com", "TTL": 40},
      "loop-b.example.com": {"CNAME": "loop-a.example.com", "TTL": 50},
      "loop-self.example.com": {"CNAME": "loop-self.example.com"},
      "loop-slow-a.example.com": {"CNAME": "loop-slow-b.example.com"},
      "loop-slow-b.example.com": {"CNAME": "loop-slow-a.example.com"},
      "xn--bcher-kva.example.com": {"MX": [[10, "mx.example.com"]]},
      "slow.example.com": {"MX": [[10, "mx.example.com"]]},
      "flaky.example.com": {"MX": [[10, "mx.example.com"]]},
      "truncate.example.com": {"MX": [[10, "mx.example.com"]]},
      "truncate-only.example.com": {"MX": [[10, "mx.example.com"]]},
      "wrongid.example.com": {"MX": [[10, "mx.example.com"]]},
      "wrongname.example.com": {"MX": [[10, "mx.example.com"]]},
      "garbage.example.com": {"MX": [[10, "mx.example.com"]]},
      "cut.example.com": {"MX": [[10, "mx.example.com"]]},
      "aside.example.com": {"MX": [[10, "mx.example.com"]]},
      "chaos.example.com": {"MX": [[10, "mx.example.com"]]},
      "aside-host.example.com": {"A": ["198.41.0.1"]},
      "host-aside.example.com": {"MX": [[10, "aside-host.example.com"]]},
      "example-host.example.com": {"A": ["192.0.2.1", "203.0.113.1"]},
      "example-host6.example.com": {"AAAA": ["2001:db8::1"]},
      "no-host.example.com": {"A": ["0.0.0.0", "224.0.0.1", "255.255.255.255"]},
      "host-example.example.com": {"MX": [[10, "example-host.example.com"]]},
      "host-example6.example.com": {"MX": [[10, "example-host6.example.com"]]},
      "host-none.example.com": {"MX": [[10, "no-host.example.com"]]},
      "host-far.example.com": {"MX": [[10, "far-1.example.com"]]},
      \(aliases("near", 16)), \(aliases("far", 17))},
     "behaviour": {
      "slow.example.com": "slow 600", "flaky.example.com": "flaky 1", "drop.example.com": "drop",
      "servfail.example.com": "servfail", "refused.example.com": "refused",
      "notimp.example.com": "notimp", "notauth.example.com": "notauth", "formerr.example.com": "formerr",
      "wrongid.example.com": "wrongid", "wrongname.example.com": "wrongname",
      "garbage.example.com": "garbage", "cut.example.com": "cut", "lame.example.com": "lame",
      "truncate.example.com": "truncate", "truncate-only.example.com": "truncate-only",
      "bare.example.com": "bare", "alias-nochase.example.com": "nochase",
      "aside.example.com": "aside", "aside-host.example.com": "aside", "chaos.example.com": "chaos",
      "loop-slow-a.example.com": "nochase", "loop-slow-b.example.com": "nochase"}}
    """

  /// That many aliases, one leading to the next, and at last to a domain that takes mail.
  private static func aliases(_ name: String, _ count: Int) -> String {
    (1...count).map { number in
      let target = number == count ? "plain" : "\(name)-\(number + 1)"
      return #""\#(name)-\#(number).example.com": {"CNAME": "\#(target).example.com"}"#
    }.joined(separator: ", ")
  }

  private static let longName = String(repeating: "a.", count: 126) + "aa"
  private static let longLabel = String(repeating: "a", count: 64) + ".example.com"

  static let cases: [Case] =
    table.split(separator: "\n").map { line in
      let parts = line.split(separator: "|").map { $0.drop { $0 == " " } }
      func trimmed(_ text: Substring) -> String {
        var text = text
        while text.last == " " { text.removeLast() }
        return String(text)
      }
      return Case(
        domain: trimmed(parts[0]), kind: trimmed(parts[1]), detail: trimmed(parts[2]),
        seconds: Int(trimmed(parts[3])) ?? -1,
        notes: parts.count > 4 ? trimmed(parts[4]) : "")
    }
    + [longName, longLabel, "a..example.com", ".example.com", "", "büro.example.com", "a b.com"].map
  {
    Case(domain: $0, kind: "no_domain", detail: "no name that could be looked up", seconds: 604_800)
  }

  private static let table = """
    plain.example.com             | deliverable | mx.example.com | 3600
    order.example.com             | deliverable | mx6.example.com | 120
    six.example.com               | deliverable | mx6.example.com | 120
    PLAIN.Example.COM.            | deliverable | mx.example.com | 3600
    xn--bcher-kva.example.com     | deliverable | mx.example.com | 3600
    null.example.com              | null_mx     | null MX | 7200
    null-and-more.example.com     | deliverable | mx.example.com | 3600 | beside_null
    host-root-only.example.com    | null_mx     | null MX | 3600
    same.example.com              | deliverable | mx.example.com | 3600
    any.wild.example.com          | deliverable | mx.example.com | 3600
    a.b.wild.example.com          | deliverable | mx.example.com | 3600
    forever.example.com           | deliverable | forever-mx.example.com | 604800
    never.example.com             | deliverable | mx.example.com | 0
    implicit.example.com          | deliverable | address of the domain | 60 | implicit
    implicit6.example.com         | deliverable | address of the domain | 900 | implicit
    nothing.example.com           | no_domain   | no mail server and no address | 900
    gone.example.com              | no_domain   | no such domain | 900
    below.gone.example.com        | no_domain   | no such domain | 900
    gone.long.example.net         | no_domain   | no such domain | 1800
    gone.huge.example.net         | no_domain   | no such domain | 86400
    gone.odd.example.net          | no_domain   | no such domain | 0
    bare.example.com              | no_domain   | no such domain | 0
    alias-mx.example.com          | deliverable | alias-host.example.com | 90 | alias
    host-gone.example.com         | no_host     | 'gone-host.example.com' does not exist | 900
    host-bare.example.com         | no_host     | 'bare-host.example.com' has no address | 900
    host-dangling.example.com     | no_host     | 'dangling-host.example.com' does not exist | 900
    host-half.example.com         | deliverable | mx.example.com | 900
    host-literal.example.com      | no_host     | '198.41.0.1' is an address, not a name | 3600
    host-literal-half.example.com | deliverable | mx.example.com | 3600
    host-local.example.com        | no_host     | 'localhost' is the machine itself | 3600
    host-inner.example.com        | deliverable | inner-host.example.com | 3600 | private_address
    host-inner6.example.com       | deliverable | inner-host6.example.com | 900 | private_address
    host-example.example.com      | deliverable | example-host.example.com | 3600 | example_address
    host-example6.example.com     | deliverable | example-host6.example.com | 900 | example_address
    host-none.example.com         | deliverable | no-host.example.com | 3600 | impossible_address
    host-mixed.example.com        | deliverable | mixed-host.example.com | 3600
    host-foreign.example.com      | deliverable | mx.elsewhere.example.org | 300
    alias.example.com             | deliverable | mx.example.com | 300
    alias2.example.com            | deliverable | mx.example.com | 300
    near-1.example.com            | deliverable | mx.example.com | 3600
    far-1.example.com             | deferred    | more than 16 aliases, one leading to the next | 0
    host-far.example.com          | deferred    | the address of its mail server: more than 16 aliases, one leading to the next | 0
    alias-gone.example.com        | no_domain   | its alias names no domain | 900
    alias-null.example.com        | null_mx     | null MX | 3600
    alias-nochase.example.com     | deliverable | mx.example.com | 300
    alias-address.example.com     | deliverable | address of the domain | 60 | implicit
    loop-a.example.com            | no_domain   | its alias leads back to itself | 40
    loop-self.example.com         | no_domain   | its alias leads back to itself | 3600
    loop-slow-a.example.com       | no_domain   | its alias leads back to itself | 3600
    slow.example.com              | deliverable | mx.example.com | 3600
    flaky.example.com             | deliverable | mx.example.com | 3600
    truncate.example.com          | deliverable | mx.example.com | 3600
    truncate-only.example.com     | deferred    | * | 0
    drop.example.com              | deferred    | no answer in time | 0
    host-drops.example.com        | deferred    | the address of its mail server: no answer in time | 0
    servfail.example.com          | deferred    | the server fails (SERVFAIL) | 0
    refused.example.com           | deferred    | every server refuses to answer | 0
    elsewhere.example.org         | deferred    | every server refuses to answer | 0
    notimp.example.com            | deferred    | * | 0
    formerr.example.com           | deferred    | * | 0
    notauth.example.com           | deferred    | the server answers with code 9 | 0
    wrongid.example.com           | deferred    | no answer in time | 0
    wrongname.example.com         | deferred    | no answer in time | 0
    garbage.example.com           | deferred    | damaged reply | 0
    cut.example.com               | deferred    | damaged reply | 0
    aside.example.com             | deferred    | the answer is about something else | 0
    chaos.example.com             | deferred    | the answer is about something else | 0
    host-aside.example.com        | deferred    | the address of its mail server: the answer is about something else | 0
    lame.example.com              | deferred    | the server only refers to others | 0
    mail.localhost                | no_domain   | 'mail.localhost' is the machine itself | 604800
    company.invalid               | no_domain   | '.invalid' is not part of the public name space | 604800
    198.41.0.1                     | no_domain   | '198.41.0.1' is an address, not a name | 604800
    """
}

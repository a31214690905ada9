import Bytes
import Testing

@Suite("Addresses and numbers in texts")
struct ContactTextTests {
  private func hasOne(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer(ContactText.hasOne)
  }

  private func isOne(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer(ContactText.isOne)
  }

  @Test(
    "an address or a number is found",
    arguments: [
      "ann@acme.example.com", "Please remove ann@acme.co.uk, too.", "<ann.o'bell+x@münchen.de>",
      "mailto:ann@acme.io", "a;b@c.de;d", "+44 20 7946 0018", "Tel. 020 7946 0018",
      "(020) 7946 0018",
      "(212) 736-5000", "212-736-5000", "1 212 736 5000", "0044 20 79460018", "030/1234567-8",
      "2127365000", "01.23.45.67.89", "call +4930123456 on 2026-11-21",
      "d41d8cd98f00b204e9800998ecf8427e",
    ])
  func found(text: String) {
    #expect(hasOne(text))
  }

  @Test(
    "days, times, amounts and words are none",
    arguments: [
      "", "Robinson list", "@acme", "a@b", "ann @ acme . com", "see @handle.", "2026-11-21 08:15",
      "21.11.2026 08:15:00", "2026-11-21T10:00:00Z", "20261121", "202611211000", "20261121100000",
      "1 000 000 entries", "Version 2.1.3", "page 1 of 12", "DE89 3704 0044 0532 0130 00",
      "192.168.100.200", "1,234,567.89", "12-34", "11/2026", "21.11.26", "HRB 123456",
      "Status 01.11.2026 - 21.11.2026", "00012", "x0123456789",
    ])
  func notFound(text: String) {
    #expect(!hasOne(text))
  }

  @Test("one alone is told from one among others")
  func alone() {
    for text in [" ann@acme.example.com ", "+44 20 7946 0018", "d41d8cd98f00b204e9800998ecf8427e"] {
      #expect(isOne(text), "\(text)")
    }
    for text in [
      "ann@acme.com;;internal", "ann@acme.com bob@acme.com", "a@b.de,c@d.de", "Tel. 020 7946 0018",
      "acme.com", "",
    ] {
      #expect(!isOne(text), "\(text)")
    }
  }
}

import Testing
import Validation

@Suite("The address that consent came from is an IP address")
struct IPAddressTests {
  @Test(
    "addresses as web servers write them",
    arguments: [
      ("203.0.113.7", "203.0.113.7"), ("203.0.113.7:4432", "203.0.113.7"),
      ("2001:DB8::1", "2001:db8::1"), ("[2001:db8::1]:443", "2001:db8::1"),
      ("::ffff:203.0.113.7", "::ffff:203.0.113.7"), ("fe80::1%eth0", "fe80::1"),
      ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7::"), ("203.0.113.7, 10.0.0.1", "203.0.113.7"),
      ("999.1.1.1", nil), ("203.0.113", nil), ("203.0.113.xxx", nil), ("garbage", nil),
      ("0.0.0.0", nil), ("::", nil), ("203.0.113.7:x", nil), ("1:2:3:4:5:6:7:8:9", nil),
      ("[2001:db8::1", nil), ("203.0.113.7, unknown", nil), ("", nil),
    ] as [(String, String?)])
  func addresses(text: String, expected: String?) {
    #expect(IPAddress.read(text) == expected)
    if let expected { #expect(IPAddress.read(expected) == expected) }
  }
}
